package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.List;

/**
 * The covariance of a regression's coefficients.
 *
 * @param matrix k x k
 * @param degrees of freedom of Student's t for intervals and tests, by term; 0 where a term's error cannot be told
 * @param convention how it was computed, as a sentence
 */
public record Covariance(double[][] matrix, double[] degrees, String convention) {

    /** How the covariance is estimated. */
    public enum Kind {
        IID,
        HC0,
        HC1,
        HC2,
        HC3,
        CLUSTER,

        /** See {@link BiasReduced}. */
        CR2,

        /** See {@link SerialCovariance#driscollKraay}. */
        DRISCOLL_KRAAY,

        /** See {@link SerialCovariance#neweyWest}. */
        NEWEY_WEST;

        /** Whether rows of a cluster count together. */
        public boolean isClustered() {
            return this == CLUSTER || this == CR2;
        }

        /** Whether rows near in time count together. */
        public boolean isSerial() {
            return this == DRISCOLL_KRAAY || this == NEWEY_WEST;
        }
    }

    /** With which numbers of clusters two-way clustering corrects for their being few. */
    public enum TwoWay {
        /** The smaller of the two throughout (the R package fixest; reghdfe). */
        SMALLEST,

        /** Each way and their intersection with its own (Petersen 2009; the R package sandwich). */
        EACH
    }

    /** One number of degrees of freedom for all terms. */
    public Covariance(double[][] matrix, double degreesOfFreedom, String convention) {
        this(matrix, filled(matrix.length, degreesOfFreedom), convention);
    }

    private static double[] filled(int terms, double value) {
        double[] filled = new double[terms];
        Arrays.fill(filled, value);
        return filled;
    }

    /** Estimates the covariance; with two clusterings, corrected by the smaller number of clusters. */
    public static Covariance of(Regression regression, Kind kind, List<Grouping> clusters) {
        return of(regression, kind, clusters, TwoWay.SMALLEST);
    }

    /**
     * Estimates the covariance.
     *
     * @param kind not one that needs the rows' times
     * @param clusters one or two groupings; of no consequence but where the kind is clustered; one for {@link Kind#CR2}
     */
    public static Covariance of(Regression regression, Kind kind, List<Grouping> clusters, TwoWay twoWay) {
        return switch (kind) {
            case IID -> iid(regression);
            case HC0, HC1, HC2, HC3 -> robust(regression, kind);
            case CLUSTER ->
                clusters.size() == 1
                        ? clustered(regression, clusters.getFirst())
                        : clusteredBothWays(regression, clusters.get(0), clusters.get(1), twoWay);
            case CR2 -> BiasReduced.covariance(regression, clusters.getFirst());
            case DRISCOLL_KRAAY, NEWEY_WEST ->
                throw new IllegalArgumentException(kind + " needs the rows' times; see SerialCovariance");
        };
    }

    /** HC2 with degrees of freedom by Satterthwaite's approximation (see {@link BiasReduced}); takes memory by row. */
    public static Covariance ofRows(Regression regression) {
        return BiasReduced.ofRows(regression);
    }

    /**
     * The covariance of the sums of columns times residuals: over rows that are independent, within clusters that are, or
     * within either of two clusterings.
     *
     * @param clusters none, one or two
     */
    public static double[][] meat(double[][] columns, double[] residuals, List<Grouping> clusters) {
        return switch (clusters.size()) {
            case 0 -> meat(columns, residuals, Grouping.ofEach(residuals.length, Integer::toString));
            case 1 -> meat(columns, residuals, clusters.getFirst());
            default ->
                Matrices.sum(
                        meat(columns, residuals, clusters.get(0)),
                        meat(columns, residuals, clusters.get(1)),
                        Matrices.times(meat(columns, residuals, clusters.get(0).intersection(clusters.get(1))), -1));
        };
    }

    /** Of Student's t for a term. */
    public double degreesOfFreedom(int term) {
        return degrees[term];
    }

    /** The fewest of any term. */
    public double degreesOfFreedom() {
        return Arrays.stream(degrees).min().orElseThrow();
    }

    /**
     * Of a coefficient.
     *
     * @param term its place, from 0
     */
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
        double[] leverages = kind == Kind.HC2 || kind == Kind.HC3 ? regression.leverages() : new double[n];
        for (int row = 0; row < n; row++) {
            double residual = regression.residuals()[row];
            double room = 1 - leverages[row];
            double factor = switch (kind) {
                case HC2 -> 1 / Math.sqrt(room);
                case HC3 -> 1 / room;
                case IID, HC0, HC1, CLUSTER, CR2, DRISCOLL_KRAAY, NEWEY_WEST -> 1;
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
                Matrices.times(
                        Matrices.sandwich(
                                regression.bread(), meat(regression.regressors(), regression.residuals(), clusters)),
                        correction),
                groups - 1,
                "Standard errors are clustered in " + groups + " clusters with the corrections G/(G-1) and (n-1)/(n-K),"
                        + " fixed effects nested in the clusters not counted in K; degrees of freedom " + (groups - 1)
                        + ".");
    }

    /** Cameron, Gelbach and Miller (2011): one way plus the other less the intersection, each with a factor G / (G - 1). */
    private static Covariance clusteredBothWays(Regression regression, Grouping first, Grouping second, TwoWay twoWay) {
        Grouping both = first.intersection(second);
        int fewest = Math.min(first.size(), second.size());
        double[][] meat = Matrices.sum(
                corrected(regression, first, twoWay == TwoWay.EACH ? first.size() : fewest),
                corrected(regression, second, twoWay == TwoWay.EACH ? second.size() : fewest),
                Matrices.times(corrected(regression, both, twoWay == TwoWay.EACH ? both.size() : fewest), -1));
        int df = fewest - 1;
        double[][] matrix = Matrices.times(
                Matrices.sandwich(regression.bread(), meat), smallSample(regression, List.of(first, second)));
        return new Covariance(
                Matrices.nearestPositiveSemiDefinite(matrix),
                df,
                "Standard errors are clustered both ways in " + first.size() + " and " + second.size()
                        + (twoWay == TwoWay.EACH
                                ? " clusters, each with its own correction G/(G-1), and (n-1)/(n-K); degrees of freedom "
                                : " clusters with the corrections G/(G-1) of the smaller number and (n-1)/(n-K); degrees of"
                                        + " freedom ")
                        + df
                        + ".");
    }

    private static double[][] corrected(Regression regression, Grouping clusters, double groups) {
        return Matrices.times(meat(regression.regressors(), regression.residuals(), clusters), groups / (groups - 1));
    }

    private static double[][] meat(double[][] columns, double[] residuals, Grouping clusters) {
        int k = columns.length;
        double[][] scores = new double[k][];
        // Each column for itself, so that the number of threads is of no consequence.
        ParallelColumns.range(0, k, residuals.length).forEach(j -> scores[j] = scores(columns[j], residuals, clusters));
        double[][] meat = new double[k][k];
        double[] score = new double[k];
        for (int group = 0; group < clusters.size(); group++) {
            for (int j = 0; j < k; j++) {
                score[j] = scores[j][group];
            }
            Matrices.addOuterProduct(meat, score);
        }
        return meat;
    }

    /** The sums over the rows of each cluster. */
    private static double[] scores(double[] column, double[] residuals, Grouping clusters) {
        int[] codes = clusters.codes();
        double[] scores = new double[clusters.size()];
        for (int row = 0; row < residuals.length; row++) {
            scores[codes[row]] += column[row] * residuals[row];
        }
        return scores;
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

    @Override
    public boolean equals(Object other) {
        return other instanceof Covariance covariance
                && Arrays.deepEquals(matrix, covariance.matrix)
                && Arrays.equals(degrees, covariance.degrees)
                && convention.equals(covariance.convention);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(matrix);
    }
}
