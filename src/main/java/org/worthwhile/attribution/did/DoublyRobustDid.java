package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.LogisticRegression;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/**
 * The effect on the treated between two periods, doubly robust in the covariates: right if either the outcome's trend
 * or the probability of treatment is modelled rightly (Sant'Anna and Zhao 2020, Journal of Econometrics 219, the
 * estimator for panels). Without covariates it is the difference of the mean changes.
 *
 * @param estimate of the effect
 * @param influence of each unit on the estimate, with mean 0
 */
record DoublyRobustDid(double estimate, double[] influence) {

    /** Controls whose probability of treatment is this high have no like among the treated and are left out. */
    private static final double HIGHEST_PROBABILITY = 0.995;

    /**
     * Estimates the effect.
     *
     * @param changes of the outcome by unit
     * @param treated by unit; the others are controls
     * @param columns covariates by term and unit, the first an intercept
     * @param weights by unit
     * @return empty when the probability of treatment cannot be modelled, no control is like the treated, or the
     *     covariates are collinear
     */
    static Optional<DoublyRobustDid> estimate(
            double[] changes, boolean[] treated, double[][] columns, double[] weights) {
        int n = changes.length;
        int k = columns.length;
        Optional<LogisticRegression> fitted = LogisticRegression.fit(columns, treated, weights);
        if (fitted.isEmpty()) {
            return Optional.empty();
        }
        double[] probability = fitted.get().probabilities();
        Optional<Trend> trend = Trend.of(changes, treated, columns, weights);
        if (trend.isEmpty()) {
            return Optional.empty();
        }
        double[] departure = trend.get().departures();
        double[] treatedWeight = new double[n];
        double[] controlWeight = new double[n];
        for (int unit = 0; unit < n; unit++) {
            if (treated[unit]) {
                treatedWeight[unit] = weights[unit];
            } else if (k == 1 || probability[unit] < HIGHEST_PROBABILITY) {
                controlWeight[unit] = weights[unit] * probability[unit] / (1 - probability[unit]);
            }
        }
        if (sum(controlWeight) == 0) {
            return Optional.empty();
        }
        double treatedMean = Matrices.dot(treatedWeight, departure) / sum(treatedWeight);
        double controlMean = Matrices.dot(controlWeight, departure) / sum(controlWeight);

        double[] treatedMoment = new double[k];
        double[] controlMoment = new double[k];
        double[] probabilityMoment = new double[k];
        for (int j = 0; j < k; j++) {
            for (int unit = 0; unit < n; unit++) {
                treatedMoment[j] += treatedWeight[unit] * columns[j][unit] / n;
                controlMoment[j] += controlWeight[unit] * columns[j][unit] / n;
                probabilityMoment[j] += controlWeight[unit] * (departure[unit] - controlMean) * columns[j][unit] / n;
            }
        }
        double[] throughTreated = Matrices.times(trend.get().inverseMoments(), treatedMoment);
        double[] throughControl = Matrices.times(trend.get().inverseMoments(), controlMoment);
        double[] throughProbability =
                Matrices.times(Matrices.times(fitted.get().inverseInformation(), n), probabilityMoment);
        double meanTreatedWeight = sum(treatedWeight) / n;
        double meanControlWeight = sum(controlWeight) / n;
        double[] influence = new double[n];
        for (int unit = 0; unit < n; unit++) {
            double fromTrend = treated[unit] ? 0 : weights[unit] * departure[unit];
            double fromProbability = weights[unit] * ((treated[unit] ? 1 : 0) - probability[unit]);
            double trendTreated = 0;
            double trendControl = 0;
            double probabilityControl = 0;
            for (int j = 0; j < k; j++) {
                trendTreated += fromTrend * columns[j][unit] * throughTreated[j];
                trendControl += fromTrend * columns[j][unit] * throughControl[j];
                probabilityControl += fromProbability * columns[j][unit] * throughProbability[j];
            }
            double ofTreated = treatedWeight[unit] * (departure[unit] - treatedMean) - trendTreated;
            double ofControl =
                    controlWeight[unit] * (departure[unit] - controlMean) + probabilityControl - trendControl;
            influence[unit] = ofTreated / meanTreatedWeight - ofControl / meanControlWeight;
        }
        return Optional.of(new DoublyRobustDid(treatedMean - controlMean, influence));
    }

    /**
     * The controls' change as a linear function of the covariates.
     *
     * @param departures of every unit's change from it
     * @param inverseMoments the inverse of the mean of weight x covariates x covariates' over all units, controls only
     */
    private record Trend(double[] departures, double[][] inverseMoments) {

        static Optional<Trend> of(double[] changes, boolean[] treated, double[][] columns, double[] weights) {
            int n = changes.length;
            int[] controls =
                    IntStream.range(0, n).filter(unit -> !treated[unit]).toArray();
            List<Term> terms = new ArrayList<>();
            for (int j = 0; j < columns.length; j++) {
                terms.add(new Term(Integer.toString(j), at(controls, columns[j])));
            }
            Regression fit = Regression.fit(at(controls, changes), terms, List.of(), at(controls, weights));
            if (!fit.collinear().isEmpty()) {
                return Optional.empty();
            }
            double[] departures = changes.clone();
            for (int unit = 0; unit < n; unit++) {
                for (int j = 0; j < columns.length; j++) {
                    departures[unit] -= fit.coefficients()[j] * columns[j][unit];
                }
            }
            return Optional.of(new Trend(departures, Matrices.times(fit.bread(), n)));
        }

        private static double[] at(int[] units, double[] values) {
            return IntStream.of(units).mapToDouble(unit -> values[unit]).toArray();
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DoublyRobustDid periods
                && estimate == periods.estimate
                && Arrays.equals(influence, periods.influence);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(influence);
    }
}
