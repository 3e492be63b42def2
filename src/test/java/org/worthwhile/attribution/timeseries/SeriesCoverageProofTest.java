package org.worthwhile.attribution.timeseries;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;

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
            System.out.printf("%s: covers %.1f%% of %d%n", where, 100 * coverage(), sets);
            assertThat(coverage()).as(where).isBetween(0.93 - 4 * error(0.95), Math.min(1, 0.97 + 4 * error(0.95)));
        }

        private double error(double share) {
            return Math.sqrt(share * (1 - share) / sets);
        }
    }

    @Test
    void aSegmentedSeriesCoversItsTruthWhateverTheMemoryOfItsErrors() {
        Tally all = over(
                """
                "design": "interrupted-time-series", "options": {},
                "columns": {"outcome": "y", "time": "t", "treatment": "d"}""",
                (length, memory) -> random -> memory.errors(random, length),
                List.of("autocorrelation", "placebo-date"));

        assertThat(all.coverage()).as("over all settings").isBetween(0.935, 0.97);
        assertThat(all.warned(0)).as("false alarms of memory").isBetween(0.03, 0.08);
        assertThat(all.warned(1)).as("false alarms at a made-up date").isBetween(0.03, 0.08);
    }

    /** Each setting for itself, and all together. */
    private static Tally over(
            String study,
            BiFunction<Integer, Memory, java.util.function.Function<Random, double[]>> errors,
            List<String> ids) {
        Tally all = new Tally();
        for (int length : LENGTHS) {
            for (Memory memory : Memory.values()) {
                Tally tally = new Tally();
                for (int set = 0; set < SETS; set++) {
                    double[] outcome = errors.apply(length, memory).apply(new Random(7000 + set));
                    int start = length / 2;
                    IntStream.range(0, length).forEach(t -> outcome[t] += 20 + 0.05 * t + (t >= start ? 2 : 0));
                    tally.add(
                            MadeData.of(
                                            "t",
                                            IntStream.range(0, length)
                                                    .asDoubleStream()
                                                    .toArray())
                                    .and(
                                            "d",
                                            IntStream.range(0, length)
                                                    .mapToDouble(t -> t >= start ? 1 : 0)
                                                    .toArray())
                                    .and("y", outcome)
                                    .answer(study),
                            2,
                            ids);
                }
                tally.assertCovers(length + " times, memory " + memory);
                all.add(tally);
            }
        }
        return all;
    }
}
