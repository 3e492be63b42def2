package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StrataTest {

    /** Of five rows in four strata the third and the fourth row share one, which is then worth two fifths and not a quarter. */
    @Test
    void strataOfRowsWeighByTheirNumberSoThatTheMeanIsThatOfTheRows() {
        double[] probabilities = {0.1, 0.3, 0.5, 0.7, 0.9};
        double[] drawn = {1, 2, 3, 4, 5};
        double[][] npsv = {{10, 20, 30, 40, 0}};

        Strata rows = Strata.of(Replicates.of(5), probabilities, drawn, npsv, 4, true);
        Strata others = Strata.of(Replicates.of(5), probabilities, drawn, npsv, 4, false);

        assertThat(rows.weights()).containsExactly(new double[] {0.2, 0.2, 0.4, 0.2}, within(1e-12));
        assertThat(rows.means()[0]).containsExactly(new double[] {10, 20, 35, 0}, within(1e-12));
        assertThat(others.weights()).containsExactly(new double[] {0.25, 0.25, 0.25, 0.25}, within(1e-12));
    }
}
