package org.worthwhile.attribution.period;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.period.TimeText.Kind;

/**
 * The times of a column, before any study makes use of it.
 *
 * @param kind what they are, such as {@code quarters}
 * @param calendar on which they lie
 */
public record WrittenTimes(String kind, Calendar calendar) {

    private static final int MOST = 100_000;

    /** The year in which the financial year begins that a text such as 2010/11 or 2010-11 may stand for; empty for any other. */
    public static OptionalInt financialYear(String text) {
        return TimeText.financialYear(text)
                .map(time -> OptionalInt.of((int) time.value()))
                .orElse(OptionalInt.empty());
    }

    /** The times of a column; empty where a value is no time, or not one of the kind that the others are. */
    public static Optional<WrittenTimes> of(Column column) {
        return switch (column) {
            case Column.Numeric numeric -> {
                Kind kind = switch (numeric.scale()) {
                    case NUMBER, PERCENT -> Kind.NUMBER;
                    case FINANCIAL_YEAR -> Kind.FINANCIAL_YEAR;
                    case DATE -> Kind.DAY;
                };
                yield of(
                        kind,
                        DoubleStream.of(numeric.values())
                                .filter(value -> !Double.isNaN(value))
                                .toArray());
            }
            case Column.Categorical categorical -> ofTexts(categorical.levels());
        };
    }

    private static Optional<WrittenTimes> ofTexts(List<String> texts) {
        if (texts.size() > MOST) {
            return Optional.empty();
        }
        boolean years =
                texts.stream().allMatch(text -> TimeText.financialYear(text).isPresent());
        List<TimeText> times = new ArrayList<>();
        for (String text : texts) {
            Optional<TimeText> time = years ? TimeText.financialYear(text) : TimeText.parse(text);
            if (time.isEmpty()
                    || (!times.isEmpty()
                            && times.getFirst().kind() != time.get().kind())) {
                return Optional.empty();
            }
            times.add(time.get());
        }
        return times.isEmpty()
                ? Optional.empty()
                : of(
                        times.getFirst().kind(),
                        times.stream().mapToDouble(TimeText::value).toArray());
    }

    private static Optional<WrittenTimes> of(Kind kind, double[] values) {
        if (values.length == 0) {
            return Optional.empty();
        }
        Calendar calendar = Calendar.of(kind, values);
        return calendar.isTooLong() ? Optional.empty() : Optional.of(new WrittenTimes(calendar.title(), calendar));
    }
}
