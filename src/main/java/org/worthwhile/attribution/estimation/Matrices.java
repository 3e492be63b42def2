package org.worthwhile.attribution.estimation;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Small dense matrices, row by row. */
public final class Matrices {

    private Matrices() {}

    /** Each entry times a factor, as a new matrix. */
    public static double[][] times(double[][] matrix, double factor) {
        double[][] product = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            product[i] = matrix[i].clone();
            for (int j = 0; j < product[i].length; j++) {
                product[i][j] *= factor;
            }
        }
        return product;
    }

    /** The values at some rows, in the order of the rows; a row may be there more than once. */
    public static double[] take(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    /** The matrix times a vector. */
    public static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    /**
     * The sum of products of entries.
     *
     * @param second as long as the first or longer
     */
    public static double dot(double[] first, double[] second) {
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += first[i] * second[i];
        }
        return sum;
    }

    static double[][] sum(double[][]... matrices) {
        double[][] sum = new double[matrices[0].length][matrices[0].length];
        for (double[][] matrix : matrices) {
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j < sum.length; j++) {
                    sum[i][j] += matrix[i][j];
                }
            }
        }
        return sum;
    }

    static void addOuterProduct(double[][] matrix, double[] vector) {
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                matrix[i][j] += vector[i] * vector[j];
            }
        }
    }

    /** Bread, meat, bread; the bread being symmetric. */
    static double[][] sandwich(double[][] bread, double[][] meat) {
        if (bread.length == 0) {
            return bread;
        }
        RealMatrix outside = real(bread);
        return outside.multiply(real(meat)).multiply(outside).getData();
    }

    /** The matrix with its negative eigenvalues, if any, set to zero (Cameron, Gelbach and Miller 2011). */
    static double[][] nearestPositiveSemiDefinite(double[][] symmetric) {
        if (symmetric.length == 0) {
            return symmetric;
        }
        EigenDecomposition decomposition = new EigenDecomposition(real(symmetric));
        double[] eigenvalues = decomposition.getRealEigenvalues();
        boolean negative = false;
        RealMatrix diagonal = new Array2DRowRealMatrix(eigenvalues.length, eigenvalues.length);
        for (int i = 0; i < eigenvalues.length; i++) {
            negative |= eigenvalues[i] < 0;
            diagonal.setEntry(i, i, Math.max(0, eigenvalues[i]));
        }
        return negative
                ? decomposition
                        .getV()
                        .multiply(diagonal)
                        .multiply(decomposition.getVT())
                        .getData()
                : symmetric;
    }

    private static RealMatrix real(double[][] matrix) {
        return new Array2DRowRealMatrix(matrix, false);
    }
}
