/** Studies: what caused an outcome. */
@NullMarked
package org.worthwhile.desktop.attribution;

import org.jspecify.annotations.NullMarked;
