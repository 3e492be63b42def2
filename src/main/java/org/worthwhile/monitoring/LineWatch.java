package org.worthwhile.monitoring;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.proposal.FinancialYear;

/**
 * Whether a line goes as forecast.
 *
 * @param critical a deviation as rare as this, or rarer, is warned of; 0 where the trials are too few for any
 * @param limits of each measure by year, beyond which its actual is warned of; none where the forecast is certain and its record exact
 * @param departures what was warned of, the earliest year first
 */
public record LineWatch(
        String line,
        double critical,
        Map<MeasureId, SortedMap<FinancialYear, Limits>> limits,
        List<Departure> departures) {
    public LineWatch {
        limits = Collections.unmodifiableMap(new TreeMap<>(limits));
        departures = List.copyOf(departures);
    }

    /** The least and the largest actual that is not warned of. */
    public record Limits(double low, double high) {}

    /**
     * An actual beyond its limits.
     *
     * @param toDate whether it is the sum of all years up to this one, and not this year's own
     */
    public record Departure(MeasureId measure, FinancialYear year, boolean toDate, double actual, Limits limits) {}

    /** Whether nothing about it is uncertain, its record included. */
    public boolean isCertain() {
        return limits.isEmpty();
    }

    /** The year of the first warning; empty if the line goes as forecast. */
    public Optional<FinancialYear> warnedIn() {
        return departures.stream().map(Departure::year).min(FinancialYear::compareTo);
    }
}
