package org.worthwhile.monitoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.worthwhile.monitoring.Reappraisal.Cause;
import org.worthwhile.monitoring.Reappraisal.Contribution;
import org.worthwhile.proposal.FinancialYear;

/** Appraises an approved option again with what is known of it. */
final class Reappraiser {

    /** Contributions smaller than this share of all are those of rounding. */
    private static final double ROUNDING = 1e-9;

    private final MonitoringCase monitored;
    private final Forecast forecast;
    private final FinancialYear from;
    private final Weights alike;
    private final Weights seen;
    private final boolean updated;
    private final double effective;
    private final Map<String, Known> known = new HashMap<>();

    private Reappraiser(MonitoringCase monitored, Forecast forecast, FinancialYear last) {
        this.monitored = monitored;
        this.forecast = forecast;
        this.from = last.plus(1);
        this.alike = Weights.equal(forecast.draws.trials());
        Weights byLikelihood = Weights.of(logLikelihoods());
        this.effective = byLikelihood.effective();
        this.updated = effective >= Reappraisal.LEAST_EFFECTIVE;
        this.seen = updated ? byLikelihood : alike;
        forecast.own
                .keySet()
                .forEach(line -> known.put(
                        line,
                        Known.of(
                                line,
                                monitored.monitoring().actuals(),
                                forecast.basis,
                                monitored.monitoring().basis())));
    }

    /** Of a case with any actual; empty without. */
    static Optional<Reappraiser> of(MonitoringCase monitored, Forecast forecast) {
        return monitored.monitoring().actuals().stream()
                .map(Actual::year)
                .max(FinancialYear::compareTo)
                .map(last -> new Reappraiser(monitored, forecast, last));
    }

    FinancialYear from() {
        return from;
    }

    Weights weights() {
        return seen;
    }

    Known known(String line) {
        return known.getOrDefault(line, Known.NOTHING);
    }

    /** The logarithm of the likelihood of all actuals by trial: each is normal about what the trial has in its year. */
    private double[] logLikelihoods() {
        double[] sums = new double[forecast.draws.trials()];
        Monitoring monitoring = monitored.monitoring();
        int years = monitoring.until().since(forecast.year(0)) + 1;
        for (Registered one : monitoring.register()) {
            List<Actual> actuals = monitoring.actuals().stream()
                    .filter(actual -> actual.measure().equals(one.measure()))
                    .toList();
            double[][] paths = actuals.isEmpty() ? new double[0][] : forecast.paths(one.measure(), years);
            for (Actual actual : actuals) {
                double error = Errors.of(one, actual.year(), Optional.of(actual), monitoring, forecast);
                double value = Errors.real(actual, actual.value(), monitoring, forecast.basis);
                double[] path = paths[actual.year().since(forecast.year(0))];
                for (int trial = 0; error > 0 && trial < sums.length; trial++) {
                    double deviation = (value - path[trial]) / error;
                    sums[trial] -= deviation * deviation / 2;
                }
            }
        }
        return sums;
    }

    /**
     * What a line adds to net present social value in each trial.
     *
     * @param causes those of its actuals
     * @param byMask with the actuals of the causes whose bits are set, by mask
     * @param ahead with all of them, from the first year ahead on
     * @param staying of that, what comes of those already taken in
     */
    private record LineSums(List<Cause> causes, double[][] byMask, double[] ahead, double[] staying) {}

    private LineSums sums(LineTrials line, Known all) {
        List<Cause> causes = new ArrayList<>();
        if (!all.spend().isEmpty()) {
            causes.add(Cause.SPEND);
        }
        if (!all.people().isEmpty()) {
            causes.add(Cause.PEOPLE);
        }
        if (!all.outcomes().isEmpty()) {
            causes.add(Cause.OUTCOMES);
        }
        int masks = 1 << causes.size();
        int first = from.since(forecast.year(0));
        double[][] figures = line.figures(masks + 2, trial -> {
            LineTrials.State state = line.in(trial);
            double[] found = new double[masks + 2];
            double[] present = new double[0];
            for (int mask = 0; mask < masks; mask++) {
                present = state.present(of(all, causes, mask));
                found[mask] = Arrays.stream(present).sum();
            }
            found[masks] = sum(present, first);
            found[masks + 1] = sum(state.presentOfIntakesBefore(from, all), first);
            return found;
        });
        return new LineSums(causes, Arrays.copyOf(figures, masks), figures[masks], figures[masks + 1]);
    }

    private static Known of(Known all, List<Cause> causes, int mask) {
        return all.only(
                isSet(Cause.SPEND, causes, mask),
                isSet(Cause.PEOPLE, causes, mask),
                isSet(Cause.OUTCOMES, causes, mask));
    }

    private static boolean isSet(Cause cause, List<Cause> causes, int mask) {
        int place = causes.indexOf(cause);
        return place >= 0 && (mask >> place & 1) == 1;
    }

    private static double sum(double[] present, int first) {
        double sum = 0;
        for (int t = first; t < present.length; t++) {
            sum += present[t];
        }
        return sum;
    }

    Reappraisal reappraise() {
        int trials = forecast.draws.trials();
        double[] npsv = new double[trials];
        double[] ahead = new double[trials];
        double[] beyond = new double[trials];
        double central = 0;
        List<Contribution> contributions = new ArrayList<>();
        for (Map.Entry<String, LineTrials> line : forecast.own.entrySet()) {
            Known all = known(line.getKey());
            LineSums sums = sums(line.getValue(), all);
            Forecast.add(npsv, sums.byMask()[sums.byMask().length - 1], 1);
            Forecast.add(ahead, sums.ahead(), 1);
            Forecast.add(beyond, sums.ahead(), 1);
            Forecast.add(beyond, sums.staying(), -1);
            central += Arrays.stream(line.getValue().central().present(all)).sum();
            contributions.addAll(contributions(line.getKey(), sums, 1));
        }
        for (LineTrials line : forecast.usual) {
            LineSums sums = sums(line, Known.NOTHING);
            Forecast.add(npsv, sums.byMask()[0], -1);
            Forecast.add(ahead, sums.ahead(), -1);
            Forecast.add(beyond, sums.ahead(), -1);
            central -= Arrays.stream(line.central().present(Known.NOTHING)).sum();
            contributions.addAll(contributions("", sums, -1));
        }
        double scale = contributions.stream()
                .mapToDouble(one -> Math.abs(one.amount()))
                .sum();
        contributions.removeIf(one -> Math.abs(one.amount()) <= ROUNDING * scale);
        contributions.sort(
                Collections.reverseOrder(Comparator.comparingDouble((Contribution one) -> Math.abs(one.amount()))));
        return new Reappraisal(
                from,
                central,
                effective,
                updated,
                Reappraisal.Spread.of(npsv, seen),
                Reappraisal.Spread.of(ahead, seen),
                Reappraisal.Spread.of(beyond, seen),
                contributions);
    }

    /** Lines add up, so that each line's causes share what the line changes by. */
    private List<Contribution> contributions(String line, LineSums sums, double sign) {
        int update = sums.causes().size();
        double[] shares = Shapley.of(update + 1, mask -> {
            double[] values = sums.byMask()[mask & (1 << update) - 1];
            return sign * ((mask >> update & 1) == 1 ? seen.mean(values) : alike.mean(values));
        });
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            contributions.add(new Contribution(line, i < update ? sums.causes().get(i) : Cause.UPDATE, shares[i]));
        }
        return contributions;
    }
}
