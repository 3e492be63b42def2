package org.worthwhile.attribution.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MatricesTest {

    /** Eigenvalues 3 and -1 along (1, 1) and (1, -1): without the second, 3/2 everywhere. */
    @Test
    void aNegativeEigenvalueIsTakenOut() {
        double[][] found = Matrices.nearestPositiveSemiDefinite(new double[][] {{1, 2}, {2, 1}});

        for (double[] row : found) {
            assertThat(row).containsExactly(new double[] {1.5, 1.5}, within(1e-12));
        }
    }

    @Test
    void aMatrixWithoutNegativeEigenvaluesStays() {
        double[][] definite = {{2, 1}, {1, 2}};

        assertThat(Matrices.nearestPositiveSemiDefinite(definite)).isSameAs(definite);
        assertThat(Matrices.nearestPositiveSemiDefinite(new double[0][0])).isEmpty();
    }

    /** (1 2; 2 5) (1 0; 0 2) (1 2; 2 5) = (9 22; 22 54). */
    @Test
    void breadGoesOnBothSidesOfTheMeat() {
        double[][] found = Matrices.sandwich(new double[][] {{1, 2}, {2, 5}}, new double[][] {{1, 0}, {0, 2}});

        assertThat(found).isDeepEqualTo(new double[][] {{9, 22}, {22, 54}});
        assertThat(Matrices.sandwich(new double[0][0], new double[0][0])).isEmpty();
    }

    @Test
    void sumsAndProductsAreThoseOfTheirEntries() {
        double[][] matrix = {{1, 2}, {3, 4}};

        assertThat(Matrices.sum(matrix, matrix, new double[][] {{1, 0}, {0, 1}}))
                .isDeepEqualTo(new double[][] {{3, 4}, {6, 9}});
        assertThat(Matrices.times(matrix, 3)).isDeepEqualTo(new double[][] {{3, 6}, {9, 12}});
        assertThat(Matrices.times(matrix, new double[] {1, -1})).containsExactly(-1, -1);
        assertThat(matrix).isDeepEqualTo(new double[][] {{1, 2}, {3, 4}});
        Matrices.addOuterProduct(matrix, new double[] {1, -2});
        assertThat(matrix).isDeepEqualTo(new double[][] {{2, 0}, {1, 8}});
    }
}
