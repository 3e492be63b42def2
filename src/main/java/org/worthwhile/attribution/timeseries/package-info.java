/** The design that rests on one series before and after an interruption. */
@NullMarked
package org.worthwhile.attribution.timeseries;

import org.jspecify.annotations.NullMarked;
