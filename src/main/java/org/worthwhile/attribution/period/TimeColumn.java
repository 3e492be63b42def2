package org.worthwhile.attribution.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.period.TimeText.Kind;
import org.worthwhile.problem.InvalidInput;

/**
 * A column of times as it is written.
 *
 * @param values by row; NaN for a start of treatment that never comes
 */
record TimeColumn(Kind kind, double[] values) {

    /**
     * Reads a column.
     *
     * @param pointer of the role that names it
     * @throws org.worthwhile.problem.InvalidInput if a value is no time, or not one like the others
     */
    static TimeColumn of(StudyCase studyCase, Sample sample, String pointer, String name) {
        return sample.isNumeric(name)
                ? numbers(sample, pointer, name)
                : texts(studyCase, pointer, name, sample.grouping(name), false, true);
    }

    /**
     * Reads a column of starts of treatment, among which words such as {@code never} stand for no time at all.
     *
     * @param years whether the times of the study are financial years, so that 2010-11 is one and no month
     * @throws org.worthwhile.problem.InvalidInput if a value is no time, or not one like the others
     */
    static TimeColumn ofStarts(StudyCase studyCase, Sample sample, String pointer, String name, boolean years) {
        return sample.isNumeric(name)
                ? numbers(sample, pointer, name)
                : texts(studyCase, pointer, name, sample.grouping(name), true, years);
    }

    private static TimeColumn numbers(Sample sample, String pointer, String name) {
        Kind kind = switch (sample.scale(name)) {
            case NUMBER, PERCENT -> Kind.NUMBER;
            case FINANCIAL_YEAR -> Kind.FINANCIAL_YEAR;
            case DATE -> Kind.DAY;
        };
        return new TimeColumn(kind, sample.numbers(pointer, name));
    }

    private static TimeColumn texts(
            StudyCase studyCase, String pointer, String name, Grouping texts, boolean mayBeNever, boolean mayBeYears) {
        List<String> times = texts.labels().stream()
                .filter(text -> !mayBeNever || !TimeText.isNever(text))
                .toList();
        boolean years = mayBeYears
                && times.stream().allMatch(text -> TimeText.financialYear(text).isPresent());
        Kind kind = Kind.NUMBER;
        List<OptionalDouble> values = new ArrayList<>();
        Optional<String> first = Optional.empty();
        for (String text : texts.labels()) {
            if (mayBeNever && TimeText.isNever(text)) {
                values.add(OptionalDouble.empty());
                continue;
            }
            TimeText time = (years ? TimeText.financialYear(text) : TimeText.parse(text))
                    .orElseThrow(() -> mixed(studyCase, pointer, name)
                            .orElseGet(() -> studyCase.unusable(
                                    pointer,
                                    "'" + text + "' in the column '" + name + "' is no time",
                                    "write years, financial years (2016/17), quarters (2016 Q2), months (2016-04), dates or whole"
                                            + " numbers" + (mayBeNever ? ", and 0 or never for no treatment" : ""))));
            if (first.isPresent() && time.kind() != kind) {
                throw studyCase.unusable(
                        pointer,
                        "the column '" + name + "' holds both '" + first.get() + "' and '" + text
                                + "', which are not times of one kind",
                        "write all of them in one way");
            }
            kind = time.kind();
            first = Optional.of(first.orElse(text));
            values.add(OptionalDouble.of(time.value()));
        }
        double[] rows = new double[texts.codes().length];
        for (int row = 0; row < rows.length; row++) {
            rows[row] = values.get(texts.codes()[row]).orElse(Double.NaN);
        }
        return new TimeColumn(kind, rows);
    }

    /** What is wrong with a column of dates that are not all written in one order. */
    private static Optional<InvalidInput> mixed(StudyCase studyCase, String pointer, String name) {
        return studyCase
                .dataset()
                .column(name)
                .flatMap(DateOrders::of)
                .map(orders -> studyCase.unusable(
                        pointer,
                        "the dates in the column '" + name + "' " + orders.sentence(),
                        "write all of them in one order, best as 2020-01-31"));
    }

    /** A value as its file might have written it. */
    String text(double value) {
        return switch (kind) {
            case NUMBER -> Column.Numeric.text(value);
            case FINANCIAL_YEAR -> Column.Scale.FINANCIAL_YEAR.text(value);
            case WEEK, MONTH, QUARTER, DAY -> Column.Scale.DATE.text(value);
        };
    }
}
