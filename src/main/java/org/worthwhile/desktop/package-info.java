/** The desktop client: one folder a screen, each with its view, its view model and its stylesheet. */
@NullMarked
package org.worthwhile.desktop;

import org.jspecify.annotations.NullMarked;
