package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The cluster-robust covariance CR2, whose residuals are scaled up in each cluster by the inverse square root of their covariance so
 * that it is unbiased where errors are independent and of equal variance, with Satterthwaite's degrees of freedom for each
 * coefficient (Bell and McCaffrey 2002, Survey Methodology 28; Pustejovsky and Tipton 2018, Journal of Business and Economic
 * Statistics 36). The hat matrix has the fixed effects in it, so that it is the same whether they are absorbed or entered as
 * dummies. With weights, errors are of equal variance whatever the weights in clusters, as clubSandwich and estimatr have it (see
 * {@link EqualErrors}), and of a variance inversely proportional to the weights by row, as HC2 has it.
 */
final class BiasReduced {

    /** A direction in which a cluster decides its own fit has no residual to scale. */
    private static final double NO_ROOM = 1e-9;

    /** With a greater share of an effect where clusters have no residual, its error cannot be told. */
    private static final double MOST_UNSEEN = 0.1;

    private final Regression regression;
    private final EffectColumns effects;
    private final int[][] members;
    private final double[][] columns;

    /** For one cluster, its regressors scaled up, by row and term. */
    private final double[][][] scaled;

    /** For one cluster, how far each regressor goes in each direction that the cluster decides by itself. */
    private final double[][][] unseen;

    /**
     * Whether the largest effect decides something across clusters. Where each of its groups lies in one cluster, what it decides is
     * apart from all that it leaves of the regressors, and need not be looked at (Pustejovsky and Tipton 2018, theorem 2).
     */
    private final boolean across;

    /** Where errors are of equal variance and weights are not. */
    private final Optional<EqualErrors> equalErrors;

    private BiasReduced(Regression regression, Grouping clusters, boolean inverselyToWeights) {
        this.regression = regression;
        this.effects = EffectColumns.of(regression.fixedEffects(), regression.weights());
        this.members = members(clusters);
        this.across = EffectColumns.largest(regression.fixedEffects())
                .filter(largest -> !largest.isNestedIn(clusters))
                .isPresent();
        this.columns = orthonormalColumns();
        this.equalErrors = inverselyToWeights || !hasSeveralWeights(regression)
                ? Optional.empty()
                : Optional.of(new EqualErrors(regression.weights(), columns, effects));
        this.scaled = new double[members.length][][];
        this.unseen = new double[members.length][][];
        IntStream.range(0, members.length).parallel().forEach(this::scale);
    }

    static Covariance covariance(Regression regression, Grouping clusters) {
        return new BiasReduced(regression, clusters, false).covariance();
    }

    private static boolean hasSeveralWeights(Regression regression) {
        double[] weights = regression.weights();
        for (double weight : weights) {
            if (weight != weights[0]) {
                return true;
            }
        }
        return false;
    }

    /** With each row for itself: HC2, with the same degrees of freedom. */
    static Covariance ofRows(Regression regression) {
        Grouping rows = Grouping.ofEach(regression.rows(), row -> Integer.toString(row));
        Covariance covariance = new BiasReduced(regression, rows, true).covariance();
        return new Covariance(
                covariance.matrix(),
                covariance.degrees(),
                "Standard errors are robust to unequal variance (HC2), and each coefficient has its own degrees of freedom by"
                        + " Satterthwaite's approximation (Bell and McCaffrey; Welch's where means are compared).");
    }

    static double degreesOfFreedom(Regression regression, int term, Grouping clusters) {
        BiasReduced reduced = new BiasReduced(regression, clusters, false);
        return reduced.isUnseen(term) ? 0 : reduced.degreesOfFreedom(term);
    }

    /** Whether the fixed effects beside the largest are few enough. */
    static boolean isFeasible(Regression regression) {
        return EffectColumns.isFeasible(regression.fixedEffects());
    }

    /** How many multiplications it takes, about. */
    static double work(Regression regression, Grouping clusters) {
        Optional<Grouping> largest = EffectColumns.largest(regression.fixedEffects());
        double others = regression.terms().size()
                + regression.fixedEffects().stream().mapToInt(Grouping::size).sum()
                - largest.map(Grouping::size).orElse(0);
        double groups = largest.filter(effect -> !effect.isNestedIn(clusters))
                .map(Grouping::size)
                .orElse(0);
        int[] rows = new int[clusters.size()];
        IntStream.of(clusters.codes()).forEach(code -> rows[code]++);
        boolean several = hasSeveralWeights(regression);
        double work = (double) rows.length * rows.length * others * (several ? 4 : 1) / 2;
        for (int own : rows) {
            double columns = (others + Math.min(groups, own)) * (several ? 2 : 1);
            double smaller = Math.min(columns, own);
            work += own * columns * smaller + 20 * smaller * smaller * smaller;
        }
        return work;
    }

    private static int[][] members(Grouping clusters) {
        int[] counts = new int[clusters.size()];
        IntStream.of(clusters.codes()).forEach(code -> counts[code]++);
        int[][] members = IntStream.of(counts).mapToObj(int[]::new).toArray(int[][]::new);
        for (int row = clusters.codes().length - 1; row >= 0; row--) {
            int cluster = clusters.codes()[row];
            members[cluster][--counts[cluster]] = row;
        }
        return members;
    }

    /** By row, the entries of orthonormal columns that span the regressors and the fixed effects but the largest. */
    private double[][] orthonormalColumns() {
        int k = regression.terms().size();
        double[][] rows = new double[regression.rows()][];
        for (int row = 0; row < rows.length; row++) {
            double[] others = effects.others()[row];
            rows[row] = Arrays.copyOf(others, others.length + k);
            for (int j = 0; j < k; j++) {
                for (int i = 0; i <= j; i++) {
                    rows[row][others.length + j] +=
                            regression.regressors()[i][row] * regression.inverseTriangle()[i][j];
                }
            }
        }
        return rows;
    }

    /** The columns of a cluster's rows: those of the groups of the largest effect that it touches, and all the others. */
    private double[][] ofCluster(int[] rows) {
        if (!across) {
            return Arrays.stream(rows).mapToObj(row -> columns[row]).toArray(double[][]::new);
        }
        Grouping touched = Grouping.of(rows.length, i -> Integer.toString(effects.groups()[rows[i]]));
        double[][] own = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            double[] entries = columns[rows[i]];
            own[i] = new double[touched.size() + entries.length];
            own[i][touched.codes()[i]] = effects.own()[rows[i]];
            System.arraycopy(entries, 0, own[i], touched.size(), entries.length);
        }
        return own;
    }

    /** The root of a row's weight on the scale of which errors are of equal variance. */
    private double root(int row) {
        return equalErrors.isPresent() ? Math.sqrt(regression.weights()[row]) : 1;
    }

    /** A row's regressors times its weight, on the scale of its error. */
    private double[] regressors(int row) {
        double root = root(row);
        return Arrays.stream(regression.regressors())
                .mapToDouble(column -> column[row] * root)
                .toArray();
    }

    /** The inverse square root of the covariance of a cluster's residuals times its regressors. */
    private void scale(int cluster) {
        int[] rows = members[cluster];
        int k = regression.terms().size();
        double[][] result = Arrays.stream(rows).mapToObj(this::regressors).toArray(double[][]::new);
        double[][] x = Arrays.stream(result).map(double[]::clone).toArray(double[][]::new);
        List<double[]> without = new ArrayList<>();
        List<ResidualDirection> directions =
                equalErrors.isPresent() ? equalErrors.get().directions(rows) : ResidualDirection.of(ofCluster(rows));
        for (ResidualDirection direction : directions) {
            double room = 1 - direction.share();
            double factor = (room > NO_ROOM ? 1 / Math.sqrt(room) : 0) - 1;
            double[] along = new double[k];
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < k; j++) {
                    along[j] += direction.unit()[i] * x[i][j];
                }
            }
            for (int i = 0; i < rows.length; i++) {
                for (int j = 0; j < k; j++) {
                    result[i][j] += factor * along[j] * direction.unit()[i];
                }
            }
            if (room <= NO_ROOM) {
                without.add(along);
            }
        }
        for (int i = 0; i < rows.length; i++) {
            double root = root(rows[i]);
            for (int j = 0; j < k; j++) {
                result[i][j] /= root;
            }
        }
        scaled[cluster] = result;
        unseen[cluster] = without.toArray(double[][]::new);
    }

    /** Whether much of what decides a term lies where a cluster fits itself, as where one holds all the treated rows. */
    private boolean isUnseen(int term) {
        double[] bread = regression.bread()[term];
        double hidden = Arrays.stream(unseen)
                .flatMap(Arrays::stream)
                .mapToDouble(along -> Matrices.dot(along, bread))
                .map(along -> along * along)
                .sum();
        double all = IntStream.range(0, regression.rows())
                .mapToDouble(row -> Matrices.dot(regressors(row), bread))
                .map(counts -> counts * counts)
                .sum();
        return hidden > MOST_UNSEEN * all;
    }

    private Covariance covariance() {
        int k = regression.terms().size();
        double[][] meat = new double[k][k];
        for (int cluster = 0; cluster < members.length; cluster++) {
            double[] score = new double[k];
            for (int i = 0; i < members[cluster].length; i++) {
                double residual = regression.residuals()[members[cluster][i]];
                for (int j = 0; j < k; j++) {
                    score[j] += scaled[cluster][i][j] * residual;
                }
            }
            Matrices.addOuterProduct(meat, score);
        }
        double[] degrees = IntStream.range(0, k)
                .parallel()
                .mapToDouble(term -> isUnseen(term) ? 0 : degreesOfFreedom(term))
                .toArray();
        return new Covariance(
                Matrices.sandwich(regression.bread(), meat),
                degrees,
                "Standard errors are clustered in " + members.length
                        + " clusters with the bias-reduced correction CR2 (Bell and McCaffrey), and each coefficient has its"
                        + " own degrees of freedom by Satterthwaite's approximation (Pustejovsky and Tipton).");
    }

    private double degreesOfFreedom(int term) {
        if (equalErrors.isPresent()) {
            return equalErrors
                    .get()
                    .degreesOfFreedom(members, scaled, regression.bread()[term]);
        }
        return Satterthwaite.degreesOfFreedom(
                members,
                scaled,
                columns,
                across ? Optional.of(effects) : Optional.empty(),
                regression.bread()[term]);
    }
}
