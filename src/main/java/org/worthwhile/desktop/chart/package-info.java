/** Charts drawn on the screen, whose kinds can be told apart without colour. */
@NullMarked
package org.worthwhile.desktop.chart;

import org.jspecify.annotations.NullMarked;
