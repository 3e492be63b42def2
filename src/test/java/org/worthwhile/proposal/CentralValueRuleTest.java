package org.worthwhile.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.worthwhile.problem.Fault;

class CentralValueRuleTest {

    @Test
    void aTakeUpWhoseValuesAreTakenForFactorsIsAConflictThatSaysBothRanges() {
        Fault fault = conflict(0.12, new Distribution.Triangular(0.05, 0.12, 0.2, true))
                .orElseThrow();
        assertThat(fault.what())
                .isEqualTo("the central value 0.12 lies outside its distribution,"
                        + " whose factors of 0.05 to 0.2 make it 0.006 to 0.024");
        assertThat(fault.remedy()).startsWith("untick As factors (in a file, relative: false)");
    }

    @Test
    void aHighShareWhoseValuesAreTakenForFactorsIsOneToo() {
        assertThat(conflict(0.5, new Distribution.Pert(0.4, 0.5, 0.6, true))).isPresent();
        assertThat(conflict(0.12, new Distribution.Normal(0.12, 0.03, true))).isPresent();
        assertThat(conflict(0.12, new Distribution.Beta(2, 5, 0, 0.5, true))).isPresent();
        assertThat(conflict(3, new Distribution.Discrete(List.of(2.0, 3.0), List.of(0.5, 0.5), true)))
                .isPresent();
    }

    @Test
    void anAmountWhoseFactorsAreTakenForValuesIsAConflict() {
        Fault fault = conflict(250_000, new Distribution.Triangular(0.9, 1, 1.3, false))
                .orElseThrow();
        assertThat(fault.what())
                .isEqualTo("the central value 250,000 lies outside its distribution, which runs from 0.9 to 1.3");
        assertThat(fault.remedy()).startsWith("tick As factors (in a file, relative: true)");
        assertThat(conflict(250_000, new Distribution.LogNormal(1, 0.2, false))).isPresent();
        assertThat(conflict(250_000, new Distribution.Gamma(25, 0.04, false))).isPresent();
    }

    @Test
    void aCentralValueInsideItsDistributionIsRight() {
        assertThat(conflict(0.12, new Distribution.Triangular(0.05, 0.12, 0.2, false)))
                .isEmpty();
        assertThat(conflict(0.12, new Distribution.Triangular(0.8, 1, 1.2, true)))
                .isEmpty();
        assertThat(conflict(0, new Distribution.Uniform(-0.01, 0.02, false))).isEmpty();
        assertThat(conflict(-40, new Distribution.Normal(-35, 5, false))).isEmpty();
        assertThat(conflict(0, new Distribution.Uniform(0.8, 1.2, true))).isEmpty();
        assertThat(conflict(10, new Distribution.Empirical(List.of(8.0, 14.0), false)))
                .isEmpty();
        assertThat(doubt(0.12, new Distribution.Triangular(0.05, 0.12, 0.2, false)))
                .isEmpty();
        assertThat(doubt(0.3, new Distribution.Uniform(0.1 + 0.2, 0.5, false))).isEmpty();
        assertThat(doubt(1, new Distribution.Triangular(0.9, 1, 1.3, true))).isEmpty();
    }

    @Test
    void aCentralValueALittleOutsideMayBeMeantAndIsDoubted() {
        Distribution overrun = new Distribution.Uniform(1.05, 1.3, true);
        assertThat(conflict(200, overrun)).isEmpty();
        assertThat(doubt(200, overrun).orElseThrow().what()).contains("factors of 1.05 to 1.3 make it 210 to 260");
        Distribution growth = new Distribution.Uniform(0.005, 0.02, false);
        assertThat(conflict(0, growth)).isEmpty();
        assertThat(doubt(0, growth)).isPresent();
    }

    @Test
    void anUnboundedDistributionReachesToItsThousandths() {
        Distribution normal = new Distribution.Normal(100, 10, false);
        assertThat(doubt(130.8, normal)).isEmpty();
        assertThat(doubt(131, normal)).isPresent();
        assertThat(conflict(131, normal)).isEmpty();
        assertThat(conflict(300, normal)).isPresent();
        DistributionRange student = new Distribution.StudentT(0, 1, 3, false).range();
        assertThat(student.high()).isCloseTo(10.2145, org.assertj.core.api.Assertions.within(1e-4));
    }

    @Test
    void anEventHoldsItsCentralValueUnlessItNeverHappens() {
        assertThat(conflict(5000, new Distribution.Event(0.7))).isEmpty();
        assertThat(doubt(5000, new Distribution.Event(0.7))).isEmpty();
        assertThat(conflict(5000, new Distribution.Event(0.2))).isEmpty();
        assertThat(doubt(5000, new Distribution.Event(0.2)).orElseThrow().what())
                .isEqualTo("the central value 5000 counts in full what happens with a probability of only 0.2");
        assertThat(conflict(5000, new Distribution.Event(0))).isPresent();
    }

    @Test
    void theLikeliestFactorIsNotLikelyToBeTheValueItself() {
        assertThat(conflict(0.9, new Distribution.Triangular(0.8, 0.9, 1, true)))
                .isEmpty();
        assertThat(doubt(0.9, new Distribution.Triangular(0.8, 0.9, 1, true))
                        .orElseThrow()
                        .what())
                .contains("would make it 0.81");
    }

    @Test
    void whatADiscreteDistributionGivesNoProbabilityIsNoPartOfIt() {
        Distribution discrete = new Distribution.Discrete(List.of(1.0, 2.0, 900.0), List.of(0.5, 0.5, 0.0), false);
        assertThat(conflict(800, discrete)).isPresent();
    }

    private static Optional<Fault> conflict(double value, Distribution distribution) {
        return CentralValueRule.conflict(new Figure(value, Optional.of(distribution)));
    }

    @Test
    void noNumberIsTooFarFromADistributionToBeComparedWithIt() {
        for (Distribution distribution : List.of(
                new Distribution.Gamma(0.05, Double.MIN_VALUE, false),
                new Distribution.Gamma(4, 1e-300, true),
                new Distribution.Gamma(1e6, 1e-3, false),
                new Distribution.Beta(0.5, 0.5, 0, Double.MIN_NORMAL, false),
                new Distribution.Normal(0, Double.MIN_VALUE, false),
                new Distribution.LogNormal(1e-6, 1e-3, false),
                new Distribution.StudentT(0, Double.MIN_VALUE, 1, false))) {
            assertThat(distribution.fault()).isEmpty();
            assertThat(distribution.holds(1e15)).isFalse();
            assertThat(distribution.holds(Double.MAX_VALUE)).isFalse();
            assertThat(distribution.holds(-Double.MAX_VALUE)).isFalse();
        }
    }

    @Test
    void theEndsOfAGammaDistributionAreWhereOneDrawInAThousandLiesBeyond() {
        for (double shape : new double[] {0.05, 0.5, 1, 7, 300, 1e6}) {
            Distribution gamma = new Distribution.Gamma(shape, 3, false);
            double high = gamma.range().high();
            assertThat(gamma.holds(high * (1 - 1e-9))).isTrue();
            assertThat(gamma.holds(high * (1 + 1e-9))).isFalse();
        }
    }

    private static Optional<Fault> doubt(double value, Distribution distribution) {
        return CentralValueRule.doubt(new Figure(value, Optional.of(distribution)));
    }
}
