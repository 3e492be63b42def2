package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Least squares on many rows by blocks of them: each block is replaced by its triangle R of a QR decomposition, which has the same
 * cross-products and as few rows as there are columns. The triangles of all blocks, one below the other, have the same solution
 * (Demmel, Grigori, Hoemmen and Langou 2012, Communication-optimal parallel and sequential QR and LU factorizations, SIAM Journal
 * on Scientific Computing 34). A block stays in a processor's own cache, where all rows would come from memory anew for each pair of
 * columns.
 */
final class StackedTriangles {

    /** A block of more columns would not stay in the cache. */
    static final int MOST_COLUMNS = 50;

    /** Rows of a block, more than its columns. */
    private static final int BLOCK = 1 << 10;

    private StackedTriangles() {}

    /**
     * The triangles of all blocks, in order.
     *
     * @param columns k arrays of n values; not changed
     * @param response n values; not changed
     * @return k + 1 columns, the last of the response
     */
    static double[][] of(double[][] columns, double[] response) {
        int n = response.length;
        int width = columns.length + 1;
        double[][] all = Arrays.copyOf(columns, width);
        all[width - 1] = response;
        double[][] stacked = new double[width][blocks(n) * width];
        // Each block for itself, so that the number of threads is of no consequence.
        IntStream.range(0, blocks(n)).parallel().forEach(block -> {
            double[][] own = new double[width][];
            for (int j = 0; j < width; j++) {
                // Rows that the last block lacks are 0.
                own[j] = Arrays.copyOf(
                        Arrays.copyOfRange(all[j], block * BLOCK, Math.min(n, (block + 1) * BLOCK)), BLOCK);
            }
            triangulate(own);
            for (int j = 0; j < width; j++) {
                System.arraycopy(own[j], 0, stacked[j], block * width, j + 1);
            }
        });
        return stacked;
    }

    private static int blocks(int rows) {
        return (rows + BLOCK - 1) / BLOCK;
    }

    /** Reflects columns so that nothing is left below the diagonal, where reflectors take its place. */
    private static void triangulate(double[][] columns) {
        for (int j = 0; j < columns.length; j++) {
            double[] column = columns[j];
            double length = QrLeastSquares.length(column, j);
            if (length == 0) {
                continue;
            }
            double diagonal = QrLeastSquares.toReflector(column, j, length);
            for (int later = j + 1; later < columns.length; later++) {
                QrLeastSquares.reflect(column, j, columns[later]);
            }
            column[j] = diagonal;
        }
    }

    /** The response less columns times their coefficients, by row. */
    static double[] residuals(double[] response, double[][] columns, double[] coefficients) {
        int n = response.length;
        double[] residuals = response.clone();
        IntStream.range(0, blocks(n)).parallel().forEach(block -> {
            int to = Math.min(n, (block + 1) * BLOCK);
            for (int j = 0; j < columns.length; j++) {
                subtract(columns[j], coefficients[j], residuals, block * BLOCK, to);
            }
        });
        return residuals;
    }

    private static void subtract(double[] column, double coefficient, double[] values, int from, int to) {
        for (int row = from; row < to; row++) {
            values[row] -= coefficient * column[row];
        }
    }
}
