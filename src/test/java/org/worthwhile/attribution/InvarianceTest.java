package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.worthwhile.attribution.RegisteredDesigns.Exempt;
import org.worthwhile.attribution.RegisteredDesigns.Registered;
import org.worthwhile.problem.InvalidInput;

/** What theory leaves unchanged, every design leaves unchanged. */
class InvarianceTest {

    private static final String OUTCOME = "y";
    private static final double RELATIVE = 1e-6;

    /** How periods 0, 1, 2 and so on may be written. */
    private enum Times {
        COUNTED_FROM_ONE,
        YEARS,
        FIVE_YEARS_APART,
        FINANCIAL_YEARS,
        FIRST_DAYS_OF_MONTHS,
        LAST_DAYS_OF_MONTHS,
        QUARTERS,
        WEEKS,
        NAMED_QUARTERS,
        NUMBERS_OF_YEAR_AND_MONTH
    }

    @Test
    void everyDesignAndEstimatorIsRegistered() {
        Map<Design, List<String>> estimators = new EnumMap<>(Design.class);
        RegisteredDesigns.all().forEach(registered -> {
            Attribution answer = registered.answer(written(registered, Times.YEARS));
            estimators
                    .computeIfAbsent(answer.basis().study().design(), _ -> new ArrayList<>())
                    .add(answer.estimator());
        });
        assertThat(estimators).containsOnlyKeys(Design.values());
        assertThat(estimators.get(Design.DIFFERENCE_IN_DIFFERENCES))
                .contains("group-time", "twoway-fixed-effects", "imputation");
        assertThat(estimators.get(Design.INTERRUPTED_TIME_SERIES)).contains("segmented", "bayesian-structural");
    }

    @TestFactory
    Stream<DynamicContainer> everyDesign() {
        return RegisteredDesigns.all().stream().map(registered -> {
            Dataset years = written(registered, Times.YEARS);
            Attribution answer = registered.answer(years);
            List<DynamicTest> tests = new ArrayList<>();
            tests.add(DynamicTest.dynamicTest("gives numbers", () -> assertNumbers(answer)));
            boolean counted = registered.exempt().contains(Exempt.OUTCOME_IS_COUNTED);
            for (double factor : counted ? new double[0] : new double[] {1e-12, 1e-6, 1e6, 1e12}) {
                double moved = registered.exempt().contains(Exempt.OUTCOME_UNIT) ? 1 : factor;
                tests.add(DynamicTest.dynamicTest(
                        "outcome times " + factor,
                        () -> assertSame(answer, registered.answer(outcome(years, value -> value * factor)), moved)));
            }
            if (!counted && !registered.exempt().contains(Exempt.OUTCOME_LEVEL)) {
                tests.add(unchanged(
                        registered, answer, "a constant added to the outcome", outcome(years, value -> value + 1_000)));
            }
            if (!registered.exempt().contains(Exempt.ROW_ORDER)) {
                tests.add(unchanged(registered, answer, "rows in another order", rows(years, shuffled(years.rows()))));
            }
            tests.add(unchanged(registered, answer, "columns in another order", columnsReversed(years)));
            tests.add(unchanged(registered, answer, "rows that are dropped", withEmptyRows(years)));
            if (!registered.unit().isEmpty()) {
                tests.add(unchanged(registered, answer, "units renamed", renamed(years, registered.unit())));
            }
            if (!registered.times().isEmpty()) {
                for (Times times : EnumSet.complementOf(EnumSet.of(Times.YEARS))) {
                    tests.add(unchanged(registered, answer, "times as " + times, written(registered, times)));
                }
            }
            return DynamicContainer.dynamicContainer(registered.name(), tests);
        });
    }

    /** Refused in words, or answered by numbers and a word of it. */
    @TestFactory
    Stream<DynamicTest> anOutcomeThatNeverVariesIsTold() {
        return RegisteredDesigns.all().stream()
                .map(registered -> DynamicTest.dynamicTest(registered.name(), () -> {
                    Dataset constant = outcome(written(registered, Times.YEARS), _ -> 7);
                    try {
                        Attribution answer = registered.answer(constant);
                        assertThat(answer.estimate()).isFinite();
                        assertThat(answer.pValue()).isBetween(0.0, 1.0);
                        assertThat(answer.diagnostics())
                                .anyMatch(told -> told.outcome() == Diagnostic.Outcome.WARN
                                        || told.outcome() == Diagnostic.Outcome.FAIL);
                    } catch (InvalidInput refused) {
                        assertThat(refused).hasMessageContaining("study.json");
                    }
                }));
    }

    private static DynamicTest unchanged(Registered registered, Attribution answer, String how, Dataset changed) {
        return DynamicTest.dynamicTest(how, () -> assertSame(answer, registered.answer(changed), 1));
    }

    private static void assertNumbers(Attribution answer) {
        assertThat(answer.estimate()).isFinite();
        assertThat(answer.standardError()).isFinite().isPositive();
        assertThat(answer.pValue()).isBetween(0.0, 1.0);
        answer.coefficients().forEach(coefficient -> {
            assertThat(coefficient.estimate()).isFinite();
            assertThat(coefficient.standardError()).isFinite();
        });
    }

    private static void assertSame(Attribution answer, Attribution changed, double factor) {
        double size = Math.max(Math.abs(answer.estimate()), answer.standardError()) * factor;
        assertThat(changed.estimate()).as("estimate").isCloseTo(answer.estimate() * factor, within(RELATIVE * size));
        assertThat(changed.standardError())
                .as("standard error")
                .isCloseTo(answer.standardError() * factor, within(RELATIVE * size));
        assertThat(changed.interval().low())
                .as("low end")
                .satisfies(close(answer.interval().low() * factor, size));
        assertThat(changed.interval().high())
                .as("high end")
                .satisfies(close(answer.interval().high() * factor, size));
        assertThat(changed.pValue()).as("p-value").isCloseTo(answer.pValue(), within(RELATIVE));
        assertThat(changed.observations()).as("observations").isEqualTo(answer.observations());
        assertThat(changed.diagnostics())
                .as("diagnostics")
                .extracting(Diagnostic::id, Diagnostic::outcome)
                .containsExactlyElementsOf(answer.diagnostics().stream()
                        .map(told -> org.assertj.core.groups.Tuple.tuple(told.id(), told.outcome()))
                        .toList());
    }

    private static java.util.function.Consumer<Double> close(double expected, double size) {
        return found -> {
            if (Double.isInfinite(expected)) {
                assertThat(found).isEqualTo(expected);
            } else {
                assertThat(found).isCloseTo(expected, within(RELATIVE * size));
            }
        };
    }

    private static Dataset outcome(Dataset data, DoubleUnaryOperator change) {
        return replaced(
                data,
                OUTCOME,
                column -> new Column.Numeric(
                        OUTCOME, Arrays.stream(numbers(column)).map(change).toArray()));
    }

    private static Dataset replaced(Dataset data, String name, UnaryOperator<Column> change) {
        return new Dataset(
                data.name(),
                data.columns().stream()
                        .map(column -> column.name().equals(name) ? change.apply(column) : column)
                        .toList(),
                data.rows(),
                data.sha256());
    }

    private static double[] numbers(Column column) {
        return ((Column.Numeric) column).values();
    }

    private static int[] shuffled(int rows) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Collections.shuffle(order, new Random(11));
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Dataset rows(Dataset data, int[] rows) {
        return new Dataset(
                data.name(),
                data.columns().stream()
                        .map(column -> switch (column) {
                            case Column.Numeric numeric ->
                                (Column) new Column.Numeric(
                                        numeric.name(),
                                        IntStream.of(rows)
                                                .mapToDouble(row -> numeric.values()[row])
                                                .toArray(),
                                        numeric.scale());
                            case Column.Categorical texts ->
                                new Column.Categorical(
                                        texts.name(),
                                        texts.levels(),
                                        IntStream.of(rows)
                                                .map(row -> texts.codes()[row])
                                                .toArray());
                        })
                        .toList(),
                rows.length,
                data.sha256());
    }

    private static Dataset columnsReversed(Dataset data) {
        return new Dataset(data.name(), data.columns().reversed(), data.rows(), data.sha256());
    }

    /** Every third row twice, the second time without an outcome. */
    private static Dataset withEmptyRows(Dataset data) {
        int[] order = IntStream.range(0, data.rows())
                .flatMap(row -> row % 3 == 0 ? IntStream.of(row, row) : IntStream.of(row))
                .toArray();
        Dataset repeated = rows(data, order);
        return replaced(
                repeated,
                OUTCOME,
                column -> new Column.Numeric(
                        OUTCOME,
                        IntStream.range(0, order.length)
                                .mapToDouble(row ->
                                        row > 0 && order[row] == order[row - 1] ? Double.NaN : numbers(column)[row])
                                .toArray()));
    }

    private static Dataset renamed(Dataset data, String unit) {
        return replaced(data, unit, column -> {
            double[] codes = numbers(column);
            int[] different =
                    Arrays.stream(codes).mapToInt(code -> (int) code).distinct().toArray();
            List<String> names = Arrays.stream(different)
                    .mapToObj(code -> (char) ('A' + (code * 11) % 26) + " of " + code)
                    .toList();
            return new Column.Categorical(
                    unit,
                    names,
                    Arrays.stream(codes)
                            .mapToInt(code -> IntStream.range(0, different.length)
                                    .filter(i -> different[i] == code)
                                    .findFirst()
                                    .orElseThrow())
                            .toArray());
        });
    }

    /** The data with their times written in one way; a start of -1 is never. */
    private static Dataset written(Registered registered, Times times) {
        Dataset data = registered.data();
        for (String name : registered.times()) {
            data = replaced(data, name, column -> written(name, numbers(column), times));
        }
        return data;
    }

    private static Column written(String name, double[] periods, Times times) {
        return switch (times) {
            case COUNTED_FROM_ONE -> numbers(name, periods, 0, Column.Scale.NUMBER, period -> period + 1);
            case YEARS -> numbers(name, periods, 0, Column.Scale.NUMBER, period -> 2000 + period);
            case FIVE_YEARS_APART -> numbers(name, periods, 0, Column.Scale.NUMBER, period -> 1921 + 5 * period);
            case FINANCIAL_YEARS -> numbers(name, periods, 0, Column.Scale.FINANCIAL_YEAR, period -> 2000 + period);
            case FIRST_DAYS_OF_MONTHS ->
                numbers(
                        name,
                        periods,
                        Double.NaN,
                        Column.Scale.DATE,
                        period -> month((int) period).toEpochDay());
            case LAST_DAYS_OF_MONTHS ->
                numbers(
                        name,
                        periods,
                        Double.NaN,
                        Column.Scale.DATE,
                        period -> month((int) period + 1).minusDays(1).toEpochDay());
            case QUARTERS ->
                numbers(
                        name,
                        periods,
                        Double.NaN,
                        Column.Scale.DATE,
                        period -> month(3 * (int) period).toEpochDay());
            case WEEKS ->
                numbers(
                        name,
                        periods,
                        Double.NaN,
                        Column.Scale.DATE,
                        period -> month(0).plusWeeks((int) period).toEpochDay());
            case NAMED_QUARTERS -> {
                List<String> levels = IntStream.range(0, 60)
                        .mapToObj(period -> (2000 + period / 4) + " Q" + (period % 4 + 1))
                        .toList();
                yield new Column.Categorical(
                        name,
                        levels,
                        Arrays.stream(periods).mapToInt(period -> (int) period).toArray());
            }
            case NUMBERS_OF_YEAR_AND_MONTH ->
                numbers(
                        name,
                        periods,
                        0,
                        Column.Scale.NUMBER,
                        period -> (2000 + (int) period / 12) * 100.0 + (int) period % 12 + 1);
        };
    }

    private static LocalDate month(int months) {
        return LocalDate.of(2000, 1, 1).plusMonths(months);
    }

    private static Column numbers(
            String name, double[] periods, double never, Column.Scale scale, DoubleUnaryOperator time) {
        return new Column.Numeric(
                name,
                Arrays.stream(periods)
                        .map(period -> period < 0 ? never : time.applyAsDouble(period))
                        .toArray(),
                scale);
    }
}
