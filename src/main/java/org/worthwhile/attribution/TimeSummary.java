package org.worthwhile.attribution;

import java.util.Optional;
import org.worthwhile.attribution.period.Calendar;
import org.worthwhile.attribution.period.WrittenTimes;

/**
 * The calendar of a dataset's times.
 *
 * @param column of the times
 * @param kind what they are, such as {@code quarters}
 * @param first its label
 * @param last likewise
 * @param spacing from one period to the next, such as {@code one month}
 * @param periods from the first to the last, missing ones among them
 * @param missing how many of them no row is of
 * @param missingNames the first few of these
 * @param regular whether the times lie on a calendar, and not only in an order
 */
public record TimeSummary(
        String column,
        String kind,
        String first,
        String last,
        String spacing,
        int periods,
        int missing,
        String missingNames,
        boolean regular) {

    /** Empty where the column holds no times. */
    static Optional<TimeSummary> of(Column column) {
        return WrittenTimes.of(column).map(times -> {
            Calendar calendar = times.calendar();
            int[] missing = calendar.missing();
            return new TimeSummary(
                    column.name(),
                    times.kind(),
                    calendar.label(0),
                    calendar.label(calendar.size() - 1),
                    calendar.spacing(),
                    calendar.size(),
                    missing.length,
                    calendar.names(missing),
                    !calendar.isOrderOnly());
        });
    }
}
