package org.worthwhile.exchange;

import java.util.Map;
import java.util.Optional;
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

        /** The value as the proposal's format has it; what does not fit the column's kind stays a text. */
        JsonNode node(TemplateTable.Kind kind) {
            return switch (kind) {
                case TEXT -> JsonText.string(text());
                case NUMBER, SHARE ->
                    value instanceof Double number ? JsonText.number(number) : JsonText.string(text());
                case FLAG ->
                    switch (text()) {
                        case "yes" -> JsonText.flag(true);
                        case "no" -> JsonText.flag(false);
                        default -> JsonText.string(text());
                    };
            };
        }

        String text() {
            return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString(number.longValue())
                    : value.toString();
        }
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
