package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.TruthWords;
import org.worthwhile.attribution.period.WrittenTimes;

/**
 * The columns of a file once it is known in which notation its numbers are: which separator is the decimal one is stated by the
 * analyst, or decided by a column's own values, or else by the other columns of the file.
 */
final class DatasetNotation {

    private final List<ColumnBuilder> builders;
    private final List<Optional<NumberColumn>> texts;
    private final char separator;
    private final DatasetFormat format;
    private final MissingMarks marks;
    private final boolean commas;
    private final boolean points;
    private final ReadingNotes notes = new ReadingNotes();

    /** @param separator of the file's values */
    DatasetNotation(List<ColumnBuilder> builders, char separator, DatasetFormat format) {
        this.builders = builders;
        this.texts = builders.stream().map(ColumnBuilder::texts).toList();
        this.separator = separator;
        this.format = format;
        this.marks = format.marks();
        this.commas = texts.stream().flatMap(Optional::stream).anyMatch(column -> column.saysDecimal(','));
        this.points = texts.stream().flatMap(Optional::stream).anyMatch(column -> column.saysDecimal('.'))
                || builders.stream().anyMatch(ColumnBuilder::hasPointsOfDecimals);
    }

    /**
     * Columns read as numbers with decimal points whose points separate thousands, as is stated or the other columns say, or may do
     * so, where nothing in the file says what separates decimals.
     */
    List<ColumnBuilder> misread() {
        Optional<Character> stated = format.knownDecimal();
        return builders.stream()
                .filter(builder -> stated.isPresent()
                        ? stated.get() == ',' && builder.hasPoints()
                        : (commas || (!points && separator != ',')) && builder.hasPointsThatMayBeThousands())
                .toList();
    }

    List<Dataset.Note> notes() {
        return notes.all();
    }

    List<Column> columns() {
        YearNotation years = YearNotation.of(builders);
        return IntStream.range(0, builders.size())
                .mapToObj(i -> years.column(builders.get(i), notes)
                        .map(column -> marked(builders.get(i), column))
                        .orElseGet(() -> column(builders.get(i), texts.get(i))))
                .toList();
    }

    private Column marked(ColumnBuilder builder, Column column) {
        notes.marks(builder.name(), builder.marks(), marks);
        return column;
    }

    private Column column(ColumnBuilder builder, Optional<NumberColumn> text) {
        if (text.isEmpty()) {
            return marked(builder, builder.column());
        }
        NumberColumn numbers = text.get();
        if (!numbers.isNumeric()) {
            numbers.sameWhenRounded()
                    .ifPresent(pair -> notes.add(
                            builder.name(),
                            "taken for texts, as numbers of so many digits are rounded: " + pair.getFirst() + " and "
                                    + pair.getLast() + " would be one."));
            boolean mostlyNumbers = 2 * numbers.rowsOfNumbers() >= numbers.rowsOfValues();
            if (mostlyNumbers) {
                notes.numbersAmongTexts(builder, numbers);
            }
            boolean isOfNumbers = !numbers.strays().isEmpty();
            List<Integer> strays = mostlyNumbers ? numbers.others() : numbers.strays();
            return texts(builder, numbers, strays::contains, isOfNumbers);
        }
        Optional<Character> decimal = decimal(numbers);
        List<Integer> unreadable = decimal.map(sign -> numbers.unreadable(sign, format.thousands()))
                .orElse(List.of());
        if (decimal.isEmpty() || !unreadable.isEmpty()) {
            notes.unclearNumbers(builder.name(), format.knownDecimal());
            return texts(
                    builder,
                    numbers,
                    level -> decimal.isEmpty() ? isUnclear(numbers, level) : unreadable.contains(level),
                    true);
        }
        notes.addAll(builder.name(), numbers.notes(builder.name(), decimal.get()));
        Map<String, Integer> counts = new TreeMap<>(numbers.marks());
        counts.putAll(builder.marks());
        notes.marks(builder.name(), counts, marks);
        return new Column.Numeric(
                builder.name(),
                numbers.values(builder.codes(), decimal.get()),
                numbers.isOfPercents() ? Column.Scale.PERCENT : Column.Scale.NUMBER);
    }

    private static boolean isUnclear(NumberColumn numbers, int level) {
        return numbers.numbers()
                .get(level)
                .filter(number -> number.evidence() == NumberText.Evidence.EITHER_COMMA
                        || number.evidence() == NumberText.Evidence.EITHER_POINT
                        || number.evidence() == NumberText.Evidence.COMMA)
                .isPresent();
    }

    /** As is stated, by the column itself, or by the others; empty where it is not clear and matters. */
    private Optional<Character> decimal(NumberColumn numbers) {
        if (format.knownDecimal().isPresent()) {
            return format.knownDecimal();
        }
        if (!numbers.isAmbiguous()) {
            boolean contradictory = numbers.saysDecimal('.') && numbers.saysDecimal(',');
            return contradictory
                    ? Optional.empty()
                    : Optional.of(numbers.decimal().orElse('.'));
        }
        if (numbers.saysDecimal('.') || commas != points) {
            return numbers.saysDecimal('.') && numbers.saysDecimal(',')
                    ? Optional.empty()
                    : Optional.of(commas && !points ? ',' : '.');
        }
        // Values that commas separate are of a place where points separate decimals.
        return separator == ',' ? Optional.of('.') : Optional.empty();
    }

    private Column texts(ColumnBuilder builder, NumberColumn numbers, IntPredicate isStray, boolean isOfNumbers) {
        Column.Categorical column = (Column.Categorical) builder.column();
        List<String> levels = column.levels();
        Optional<TruthWords> words = TruthWords.of(
                levels.stream().filter(level -> !marks.isMark(level)).toList());
        // Each text is asked about once, however many rows hold it.
        boolean[] areMissing = new boolean[levels.size()];
        boolean[] areStray = new boolean[levels.size()];
        Predicate<String> isMissing = missing(numbers, words, isOfNumbers);
        for (int level = 0; level < areMissing.length; level++) {
            areMissing[level] = isMissing.test(levels.get(level));
            areStray[level] = isStray.test(level);
        }
        int[] codes = column.codes().clone();
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && areMissing[codes[row]]) {
                codes[row] = -1;
            }
        }
        Column.Strays strays = strays(levels, codes, areStray, numbers.isNumeric(), isOfNumbers);
        note(builder, numbers, words, isMissing);
        return used(builder.name(), levels, codes, strays);
    }

    /**
     * The texts that have strayed into a column of numbers.
     *
     * @param ambiguous whether they are numbers that can be read in two ways
     * @param isOfNumbers whether the column can be nothing else
     */
    static Column.Strays strays(
            List<String> levels, int[] codes, boolean[] areStray, boolean ambiguous, boolean isOfNumbers) {
        List<Column.Stray> first = new ArrayList<>();
        int count = 0;
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && areStray[codes[row]]) {
                if (count++ < Column.Strays.MOST) {
                    first.add(new Column.Stray(row, levels.get(codes[row]), ambiguous));
                }
            }
        }
        return new Column.Strays(first, count, isOfNumbers && count > 0);
    }

    /** What stands for no value: beside yes and no, times or numbers, NA is none; elsewhere it may be a code. */
    private Predicate<String> missing(NumberColumn numbers, Optional<TruthWords> words, boolean isOfNumbers) {
        if (words.isPresent() || isOfNumbers) {
            return marks::isMark;
        }
        boolean mostlyNumbers = 2 * numbers.rowsOfNumbers() >= numbers.rowsOfValues();
        return mostlyNumbers || areTimes(numbers.levels())
                ? marks::isMissingAmongTimesOrNumbers
                : marks::isMissingAmongTexts;
    }

    private boolean areTimes(List<String> levels) {
        List<String> values = levels.stream()
                .filter(level -> !marks.isMissingAmongTimesOrNumbers(level))
                .toList();
        return values.size() < levels.size()
                && WrittenTimes.of(new Column.Categorical("", values, new int[0]))
                        .isPresent();
    }

    /** The texts that stand in some row, without the marks among them. */
    private static Column used(String name, List<String> levels, int[] codes, Column.Strays strays) {
        List<Integer> used =
                IntStream.of(codes).filter(code -> code >= 0).distinct().boxed().toList();
        int[] places = new int[levels.size()];
        for (int place = 0; place < used.size(); place++) {
            places[used.get(place)] = place;
        }
        return new Column.Categorical(
                name,
                used.stream().map(levels::get).toList(),
                IntStream.of(codes).map(code -> code < 0 ? -1 : places[code]).toArray(),
                strays);
    }

    private void note(
            ColumnBuilder builder, NumberColumn numbers, Optional<TruthWords> words, Predicate<String> isMissing) {
        words.ifPresent(pair -> notes.truth(builder.name(), pair));
        Map<String, Integer> none = new TreeMap<>(builder.marks());
        numbers.marks().forEach((text, count) -> {
            if (isMissing.test(text)) {
                none.put(text, count);
            } else {
                notes.code(builder.name(), text, count);
            }
        });
        notes.marks(builder.name(), none, marks);
    }
}
