/** The proposals that are open, and which of them is looked at. */
@NullMarked
package org.worthwhile.desktop.portfolio;

import org.jspecify.annotations.NullMarked;
