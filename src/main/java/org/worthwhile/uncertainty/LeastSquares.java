package org.worthwhile.uncertainty;

/** The normal equations of least squares with several right sides, by the root-free Cholesky factors L D L'. */
final class LeastSquares {

    private LeastSquares() {}

    /**
     * The coefficients by term and right side; 0 of terms that those before them explain.
     *
     * @param squares the terms' sums of squares and products, symmetric
     * @param products with the right sides, by term and right side
     * @param dependent the share of its squares that a term must add
     */
    static double[][] solve(double[][] squares, double[][] products, double dependent) {
        int terms = squares.length;
        int sides = products[0].length;
        double[][] lower = new double[terms][terms];
        double[] diagonal = new double[terms];
        double[][] solved = new double[terms][sides];
        for (int i = 0; i < terms; i++) {
            for (int j = 0; j < i; j++) {
                double sum = squares[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k] * diagonal[k];
                }
                lower[i][j] = diagonal[j] > 0 ? sum / diagonal[j] : 0;
            }
            double left = squares[i][i];
            for (int k = 0; k < i; k++) {
                left -= lower[i][k] * lower[i][k] * diagonal[k];
            }
            diagonal[i] = left > dependent * squares[i][i] ? left : 0;
            for (int side = 0; side < sides; side++) {
                double sum = products[i][side];
                for (int k = 0; k < i; k++) {
                    sum -= lower[i][k] * solved[k][side];
                }
                solved[i][side] = diagonal[i] > 0 ? sum : 0;
            }
        }
        for (int i = terms - 1; i >= 0; i--) {
            for (int side = 0; side < sides; side++) {
                double sum = diagonal[i] > 0 ? solved[i][side] / diagonal[i] : 0;
                for (int k = i + 1; diagonal[i] > 0 && k < terms; k++) {
                    sum -= lower[k][i] * solved[k][side];
                }
                solved[i][side] = sum;
            }
        }
        return solved;
    }
}
