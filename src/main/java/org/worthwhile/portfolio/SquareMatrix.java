package org.worthwhile.portfolio;

/** Small square matrices, by rows. */
final class SquareMatrix {

    private static final double SINGULAR = 1e-12;

    private SquareMatrix() {}

    /** Puts a matrix's inverse in its place (Gauss and Jordan, with partial pivoting); false where it has none to rely on. */
    static boolean invert(double[][] matrix) {
        int size = matrix.length;
        int[] exchanged = new int[size];
        for (int step = 0; step < size; step++) {
            int pivot = step;
            for (int row = step + 1; row < size; row++) {
                if (Math.abs(matrix[row][step]) > Math.abs(matrix[pivot][step])) {
                    pivot = row;
                }
            }
            if (Math.abs(matrix[pivot][step]) < SINGULAR) {
                return false;
            }
            exchanged[step] = pivot;
            double[] top = matrix[pivot];
            matrix[pivot] = matrix[step];
            matrix[step] = top;
            double scale = 1 / top[step];
            top[step] = 1;
            for (int column = 0; column < size; column++) {
                top[column] *= scale;
            }
            for (int row = 0; row < size; row++) {
                if (row != step) {
                    double factor = matrix[row][step];
                    matrix[row][step] = 0;
                    for (int column = 0; column < size; column++) {
                        matrix[row][column] -= factor * top[column];
                    }
                }
            }
        }
        for (int step = size - 1; step >= 0; step--) {
            for (double[] row : matrix) {
                double kept = row[step];
                row[step] = row[exchanged[step]];
                row[exchanged[step]] = kept;
            }
        }
        return true;
    }
}
