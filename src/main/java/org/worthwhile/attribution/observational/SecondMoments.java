package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.estimation.Term;

/**
 * Squares and products of covariates in which weighted arms differ though their means are alike, as where the propensity is not the model's
 * (Imai and Ratkovic 2014, Journal of the Royal Statistical Society B 76, on moments beyond those that weights balance; Austin 2009,
 * Statistics in Medicine 28, on squares and interactions).
 *
 * <p>Each is held against chance by the score test of the treatment in a weighted regression of it on the covariates, with whatever
 * variances there are; p-values are times their number (Bonferroni).
 *
 * @param departures that are both larger than chance gives and than a tenth of a standard deviation
 */
record SecondMoments(List<Departure> departures) {

    private static final double SIGNIFICANT = 0.05;

    /** As for means. */
    private static final double LARGE = 0.1;

    /** A square or product of which the covariates leave less than this share of its length is theirs. */
    private static final double EXPLAINED = 1e-9;

    /** Multiplications for all products, some seconds; beyond them squares alone are looked at. */
    private static final double MOST_WORK = 3e9;

    /** Of an estimate that rests on no weights. */
    static final SecondMoments NONE = new SecondMoments(List.of());

    SecondMoments {
        departures = List.copyOf(departures);
    }

    /**
     * A square or product.
     *
     * @param difference between the arms at equal covariates, in its standard deviations
     * @param pValue of there being none
     */
    record Departure(String term, double difference, double pValue) {}

    /** Of rows with the weights that make arms alike; rows of weight zero are of no arm. */
    static SecondMoments of(Comparison comparison, double[] weights) {
        int[] rows = IntStream.range(0, weights.length)
                .filter(row -> weights[row] > 0)
                .toArray();
        Comparison used = comparison.at(rows);
        double[] own = Matrices.take(weights, rows);
        List<Term> covariates = used.covariates().stream()
                .map(term -> new Term(term.name(), standardised(term.values())))
                .toList();
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(rows.length)));
        terms.addAll(covariates);
        double[] treated = new double[rows.length];
        Arrays.setAll(treated, row -> used.treated()[row] ? 1 : 0);
        Fit fit = new Fit(Regression.fit(treated, terms, List.of(), own), own, used.clusters());
        double work = rows.length * StrictMath.pow(terms.size(), 3);
        List<Departure> all = new ArrayList<>();
        for (int i = 0; i < covariates.size(); i++) {
            for (int j = i; j < (work > MOST_WORK ? i + 1 : covariates.size()); j++) {
                fit.departure(product(covariates.get(i), covariates.get(j))).ifPresent(all::add);
            }
        }
        return new SecondMoments(all.stream()
                .filter(each -> each.pValue() * all.size() < SIGNIFICANT && Math.abs(each.difference()) > LARGE)
                .toList());
    }

    private static Term product(Term first, Term second) {
        double[] values = new double[first.values().length];
        Arrays.setAll(values, row -> first.values()[row] * second.values()[row]);
        return new Term(
                first.name().equals(second.name())
                        ? "the square of " + first.name()
                        : first.name() + " times " + second.name(),
                values);
    }

    /** The treatment regressed on the covariates with weights. */
    private record Fit(Regression treatment, double[] weights, Optional<Grouping> clusters) {

        Optional<Departure> departure(Term product) {
            double[] values = product.values();
            double[] left = left(values);
            double spread = Resampling.deviation(values);
            double[] scores = new double[clusters.map(Grouping::size).orElse(values.length)];
            double length = 0;
            for (int row = 0; row < values.length; row++) {
                int place = clusters.isPresent() ? clusters.get().codes()[row] : row;
                scores[place] += treatment.residuals()[row] * left[row];
                length += weights[row] * values[row] * values[row];
            }
            double variance = Matrices.dot(scores, scores);
            if (!(Matrices.dot(left, left) > EXPLAINED * EXPLAINED * length) || !(variance > 0)) {
                return Optional.empty();
            }
            double score = DoubleStream.of(scores).sum();
            return Optional.of(new Departure(
                    product.name(),
                    score / Matrices.dot(treatment.residuals(), treatment.residuals()) / spread,
                    2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(score) / Math.sqrt(variance))));
        }

        /** What the covariates leave, times the roots of the weights. */
        private double[] left(double[] values) {
            double[] coefficients = treatment.coefficientsOf(values);
            double[] left = new double[values.length];
            Arrays.setAll(left, row -> Math.sqrt(weights[row]) * values[row]);
            for (int column = 0; column < coefficients.length; column++) {
                double[] regressor = treatment.regressors()[column];
                for (int row = 0; row < left.length; row++) {
                    left[row] -= coefficients[column] * regressor[row];
                }
            }
            return left;
        }
    }

    private static double[] standardised(double[] values) {
        double mean = DoubleStream.of(values).average().orElse(0);
        double spread = Resampling.deviation(values);
        return DoubleStream.of(values)
                .map(value -> spread > 0 ? (value - mean) / spread : 0)
                .toArray();
    }

    /** The check of balance with what is found here added to it. */
    Diagnostic addedTo(Diagnostic balance) {
        if (departures.isEmpty()) {
            return balance;
        }
        return new Diagnostic(
                balance.id(),
                balance.title(),
                balance.outcome() == Outcome.FAIL ? Outcome.FAIL : Outcome.WARN,
                OptionalDouble.of(Stream.concat(
                                balance.statistic().stream().boxed(),
                                departures.stream().map(each -> Math.abs(each.difference())))
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElseThrow()),
                balance.pValue(),
                balance.message() + " They differ by more than chance gives in "
                        + String.join(
                                ", ", departures.stream().map(Departure::term).toList())
                        + ", so that what goes with it is in the estimate: name such columns as covariates too.");
    }
}
