package org.worthwhile.attribution.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which plans are possible, up to their limits. */
class PlansTest {

    @ParameterizedTest
    @CsvSource({"4, 0.5, 1, 0", "5, 1e-9, 1e-9, 0", "4, 0.999999, 1, 0.999999", "4, 0.5, 1e9, 0.5"})
    void aPlanWithinItsLimitsIsTaken(int units, double share, double deviation, double explained) {
        assertThatCode(() -> Plan.require(units, share, deviation, explained)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 0.5, 1, 0", "4, 0, 1, 0", "4, 1, 1, 0", "4, -0.1, 1, 0", "4, 1.1, 1, 0", "4, NaN, 1, 0",
        "4, 0.5, 0, 0", "4, 0.5, -1, 0", "4, 0.5, NaN, 0", "4, 0.5, 1, 1", "4, 0.5, 1, -0.1", "4, 0.5, 1, NaN"
    })
    void aPlanBeyondItsLimitsIsRefused(int units, double share, double deviation, double explained) {
        assertThatThrownBy(() -> Plan.require(units, share, deviation, explained))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a plan needs at least 4 units");
    }

    @ParameterizedTest
    @CsvSource({"80, 20, 0", "80, 20, 1", "4, 1, 0.5"})
    void fourClustersAreEnough(int units, int clusterSize, double correlation) {
        assertThat(new TrialPlan(units, 0.5, 1, 0, clusterSize, correlation).degreesOfFreedom())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"79, 20, 0", "80, 0, 0", "80, -1, 0", "80, 20, -0.1", "80, 20, 1.1", "80, 20, NaN"})
    void fewerClustersOrAnImpossibleCorrelationAreRefused(int units, int clusterSize, double correlation) {
        assertThatThrownBy(() -> new TrialPlan(units, 0.5, 1, 0, clusterSize, correlation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a plan needs at least 4 clusters");
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0", "1, 0, 0", "1, 1, 1", "1, 1, -0.1", "1, 1, NaN"})
    void aDifferenceNeedsTimesOnBothSidesAndACorrelationBelowOne(int before, int after, double correlation) {
        assertThatThrownBy(() -> new DifferencePlan(10, 0.5, 1, before, after, correlation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a time before and one after");
    }

    @Test
    void oneTimeOnEachSideWithoutCorrelationHasTwiceTheVarianceOfATrial() {
        double difference = new DifferencePlan(10, 0.5, 1, 1, 1, 0).standardError();
        double trial = new TrialPlan(10, 0.5, 1, 0, 1, 0).standardError();

        assertThat(difference * difference / (trial * trial)).isBetween(1.999999, 2.000001);
    }

    /** Two lines through two units each leave nothing to tell an effect by; with a fifth unit there is one degree of freedom. */
    @Test
    void twoUnitsOnEachSideOfACutoffFindNothing() {
        assertThat(IntStream.range(0, 20)
                        .mapToDouble(seed ->
                                new DiscontinuityPlan(4, 0.5, 1).simulatedPValue(100, new SplittableRandom(seed))))
                .contains(1.0)
                .allMatch(value -> value >= 0 && value <= 1);
        assertThat(IntStream.range(0, 20)
                        .mapToDouble(seed ->
                                new DiscontinuityPlan(5, 0.5, 1).simulatedPValue(100, new SplittableRandom(seed)))
                        .min()
                        .orElseThrow())
                .isLessThan(0.5);
        assertThat(new DiscontinuityPlan(4, 0.5, 1).degreesOfFreedom()).isEqualTo(1);
        assertThat(new DiscontinuityPlan(6, 0.5, 1).degreesOfFreedom()).isEqualTo(2);
    }

    /** With six units the cutoff's plan can first be tested, with four clusters a trial's. */
    @Test
    void anEffectThatAnybodyWouldSeeNeedsTheFewestUnitsThatMakeAPlan() {
        assertThat(Power.unitsNeeded(new DiscontinuityPlan(40, 0.5, 1e-6), 1, 0.8, 0.05))
                .isEqualTo(6);
        assertThat(Power.unitsNeeded(new DifferencePlan(40, 0.5, 1e-6, 1, 1, 0), 1, 0.8, 0.05))
                .isEqualTo(6);
        assertThat(Power.unitsNeeded(new TrialPlan(400, 0.5, 1e-6, 0, 10, 0.2), 1, 0.8, 0.05))
                .isEqualTo(40);
        assertThat(Power.unitsNeeded(new TrialPlan(4, 0.5, 1e-6, 0, 1, 0), 1, 0.8, 0.05))
                .isEqualTo(4);
    }
}
