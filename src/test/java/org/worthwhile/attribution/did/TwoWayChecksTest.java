package org.worthwhile.attribution.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.MadeData;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.did.Decomposition.Against;
import org.worthwhile.attribution.did.Decomposition.Comparison;

/** Checks of a two-way regression against the same regression of the data that they are said to be of. */
class TwoWayChecksTest {

    private static final int YEARS = 7;
    private static final int UNITS = 12;

    private final double[] unit = new double[UNITS * YEARS];
    private final double[] year = new double[UNITS * YEARS];
    private final double[] start = new double[UNITS * YEARS];
    private final double[] outcome = new double[UNITS * YEARS];
    private final double[] weight = new double[UNITS * YEARS];

    /** Of each three units one is treated from 2013, one from 2015 and one never. */
    TwoWayChecksTest() {
        Random random = new Random(11);
        for (int row = 0; row < unit.length; row++) {
            unit[row] = row / YEARS;
            year[row] = 2010 + row % YEARS;
            start[row] = unit[row] % 3 == 0 ? 0 : unit[row] % 3 == 1 ? 2013 : 2015;
            weight[row] = 1;
            double since = start[row] > 0 ? Math.max(0, year[row] - start[row] + 1) : 0;
            outcome[row] = unit[row] + Math.sin(year[row]) + since + random.nextGaussian();
        }
    }

    private Attribution answer(IntPredicate rows, double[] starts, String roles) {
        int[] kept = IntStream.range(0, unit.length).filter(rows).toArray();
        return MadeData.of("u", take(unit, kept))
                .and("t", take(year, kept))
                .and("g", take(starts, kept))
                .and("w", take(weight, kept))
                .and("y", take(outcome, kept))
                .answer("""
                        "design": "difference-in-differences",
                        "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"%s},
                        "options": {"estimator": "twoway-fixed-effects"}""".formatted(roles));
    }

    private static double[] take(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static Optional<Diagnostic> told(Attribution found, String id) {
        return found.diagnostics().stream()
                .filter(diagnostic -> diagnostic.id().equals(id))
                .findFirst();
    }

    /** Years 2010 to 2012 are before anybody was treated, so treatment is made to begin in 2011. */
    @Test
    void anEarlierStartIsTheRegressionOfTheYearsBefore() {
        double[] earlier = IntStream.range(0, start.length)
                .mapToDouble(row -> start[row] == 0 ? 0 : 2011)
                .toArray();
        Attribution expected = answer(row -> year[row] < 2013, earlier, "");

        Diagnostic told = told(answer(_ -> true, start, ""), "placebo-date").orElseThrow();

        assertThat(told.statistic().orElseThrow()).isCloseTo(expected.estimate(), within(1e-9));
        assertThat(told.outcome()).isEqualTo(Outcome.PASS);
    }

    /** With 2012 alone before, no earlier start can be made up. */
    @Test
    void oneYearBeforeIsTooFewForAnEarlierStart() {
        Diagnostic told = told(answer(row -> year[row] >= 2012, start, ""), "placebo-date")
                .orElseThrow();

        assertThat(told.statistic()).isEmpty();
        assertThat(told.message()).startsWith("There are too few times before treatment");
    }

    @Test
    void withoutEachGroupItIsTheRegressionOfTheOthers() {
        double withoutFirst = answer(row -> start[row] != 2013, start, "").estimate();
        double withoutSecond = answer(row -> start[row] != 2015, start, "").estimate();
        boolean firstLeast = withoutFirst < withoutSecond;

        Diagnostic told =
                told(answer(_ -> true, start, ""), "leave-one-group-out").orElseThrow();

        assertThat(told.outcome()).isEqualTo(Outcome.PASS);
        assertThat(told.message())
                .isEqualTo("Leaving out those first treated at any one time, the estimate lies between "
                        + Rounded.plain(Math.min(withoutFirst, withoutSecond)) + " (without "
                        + (firstLeast ? "2013" : "2015") + ") and "
                        + Rounded.plain(Math.max(withoutFirst, withoutSecond)) + " (without "
                        + (firstLeast ? "2015" : "2013") + ").");
    }

    @Test
    void aDirectionThatHangsOnOneGroupIsAWarning() {
        for (int row = 0; row < outcome.length; row++) {
            outcome[row] -= start[row] == 2015 && year[row] >= 2015 ? 20 : 0;
        }
        Diagnostic told =
                told(answer(_ -> true, start, ""), "leave-one-group-out").orElseThrow();

        assertThat(told.outcome()).isEqualTo(Outcome.WARN);
        assertThat(told.message()).endsWith(": its direction hangs on one group.");
    }

    @Test
    void oneGroupOfTreatedCannotBeLeftOut() {
        assertThat(told(answer(row -> start[row] != 2015, start, ""), "leave-one-group-out"))
                .isEmpty();
    }

    /** It is told where its comparisons add up to the estimate: of a whole panel, every row counting as one. */
    @Test
    void theDecompositionIsOfBalancedPanelsWithoutWeights() {
        Attribution whole = answer(_ -> true, start, "");
        var comparisons = ((TwoWayDetails) whole.details()).decomposition();

        assertThat(comparisons.stream()
                        .mapToDouble(each -> each.weight() * each.estimate())
                        .sum())
                .isCloseTo(whole.estimate(), within(1e-9));
        assertThat(comparisons)
                .extracting(each -> each.treated().label()
                        + each.control().map(control -> " " + control.label()).orElse(""))
                .containsExactlyInAnyOrder("2013", "2015", "2013 2015", "2015 2013");
        assertThat(decomposition(answer(row -> row != 30, start, ""))).isEmpty();
        assertThat(decomposition(answer(_ -> true, start, ", \"weight\": \"w\"")))
                .isNotEmpty();
        weight[4] = 2;
        assertThat(decomposition(answer(_ -> true, start, ", \"weight\": \"w\"")))
                .isEmpty();
        assertThat(decomposition(answer(_ -> true, start, ", \"covariates\": [\"w\"]")))
                .isEmpty();
    }

    private static List<Decomposition.Labelled> decomposition(Attribution found) {
        return ((TwoWayDetails) found.details()).decomposition();
    }

    /** 0.1 x 7 of the forbidden comparison, and 0.6 x 2 + 0.3 x 5 = 2.7 of the others, whose weights are 0.9. */
    @ParameterizedTest
    @CsvSource({
        "0.1, PASS, '10% of the estimate''s weight compares the newly treated with units already treated; without them it"
                + " would be 3.'",
        "0.11, WARN, '11% of'",
        "0, PASS, '0% of the estimate''s weight compares the newly treated with units already treated.'",
        "1, WARN, '100% of the estimate''s weight compares the newly treated with units already treated.'"
    })
    void moreThanATenthOfForbiddenComparisonsIsAWarning(double forbidden, Outcome outcome, String words) {
        List<Comparison> comparisons = new ArrayList<>(List.of(
                new Comparison(Against.NEVER_TREATED, 1, 4, forbidden == 1 ? 0 : 0.6, 2),
                new Comparison(Against.NOT_YET_TREATED, 1, 2, forbidden == 1 ? 0 : 0.3, 5),
                new Comparison(Against.ALREADY_TREATED, 2, 1, forbidden, 7)));

        Diagnostic told = TwoWayChecks.diagnostic(new Decomposition(comparisons));

        assertThat(told.outcome()).isEqualTo(outcome);
        assertThat(told.statistic()).hasValue(forbidden);
        assertThat(told.message()).contains(words);
    }
}
