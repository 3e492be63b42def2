package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.TruthWords;

/**
 * The columns of a file once it is known in which notation its numbers are: which separator is the decimal one is decided
 * by a column's own values, or else by the other columns of the file.
 */
final class DatasetNotation {

    private final List<ColumnBuilder> builders;
    private final List<Optional<NumberColumn>> texts;
    private final char separator;
    private final boolean commas;
    private final boolean points;
    private final List<Dataset.Note> notes = new ArrayList<>();

    /** @param separator of the file's values */
    DatasetNotation(List<ColumnBuilder> builders, char separator) {
        this.builders = builders;
        this.texts = builders.stream().map(ColumnBuilder::texts).toList();
        this.separator = separator;
        this.commas = texts.stream().flatMap(Optional::stream).anyMatch(column -> column.saysDecimal(','));
        this.points = texts.stream().flatMap(Optional::stream).anyMatch(column -> column.saysDecimal('.'));
    }

    /** Columns read as numbers with decimal points whose points separate thousands, as the other columns say. */
    List<ColumnBuilder> misread() {
        return commas && !points
                ? builders.stream()
                        .filter(ColumnBuilder::hasPointsThatMayBeThousands)
                        .toList()
                : List.of();
    }

    List<Dataset.Note> notes() {
        return List.copyOf(notes);
    }

    List<Column> columns() {
        return IntStream.range(0, builders.size())
                .mapToObj(i -> column(builders.get(i), texts.get(i)))
                .toList();
    }

    private Column column(ColumnBuilder builder, Optional<NumberColumn> text) {
        if (text.isEmpty()) {
            noteSuppressed(builder.name(), builder.suppressed());
            return builder.column();
        }
        NumberColumn numbers = text.get();
        if (numbers.isNumeric()) {
            Optional<Character> decimal = decimal(numbers);
            if (decimal.isPresent() && numbers.fits(decimal.get())) {
                numbers.notes(builder.name(), decimal.get()).forEach(note -> note(builder.name(), note));
                noteSuppressed(builder.name(), numbers.marks());
                return new Column.Numeric(builder.name(), numbers.values(builder.codes(), decimal.get()));
            }
            return texts(builder, numbers, level -> isUnclear(numbers, level));
        }
        List<Integer> strays = numbers.strays();
        return texts(builder, numbers, strays::contains);
    }

    private static boolean isUnclear(NumberColumn numbers, int level) {
        return numbers.numbers()
                .get(level)
                .filter(number -> number.evidence() == NumberText.Evidence.EITHER_COMMA
                        || number.evidence() == NumberText.Evidence.EITHER_POINT
                        || number.evidence() == NumberText.Evidence.COMMA)
                .isPresent();
    }

    /** By the column itself, or by the others; empty where it is not clear and matters. */
    private Optional<Character> decimal(NumberColumn numbers) {
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

    private Column texts(ColumnBuilder builder, NumberColumn numbers, java.util.function.IntPredicate isStray) {
        Column.Categorical column = (Column.Categorical) builder.column();
        int[] codes = column.codes().clone();
        List<String> levels = column.levels();
        for (int row = 0; row < codes.length; row++) {
            if (codes[row] >= 0 && MissingMarks.isMissingAmongTexts(levels.get(codes[row]))) {
                codes[row] = -1;
            }
        }
        Optional<Column.Stray> stray = IntStream.range(0, codes.length)
                .filter(row -> codes[row] >= 0 && isStray.test(codes[row]))
                .mapToObj(row -> new Column.Stray(row, levels.get(codes[row])))
                .findFirst();
        noteTexts(builder.name(), levels, numbers.counts());
        return new Column.Categorical(builder.name(), levels, codes, stray);
    }

    private void noteTexts(String name, List<String> levels, int[] counts) {
        TruthWords.of(levels)
                .ifPresent(words -> note(
                        name,
                        "'" + name + "': " + words.one() + " stands for 1 and " + words.zero()
                                + " for 0 where numbers are needed."));
        for (int level = 0; level < counts.length; level++) {
            String text = levels.get(level);
            if (MissingMarks.isMark(text) && !MissingMarks.isMissingAmongTexts(text) && counts[level] > 0) {
                note(
                        name,
                        String.format(
                                Locale.UK,
                                "'%s': '%s' is taken for a code like the others (%,d %s), not for a missing value.",
                                name,
                                text,
                                counts[level],
                                counts[level] == 1 ? "row" : "rows"));
            }
        }
    }

    private void noteSuppressed(String name, Map<String, Integer> marks) {
        if (!marks.isEmpty()) {
            int count = marks.values().stream().mapToInt(Integer::intValue).sum();
            note(
                    name,
                    String.format(
                            Locale.UK,
                            "'%s': %,d %s as suppressed or not available (%s) and missing.",
                            name,
                            count,
                            count == 1 ? "value is marked" : "values are marked",
                            marks.keySet().stream().collect(Collectors.joining(", "))));
        }
    }

    private void note(String name, String text) {
        notes.add(new Dataset.Note(name, text));
    }
}
