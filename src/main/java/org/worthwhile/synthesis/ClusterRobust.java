package org.worthwhile.synthesis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Errors that hold where estimates of one cluster depend on one another, by the bias-reduced linearisation CR2 with Satterthwaite's degrees
 * of freedom: Pustejovsky and Tipton (2018), with independent estimates of variance v + tau2 for the working model, as
 * clubSandwich has it.
 */
final class ClusterRobust {

    /** Eigenvalues below this share of the largest are zero. */
    private static final double ZERO = 1e-10;

    private final WeightedFit fit;
    private final double[][] columns;
    private final List<int[]> clusters;

    private ClusterRobust(RandomEffectsFit fit, List<int[]> clusters) {
        this.fit = fit.fit();
        this.columns = fit.model().columns();
        this.clusters = clusters;
    }

    /** The rows of each cluster; a study without one is a cluster of its own. */
    static List<int[]> clusters(List<IncludedStudy> studies) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < studies.size(); i++) {
            int row = i;
            String name = studies.get(i).cluster().map("cluster "::concat).orElseGet(() -> "study " + row);
            members.computeIfAbsent(name, _ -> new ArrayList<>()).add(row);
        }
        return members.values().stream()
                .map(rows -> rows.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /** The coefficients of a fit with robust errors. */
    static List<PooledEffect> of(RandomEffectsFit fit, List<int[]> clusters, double level) {
        return new ClusterRobust(fit, clusters).coefficients(level);
    }

    private List<PooledEffect> coefficients(double level) {
        double[][][] adjusted = clusters.stream().map(this::adjusted).toArray(double[][][]::new);
        return IntStream.range(0, columns.length)
                .mapToObj(j -> coefficient(j, adjusted, level))
                .toList();
    }

    /** For each cluster the rows by which its residuals enter the coefficients: A W X M, a row a coefficient. */
    private double[][] adjusted(int[] rows) {
        int n = rows.length;
        int p = columns.length;
        double[][] b = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double root = Math.sqrt(fit.weights()[rows[i]] * fit.weights()[rows[j]]);
                double variance = i == j ? 1 / fit.weights()[rows[i]] : 0;
                b[i][j] = (variance - projected(rows[i], rows[j])) / root;
            }
        }
        RealMatrix root = inverseRoot(new Array2DRowRealMatrix(b));
        double[][] result = new double[p][n];
        for (int c = 0; c < p; c++) {
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    double a = root.getEntry(i, j) / Math.sqrt(fit.weights()[rows[i]] * fit.weights()[rows[j]]);
                    result[c][i] += a * fit.weights()[rows[j]] * bread(c, rows[j]);
                }
            }
        }
        return result;
    }

    /** x M x' of two rows. */
    private double projected(int row, int other) {
        double sum = 0;
        for (int c = 0; c < columns.length; c++) {
            sum += columns[c][row] * bread(c, other);
        }
        return sum;
    }

    /** A row of M times a row of X. */
    private double bread(int coefficient, int row) {
        double sum = 0;
        for (int c = 0; c < columns.length; c++) {
            sum += fit.inverse()[coefficient][c] * columns[c][row];
        }
        return sum;
    }

    private static RealMatrix inverseRoot(RealMatrix symmetric) {
        double scale = IntStream.range(0, symmetric.getRowDimension())
                .mapToDouble(i -> Math.abs(symmetric.getEntry(i, i)))
                .max()
                .orElse(1);
        EigenDecomposition eigen = new EigenDecomposition(symmetric.scalarMultiply(1 / scale));
        double[] values = eigen.getRealEigenvalues();
        double largest = Arrays.stream(values).max().orElse(0);
        RealMatrix vectors = eigen.getV();
        RealMatrix scaled = vectors.copy();
        for (int j = 0; j < values.length; j++) {
            double factor = values[j] > ZERO * largest ? 1 / Math.sqrt(values[j] * scale) : 0;
            scaled.setColumnVector(j, vectors.getColumnVector(j).mapMultiply(factor));
        }
        return scaled.multiply(vectors.transpose());
    }

    private PooledEffect coefficient(int j, double[][][] adjusted, double level) {
        double variance = 0;
        int m = clusters.size();
        for (int g = 0; g < m; g++) {
            double score = 0;
            int[] rows = clusters.get(g);
            for (int i = 0; i < rows.length; i++) {
                score += adjusted[g][j][i] * fit.residuals()[rows[i]];
            }
            variance += score * score;
        }
        return PooledEffect.of(
                fit.coefficients()[j], Math.sqrt(variance), OptionalDouble.of(degrees(j, adjusted)), level);
    }

    /** Satterthwaite's, of the sums that each cluster brings where the working model holds. */
    private double degrees(int j, double[][][] adjusted) {
        int m = clusters.size();
        double[][] through = new double[m][columns.length];
        double trace = 0;
        double squares = 0;
        for (int g = 0; g < m; g++) {
            int[] rows = clusters.get(g);
            for (int i = 0; i < rows.length; i++) {
                for (int c = 0; c < columns.length; c++) {
                    through[g][c] += adjusted[g][j][i] * columns[c][rows[i]];
                }
            }
        }
        for (int g = 0; g < m; g++) {
            double own = 0;
            for (int i = 0; i < clusters.get(g).length; i++) {
                own += adjusted[g][j][i] * adjusted[g][j][i] / fit.weights()[clusters.get(g)[i]];
            }
            for (int h = 0; h < m; h++) {
                double product = (g == h ? own : 0) - crossed(through[g], through[h]);
                trace += g == h ? product : 0;
                squares += product * product;
            }
        }
        return trace * trace / squares;
    }

    private double crossed(double[] one, double[] other) {
        double sum = 0;
        for (int a = 0; a < one.length; a++) {
            for (int b = 0; b < other.length; b++) {
                sum += one[a] * fit.inverse()[a][b] * other[b];
            }
        }
        return sum;
    }
}
