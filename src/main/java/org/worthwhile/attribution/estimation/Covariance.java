package org.worthwhile.attribution.estimation;

import java.util.List;

/**
 * The covariance of a regression's coefficients.
 *
 * @param matrix k x k
 * @param degreesOfFreedom of Student's t for intervals and tests
 * @param convention how it was computed, as a sentence
 */
public record Covariance(double[][] matrix, int degreesOfFreedom, String convention) {

    /** How the covariance is estimated. */
    public enum Kind {
        IID,
        HC0,
        HC1,
        HC2,
        HC3,
        CLUSTER,

        /** See {@link SerialCovariance#driscollKraay}. */
        DRISCOLL_KRAAY,

        /** See {@link SerialCovariance#neweyWest}. */
        NEWEY_WEST
    }

    /**
     * Estimates the covariance.
     *
     * @param kind not one that needs the rows' times
     * @param clusters one or two groupings; of no consequence but for {@link Kind#CLUSTER}
     */
    public static Covariance of(Regression regression, Kind kind, List<Grouping> clusters) {
        return switch (kind) {
            case IID -> iid(regression);
            case HC0, HC1, HC2, HC3 -> robust(regression, kind);
            case CLUSTER ->
                clusters.size() == 1
                        ? clustered(regression, clusters.getFirst())
                        : clusteredBothWays(regression, clusters.get(0), clusters.get(1));
            case DRISCOLL_KRAAY, NEWEY_WEST ->
                throw new IllegalArgumentException(kind + " needs the rows' times; see SerialCovariance");
        };
    }

    public double standardError(int term) {
        return Math.sqrt(matrix[term][term]);
    }

    /** s^2 (X'X)^-1 with s^2 = RSS / (n - K), K counting every fixed effect. */
    private static Covariance iid(Regression regression) {
        int df = regression.degreesOfFreedom();
        double variance = regression.residualSumOfSquares() / df;
        return new Covariance(
                Matrices.times(regression.bread(), variance),
                df,
                "Standard errors assume errors of equal variance without correlation; degrees of freedom " + df + ".");
    }

    /** MacKinnon and White (1985, Journal of Econometrics 29): HC0 to HC3. */
    private static Covariance robust(Regression regression, Kind kind) {
        int n = regression.rows();
        double[][] meat =
                new double[regression.terms().size()][regression.terms().size()];
        double[] score = new double[meat.length];
        for (int row = 0; row < n; row++) {
            double residual = regression.residuals()[row];
            double room = kind == Kind.HC2 || kind == Kind.HC3 ? 1 - regression.leverage()[row] : 1;
            double factor = switch (kind) {
                case HC2 -> 1 / Math.sqrt(room);
                case HC3 -> 1 / room;
                case IID, HC0, HC1, CLUSTER, DRISCOLL_KRAAY, NEWEY_WEST -> 1;
            };
            for (int j = 0; j < score.length; j++) {
                score[j] = regression.regressors()[j][row] * residual * factor;
            }
            Matrices.addOuterProduct(meat, score);
        }
        int df = regression.degreesOfFreedom();
        double correction = kind == Kind.HC1 ? (double) n / df : 1;
        return new Covariance(
                Matrices.times(Matrices.sandwich(regression.bread(), meat), correction),
                df,
                "Standard errors are robust to unequal variance (" + kind + "); degrees of freedom " + df + ".");
    }

    /**
     * Liang and Zeger (1986), with the small-sample factors G / (G - 1) and (n - 1) / (n - K). In K, fixed effects
     * nested in the clusters do not count (the convention of the R package fixest).
     */
    private static Covariance clustered(Regression regression, Grouping clusters) {
        int groups = clusters.size();
        double correction = groups / (groups - 1.0) * smallSample(regression, List.of(clusters));
        return new Covariance(
                Matrices.times(Matrices.sandwich(regression.bread(), meat(regression, clusters)), correction),
                groups - 1,
                "Standard errors are clustered in " + groups + " clusters with the corrections G/(G-1) and (n-1)/(n-K),"
                        + " fixed effects nested in the clusters not counted in K; degrees of freedom " + (groups - 1)
                        + ".");
    }

    /** Cameron, Gelbach and Miller (2011): one way plus the other less the intersection, each with its own G / (G - 1). */
    private static Covariance clusteredBothWays(Regression regression, Grouping first, Grouping second) {
        Grouping both = first.intersection(second);
        double[][] meat = Matrices.sum(
                ownCorrection(regression, first),
                ownCorrection(regression, second),
                Matrices.times(ownCorrection(regression, both), -1));
        int df = Math.min(first.size(), second.size()) - 1;
        double[][] matrix = Matrices.times(
                Matrices.sandwich(regression.bread(), meat), smallSample(regression, List.of(first, second)));
        return new Covariance(
                Matrices.nearestPositiveSemiDefinite(matrix),
                df,
                "Standard errors are clustered both ways in " + first.size() + " and " + second.size()
                        + " clusters, each with its own correction G/(G-1), and (n-1)/(n-K); degrees of freedom " + df
                        + ".");
    }

    private static double[][] ownCorrection(Regression regression, Grouping clusters) {
        double groups = clusters.size();
        return Matrices.times(meat(regression, clusters), groups / (groups - 1));
    }

    private static double[][] meat(Regression regression, Grouping clusters) {
        int k = regression.terms().size();
        double[][] scores = new double[clusters.size()][k];
        for (int j = 0; j < k; j++) {
            double[] regressor = regression.regressors()[j];
            for (int row = 0; row < regression.rows(); row++) {
                scores[clusters.codes()[row]][j] += regressor[row] * regression.residuals()[row];
            }
        }
        double[][] meat = new double[k][k];
        for (double[] score : scores) {
            Matrices.addOuterProduct(meat, score);
        }
        return meat;
    }

    /** (n - 1) / (n - K), K counting a fixed effect that is nested in a clustering once and not by its groups. */
    private static double smallSample(Regression regression, List<Grouping> clusters) {
        int parameters = regression.parameters();
        for (Grouping effect : regression.fixedEffects()) {
            if (clusters.stream().anyMatch(effect::isNestedIn)) {
                parameters -= effect.size() - 1;
            }
        }
        return (regression.rows() - 1.0) / (regression.rows() - parameters);
    }
}
