/** What would have to be true for a proposal to be worthwhile. */
@NullMarked
package org.worthwhile.desktop.conditions;

import org.jspecify.annotations.NullMarked;
