package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns, the words and the numbers in them, and the checks that are made of them. */
class ColumnTest {

    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "-3, -3",
        "0.25, 0.25",
        "1e14, 100000000000000",
        "1e15, 1.0E15",
        "-1e15, -1.0E15",
        "1e16, 1.0E16"
    })
    void aWholeNumberHasNoDecimals(double value, String text) {
        assertThat(Column.Numeric.text(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"2010, 2010/11", "1999, 1999/00", "2008, 2008/09", "2098, 2098/99"})
    void aFinancialYearIsWrittenWithBothItsYears(double first, String text) {
        assertThat(Column.Scale.FINANCIAL_YEAR.text(first)).isEqualTo(text);
    }

    @Test
    void columnsAreEqualByNameScaleAndValues() {
        Column numbers = new Column.Numeric("a", new double[] {1, Double.NaN});

        assertThat(numbers)
                .isEqualTo(new Column.Numeric("a", new double[] {1, Double.NaN}))
                .hasSameHashCodeAs(new Column.Numeric("a", new double[] {1, Double.NaN}))
                .isNotEqualTo(new Column.Numeric("b", new double[] {1, Double.NaN}))
                .isNotEqualTo(new Column.Numeric("a", new double[] {1, 2}))
                .isNotEqualTo(new Column.Numeric("a", new double[] {1, Double.NaN}, Column.Scale.DATE));
        assertThat(new Column.Numeric("a", new double[] {1}).hashCode())
                .isNotEqualTo(new Column.Numeric("a", new double[] {2}).hashCode());
        Column texts = new Column.Categorical("a", List.of("x", "y"), new int[] {0, -1, 1});
        assertThat(texts)
                .isEqualTo(new Column.Categorical("a", List.of("x", "y"), new int[] {0, -1, 1}))
                .hasSameHashCodeAs(new Column.Categorical("a", List.of("x", "y"), new int[] {0, -1, 1}))
                .isNotEqualTo(new Column.Categorical("b", List.of("x", "y"), new int[] {0, -1, 1}))
                .isNotEqualTo(new Column.Categorical("a", List.of("x", "z"), new int[] {0, -1, 1}))
                .isNotEqualTo(new Column.Categorical("a", List.of("x", "y"), new int[] {0, -1, 0}))
                .isNotEqualTo(new Column.Categorical(
                        "a",
                        List.of("x", "y"),
                        new int[] {0, -1, 1},
                        new Column.Strays(List.of(new Column.Stray(2, "y", false)), 1, true)));
        assertThat(texts.isMissing(1)).isTrue();
        assertThat(texts.isMissing(0)).isFalse();
        assertThat(texts.text(1)).isEmpty();
        assertThat(texts.text(2)).isEqualTo("y");
        assertThat(numbers.text(0)).isEqualTo("1");
        assertThat(numbers.text(1)).isEmpty();
    }

    @Test
    void rowsAreGroupedByTheirTextsInOrderOfAppearance() {
        Column texts = new Column.Categorical("a", List.of("x", "y", "x", ""), new int[] {1, 0, 2, -1, 3});

        assertThat(texts.grouping(new int[] {0, 1, 2, 3, 4}).codes()).containsExactly(0, 1, 1, 2, 2);
        assertThat(texts.grouping(new int[] {2, 0}).labels()).containsExactly("x", "y");
        assertThat(texts.grouping(new int[] {3, 1}).labels()).containsExactly("", "x");
        Column dates = new Column.Numeric("d", new double[] {0, Double.NaN, 1, 0}, Column.Scale.DATE);
        assertThat(dates.grouping(new int[] {3, 2, 1, 0}).codes()).containsExactly(0, 1, 2, 0);
        assertThat(dates.grouping(new int[] {3, 2, 1}).labels()).containsExactly("1970-01-01", "1970-01-02", "");
    }

    @ParameterizedTest
    @CsvSource({
        "Yes, no, Yes",
        "N, Y, Y",
        "control, Treated, Treated",
        "comparison, intervention, intervention",
        "treatment, control, treatment",
        "FALSE, true, true",
        "f, t, t"
    })
    void wordsStandForOneAndZeroInEitherOrder(String first, String second, String one) {
        TruthWords words = TruthWords.of(List.of(first, second)).orElseThrow();

        assertThat(words.one()).isEqualTo(one);
        assertThat(words.value(one)).isEqualTo(1);
        assertThat(words.value(words.zero())).isZero();
    }

    @Test
    void otherWordsStandForNothing() {
        assertThat(TruthWords.of(List.of("yes", "control"))).isEmpty();
        assertThat(TruthWords.of(List.of("yes", "no", "perhaps"))).isEmpty();
        assertThat(TruthWords.of(List.of("yes"))).isEmpty();
    }

    @Test
    void theSpreadOfNumbersIsOfThoseThatAreThere() {
        NumberSpread spread = NumberSpread.of(new double[] {3, Double.NaN, -1, 3, 1});

        assertThat(spread).isEqualTo(new NumberSpread(DataSummary.Type.WHOLE_NUMBERS, 4, 3, -1, 3, 1.5));
        assertThat(NumberSpread.of(new double[] {0, 1, Double.NaN}).type()).isEqualTo(DataSummary.Type.ZERO_OR_ONE);
        assertThat(NumberSpread.of(new double[] {0, 0.5}).type()).isEqualTo(DataSummary.Type.NUMBERS);
        assertThat(NumberSpread.of(new double[] {Double.NaN}).type()).isEqualTo(DataSummary.Type.NOTHING);
        assertThat(NumberSpread.of(new double[] {Double.NaN}).mean()).isNaN();
        assertThat(NumberSpread.of(new double[] {1.6e308, 1.2e308}).mean()).isCloseTo(1.4e308, withinPercentage(1e-9));
    }

    @Test
    void timesAreSummedUpWithTheirGaps() {
        assertThat(TimeSummary.of(new Column.Numeric("year", new double[] {2010, 2012, 2015})))
                .contains(
                        new TimeSummary("year", "numbers", "2010", "2015", "one year", 6, 3, "2011, 2013, 2014", true));
        assertThat(TimeSummary.of(new Column.Numeric("year", new double[] {1, 2.2, 7.5}))
                        .orElseThrow()
                        .regular())
                .isFalse();
        assertThat(TimeSummary.of(new Column.Categorical("a", List.of("x"), new int[] {0})))
                .isEmpty();
    }

    @Test
    void aCheckWithAStatisticOrAProbabilityHasItsName() {
        Diagnostic plain = Diagnostic.of("overlap", "", Diagnostic.Outcome.PASS, "");
        assertThat(CheckStatistic.of(plain)).isEmpty();
        assertThat(CheckStatistic.of(with("hausman", true, false)).orElseThrow().name())
                .isEqualTo("Hausman chi-squared");
        assertThat(CheckStatistic.of(with("hausman", false, true)).orElseThrow().threshold())
                .isEqualTo("the p-value is below 0.05");
        assertThat(CheckStatistic.of(with("of no name", true, true))
                        .orElseThrow()
                        .name())
                .isEqualTo("statistic");
        assertThat(plain.withDegreesOfFreedom(2, 30).degreesOfFreedom()).containsExactly(2.0, 30.0);
        assertThat(Diagnostic.collinear(List.of())).isEmpty();
        assertThat(Diagnostic.collinear(List.of("a", "b")).orElseThrow().message())
                .contains("explain them: a, b.");
    }

    private static Diagnostic with(String id, boolean statistic, boolean probability) {
        return new Diagnostic(
                id,
                "",
                Diagnostic.Outcome.PASS,
                statistic ? java.util.OptionalDouble.of(1) : java.util.OptionalDouble.empty(),
                probability ? java.util.OptionalDouble.of(0.5) : java.util.OptionalDouble.empty(),
                "");
    }

    /** What a regression refuses, each with its place and its remedy. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "'\"variance\": \"cluster\"'; ''; clustered standard errors need a cluster",
                "'\"variance\": \"cr2\"'; ', \"cluster\": [\"c\", \"u\"]'; the bias-reduced errors cr2 take one cluster",
                "'\"variance\": \"hc3\"'; ', \"covariates\": [\"alone\"]'; a row is fitted exactly by a term of its own",
                "'\"variance\": \"cluster\"'; ', \"cluster\": \"one\"'; there is only one cluster",
                "'\"variance\": \"driscoll-kraay\"'; ', \"time\": \"one\"'; all rows are of one time",
                "'\"variance\": \"hc1\"'; ', \"weight\": \"zero\"'; is not above 0: 0 in row 6 of the data",
                "'\"variance\": \"hc1\"'; ', \"covariates\": [\"d2\"], \"fixedEffects\": [\"u\"]'; rows cannot tell"
            })
    void aRegressionThatCannotBeIsRefusedWithAReason(String options, String roles, String message) {
        MadeData data = MadeData.of("y", 1, 4, 2, 5, 3, 7)
                .and("d", 0, 1, 0, 1, 1, 0)
                .and("d2", 0, 1, 0, 3, 1, 4)
                .and("c", 1, 1, 2, 2, 3, 3)
                .and("u", 1, 1, 2, 2, 3, 4)
                .and("one", 1, 1, 1, 1, 1, 1)
                .and("alone", 1, 0, 0, 0, 0, 0)
                .and("zero", 1, 1, 1, 1, 1, 0);

        assertThatThrownBy(() -> data.answer("""
                        "design": "panel-regression", "options": {%s},
                        "columns": {"outcome": "y", "treatment": "d"%s}""".formatted(options, roles))).hasMessageContaining(message);
    }
}
