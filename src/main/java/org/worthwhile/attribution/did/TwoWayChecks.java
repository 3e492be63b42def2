package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.UsualVariance;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.period.Period;
import org.worthwhile.attribution.period.Periods;
import org.worthwhile.attribution.period.Starts;

/**
 * How a two-way coefficient holds against another date, without any one group of units, and what it averages over.
 *
 * @param first the period in which each row's unit is first treated; {@link Starts#NEVER} for never
 * @param anticipation by how many periods units may have changed before that
 * @param covariates the other terms
 * @param clusters empty where standard errors are not clustered
 */
record TwoWayChecks(
        double[] outcome,
        double[] treatment,
        Starts first,
        int anticipation,
        Periods periods,
        Grouping units,
        List<Term> covariates,
        List<Grouping> fixedEffects,
        List<Grouping> clusters,
        double[] weights) {

    private static final int MOST_GROUPS = 50;

    /** The coefficient without units first treated at one time; no p-value where its error cannot be told. */
    record LeftOut(Period group, double estimate, OptionalDouble pValue) {}

    /** Treatment made to begin half-way through the times before anybody was treated. */
    Diagnostic placeboDate() {
        int start = first.groups()[0] - anticipation;
        int[] before = IntStream.of(periods.calendar().observed())
                .filter(period -> period < start)
                .toArray();
        if (before.length >= 2) {
            int middle = before[before.length / 2];
            double[] pretended = IntStream.range(0, outcome.length)
                    .mapToDouble(row -> !first.isNever(row) && periods.of(row) >= middle ? 1 : 0)
                    .toArray();
            Optional<LeftOut> found = fit(middle, pretended, row -> periods.of(row) < start);
            if (found.isPresent() && found.get().pValue.isPresent()) {
                return PreTrends.placebo(
                        found.get().estimate, found.get().pValue.getAsDouble());
            }
        }
        return Diagnostic.of(
                "placebo-date",
                "A made-up earlier start",
                Outcome.INFO,
                "There are too few times before treatment, or too few treated, to try one.");
    }

    Optional<Diagnostic> leaveOneGroupOut(double estimate) {
        int[] groups = first.groups();
        if (groups.length < 2 || groups.length > MOST_GROUPS) {
            return Optional.empty();
        }
        List<LeftOut> without = Arrays.stream(groups)
                .boxed()
                .flatMap(group -> fit(group, treatment, row -> first.of(row) != group).stream())
                .toList();
        if (without.isEmpty()) {
            return Optional.empty();
        }
        LeftOut least = without.stream()
                .min(java.util.Comparator.comparingDouble(LeftOut::estimate))
                .orElseThrow();
        LeftOut most = without.stream()
                .max(java.util.Comparator.comparingDouble(LeftOut::estimate))
                .orElseThrow();
        boolean alike = least.estimate * estimate > 0 && most.estimate * estimate > 0;
        return Optional.of(Diagnostic.of(
                "leave-one-group-out",
                "Without any one group",
                alike ? Outcome.PASS : Outcome.WARN,
                String.format(
                        Locale.UK,
                        "Leaving out those first treated at any one time, the estimate lies between %s (without %s) and"
                                + " %s (without %s)%s",
                        Rounded.plain(least.estimate),
                        least.group.label(),
                        Rounded.plain(most.estimate),
                        most.group.label(),
                        alike ? "." : ": its direction hangs on one group.")));
    }

    /** Empty when treatment's coefficient cannot be told. */
    private Optional<LeftOut> fit(int group, double[] treated, IntPredicate chosen) {
        int[] rows = IntStream.range(0, outcome.length).filter(chosen).toArray();
        List<Term> terms = new ArrayList<>(List.of(new Term("treated", Matrices.take(treated, rows))));
        covariates.forEach(term -> terms.add(new Term(term.name(), Matrices.take(term.values(), rows))));
        Regression fit = Regression.fit(
                Matrices.take(outcome, rows),
                terms,
                fixedEffects.stream().map(effect -> effect.at(rows)).toList(),
                Matrices.take(weights, rows));
        int position = fit.terms().indexOf("treated");
        List<Grouping> kept = clusters.stream().map(cluster -> cluster.at(rows)).toList();
        if (position < 0 || fit.degreesOfFreedom() < 1 || kept.stream().anyMatch(cluster -> cluster.size() < 2)) {
            return Optional.empty();
        }
        Covariance covariance = Covariance.of(fit, UsualVariance.kind(fit, kept, Covariance.Kind.HC1), kept);
        double estimate = fit.coefficients()[position];
        double freedom = covariance.degreesOfFreedom(position);
        OptionalDouble pValue = freedom > 0
                ? OptionalDouble.of(Inference.student(freedom, DesignOptions.LEVEL)
                        .pValue(estimate, covariance.standardError(position)))
                : OptionalDouble.empty();
        return Optional.of(new LeftOut(periods.calendar().period(group), estimate, pValue));
    }

    /** Empty unless the panel is balanced, nothing but units and times is held constant and treatment stays. */
    Optional<Decomposition> decomposition() {
        int[] observed = periods.calendar().observed();
        boolean plain = covariates.isEmpty() && DoubleStream.of(weights).allMatch(weight -> weight == 1);
        if (!plain || fixedEffects.size() != 2 || outcome.length != units.size() * observed.length) {
            return Optional.empty();
        }
        double[][] outcomes = new double[units.size()][observed.length];
        int[] starts = new int[units.size()];
        boolean[][] seen = new boolean[units.size()][observed.length];
        for (int row = 0; row < outcome.length; row++) {
            int unit = units.codes()[row];
            int period = Arrays.binarySearch(observed, periods.of(row));
            int start = first.isNever(row) ? observed.length : Arrays.binarySearch(observed, first.of(row));
            if (seen[unit][period] || start < 0 || treatment[row] != (period >= start ? 1 : 0)) {
                return Optional.empty();
            }
            seen[unit][period] = true;
            outcomes[unit][period] = outcome[row];
            starts[unit] = start;
        }
        return Decomposition.of(outcomes, starts);
    }

    static Diagnostic diagnostic(Decomposition found) {
        double forbidden = found.weight(Decomposition.Against.ALREADY_TREATED);
        double others = found.comparisons().stream()
                .filter(comparison -> comparison.against() != Decomposition.Against.ALREADY_TREATED)
                .mapToDouble(comparison -> comparison.weight() * comparison.estimate())
                .sum();
        return new Diagnostic(
                "decomposition",
                "What the estimate averages over",
                forbidden > 0.1 ? Outcome.WARN : Outcome.PASS,
                OptionalDouble.of(forbidden),
                OptionalDouble.empty(),
                String.format(
                        Locale.UK,
                        "%.0f%% of the estimate's weight compares the newly treated with units already treated%s",
                        forbidden * 100,
                        forbidden < 1 && forbidden > 0
                                ? "; without them it would be " + Rounded.plain(others / (1 - forbidden)) + "."
                                : "."));
    }
}
