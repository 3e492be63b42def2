/** The best portfolio within a budget. */
@NullMarked
package org.worthwhile.desktop.choice;

import org.jspecify.annotations.NullMarked;
