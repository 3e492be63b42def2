package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Interval;

/**
 * The wild cluster bootstrap of one coefficient's t statistic, with the hypothesis imposed and each cluster's residuals
 * turned round or left as a whole (Cameron, Gelbach and Miller 2008, Review of Economics and Statistics 90). A draw's
 * statistic is the root of a ratio of two quadratics in the hypothesised coefficient, so that one pass over the draws
 * serves every hypothesis (Roodman, MacKinnon, Nielsen and Webb 2019, Stata Journal 19).
 */
public final class WildClusterBootstrap {

    /** Draws within this share of the statistic count as level with it. */
    private static final double LEVEL_WITH = 1 - 1e-10;

    private static final double FURTHEST = 1e4;
    private static final int HALVINGS = 40;

    private final double estimate;
    private final double standardError;
    private final double square;
    private final double scores;
    private final double[] constant;
    private final double[] slope;
    private final double[][] quadratic;

    /** How a cluster's residuals and regressor enter the statistic. */
    private record Parts(double[] scores, double[][] spread) {}

    private WildClusterBootstrap(Regression regression, int term, Grouping clusters, int draws, long seed) {
        double[] others = regression.regressors()[term];
        List<double[]> rest = new ArrayList<>(List.of(regression.regressors()));
        rest.remove(term);
        double[][] controls = rest.toArray(double[][]::new);
        double[] own = residual(others, controls);
        this.estimate = regression.coefficients()[term];
        this.standardError = Covariance.of(regression, Covariance.Kind.CLUSTER, List.of(clusters))
                .standardError(term);
        this.square = Matrices.dot(own, own);
        double[] restricted = new double[own.length];
        for (int row = 0; row < own.length; row++) {
            restricted[row] = regression.residuals()[row] + estimate * own[row];
        }
        double[] unrestrictedScores = sums(own, regression.residuals(), clusters);
        this.scores = Matrices.dot(unrestrictedScores, unrestrictedScores);
        FixedEffects effects = FixedEffects.of(regression.fixedEffects(), regression.weights());
        Parts ofResponse = parts(own, restricted, controls, clusters, effects, regression.weights());
        Parts ofTerm = parts(own, own, controls, clusters, effects, regression.weights());

        int groups = clusters.size();
        boolean all = groups < 31 && 1L << groups <= draws;
        int count = all ? 1 << groups : draws;
        this.constant = new double[count];
        this.slope = new double[count];
        this.quadratic = new double[3][count];
        IntStream.range(0, count).parallel().forEach(draw -> {
            double[] signs = all ? signs(groups, draw) : signs(groups, Resampling.stream(seed, draw));
            constant[draw] = Matrices.dot(ofResponse.scores, signs);
            slope[draw] = Matrices.dot(ofTerm.scores, signs);
            for (int cluster = 0; cluster < groups; cluster++) {
                double response = Matrices.dot(ofResponse.spread[cluster], signs);
                double treated = Matrices.dot(ofTerm.spread[cluster], signs);
                quadratic[0][draw] += response * response;
                quadratic[1][draw] += response * treated;
                quadratic[2][draw] += treated * treated;
            }
        });
    }

    /**
     * Draws.
     *
     * @param term the position of the coefficient
     * @param clusters at least two; with so few that {@code draws} suffice, every pattern of signs is taken once
     * @param draws of Rademacher's signs
     */
    public static WildClusterBootstrap of(Regression regression, int term, Grouping clusters, int draws, long seed) {
        return new WildClusterBootstrap(regression, term, clusters, draws, seed);
    }

    /** The share of draws in which the statistic is at least as far from 0 as in the data. */
    public double pValue(double hypothesis) {
        double observed = (estimate - hypothesis) * square;
        double threshold = observed * observed / scores * LEVEL_WITH;
        int further = 0;
        for (int draw = 0; draw < constant.length; draw++) {
            double numerator = constant[draw] - hypothesis * slope[draw];
            double denominator = quadratic[0][draw]
                    - 2 * hypothesis * quadratic[1][draw]
                    + hypothesis * hypothesis * quadratic[2][draw];
            further += numerator * numerator >= threshold * denominator ? 1 : 0;
        }
        return (double) further / constant.length;
    }

    /** The hypotheses that are not rejected; empty when no hypothesis is, however far. */
    public Optional<Interval> interval(double level) {
        double low = end(-1, 1 - level);
        double high = end(1, 1 - level);
        return Double.isFinite(low) && Double.isFinite(high)
                ? Optional.of(new Interval(low, high, level))
                : Optional.empty();
    }

    /** How many samples were drawn, or signs enumerated. */
    public int draws() {
        return constant.length;
    }

    private double end(int direction, double share) {
        double inside = estimate;
        double distance = standardError;
        while (pValue(estimate + direction * distance) > share) {
            inside = estimate + direction * distance;
            distance *= 2;
            if (distance > FURTHEST * standardError) {
                return direction * Double.POSITIVE_INFINITY;
            }
        }
        return TestInversion.end(this::pValue, inside, estimate + direction * distance, share, HALVINGS);
    }

    /**
     * What a cluster's turned residuals add to the numerator, and to each cluster's score in the denominator once the
     * model is fitted on them again.
     */
    private static Parts parts(
            double[] own,
            double[] values,
            double[][] controls,
            Grouping clusters,
            FixedEffects effects,
            double[] weights) {
        int groups = clusters.size();
        double[] scores = sums(own, values, clusters);
        double[] squares = sums(own, own, clusters);
        double square = Matrices.dot(own, own);
        double[][] byCluster = new double[groups][];
        IntStream.range(0, groups).parallel().forEach(cluster -> {
            double[] alone = new double[values.length];
            for (int row = 0; row < values.length; row++) {
                alone[row] = clusters.codes()[row] == cluster ? values[row] / Math.sqrt(weights[row]) : 0;
            }
            double[] swept = effects.without(alone);
            for (int row = 0; row < values.length; row++) {
                swept[row] *= Math.sqrt(weights[row]);
            }
            byCluster[cluster] = sums(own, residual(swept, controls), clusters);
        });
        double[][] spread = new double[groups][groups];
        for (int g = 0; g < groups; g++) {
            for (int h = 0; h < groups; h++) {
                spread[g][h] = byCluster[h][g] - squares[g] * scores[h] / square;
            }
        }
        return new Parts(scores, spread);
    }

    private static double[] residual(double[] values, double[][] controls) {
        return controls.length == 0
                ? values
                : QrLeastSquares.fit(controls, values, QrLeastSquares.lengths(controls), 0)
                        .residuals();
    }

    private static double[] sums(double[] first, double[] second, Grouping clusters) {
        double[] sums = new double[clusters.size()];
        for (int row = 0; row < first.length; row++) {
            sums[clusters.codes()[row]] += first[row] * second[row];
        }
        return sums;
    }

    private static double[] signs(int groups, int pattern) {
        return IntStream.range(0, groups)
                .mapToDouble(group -> (pattern >>> group & 1) == 0 ? 1 : -1)
                .toArray();
    }

    private static double[] signs(int groups, SplittableRandom random) {
        double[] signs = new double[groups];
        long bits = 0;
        for (int group = 0; group < groups; group++) {
            bits = group % 64 == 0 ? random.nextLong() : bits >>> 1;
            signs[group] = (bits & 1) == 0 ? 1 : -1;
        }
        return signs;
    }
}
