package org.worthwhile.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.framework.Framework;

/** Incomes of groups and what a pound to them counts, against published scales and weights. */
class GroupIncomeTest {

    private static final Framework GREEN_BOOK = Objects.requireNonNull(
            PackReader.read(Path.of("models")).frameworks().get("uk-green-book-2026"));

    /** Modified OECD, couple as 1: one adult 0.67, couple with two children 1.40, lone parent with one child 0.87. */
    @Test
    void householdsAreEquivalisedByThePublishedScale() {
        assertThat(new GroupIncome.Household(1, 1, 1, 0).scale()).isCloseTo(0.67, within(1e-12));
        assertThat(new GroupIncome.Household(1, 1, 2, 0).scale()).isCloseTo(1, within(1e-12));
        assertThat(new GroupIncome.Household(1, 1, 2, 2).scale()).isCloseTo(1.4, within(1e-12));
        assertThat(new GroupIncome.Household(1, 1, 1, 1).scale()).isCloseTo(0.87, within(1e-12));
        assertThat(new GroupIncome.Household(45_360, 32_400, 2, 2).index()).isCloseTo(1, within(1e-12));
    }

    /** The weights that econstack publishes for a median of 35,000 and an elasticity of 1.3. */
    @Test
    void weightsAreThePublishedOnes() {
        assertThat(weight(15_000)).isCloseTo(3.01, within(0.005));
        assertThat(weight(50_000)).isCloseTo(0.63, within(0.005));
        assertThat(weight(75_000)).isCloseTo(0.37, within(0.005));
        assertThat(weight(100_000)).isCloseTo(0.255, within(0.005));
        assertThat(weight(35_000)).isEqualTo(1);
    }

    private static double weight(double income) {
        return GREEN_BOOK.distributionalWeight(new GroupIncome.Equivalised(income, 35_000).index());
    }
}
