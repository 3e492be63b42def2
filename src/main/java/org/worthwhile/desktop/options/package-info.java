/** The options of a proposal, compared. */
@NullMarked
package org.worthwhile.desktop.options;

import org.jspecify.annotations.NullMarked;
