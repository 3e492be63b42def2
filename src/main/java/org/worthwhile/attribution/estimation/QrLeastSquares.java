package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Least squares by Householder reflections (Golub and Van Loan, Matrix Computations, section 5.3), which never forms
 * X'X. Columns are taken in order; one that the columns before it explain, but for a share of its own length below the
 * tolerance, is left out and does not enter the fit.
 *
 * @param kept the positions of the columns that entered
 * @param coefficients of those columns
 * @param residuals y - Xb
 * @param triangle R of X = QR for the columns that entered, row by row
 */
public record QrLeastSquares(int[] kept, double[] coefficients, double[] residuals, double[][] triangle) {

    /** Fewer rows stay in a processor's own cache as they are. */
    private static final int MANY_ROWS = 1 << 16;

    /**
     * Fits y on columns.
     *
     * @param columns k arrays of n values; not changed
     * @param response n values; not changed
     * @param lengths what each column's remaining length is held against
     * @param tolerance the share of it below which a column counts as explained
     */
    public static QrLeastSquares fit(double[][] columns, double[] response, double[] lengths, double tolerance) {
        int n = response.length;
        if (n >= MANY_ROWS && columns.length <= StackedTriangles.MOST_COLUMNS) {
            return fitMany(columns, response, lengths, tolerance);
        }
        int last = columns.length;
        // What the reflections so far leave of each column, of the response after them.
        double[][] left = new double[last + 1][];
        ParallelColumns.range(0, last + 1, n).forEach(j -> left[j] = (j < last ? columns[j] : response).clone());
        List<double[]> reflectors = new ArrayList<>();
        List<double[]> triangleColumns = new ArrayList<>();
        List<Integer> kept = new ArrayList<>();
        for (int j = 0; j < last && kept.size() < n; j++) {
            double[] column = left[j];
            int pivot = kept.size();
            double length = length(column, pivot);
            if (length <= tolerance * lengths[j] || length == 0) {
                continue;
            }
            double[] top = Arrays.copyOf(column, pivot + 1);
            double diagonal = toReflector(column, pivot, length);
            reflectors.add(column);
            // Each column for itself, so that the number of threads is of no consequence.
            ParallelColumns.range(j + 1, last + 1, n).forEach(later -> reflect(column, pivot, left[later]));
            top[pivot] = diagonal;
            triangleColumns.add(top);
            kept.add(j);
        }
        double[] y = left[last];
        int k = kept.size();
        double[][] triangle = new double[k][k];
        for (int j = 0; j < k; j++) {
            for (int i = 0; i <= j; i++) {
                triangle[i][j] = triangleColumns.get(j)[i];
            }
        }
        double[] coefficients = solve(triangle, y);
        double[] residuals = y.clone();
        Arrays.fill(residuals, 0, k, 0);
        for (int i = k - 1; i >= 0; i--) {
            reflect(reflectors.get(i), i, residuals);
        }
        return new QrLeastSquares(
                kept.stream().mapToInt(Integer::intValue).toArray(), coefficients, residuals, triangle);
    }

    /**
     * The same of so many rows that going through them again for each pair of columns would take most of the time: rows are replaced by
     * the triangles that stand for them, block by block.
     */
    private static QrLeastSquares fitMany(double[][] columns, double[] response, double[] lengths, double tolerance) {
        double[][] stacked = StackedTriangles.of(columns, response);
        double[][] equations = Arrays.copyOf(stacked, columns.length);
        QrLeastSquares fit = fit(equations, stacked[columns.length], lengths, tolerance);
        double[][] entered = IntStream.of(fit.kept).mapToObj(j -> columns[j]).toArray(double[][]::new);
        return new QrLeastSquares(
                fit.kept,
                fit.coefficients,
                StackedTriangles.residuals(response, entered, fit.coefficients),
                fit.triangle);
    }

    /** The length of the columns, to hold their remainders against. */
    public static double[] lengths(double[][] columns) {
        double[] lengths = new double[columns.length];
        for (int j = 0; j < columns.length; j++) {
            lengths[j] = length(columns[j], 0);
        }
        return lengths;
    }

    /** (X'X)^-1 of the columns that entered, from R^-1 R^-T. */
    public double[][] inverseCrossProduct() {
        int k = triangle.length;
        double[][] inverse = inverseTriangle();
        double[][] product = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int m = Math.max(i, j); m < k; m++) {
                    sum += inverse[i][m] * inverse[j][m];
                }
                product[i][j] = sum;
            }
        }
        return product;
    }

    /** R^-1. */
    double[][] inverseTriangle() {
        int k = triangle.length;
        double[][] inverse = new double[k][k];
        for (int j = 0; j < k; j++) {
            for (int i = j; i >= 0; i--) {
                double sum = i == j ? 1 : 0;
                for (int m = i + 1; m <= j; m++) {
                    sum -= triangle[i][m] * inverse[m][j];
                }
                inverse[i][j] = sum / triangle[i][i];
            }
        }
        return inverse;
    }

    /**
     * Makes a column the v of the reflection I - vv' that takes what of it stands from a place on into that place alone. What is
     * before the place plays no part in it.
     *
     * @param length of the column from there on, not 0
     * @return what then stands in the place
     */
    static double toReflector(double[] column, int from, double length) {
        double diagonal = column[from] > 0 ? -length : length;
        column[from] -= diagonal;
        double scale = Math.sqrt(2) / length(column, from);
        for (int i = from; i < column.length; i++) {
            column[i] *= scale;
        }
        return diagonal;
    }

    /** Applies I - vv', v being zero before {@code from}. */
    static void reflect(double[] reflector, int from, double[] values) {
        double product = 0;
        for (int i = from; i < values.length; i++) {
            product += reflector[i] * values[i];
        }
        for (int i = from; i < values.length; i++) {
            values[i] -= product * reflector[i];
        }
    }

    static double length(double[] values, int from) {
        double largest = 0;
        for (int i = from; i < values.length; i++) {
            double size = Math.abs(values[i]);
            // Takes a fraction of the time of Math.max, which minds signs of zeros.
            if (size > largest) {
                largest = size;
            }
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            double share = values[i] / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }

    private static double[] solve(double[][] triangle, double[] right) {
        int k = triangle.length;
        double[] solution = new double[k];
        for (int i = k - 1; i >= 0; i--) {
            double sum = right[i];
            for (int j = i + 1; j < k; j++) {
                sum -= triangle[i][j] * solution[j];
            }
            solution[i] = sum / triangle[i][i];
        }
        return solution;
    }
}
