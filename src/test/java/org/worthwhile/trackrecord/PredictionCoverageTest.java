package org.worthwhile.trackrecord;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.documents.MarkdownPage;
import org.worthwhile.synthesis.Prior;

/** How often the 95% interval covers the ratio of the next project. */
class PredictionCoverageTest {

    private static final Prior PRIOR = PartialPoolingTest.prior(Prior.Shape.HALF_CAUCHY, 1);
    private static final int RECORDS = 10_000;

    /** The projects of each kind in a record of so many. */
    private static int[] design(int projects) {
        return switch (projects) {
            case 5 -> new int[] {3, 2};
            case 10 -> new int[] {4, 3, 3};
            case 30 -> new int[] {8, 7, 6, 5, 4};
            default -> throw new IllegalArgumentException("No design of " + projects);
        };
    }

    /** Shares of records in which the next project of the first kind, and of a kind that is not in them, lies within its interval. */
    private static double[] covered(int[] design, double ratio, int records) {
        Random random = new Random(design.length * 100L + Math.round(10 * ratio));
        int[] covered = new int[2];
        for (int record = 0; record < records; record++) {
            List<double[]> values = new ArrayList<>();
            double first = 0;
            for (int kind = 0; kind < design.length; kind++) {
                double mean = ratio * random.nextGaussian();
                first = kind == 0 ? mean : first;
                values.add(IntStream.range(0, design[kind])
                        .mapToDouble(_ -> mean + random.nextGaussian())
                        .toArray());
            }
            PartialPooling fit = PartialPooling.of(values, PRIOR);
            double next = first + random.nextGaussian();
            double elsewhere = ratio * random.nextGaussian() + random.nextGaussian();
            covered[0] += isWithin(fit.next(0).below(next)) ? 1 : 0;
            covered[1] += isWithin(fit.next(-1).below(elsewhere)) ? 1 : 0;
        }
        return new double[] {(double) covered[0] / records, (double) covered[1] / records};
    }

    private static boolean isWithin(double below) {
        return below > 0.025 && below < 0.975;
    }

    /** 1,000 records; the bounds of 93% and 97% are wider by three standard errors of 0.7 points. */
    @ParameterizedTest
    @CsvSource({"5, 0.5", "10, 0.5", "30, 0.5", "10, 1", "30, 1"})
    void theIntervalOfTheNextProjectOfAKindCoversItNineteenTimesInTwenty(int projects, double ratio) {
        assertThat(covered(design(projects), ratio, 1000)[0]).isBetween(0.93 - 0.021, 0.97 + 0.021);
    }

    @Test
    void ofOneKindItCoversItExactly() {
        Random random = new Random(3);
        int covered = 0;
        for (int record = 0; record < 4000; record++) {
            double[] values = IntStream.range(0, 5)
                    .mapToDouble(_ -> random.nextGaussian())
                    .toArray();
            covered +=
                    isWithin(PartialPooling.of(List.of(values), PRIOR).next(0).below(random.nextGaussian())) ? 1 : 0;
        }
        // The standard error of 4,000 is 0.34 points.
        assertThat(covered / 4000.0).isBetween(0.95 - 0.0104, 0.95 + 0.0104);
    }

    @Test
    @Tag("proof")
    void intervalsCoverTheNextProjectAsOftenAsThePageSays() {
        List<List<String>> found = new ArrayList<>();
        for (int projects : List.of(5, 10, 30)) {
            for (double ratio : List.of(0.0, 0.5, 1.0, 2.0)) {
                double[] covered = covered(design(projects), ratio, RECORDS);
                found.add(List.of(
                        Integer.toString(projects),
                        Integer.toString(design(projects).length),
                        Double.toString(ratio),
                        percent(covered[0]),
                        percent(covered[1])));
            }
        }
        assertThat(MarkdownPage.read(Path.of("docs", "method", "track-record.md"))
                        .table("projects")
                        .orElseThrow()
                        .rows())
                .as("%s", found)
                .isEqualTo(found);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }
}
