package org.worthwhile.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Increment.Status;
import org.worthwhile.appraisal.IncrementalAnalysis.Point;

/** Options compared step by step, as published examples and the definition of the frontier have it. */
class IncrementalAnalysisTest {

    /**
     * US Department of Veterans Affairs, Health Economics Resource Center, "Cost-effectiveness analysis" (also the test of
     * the R package dampack's calculate_icers): usual care, then B at 5,000 a unit, D at 12,500 and E at 20,000; C is
     * extendedly dominated and A is dominated.
     */
    @Test
    void theSixStrategiesOfTheHealthEconomicsResourceCenterHaveTheirPublishedRatios() {
        List<Increment> found = IncrementalAnalysis.ofUnits(List.of(
                new Point("E", 55_000, 5),
                new Point("D", 35_000, 4),
                new Point("C", 25_000, 3),
                new Point("B", 10_000, 2),
                new Point("A", 12_000, 1.5),
                new Point("UC", 5_000, 1)));

        assertThat(found).extracting(Increment::option).containsExactly("UC", "B", "A", "C", "D", "E");
        assertThat(of(found, "UC").step()).isEmpty();
        requireIcer(of(found, "B"), "UC", 5_000);
        requireIcer(of(found, "D"), "B", 12_500);
        requireIcer(of(found, "E"), "D", 20_000);
        assertThat(of(found, "C").status()).isEqualTo(Status.EXTENDEDLY_DOMINATED);
        assertThat(of(found, "C").by()).containsExactly("B", "D");
        assertThat(of(found, "A").status()).isEqualTo(Status.DOMINATED);
        assertThat(of(found, "A").by()).containsExactly("B");
    }

    /**
     * Eleven strategies of testing and treating Clostridioides difficile (Rajasingham and others 2020, Clinical Infectious
     * Diseases 70; table of the R package dampack, vignettes/cdiff_icers.csv).
     */
    @Test
    void theElevenStrategiesAgainstClostridioidesHaveTheirPublishedFrontier() {
        List<Increment> found = IncrementalAnalysis.ofUnits(List.of(
                new Point("s39", 57_814.6470919581, 13.0462790163185),
                new Point("s20", 58_634.2026441398, 13.1100568867995),
                new Point("s3", 57_336.0059896538, 12.9399639202408),
                new Point("s27", 57_541.2526373815, 13.0140640696275),
                new Point("s33", 57_642.2587507842, 13.0389116321918),
                new Point("s31", 57_934.0743411241, 13.0966257932217),
                new Point("s43", 58_072.1137208494, 13.11285766912),
                new Point("s44", 58_665.7823044647, 13.1283328397025),
                new Point("s4", 57_887.481549326, 12.9970657153765),
                new Point("s13", 58_018.6252420203, 13.0650412387992),
                new Point("s37", 58_081.7947984323, 13.1029711156978)));

        requireIcer(of(found, "s27"), "s3", 2_769.85470915263);
        requireIcer(of(found, "s33"), "s27", 4_065.03105249231);
        requireIcer(of(found, "s31"), "s33", 5_056.2216470406);
        requireIcer(of(found, "s43"), "s31", 8_504.2160616553);
        requireIcer(of(found, "s44"), "s43", 38_362.6519947134);
        assertThat(of(found, "s39").status()).isEqualTo(Status.EXTENDEDLY_DOMINATED);
        assertThat(of(found, "s39").by()).containsExactly("s33", "s31");
        assertThat(List.of("s4", "s13", "s37", "s20"))
                .allSatisfy(id -> assertThat(of(found, id).status()).isEqualTo(Status.DOMINATED));
    }

    /** 675,231 for 2,316,725 more would be a ratio of 3.43 against an option that brings 0.32 for each pound of its cost. */
    @Test
    void anOptionThatBringsLessThanItCostsIsNeverWhatAnotherIsComparedWith() {
        List<Increment> found = IncrementalAnalysis.ofMoney(List.of(
                new Point("bau", 0, 0),
                new Point("home-checks", 428_930, 139_336),
                new Point("community", 1_104_161, 2_456_061)));

        assertThat(of(found, "home-checks").status()).isEqualTo(Status.EXTENDEDLY_DOMINATED);
        Increment.Step step = of(found, "community").step().orElseThrow();
        assertThat(step.against()).isEqualTo("bau");
        assertThat(step.ratio().value().orElseThrow()).isCloseTo(2.2244, within(0.00005));
    }

    /** On the frontier 0.8 and then 0.5 for each pound more: both are compared with the option that pays for itself. */
    @Test
    void aRejectedOptionOnTheFrontierIsPassedOver() {
        List<Increment> found = IncrementalAnalysis.ofMoney(List.of(
                new Point("bau", 0, 0),
                new Point("good", 100, 200),
                new Point("poor", 200, 280),
                new Point("poorer", 300, 330)));

        assertThat(of(found, "poor").status()).isEqualTo(Status.FRONTIER);
        assertThat(of(found, "poor").step().orElseThrow().rejected()).isTrue();
        Increment.Step last = of(found, "poorer").step().orElseThrow();
        assertThat(last.against()).isEqualTo("good");
        assertThat(last.ratio().value().orElseThrow()).isCloseTo(0.65, within(1e-12));
        assertThat(last.rejected()).isTrue();
    }

    @Test
    void anOptionOnTheLineBetweenTwoOthersIsNotDominated() {
        List<Increment> found = IncrementalAnalysis.ofUnits(
                List.of(new Point("a", 0.1, 0.3), new Point("b", 0.2, 0.6), new Point("c", 0.3, 0.9)));

        assertThat(found).allSatisfy(each -> assertThat(each.status()).isEqualTo(Status.FRONTIER));
    }

    @Test
    void optionsThatAreTheSameStandTogether() {
        List<Increment> found = IncrementalAnalysis.ofUnits(
                List.of(new Point("z", 0, 0), new Point("b", 50, 1), new Point("a", 50, 1), new Point("far", 60, 10)));

        assertThat(List.of("a", "b")).allSatisfy(id -> {
            assertThat(of(found, id).status()).isEqualTo(Status.EXTENDEDLY_DOMINATED);
            assertThat(of(found, id).by()).containsExactly("z", "far");
        });
        requireIcer(of(found, "far"), "z", 6);
    }

    /** Whatever a unit is worth, the option with the highest net benefit is on the frontier, and what one more costs rises. */
    @Test
    void whateverAUnitIsWorthTheBestOptionIsOnTheFrontier() {
        Random random = new Random(1);
        for (int set = 0; set < 200; set++) {
            List<Point> points = IntStream.range(0, 2 + random.nextInt(12))
                    .mapToObj(i -> new Point("o" + i, random.nextInt(40) - 10, random.nextInt(40) - 10))
                    .toList();
            List<Increment> found = IncrementalAnalysis.ofUnits(points);
            for (double worth = 0.001; worth < 1000; worth *= 1.09) {
                double each = worth;
                Point best = points.stream()
                        .max(Comparator.comparingDouble(point -> each * point.benefit() - point.cost()))
                        .orElseThrow();
                assertThat(of(found, best.option()).status()).isEqualTo(Status.FRONTIER);
            }
            double[] icers = found.stream()
                    .filter(row -> row.status() == Status.FRONTIER)
                    .flatMap(row -> row.step().stream())
                    .mapToDouble(step -> step.icer().value().orElseThrow())
                    .toArray();
            assertThat(icers).isSorted();
            assertThat(IncrementalAnalysis.ofUnits(points.reversed())).isEqualTo(found);
        }
    }

    private static void requireIcer(Increment increment, String against, double icer) {
        assertThat(increment.status()).isEqualTo(Status.FRONTIER);
        Increment.Step step = increment.step().orElseThrow();
        assertThat(step.against()).isEqualTo(against);
        assertThat(step.icer().value().orElseThrow()).isCloseTo(icer, within(icer * 1e-9));
    }

    private static Increment of(List<Increment> increments, String option) {
        return increments.stream()
                .filter(increment -> increment.option().equals(option))
                .findFirst()
                .orElseThrow();
    }
}
