package org.worthwhile.attribution.observational;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Balance;
import org.worthwhile.attribution.MadeData;

/** Against stacked estimating equations in R, recorded by {@code src/test/resources/r/overlap-weights.R}. */
class OverlapWeightsTest {

    private static Attribution answer(String roles) {
        double[] x = new double[60];
        double[] z = new double[60];
        double[] d = new double[60];
        double[] y = new double[60];
        double[] w = new double[60];
        for (int i = 0; i < 60; i++) {
            x[i] = i * 37 % 23 / 5.0 - 2;
            z[i] = i * 53 % 17 / 4.0 - 2;
            d[i] = i * 29 % 31 / 10.0 + 0.4 * x[i] > 1.5 ? 1 : 0;
            y[i] = 3 + x[i] - 0.5 * z[i] + 2 * d[i] + 0.6 * d[i] * x[i] + i * 41 % 19 / 6.0;
            w[i] = 1 + i * 7 % 3;
        }
        return MadeData.of("x", x)
                .and("z", z)
                .and("d", d)
                .and("y", y)
                .and("w", w)
                .answer("""
                        "design": "observational",
                        "columns": {"outcome": "y", "treatment": "d", "covariates": ["x", "z"]%s},
                        "options": {"estimator": "ipw", "estimand": "overlap"}""".formatted(roles));
    }

    @Test
    void eachRowCountsByHowLikelyItIsInTheOtherArm() {
        Attribution found = answer("");
        assertThat(found.estimate()).isCloseTo(2.13467195253, within(1e-8));
        assertThat(found.standardError()).isCloseTo(0.303784259404, within(1e-6));
        assertThat(found.estimand()).endsWith("over rows as they may be in either arm");
    }

    @Test
    void rowsOfTheSampleCountByTheirOwnWeightsAsWell() {
        Attribution found = answer(", \"weight\": \"w\"");
        assertThat(found.estimate()).isCloseTo(1.98589003912, within(1e-8));
        assertThat(found.standardError()).isCloseTo(0.305748913536, within(1e-6));
    }

    /** Which is what a logistic regression solves for. */
    @Test
    void theMeansOfCovariatesAreEqualInBothArms() {
        Balance balance = ((ObservationalDetails) answer("").details()).balance();
        assertThat(balance.worst()).isLessThan(1e-9);
    }
}
