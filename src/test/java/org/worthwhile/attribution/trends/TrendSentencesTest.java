package org.worthwhile.attribution.trends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Series;

/** What is told of departures from parallel trends, with one period before the reference and one after it. */
class TrendSentencesTest {

    private static TrendSensitivity of(double before, double after, double variance) {
        return TrendSensitivity.of(EventStudy.of(
                        new int[] {-1, 1},
                        0,
                        new double[] {before, after},
                        new double[][] {{variance, 0}, {0, variance}},
                        new double[] {0, 1},
                        Double.POSITIVE_INFINITY,
                        0.95)
                .orElseThrow());
    }

    /** The drift before is 10, and known: an effect of 100 is undone by 10 times as much, or by a slope 90 from the line's -10. */
    @Test
    void anEffectIsThereUpToItsBreakdowns() {
        TrendSensitivity found = of(-10, 100, 1e-6);

        assertThat(found.diagnostic().message())
                .startsWith("There is an effect unless")
                .contains("more than 10.00 times the largest such drift before it")
                .contains("there is an effect unless its slope changed by more than 90");
    }

    @Test
    void anEffectFarBeyondTheDriftBeforeIsThereAtEveryMultiple() {
        TrendSensitivity found = of(0.001, 100, 1e-8);

        assertThat(found.breakdown().orElseThrow().multiple()).isEmpty();
        assertThat(found.diagnostic().message())
                .startsWith("There is an effect even if")
                .contains("by 20 times the largest such drift before it");
    }

    @Test
    void withinItsErrorThereIsNoEffectEvenWithoutDrift() {
        assertThat(of(1, 0.1, 1).diagnostic().message())
                .startsWith("The robust interval holds no effect even with no drift")
                .contains(
                        "If a steady drift before treatment would have gone on, the robust interval holds no effect.");
    }

    /** Along the line of 10 a period the effect of 100 is 90, and a change of slope moves it by itself. */
    @Test
    void intervalsAreDrawnAboutTheirMiddlesAtChangesOfSlopeOfTheSizeSeenBefore() {
        List<Series> series = of(-10, 100, 1e-6).series();

        List<Series.Point> multiples = series.getFirst().points();
        List<Series.Point> lines = series.getLast().points();
        for (int i = 0; i < 5; i++) {
            assertThat(multiples.get(i).x()).isEqualTo(0.5 * i);
            assertThat(multiples.get(i).y()).isCloseTo(100, within(0.01));
            assertThat(multiples.get(i).high()).isCloseTo(100 + 5 * i, within(0.01));
            assertThat(lines.get(i).x()).isCloseTo(5 * i, within(1e-9));
            assertThat(lines.get(i).y()).isCloseTo(90, within(0.01));
            assertThat(lines.get(i).low()).isCloseTo(90 - 5 * i, within(0.01));
        }
    }

    @Test
    void withoutAnEventStudyNothingIsDrawn() {
        assertThat(TrendSensitivity.UNKNOWN.series()).isEmpty();
        assertThat(TrendSensitivity.UNKNOWN.diagnostic().message()).contains("cannot be told");
    }
}
