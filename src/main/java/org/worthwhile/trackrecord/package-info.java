/**
 * The track record of an organisation: forecasts of completed projects with their outcomes become a
 * {@link org.worthwhile.trackrecord.TrackRecordResult}, what the next project of each kind can be expected to come to as a ratio to its
 * forecast, and how well past probabilities were calibrated.
 */
@NullMarked
package org.worthwhile.trackrecord;

import org.jspecify.annotations.NullMarked;
