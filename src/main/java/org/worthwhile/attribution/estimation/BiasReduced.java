package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The cluster-robust covariance CR2, whose residuals are scaled up in each cluster by (I - H)^(-1/2) so that it is unbiased where
 * errors are independent and of equal variance on the scale of the weights, with Satterthwaite's degrees of freedom for each
 * coefficient (Bell and McCaffrey 2002, Survey Methodology 28; Pustejovsky and Tipton 2018, Journal of Business and Economic
 * Statistics 36). H has the fixed effects in it, so that it is the same whether they are absorbed or entered as dummies.
 */
final class BiasReduced {

    /** A direction in which a cluster decides its own fit has no residual to scale. */
    private static final double NO_ROOM = 1e-9;

    private final Regression regression;
    private final EffectColumns effects;
    private final int[][] members;
    private final double[][] columns;

    /** For one cluster, its regressors scaled up, by row and term. */
    private final double[][][] scaled;

    private BiasReduced(Regression regression, Grouping clusters) {
        this.regression = regression;
        this.effects = EffectColumns.of(regression.fixedEffects(), regression.weights());
        this.members = IntStream.range(0, clusters.size())
                .mapToObj(cluster -> IntStream.range(0, regression.rows())
                        .filter(row -> clusters.codes()[row] == cluster)
                        .toArray())
                .toArray(int[][]::new);
        this.columns = orthonormalColumns();
        this.scaled = new double[members.length][][];
        IntStream.range(0, members.length).parallel().forEach(cluster -> scaled[cluster] = scaled(members[cluster]));
    }

    static Covariance covariance(Regression regression, Grouping clusters) {
        return new BiasReduced(regression, clusters).covariance();
    }

    static double degreesOfFreedom(Regression regression, int term, Grouping clusters) {
        return new BiasReduced(regression, clusters).degreesOfFreedom(term);
    }

    /** Whether the fixed effects beside the largest are few enough. */
    static boolean isFeasible(Regression regression) {
        return EffectColumns.isFeasible(regression.fixedEffects());
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
        if (effects.groups().length == 0) {
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

    /** (I - QQ')^(-1/2) X of a cluster, by the singular vectors of Q. */
    private double[][] scaled(int[] rows) {
        int k = regression.terms().size();
        double[][] result = new double[rows.length][k];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < k; j++) {
                result[i][j] = regression.regressors()[j][rows[i]];
            }
        }
        double[][] x = Arrays.stream(result).map(double[]::clone).toArray(double[][]::new);
        for (Direction direction : directions(ofCluster(rows))) {
            double room = 1 - direction.share;
            double factor = (room > NO_ROOM ? 1 / Math.sqrt(room) : 0) - 1;
            for (int j = 0; j < k; j++) {
                double along = 0;
                for (int i = 0; i < rows.length; i++) {
                    along += direction.unit[i] * x[i][j];
                }
                for (int i = 0; i < rows.length; i++) {
                    result[i][j] += factor * along * direction.unit[i];
                }
            }
        }
        return result;
    }

    /** A direction among a cluster's rows, and the share of it that the cluster decides itself. */
    private record Direction(double[] unit, double share) {}

    private static List<Direction> directions(double[][] q) {
        boolean tall = q.length > q[0].length;
        double[][] product = new double[tall ? q[0].length : q.length][];
        for (int i = 0; i < product.length; i++) {
            product[i] = new double[product.length];
        }
        for (int i = 0; !tall && i < q.length; i++) {
            for (int j = 0; j < q.length; j++) {
                product[i][j] = Matrices.dot(q[i], q[j]);
            }
        }
        for (int row = 0; tall && row < q.length; row++) {
            Matrices.addOuterProduct(product, q[row]);
        }
        EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(product, false));
        List<Direction> directions = new ArrayList<>();
        for (int i = 0; i < product.length; i++) {
            double share = decomposition.getRealEigenvalue(i);
            if (share > 1e-14) {
                double[] vector = decomposition.getEigenvector(i).toArray();
                double[] unit = tall ? Matrices.times(q, vector) : vector;
                double length = Math.sqrt(Matrices.dot(unit, unit));
                directions.add(new Direction(
                        Arrays.stream(unit).map(entry -> entry / length).toArray(), share));
            }
        }
        return directions;
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
                .mapToDouble(this::degreesOfFreedom)
                .toArray();
        return new Covariance(
                Matrices.sandwich(regression.bread(), meat),
                degrees,
                "Standard errors are clustered in " + members.length
                        + " clusters with the bias-reduced correction CR2 (Bell and McCaffrey), and each coefficient has its"
                        + " own degrees of freedom by Satterthwaite's approximation (Pustejovsky and Tipton).");
    }

    /** The squared trace over the trace of the square of the matrix of the clusters' covariances. */
    private double degreesOfFreedom(int term) {
        int groups = members.length;
        double[] bread = regression.bread()[term];
        double[] squares = new double[groups];
        double[][] through = new double[groups][columns[0].length];
        List<Map<Integer, Double>> throughLargest = new ArrayList<>();
        for (int cluster = 0; cluster < groups; cluster++) {
            Map<Integer, Double> ofGroups = new HashMap<>();
            for (int i = 0; i < members[cluster].length; i++) {
                int row = members[cluster][i];
                double entry = Matrices.dot(scaled[cluster][i], bread);
                squares[cluster] += entry * entry;
                for (int j = 0; j < through[cluster].length; j++) {
                    through[cluster][j] += entry * columns[row][j];
                }
                if (effects.groups().length > 0) {
                    ofGroups.merge(effects.groups()[row], entry * effects.own()[row], Double::sum);
                }
            }
            throughLargest.add(ofGroups);
        }
        double trace = 0;
        double square = 0;
        for (int g = 0; g < groups; g++) {
            for (int h = 0; h <= g; h++) {
                double covariance = (g == h ? squares[g] : 0)
                        - Matrices.dot(through[g], through[h])
                        - product(throughLargest.get(g), throughLargest.get(h));
                trace += g == h ? covariance : 0;
                square += (g == h ? 1 : 2) * covariance * covariance;
            }
        }
        return trace * trace / square;
    }

    private static double product(Map<Integer, Double> first, Map<Integer, Double> second) {
        Map<Integer, Double> fewer = first.size() <= second.size() ? first : second;
        Map<Integer, Double> more = fewer == first ? second : first;
        double sum = 0;
        for (Map.Entry<Integer, Double> entry : new java.util.TreeMap<>(fewer).entrySet()) {
            sum += entry.getValue() * more.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }
}
