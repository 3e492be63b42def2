/**
 * The calendar of a study: the times of its data become periods, counted from the first on a regular calendar, once. Designs
 * take indices, labels, gaps and lags from here, and see no time as the data hold it.
 */
@NullMarked
package org.worthwhile.attribution.period;

import org.jspecify.annotations.NullMarked;
