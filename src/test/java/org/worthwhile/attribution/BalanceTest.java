package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.estimation.Term;

class BalanceTest {

    private static final boolean[] TREATED = {true, true, true, false, false, false};

    /** Means 4 and 2, variances 4 and 1: 2 / sqrt(2.5). The weights bring the untreated's mean to 2.5. */
    private static final Term COVARIATE = new Term("x", new double[] {2, 4, 6, 1, 2, 3});

    private static final double[] WEIGHTS = {1, 1, 1, 0, 1, 1};

    @Test
    void differencesAreInStandardDeviationsOfTheTwoArmsTogether() {
        Balance.Row row =
                Balance.of(List.of(COVARIATE), TREATED, WEIGHTS).rows().getFirst();

        assertThat(row.treatedMean()).isCloseTo(4, within(1e-12));
        assertThat(row.untreatedMean()).isCloseTo(2.5, within(1e-12));
        assertThat(row.unweighted()).isCloseTo(2 / Math.sqrt(2.5), within(1e-12));
        assertThat(row.difference()).isCloseTo(1.5 / Math.sqrt(2.5), within(1e-12));
    }

    @Test
    void aCovariateThatNeverVariesDoesNotDiffer() {
        Balance.Row row = Balance.of(List.of(new Term("c", new double[] {7, 7, 7, 7, 7, 7})), TREATED, WEIGHTS)
                .rows()
                .getFirst();

        assertThat(row.difference()).isZero();
        assertThat(row.unweighted()).isZero();
    }

    @Test
    void moreThanATenthOfAStandardDeviationIsUnlike() {
        Balance apart = balance(0, 0.05, -0.11);
        Balance alike = balance(0, -0.1, 0.1);

        assertThat(apart.worst()).isEqualTo(0.11);
        assertThat(apart.diagnostic("balance", "").outcome()).isEqualTo(Diagnostic.Outcome.WARN);
        assertThat(apart.diagnostic("balance", "").message()).endsWith("more than chance gives, in c1.");
        assertThat(alike.diagnostic("balance", "").outcome()).isEqualTo(Diagnostic.Outcome.PASS);
        assertThat(new Balance(List.of(), 0).worst()).isZero();
    }

    /**
     * Weights of 3 and 1 amount to 16/10 rows, and so on; of two covariates one differs by 2.2414 standard errors in one of twenty
     * assignments.
     */
    @Test
    void aDifferenceThatArmsOfSoFewRowsHaveByChanceIsNoWarning() {
        double[] weights = {3, 1, 1, 1, 1, 1};
        boolean[] arms = {true, true, false, false, false, false};
        Balance found = Balance.of(List.of(COVARIATE), arms, weights);
        double chance = 0.05;

        assertThat(found.chance()).isCloseTo(Math.sqrt(10 / 16.0 + 1 / 4.0), within(1e-12));
        Balance within = balance(chance, 0.05, 2.24 * chance);
        Balance beyond = balance(chance, 0.05, 2.25 * chance);
        assertThat(within.diagnostic("balance", "").outcome()).isEqualTo(Diagnostic.Outcome.PASS);
        assertThat(within.diagnostic("balance", "").message()).endsWith("which is up to 0.1121 standard deviations.");
        assertThat(beyond.diagnostic("balance", "").outcome()).isEqualTo(Diagnostic.Outcome.WARN);
    }

    @Test
    void aQuarterOfAStandardDeviationIsTooFarApartUnlessChanceGivesIt() {
        assertThat(balance(0.01, 0, 0.26).diagnostic("balance", "").outcome()).isEqualTo(Diagnostic.Outcome.FAIL);
        assertThat(balance(0.01, 0, 0.26).tooFarApart()).containsExactly("c1");
        assertThat(balance(0.01, 0, 0.24).tooFarApart()).isEmpty();
        assertThat(balance(0.2, 0, 0.26).tooFarApart()).isEmpty();
    }

    @Test
    void aPlotHasEveryCovariateBeforeAndAfter() {
        assertThat(Balance.of(List.of(COVARIATE), TREATED, WEIGHTS).series().points())
                .extracting(Series.Point::label)
                .containsExactly("x, before", "x, after");
    }

    private static Balance balance(double chance, double... differences) {
        return new Balance(
                IntStream.range(0, differences.length)
                        .mapToObj(i -> new Balance.Row("c" + i, 0, 0, differences[i], 0))
                        .toList(),
                chance);
    }
}
