package org.worthwhile.attribution.panel;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.period.Periods;

/**
 * Whether residuals of different units go together over time, as where shocks are common: Pesaran's CD, the sum over pairs of units of
 * the correlation of their residuals times the root of the periods that they share, standard normal without dependence (Pesaran 2021,
 * Empirical Economics 60, for panels with gaps too). With effects of time it says nothing, since these take common shocks out and make
 * residuals go apart (Juodis and Reese 2022, Journal of Business and Economic Statistics 40), and is not made.
 *
 * @param statistic standard normal without dependence
 */
record CrossDependence(double statistic) {

    private static final double SIGNIFICANT = 0.05;
    private static final int FEWEST_SHARED = 3;
    private static final int MOST_UNITS = 1_000;

    /** The test; empty without units and times, with effects of time, or where no two units share three periods. */
    static Optional<CrossDependence> of(StudyCase studyCase, RegressionStudy fit) {
        Optional<String> unit = studyCase.study().roles().unit();
        Optional<Periods> periods = Periods.ifNamed(studyCase, fit.sample());
        if (unit.isEmpty()
                || periods.isEmpty()
                || fit.regression().fixedEffects().stream()
                        .anyMatch(effect -> periods.get().grouping().isNestedIn(effect) && effect.size() > 1
                                || effect.isNestedIn(periods.get().grouping()))) {
            return Optional.empty();
        }
        Grouping units = fit.sample().grouping(unit.get());
        return units.size() < 2 || units.size() > MOST_UNITS
                ? Optional.empty()
                : of(units, periods.get().grouping(), fit.regression().residuals());
    }

    static Optional<CrossDependence> of(Grouping units, Grouping times, double[] residuals) {
        double[][] table = new double[units.size()][times.size()];
        for (double[] row : table) {
            Arrays.fill(row, Double.NaN);
        }
        for (int row = 0; row < residuals.length; row++) {
            table[units.codes()[row]][times.codes()[row]] = residuals[row];
        }
        double sum = 0;
        long pairs = 0;
        for (int first = 0; first < table.length; first++) {
            for (int second = 0; second < first; second++) {
                double part = pair(table[first], table[second]);
                if (!Double.isNaN(part)) {
                    sum += part;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Optional.empty() : Optional.of(new CrossDependence(sum / Math.sqrt(pairs)));
    }

    /** The correlation over shared periods times the root of their number; NaN where they are too few. */
    private static double pair(double[] first, double[] second) {
        int shared = 0;
        double firstMean = 0;
        double secondMean = 0;
        for (int time = 0; time < first.length; time++) {
            if (!Double.isNaN(first[time] + second[time])) {
                shared++;
                firstMean += first[time];
                secondMean += second[time];
            }
        }
        firstMean /= shared;
        secondMean /= shared;
        double product = 0;
        double firstSquare = 0;
        double secondSquare = 0;
        for (int time = 0; time < first.length; time++) {
            if (!Double.isNaN(first[time] + second[time])) {
                product += (first[time] - firstMean) * (second[time] - secondMean);
                firstSquare += (first[time] - firstMean) * (first[time] - firstMean);
                secondSquare += (second[time] - secondMean) * (second[time] - secondMean);
            }
        }
        return shared < FEWEST_SHARED || !(firstSquare > 0) || !(secondSquare > 0)
                ? Double.NaN
                : Math.sqrt(shared) * product / Math.sqrt(firstSquare * secondSquare);
    }

    double pValue() {
        return Inference.normal(0.95).pValue(statistic, 1);
    }

    boolean isFound() {
        return pValue() < SIGNIFICANT;
    }

    /**
     * The check.
     *
     * @param allowed whether the errors allow for it
     */
    Diagnostic diagnostic(boolean allowed) {
        return new Diagnostic(
                "cross-dependence",
                "Units apart from one another",
                isFound() ? Outcome.WARN : Outcome.PASS,
                OptionalDouble.of(statistic),
                OptionalDouble.of(pValue()),
                !isFound()
                        ? "The errors of different units do not go together over time."
                        : "The errors of different units go together over time, as where shocks are common to all: a treatment that"
                                + " moves with them takes them for its effect. Add time to the fixed effects, which takes common"
                                + " shocks out; "
                                + (allowed
                                        ? "meanwhile the standard errors allow for them."
                                        : "the standard errors do not allow for them, so cluster by unit and time, or use"
                                                + " driscoll-kraay."));
    }
}
