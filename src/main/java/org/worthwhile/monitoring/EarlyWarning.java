package org.worthwhile.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.worthwhile.proposal.FinancialYear;

/**
 * A sequential test of a line: every measure in every year, and its sum to date, against what the trials of the forecast lead one to
 * record. In each trial the rarest of all these deviations is found, by its two-sided rank; the rarity that is warned of is the one that
 * no more than the given share of trials reach in any year (the minimum of p-values, Westfall and Young 1993; as a band, Montiel Olea
 * and Plagborg-Møller 2019). Whoever looks each year is thus warned of a line that goes as forecast no more often than that, whatever
 * depends on what.
 */
final class EarlyWarning {

    /**
     * One thing that is looked at.
     *
     * @param recorded of each trial
     * @param rising the same in order
     */
    private record Column(MeasureId measure, FinancialYear year, boolean toDate, double[] recorded, double[] rising) {

        static Column of(MeasureId measure, FinancialYear year, boolean toDate, double[] recorded) {
            double[] rising = recorded.clone();
            Arrays.sort(rising);
            return new Column(measure, year, toDate, recorded, rising);
        }

        boolean isCertain() {
            return rising[0] == rising[rising.length - 1];
        }

        int notAbove(double value) {
            int found = Arrays.binarySearch(rising, value);
            int place = found < 0 ? -found - 1 : found;
            while (place < rising.length && rising[place] <= value) {
                place++;
            }
            return place;
        }

        int notBelow(double value) {
            int found = Arrays.binarySearch(rising, value);
            int place = found < 0 ? -found - 1 : found;
            while (place > 0 && rising[place - 1] >= value) {
                place--;
            }
            return rising.length - place;
        }

        /** The two-sided rank of each trial, as a share. */
        double rarity(int trial) {
            double value = recorded[trial];
            return 2.0 * Math.min(notAbove(value), notBelow(value)) / rising.length;
        }
    }

    private final Monitoring monitoring;
    private final Forecast forecast;
    private final Map<MeasureId, SortedMap<FinancialYear, Actual>> actuals = new TreeMap<>();

    EarlyWarning(MonitoringCase monitored, Forecast forecast) {
        this.monitoring = monitored.monitoring();
        this.forecast = forecast;
        monitoring
                .actuals()
                .forEach(actual -> actuals.computeIfAbsent(actual.measure(), _ -> new TreeMap<>())
                        .put(actual.year(), actual));
    }

    /** Watches each line of the register. */
    List<LineWatch> watch() {
        return monitoring.register().stream()
                .map(one -> one.measure().line())
                .distinct()
                .map(this::watch)
                .toList();
    }

    private LineWatch watch(String line) {
        List<Column> columns = columns(line);
        int trials = forecast.draws.trials();
        double critical = critical(columns, trials);
        int rank = (int) Math.floor(critical * (trials + 1) / 2 + 1e-9);
        Map<MeasureId, SortedMap<FinancialYear, LineWatch.Limits>> limits = new TreeMap<>();
        List<LineWatch.Departure> departures = new ArrayList<>();
        for (Column column : columns) {
            LineWatch.Limits beyond = rank < 1
                    ? new LineWatch.Limits(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)
                    : new LineWatch.Limits(column.rising()[rank - 1], column.rising()[trials - rank]);
            if (!column.toDate()) {
                limits.computeIfAbsent(column.measure(), _ -> new TreeMap<>()).put(column.year(), beyond);
            }
            OptionalDouble found = recorded(column);
            if (found.isPresent() && (found.getAsDouble() < beyond.low() || found.getAsDouble() > beyond.high())) {
                departures.add(new LineWatch.Departure(
                        column.measure(), column.year(), column.toDate(), found.getAsDouble(), beyond));
            }
        }
        departures.sort(Comparator.comparing(LineWatch.Departure::year));
        return new LineWatch(line, critical, limits, departures);
    }

    /** The largest rarity that no more than the given share of trials reach; 0 if there is none. */
    private double critical(List<Column> columns, int trials) {
        double[] rarest = IntStream.range(0, trials)
                .parallel()
                .mapToDouble(trial -> columns.stream()
                        .mapToDouble(column -> column.rarity(trial))
                        .min()
                        .orElse(1))
                .sorted()
                .toArray();
        int most = (int) Math.floor(monitoring.falseAlarms() * trials);
        double next = most < trials ? rarest[most] : Double.POSITIVE_INFINITY;
        return IntStream.range(0, Math.min(most, trials))
                .mapToDouble(i -> rarest[i])
                .filter(one -> one < next)
                .max()
                .orElse(0);
    }

    private List<Column> columns(String line) {
        List<Column> columns = new ArrayList<>();
        for (int place = 0; place < monitoring.register().size(); place++) {
            Registered one = monitoring.register().get(place);
            if (one.measure().line().equals(line)) {
                double[][] paths = new Recorded(forecast, monitoring.until())
                        .paths(
                                one.measure(),
                                place,
                                year -> Errors.of(one, year, actual(one.measure(), year), monitoring, forecast));
                double[] toDate = new double[forecast.draws.trials()];
                int counted = 0;
                for (int t = 0; t < paths.length; t++) {
                    FinancialYear year = forecast.year(t);
                    if (one.expected().containsKey(year)) {
                        columns.add(Column.of(one.measure(), year, false, paths[t]));
                        Forecast.add(toDate, paths[t], 1);
                        if (++counted > 1) {
                            columns.add(Column.of(one.measure(), year, true, toDate.clone()));
                        }
                    }
                }
            }
        }
        columns.removeIf(Column::isCertain);
        return columns;
    }

    private Optional<Actual> actual(MeasureId measure, FinancialYear year) {
        return Optional.ofNullable(
                actuals.getOrDefault(measure, new TreeMap<>()).get(year));
    }

    /** What was recorded; empty where it was not, or not in every year that a sum is of. */
    private OptionalDouble recorded(Column column) {
        Registered registered = monitoring.find(column.measure()).orElseThrow();
        double sum = 0;
        for (FinancialYear year :
                registered.expected().headMap(column.year().plus(1)).keySet()) {
            if (column.toDate() || year.equals(column.year())) {
                Optional<Actual> actual = actual(column.measure(), year);
                if (actual.isEmpty()) {
                    return OptionalDouble.empty();
                }
                sum += Errors.real(actual.get(), actual.get().value(), monitoring, forecast.basis);
            }
        }
        return OptionalDouble.of(sum);
    }
}
