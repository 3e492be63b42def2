package org.worthwhile.monitoring;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.proposal.FinancialYear;

/**
 * What came of an approved option so far.
 *
 * @param paths of its measures, in the order of the register
 * @param lines whether each goes as forecast
 * @param reappraisal empty without actuals
 */
public record Review(MonitoringCase basis, List<Path> paths, List<LineWatch> lines, Optional<Reappraisal> reappraisal) {
    public Review {
        paths = List.copyOf(paths);
        lines = List.copyOf(lines);
    }

    /**
     * A measure's forecast and outcome.
     *
     * @param registered with the band of what is recorded by the errors that records have now
     * @param actuals by year, spend at the prices of the appraisal
     * @param ahead the truth of years ahead as it is now seen; empty where it is not
     */
    public record Path(
            Registered registered,
            SortedMap<FinancialYear, Double> actuals,
            SortedMap<FinancialYear, Approval.Expected> ahead) {
        public Path {
            actuals = Collections.unmodifiableSortedMap(new TreeMap<>(actuals));
            ahead = Collections.unmodifiableSortedMap(new TreeMap<>(ahead));
        }
    }

    /**
     * Reviews an approved option.
     *
     * @param threads how many work at once; of no consequence for the result
     * @param place of the file of the approval
     * @throws InvalidInput with everything that was frozen and is not what its proposal, trials and seed forecast
     */
    public static Review of(MonitoringCase monitored, int threads, Place place) {
        Monitoring monitoring = monitored.monitoring();
        Approval approval = monitoring.approval();
        Forecast forecast =
                new Forecast(monitored.basis(), approval.option(), approval.trials(), approval.seed(), threads);
        FrozenForecast frozen = FrozenForecast.require(monitored, forecast, place);
        Optional<Reappraiser> reappraiser = Reappraiser.of(monitored, forecast);
        List<Path> paths = new ArrayList<>();
        for (Registered one : monitoring.register()) {
            paths.add(new Path(
                    frozen.withBand(
                            one,
                            year -> Errors.of(one, year, monitoring.actual(one.measure(), year), monitoring, forecast)),
                    actuals(one, monitored),
                    reappraiser
                            .map(known -> ahead(one, monitoring, forecast, known))
                            .orElseGet(TreeMap::new)));
        }
        return new Review(
                monitored,
                paths,
                new EarlyWarning(monitored, forecast).watch(),
                reappraiser.map(Reappraiser::reappraise));
    }

    private static SortedMap<FinancialYear, Double> actuals(Registered one, MonitoringCase monitored) {
        SortedMap<FinancialYear, Double> actuals = new TreeMap<>();
        monitored.monitoring().actuals().stream()
                .filter(actual -> actual.measure().equals(one.measure()))
                .forEach(actual -> actuals.put(
                        actual.year(), Errors.real(actual, actual.value(), monitored.monitoring(), monitored.basis())));
        return actuals;
    }

    private static SortedMap<FinancialYear, Approval.Expected> ahead(
            Registered one, Monitoring monitoring, Forecast forecast, Reappraiser known) {
        SortedMap<FinancialYear, Approval.Expected> ahead = new TreeMap<>();
        LineTrials line = forecast.line(one.measure());
        Known people = known.known(one.measure().line());
        int first = known.from().since(forecast.year(0));
        int years = monitoring.until().since(forecast.year(0)) + 1;
        if (first >= years) {
            return ahead;
        }
        double[][] paths = line.figures(years, trial -> {
            LineTrials.State state = line.in(trial).with(people);
            double[] path = new double[years];
            for (int t = first; t < years; t++) {
                path[t] = state.measured(one.measure().step(), forecast.year(t));
            }
            return path;
        });
        for (int t = first; t < years; t++) {
            FinancialYear year = forecast.year(t);
            if (one.expected().containsKey(year)) {
                double[] ends = known.weights().quantiles(paths[t], 0.1, 0.9);
                ahead.put(
                        year,
                        new Approval.Expected(
                                line.central()
                                        .with(people)
                                        .measured(one.measure().step(), year),
                                known.weights().mean(paths[t]),
                                ends[0],
                                ends[1]));
            }
        }
        return ahead;
    }
}
