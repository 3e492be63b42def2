/** The library of unit values. */
@NullMarked
package org.worthwhile.desktop.values;

import org.jspecify.annotations.NullMarked;
