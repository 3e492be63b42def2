package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChanceRuleTest {

    /** Of costs of 2, 4, 6, 8 and 30, whose mean is 10, no more than two may be too much: with all caution the third counts. */
    @Test
    void withAllCautionACandidateCostsWhatItDoesNotExceedOftenEnough() {
        ChanceRule rule =
                new ChanceRule("the budget", new double[][] {{30, 4, 2, 8, 6}}, Double.NEGATIVE_INFINITY, 10, 2);

        assertThat(rule.tightened(0).coefficients()).containsExactly(10);
        assertThat(rule.tightened(0.5).coefficients()).containsExactly(8);
        assertThat(rule.tightened(1).coefficients()).containsExactly(6);
    }
}
