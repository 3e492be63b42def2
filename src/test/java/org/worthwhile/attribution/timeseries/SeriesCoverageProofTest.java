package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.StudyCases;

/**
 * Default intervals of interrupted series hold the truth, and checks whose hypothesis is true fail, as often as they say, in series
 * of every length and memory. Bounds are for the number of sets: {@code -Dworthwhile.series.sets=1000} prints a finer table.
 */
@Tag("proof")
class SeriesCoverageProofTest {

    private static final int SETS = Integer.getInteger("worthwhile.series.sets", 60);
    private static final int[] LENGTHS = {24, 48, 96};

    /** Errors by their memory; a random walk has steps of the same size. */
    private enum Memory {
        NONE(0),
        SOME(0.3),
        MUCH(0.6),
        MOST(0.8),
        RANDOM_WALK(1);

        private final double correlation;

        Memory(double correlation) {
            this.correlation = correlation;
        }

        double[] errors(Random random, int length) {
            double[] errors = new double[length];
            errors[0] = random.nextGaussian();
            double spread = correlation < 1 ? Math.sqrt(1 - correlation * correlation) : 0.5;
            for (int t = 1; t < length; t++) {
                errors[t] = correlation * errors[t - 1] + spread * random.nextGaussian();
            }
            return errors;
        }
    }

    /** What was found in the sets of one setting, or of several. */
    private static final class Tally {

        private int sets;
        private int covered;
        private final List<int[]> checks = new ArrayList<>();

        private void add(Attribution found, double truth, List<String> ids) {
            sets++;
            covered +=
                    found.interval().low() <= truth && truth <= found.interval().high() ? 1 : 0;
            for (int i = 0; i < ids.size(); i++) {
                if (checks.size() <= i) {
                    checks.add(new int[2]);
                }
                String id = ids.get(i);
                int[] check = checks.get(i);
                found.diagnostics().stream()
                        .filter(told -> told.id().equals(id) && told.outcome() != Outcome.INFO)
                        .findFirst()
                        .ifPresent(told -> {
                            check[0]++;
                            check[1] += told.outcome() == Outcome.PASS ? 0 : 1;
                        });
            }
        }

        private void add(Tally other) {
            sets += other.sets;
            covered += other.covered;
            for (int i = 0; i < other.checks.size(); i++) {
                if (checks.size() <= i) {
                    checks.add(new int[2]);
                }
                checks.get(i)[0] += other.checks.get(i)[0];
                checks.get(i)[1] += other.checks.get(i)[1];
            }
        }

        private double coverage() {
            return covered / (double) sets;
        }

        private double warned(int check) {
            return checks.get(check)[1] / (double) Math.max(1, checks.get(check)[0]);
        }

        /** Four binomial standard errors about 93% to 97%. */
        private void assertCovers(String where) {
            print(where);
            assertThat(coverage()).as(where).isBetween(0.93 - 4 * error(0.95), Math.min(1, 0.97 + 4 * error(0.95)));
        }

        private void print(String where) {
            System.out.printf("%s: covers %.1f%% of %d; warned", where, 100 * coverage(), sets);
            IntStream.range(0, checks.size()).forEach(check -> System.out.printf(" %.1f%%", 100 * warned(check)));
            System.out.println();
            System.out.flush();
        }

        private double error(double share) {
            return Math.sqrt(share * (1 - share) / sets);
        }
    }

    @Test
    void aSegmentedSeriesCoversItsTruthWhateverTheMemoryOfItsErrors() {
        Tally all = over(List.of("autocorrelation", "placebo-date"));

        assertThat(all.coverage()).as("over all settings").isBetween(0.935, 0.97);
        assertThat(all.warned(0)).as("false alarms of memory").isBetween(0.03, 0.08);
        assertThat(all.warned(1)).as("false alarms at a made-up date").isBetween(0.03, 0.08);
    }

    /** Where it does not, as after a random walk, it is told that this cannot be told. */
    @Test
    void aBayesianStructuralSeriesCoversItsTruthUnlessItIsNearARandomWalk() {
        Tally all = new Tally();
        List<String> checks = List.of("autocorrelation", "placebo-date", "random-walk");
        for (int length : LENGTHS) {
            for (Memory memory : Memory.values()) {
                Tally tally = structural(length, memory, checks);
                if (memory == Memory.RANDOM_WALK) {
                    tally.print(length + " times, memory " + memory);
                    assertThat(tally.warned(2)).as("random walks that are told").isGreaterThan(0.5);
                } else {
                    tally.assertCovers(length + " times, memory " + memory);
                    all.add(tally);
                }
            }
        }
        assertThat(all.coverage()).as("over all settings").isBetween(0.93, 0.985);
        assertThat(all.warned(0)).as("false alarms of memory").isBetween(0.0, 0.08);
        assertThat(all.warned(1)).as("false alarms at a made-up date").isBetween(0.0, 0.08);
    }

    private static Tally structural(int length, Memory memory, List<String> checks) {
        Tally tally = new Tally();
        for (int set = 0; set < SETS; set++) {
            double[] outcome = memory.errors(new Random(7000 + set), length);
            int start = length / 2;
            IntStream.range(0, length).forEach(t -> outcome[t] += 20 + 0.05 * t + (t >= start ? 2 : 0));
            tally.add(answer(outcome, start, "\"estimator\": \"bayesian-structural\", \"draws\": 600"), 2, checks);
        }
        return tally;
    }

    /** Months without a season, and with one whose shape two pairs of sine and cosine have. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 2})
    void monthsCoverTheirTruthWhetherTheyHaveASeasonOrNot(double swing) {
        int found = 0;
        Tally all = new Tally();
        for (int length : new int[] {36, 48, 96}) {
            for (Memory memory : Memory.values()) {
                Tally tally = new Tally();
                int seasonal = 0;
                for (int set = 0; set < SETS; set++) {
                    double[] outcome = memory.errors(new Random(7000 + set), length);
                    int start = length / 2;
                    IntStream.range(0, length)
                            .forEach(t -> outcome[t] += (t >= start ? 2 : 0)
                                    + swing * (Math.sin(2 * Math.PI * t / 12) - Math.cos(4 * Math.PI * t / 12) / 2));
                    Attribution answer = months(outcome, start);
                    tally.add(answer, 2, List.of());
                    seasonal += answer.coefficients().size() > 4 ? 1 : 0;
                }
                tally.assertCovers(
                        length + " months, memory " + memory + ", season " + swing + " found in " + seasonal);
                found += seasonal;
                all.add(tally);
            }
        }
        assertThat(all.coverage()).as("over all settings").isBetween(0.935, 0.97);
        assertThat(found / (double) all.sets)
                .as("share in which a season is found")
                .isBetween(swing == 0 ? 0.03 : 0.95, swing == 0 ? 0.08 : 1.0);
    }

    private static Attribution months(double[] outcome, int start) {
        return Attributor.attribute(StudyCases.of(
                """
                "design": "interrupted-time-series", "columns": {"outcome": "y", "time": "t", "treatment": "d"}""",
                new Column.Numeric(
                        "t",
                        IntStream.range(0, outcome.length)
                                .mapToDouble(t ->
                                        LocalDate.of(2010, 1, 1).plusMonths(t).toEpochDay())
                                .toArray(),
                        Column.Scale.DATE),
                new Column.Numeric(
                        "d",
                        IntStream.range(0, outcome.length)
                                .mapToDouble(t -> t >= start ? 1 : 0)
                                .toArray()),
                new Column.Numeric("y", outcome)));
    }

    /** Counts about 5 and about 30, whose logarithm moves with a spread of 0.3, and which fall by a fifth. */
    @ParameterizedTest
    @CsvSource({"poisson, 5", "poisson, 30", "negative-binomial, 5", "negative-binomial, 30"})
    void countsCoverTheirTruth(String family, double mean) {
        Tally all = new Tally();
        double truth = -0.2 * mean * Math.exp(0.3 * 0.3 / 2);
        for (int length : LENGTHS) {
            for (Memory memory : List.of(Memory.NONE, Memory.MUCH)) {
                Tally tally = new Tally();
                for (int set = 0; set < SETS; set++) {
                    Random random = new Random(7000 + set);
                    double[] errors = memory.errors(random, length);
                    int start = length / 2;
                    double[] counts = IntStream.range(0, length)
                            .mapToDouble(
                                    t -> poisson(random, mean * Math.exp(0.3 * errors[t]) * (t >= start ? 0.8 : 1)))
                            .toArray();
                    Attribution found = answer(counts, start, "\"family\": \"" + family + "\"");
                    tally.add(found, truth, List.of("autocorrelation", "placebo-date"));
                }
                tally.assertCovers(length + " times, memory " + memory + ", " + family + " of " + mean);
                all.add(tally);
            }
        }
        assertThat(all.coverage()).as("over all settings").isBetween(0.92, 0.98);
    }

    /** Knuth's method. */
    private static double poisson(Random random, double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    private static Attribution answer(double[] outcome, int start, String options) {
        int length = outcome.length;
        return MadeData.of("t", IntStream.range(0, length).asDoubleStream().toArray())
                .and(
                        "d",
                        IntStream.range(0, length)
                                .mapToDouble(t -> t >= start ? 1 : 0)
                                .toArray())
                .and("y", outcome)
                .answer("""
                        "design": "interrupted-time-series", "options": {%s},
                        "columns": {"outcome": "y", "time": "t", "treatment": "d"}""".formatted(options));
    }

    /** Each setting for itself, and all together. */
    private static Tally over(List<String> ids) {
        Tally all = new Tally();
        for (int length : LENGTHS) {
            for (Memory memory : Memory.values()) {
                Tally tally = new Tally();
                for (int set = 0; set < SETS; set++) {
                    double[] outcome = memory.errors(new Random(7000 + set), length);
                    int start = length / 2;
                    IntStream.range(0, length).forEach(t -> outcome[t] += 20 + 0.05 * t + (t >= start ? 2 : 0));
                    tally.add(answer(outcome, start, ""), 2, ids);
                }
                tally.assertCovers(length + " times, memory " + memory);
                all.add(tally);
            }
        }
        return all;
    }
}
