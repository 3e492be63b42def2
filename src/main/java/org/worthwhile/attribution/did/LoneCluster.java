package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;

/**
 * The one treated cluster of a two-way regression, whose residuals show nothing of its own variation: what the residuals of each
 * other cluster would count for in its place tells it (Conley and Taber 2011).
 *
 * @param others the variance that the other clusters have in the estimate
 */
record LoneCluster(OneTreated placebos, double others) {

    /** Fewer other clusters than this tell no variance. */
    private static final int FEWEST = 3;

    /**
     * Looks for one; empty where more are treated, or too few others are seen in all its periods.
     *
     * @param treatment by row
     */
    static Optional<LoneCluster> of(
            RegressionStudy fit, String term, double[] treatment, Grouping clusters, Grouping periods) {
        int[] treated = IntStream.range(0, treatment.length)
                .filter(row -> treatment[row] != 0)
                .map(row -> clusters.codes()[row])
                .distinct()
                .toArray();
        if (treated.length != 1) {
            return Optional.empty();
        }
        Regression regression = fit.regression();
        double[] bread = regression.bread()[regression.terms().indexOf(term)];
        double[] counts = new double[periods.size()];
        double[] scores = new double[clusters.size()];
        double[][] residuals = new double[clusters.size()][periods.size()];
        double[][] weights = new double[clusters.size()][periods.size()];
        for (int row = 0; row < treatment.length; row++) {
            int cluster = clusters.codes()[row];
            int period = periods.codes()[row];
            double root = Math.sqrt(regression.weights()[row]);
            double count = 0;
            for (int j = 0; j < bread.length; j++) {
                count += bread[j] * regression.regressors()[j][row];
            }
            counts[period] += cluster == treated[0] ? count * root : 0;
            scores[cluster] += count * regression.residuals()[row];
            residuals[cluster][period] += root * regression.residuals()[row];
            weights[cluster][period] += root * root;
        }
        double[] sizes = Arrays.stream(weights)
                .mapToDouble(own -> Arrays.stream(own).sum())
                .toArray();
        List<Double> placebos = new ArrayList<>();
        List<Double> sizesOfOthers = new ArrayList<>();
        double squares = 0;
        for (int cluster = 0; cluster < clusters.size(); cluster++) {
            if (cluster != treated[0]) {
                squares += scores[cluster] * scores[cluster];
                Optional<Double> placebo = placebo(counts, residuals[cluster], weights[cluster]);
                placebo.ifPresent(placebos::add);
                if (placebo.isPresent()) {
                    sizesOfOthers.add(sizes[cluster]);
                }
            }
        }
        if (placebos.size() < FEWEST) {
            return Optional.empty();
        }
        double estimate = regression.coefficients()[regression.terms().indexOf(term)];
        int count = clusters.size() - 1;
        return Optional.of(new LoneCluster(
                OneTreated.of(estimate, plain(placebos), plain(sizesOfOthers), sizes[treated[0]]),
                squares * count / (count - 1.0)));
    }

    private static double[] plain(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** What a cluster's mean residuals would count for; empty where it is not seen in every period that counts. */
    private static Optional<Double> placebo(double[] counts, double[] residuals, double[] weights) {
        double[] means = new double[counts.length];
        for (int period = 0; period < counts.length; period++) {
            if (counts[period] != 0 && weights[period] == 0) {
                return Optional.empty();
            }
            means[period] = counts[period] == 0 ? 0 : residuals[period] / weights[period];
        }
        return Optional.of(Matrices.dot(counts, means));
    }

    Finding finding(double level) {
        return placebos.finding(others, level);
    }
}
