package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * An eigenvector of the covariance of a cluster's residuals.
 *
 * @param unit by row of the cluster
 * @param share 1 less its eigenvalue: how much of the errors in this direction the cluster takes out by its own fit
 */
record ResidualDirection(double[] unit, double share) {

    private static final double NO_SHARE = 1e-14;

    /** What a column adds to those before it, as a share of its length, below which it adds nothing. */
    private static final double NOTHING_ADDED = 1e-10;

    /** Those of I - QQ' whose share is not 0. */
    static List<ResidualDirection> of(double[][] q) {
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
        List<ResidualDirection> directions = new ArrayList<>();
        for (int i = 0; i < product.length; i++) {
            double share = decomposition.getRealEigenvalue(i);
            if (share > NO_SHARE) {
                double[] vector = decomposition.getEigenvector(i).toArray();
                directions.add(new ResidualDirection(ofLengthOne(tall ? Matrices.times(q, vector) : vector), share));
            }
        }
        return directions;
    }

    /** Those of I + UCU' whose share is not 0, for a symmetric C. */
    static List<ResidualDirection> of(double[][] u, double[][] c) {
        double[][] basis = orthonormal(u);
        double[][] coordinates = new double[basis.length][u[0].length];
        for (int i = 0; i < basis.length; i++) {
            for (int row = 0; row < u.length; row++) {
                for (int j = 0; j < u[0].length; j++) {
                    coordinates[i][j] += basis[i][row] * u[row][j];
                }
            }
        }
        double[][] inner = new double[basis.length][basis.length];
        for (int i = 0; i < basis.length; i++) {
            double[] through = Matrices.times(c, coordinates[i]);
            for (int j = 0; j <= i; j++) {
                inner[i][j] = Matrices.dot(through, coordinates[j]);
                inner[j][i] = inner[i][j];
            }
        }
        EigenDecomposition decomposition = new EigenDecomposition(new Array2DRowRealMatrix(inner, false));
        List<ResidualDirection> directions = new ArrayList<>();
        for (int i = 0; i < basis.length; i++) {
            double share = -decomposition.getRealEigenvalue(i);
            if (Math.abs(share) > NO_SHARE) {
                double[] unit = new double[u.length];
                for (int j = 0; j < basis.length; j++) {
                    for (int row = 0; row < u.length; row++) {
                        unit[row] += decomposition.getEigenvector(i).getEntry(j) * basis[j][row];
                    }
                }
                directions.add(new ResidualDirection(ofLengthOne(unit), share));
            }
        }
        return directions;
    }

    /** Vectors of length 1, each at right angles to the others, that span the columns; Gram and Schmidt's, done twice. */
    private static double[][] orthonormal(double[][] rows) {
        List<double[]> basis = new ArrayList<>();
        for (int j = 0; j < rows[0].length && basis.size() < rows.length; j++) {
            int column = j;
            double[] left = Arrays.stream(rows).mapToDouble(row -> row[column]).toArray();
            double length = Math.sqrt(Matrices.dot(left, left));
            for (int pass = 0; pass < 2; pass++) {
                for (double[] before : basis) {
                    double along = Matrices.dot(before, left);
                    for (int row = 0; row < left.length; row++) {
                        left[row] -= along * before[row];
                    }
                }
            }
            if (Math.sqrt(Matrices.dot(left, left)) > NOTHING_ADDED * length) {
                basis.add(ofLengthOne(left));
            }
        }
        return basis.toArray(double[][]::new);
    }

    private static double[] ofLengthOne(double[] vector) {
        double length = Math.sqrt(Matrices.dot(vector, vector));
        return Arrays.stream(vector).map(entry -> entry / length).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResidualDirection direction
                && share == direction.share
                && Arrays.equals(unit, direction.unit);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(unit);
    }
}
