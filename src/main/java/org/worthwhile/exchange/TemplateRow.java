package org.worthwhile.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.worthwhile.problem.Place;
import tools.jackson.databind.JsonNode;

/**
 * A row of a template's sheet or of a CSV file.
 *
 * @param cells those that are not blank
 * @param place of the row
 */
record TemplateRow(Map<TemplateTable.Column, Entry> cells, Place place) {

    /**
     * What stands in a cell.
     *
     * @param value a number or a text
     */
    record Entry(Object value, Place place) {

        private static final Set<String> YES = Set.of("yes", "y", "true");
        private static final Set<String> NO = Set.of("no", "n", "false");

        /** The value as the proposal's format has it; what does not fit the column's kind stays a text. */
        JsonNode node(TemplateTable.Kind kind) {
            return switch (kind) {
                case TEXT -> JsonText.string(text());
                case NUMBER, SHARE ->
                    value instanceof Double number ? JsonText.number(number) : JsonText.string(text());
                case FLAG -> {
                    String word = text().strip().toLowerCase(Locale.ROOT);
                    yield YES.contains(word)
                            ? JsonText.flag(true)
                            : NO.contains(word) ? JsonText.flag(false) : JsonText.string(text());
                }
            };
        }

        /** The same with a number in some notation of people as a number, where the column is one of numbers. */
        Entry read(TemplateTable.Kind kind, NumberNotation notation) {
            if (value instanceof Double || (kind != TemplateTable.Kind.NUMBER && kind != TemplateTable.Kind.SHARE)) {
                return this;
            }
            OptionalDouble number = notation.number(text(), kind == TemplateTable.Kind.SHARE);
            return number.isPresent() ? new Entry(number.getAsDouble(), place) : this;
        }

        String text() {
            return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString(number.longValue())
                    : value.toString();
        }
    }

    /** The texts in columns of numbers. */
    Stream<String> numbersAsTexts() {
        return cells.entrySet().stream()
                .filter(cell -> cell.getKey().isOfNumbers() && cell.getValue().value() instanceof String)
                .map(cell -> cell.getValue().text());
    }

    /** The same with the numbers of a notation read. */
    TemplateRow read(NumberNotation notation) {
        Map<TemplateTable.Column, Entry> read = new HashMap<>();
        cells.forEach((column, entry) -> read.put(column, entry.read(column.kind(), notation)));
        return new TemplateRow(read, place);
    }

    Optional<Entry> cell(TemplateTable.Column column) {
        return Optional.ofNullable(cells.get(column));
    }

    /** The text of a column; empty when blank. */
    String text(TemplateTable.Column column) {
        return cell(column).map(Entry::text).orElse("");
    }

    Place place(TemplateTable.Column column) {
        return cell(column).map(Entry::place).orElse(place);
    }
}
