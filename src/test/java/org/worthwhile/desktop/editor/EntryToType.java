package org.worthwhile.desktop.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.worthwhile.desktop.editor.Field.Input;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.DocumentKind;
import tools.jackson.databind.JsonNode;

/**
 * Something to type into a cell, and what must come of it.
 *
 * @param pointer of the value in its document
 * @param other something else that can be typed there
 * @param kept what stands in the file then, as JSON
 */
record EntryToType(
        Section section,
        int row,
        int column,
        DocumentKind kind,
        String document,
        String pointer,
        String other,
        String text,
        String kept) {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    /** One for every cell of a page's first rows that can be typed into. */
    static List<EntryToType> all(Page page, int rows, RandomGenerator random) {
        List<EntryToType> all = new ArrayList<>();
        for (int row = 0; row < Math.min(rows, page.rows().size()); row++) {
            RowPlace place = page.rows().get(row);
            for (int column = 0; column < page.fields().size(); column++) {
                Field field = page.fields().get(column);
                if (DocumentSheet.isEditable(place.tree(), field)) {
                    entry(page, row, column, random).ifPresent(all::add);
                }
            }
        }
        return all;
    }

    private static Optional<EntryToType> entry(Page page, int row, int column, RandomGenerator random) {
        Field field = page.fields().get(column);
        RowPlace place = page.rows().get(row);
        String figure = place.pointer() + field.pointer() + (field.input() == Input.AMOUNT ? "/annual" : "");
        JsonNode present = place.document().tree().at(figure);
        int number = isSmall(field) ? random.nextInt(11, 50) : random.nextInt(10_000, 100_000);
        return switch (field.input()) {
            case NUMBER, ESTIMATE, COUNT, MONEY, AMOUNT ->
                Optional.of(of(
                        page,
                        row,
                        column,
                        present.has("value") ? figure + "/value" : figure,
                        Integer.toString(number),
                        Integer.toString(number)));
            case EFFECT, WORTH -> {
                String part = field.input() == Input.EFFECT ? "/value" : "/amount";
                yield present.isNumber() || present.has(part.substring(1))
                        ? Optional.of(of(
                                page,
                                row,
                                column,
                                present.isNumber() ? figure : figure + part,
                                Integer.toString(number),
                                Integer.toString(number)))
                        : Optional.empty();
            }
            case SHARE -> {
                int percent = random.nextInt(11, 100);
                yield Optional.of(of(
                        page,
                        row,
                        column,
                        present.has("value") ? figure + "/value" : figure,
                        percent + "%",
                        JsonText.compact(JsonText.number(percent / 100.0))));
            }
            case TEXT -> {
                String word = word(random);
                yield Optional.of(of(page, row, column, figure, word, "\"" + word + "\""));
            }
            case YEAR -> {
                String year = present.asString("").equals("2029/30") ? "2030/31" : "2029/30";
                yield Optional.of(of(page, row, column, figure, year, "\"" + year + "\""));
            }
            case SHARES -> Optional.of(of(page, row, column, figure, "45%; 80%", "[0.45,0.8]"));
            case LONG_TEXT, WORDS, NUMBERS, AMOUNTS, CHOICE, FLAG, NOT, FIXED -> Optional.empty();
        };
    }

    /** Numbers of which the program would otherwise work out a great many years. */
    private static boolean isSmall(Field field) {
        return field.pointer().startsWith("/profile") || field.pointer().equals("/assetLife");
    }

    private static EntryToType of(Page page, int row, int column, String pointer, String text, String kept) {
        RowPlace place = page.rows().get(row);
        return new EntryToType(
                page.section(),
                row,
                column,
                place.document().kind(),
                place.document().name(),
                pointer,
                "1" + text,
                text,
                kept);
    }

    private static String word(RandomGenerator random) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            word.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
