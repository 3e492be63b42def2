package org.worthwhile.synthesis;

/**
 * A matrix of few columns as the product of orthonormal columns and an upper triangle, by the modified process of Gram and Schmidt done
 * twice, which is orthogonal to rounding (Giraud, Langou and Rozloznik 2005).
 *
 * @param columns orthonormal, one after another
 * @param triangle by row
 */
record OrthogonalColumns(double[][] columns, double[][] triangle) {

    /** A column of which less than this share is left beside the others depends on them. */
    private static final double DEPENDENT = 1e-9;

    /** Decomposes columns. */
    static OrthogonalColumns of(double[][] matrix) {
        int p = matrix.length;
        double[][] q = new double[p][];
        double[][] r = new double[p][p];
        for (int j = 0; j < p; j++) {
            q[j] = matrix[j].clone();
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < j; i++) {
                    double along = dot(q[i], q[j]);
                    r[i][j] += along;
                    for (int row = 0; row < q[j].length; row++) {
                        q[j][row] -= along * q[i][row];
                    }
                }
            }
            r[j][j] = Math.sqrt(dot(q[j], q[j]));
            for (int row = 0; row < q[j].length; row++) {
                q[j][row] /= r[j][j];
            }
        }
        return new OrthogonalColumns(q, r);
    }

    /** The first column that is a combination of those before it, to rounding; -1 where there is none. */
    int firstDependent() {
        for (int j = 0; j < triangle.length; j++) {
            double square = 0;
            for (int i = 0; i <= j; i++) {
                square += triangle[i][j] * triangle[i][j];
            }
            if (!(triangle[j][j] > DEPENDENT * Math.sqrt(square))) {
                return j;
            }
        }
        return -1;
    }

    /** The coefficients of the least squares of {@code y} on the columns. */
    double[] solve(double[] y) {
        int p = triangle.length;
        double[] coefficients = new double[p];
        for (int j = p - 1; j >= 0; j--) {
            double rest = dot(columns[j], y);
            for (int i = j + 1; i < p; i++) {
                rest -= triangle[j][i] * coefficients[i];
            }
            coefficients[j] = rest / triangle[j][j];
        }
        return coefficients;
    }

    /** The inverse of the crossproduct of the matrix's columns. */
    double[][] inverseCrossproduct() {
        int p = triangle.length;
        double[][] inverse = new double[p][p];
        for (int j = 0; j < p; j++) {
            inverse[j][j] = 1 / triangle[j][j];
            for (int i = j - 1; i >= 0; i--) {
                double sum = 0;
                for (int m = i + 1; m <= j; m++) {
                    sum += triangle[i][m] * inverse[m][j];
                }
                inverse[i][j] = -sum / triangle[i][i];
            }
        }
        double[][] product = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                product[i][j] = dot(inverse[i], inverse[j]);
            }
        }
        return product;
    }

    /** The diagonal of the projection on the columns. */
    double[] leverages() {
        double[] leverages = new double[columns[0].length];
        for (double[] column : columns) {
            for (int row = 0; row < leverages.length; row++) {
                leverages[row] += column[row] * column[row];
            }
        }
        return leverages;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
