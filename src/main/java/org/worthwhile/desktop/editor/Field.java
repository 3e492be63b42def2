package org.worthwhile.desktop.editor;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.table.Sheet;
import tools.jackson.databind.JsonNode;

/**
 * A value of a proposal that is filled in.
 *
 * @param word of its name, its help under {@code word.help}
 * @param pointer from the row, or from the proposal in a form
 * @param width of its column
 * @param choices what may be chosen, given what the proposal holds
 * @param removes the pointer of what goes when the value is emptied
 */
record Field(
        String word,
        String pointer,
        Input input,
        double width,
        Function<Choices, List<Sheet.Choice>> choices,
        String removes) {

    /** How a value is entered. */
    enum Input {
        TEXT,
        LONG_TEXT,
        WORDS,
        SHARES,
        NUMBERS,
        NUMBER,

        /** A number that was worked out, of which the first digits are shown. */
        ESTIMATE,

        /** A number of people or years, which is no percentage. */
        COUNT,
        MONEY,

        /** Several amounts of money. */
        AMOUNTS,
        SHARE,
        YEAR,
        CHOICE,
        FLAG,
        NOT,
        AMOUNT,
        EFFECT,
        WORTH,
        FIXED
    }

    static Field of(String word, String pointer, Input input, double width) {
        return new Field(word, pointer, input, width, _ -> List.of(), pointer);
    }

    static Field choice(String word, String pointer, double width, Function<Choices, List<Sheet.Choice>> choices) {
        return new Field(word, pointer, Input.CHOICE, width, choices, pointer);
    }

    /** The same, which takes more with it when it is emptied. */
    Field removing(String other) {
        return new Field(word, pointer, input, width, choices, other);
    }

    /** Its name; a year is its own. */
    String title() {
        return Words.find(word).orElse(word);
    }

    String help() {
        return Words.find(word + ".help").orElse("");
    }

    /**
     * A text in which a choice is named by its value, its title or the beginning of that, with the choice's value; and one in
     * which a unit value is named by its title, with its name in files.
     */
    String valueOf(String text, Choices offered) {
        if (input == Input.WORTH) {
            return new UnitValueNames(offered.library()).byName(text);
        }
        String typed = text.strip().toLowerCase(Locale.ROOT);
        if (input != Input.CHOICE || typed.isEmpty()) {
            return text;
        }
        List<Sheet.Choice> all = choices.apply(offered);
        List<Sheet.Choice> named = all.stream()
                .filter(choice ->
                        choice.value().equalsIgnoreCase(typed) || choice.title().equalsIgnoreCase(typed))
                .toList();
        List<Sheet.Choice> begun = all.stream()
                .filter(choice -> choice.title().toLowerCase(Locale.ROOT).startsWith(typed))
                .toList();
        return !named.isEmpty()
                ? named.getFirst().value()
                : begun.size() == 1 ? begun.getFirst().value() : text;
    }

    /** What stands in the field of a row, as it is written there. */
    String text(RowPlace row, Choices offered) {
        if (pointer.equals(DocumentSheet.LINE)) {
            return row.line();
        }
        JsonNode line = row.tree();
        if (input == Input.WORTH && line.has("schedule")) {
            return Entry.text(line, Input.AMOUNT);
        }
        String written = Entry.text(line.at(pointer), input);
        return input != Input.CHOICE || written.isEmpty()
                ? written
                : choices.apply(offered).stream()
                        .filter(choice -> choice.value().equals(written))
                        .map(Sheet.Choice::title)
                        .findFirst()
                        .orElse(written);
    }

    /** How a text will be written when it is kept. */
    String written(String text, Choices offered) {
        String value = valueOf(text, offered);
        return switch (input) {
            case CHOICE ->
                choices.apply(offered).stream()
                        .filter(choice -> choice.value().equals(value))
                        .map(Sheet.Choice::title)
                        .findFirst()
                        .orElse(text);
            case AMOUNT, EFFECT, WORTH -> Entry.written(value, Input.NUMBER, offered.currency());
            default -> Entry.written(text, input, offered.currency());
        };
    }

    Sheet.Kind kind() {
        return switch (input) {
            case TEXT, LONG_TEXT, WORDS, SHARES, YEAR, EFFECT, WORTH, FIXED -> Sheet.Kind.TEXT;
            case NUMBER, ESTIMATE, NUMBERS, COUNT, MONEY, AMOUNTS, SHARE, AMOUNT -> Sheet.Kind.NUMBER;
            case CHOICE -> Sheet.Kind.CHOICE;
            case FLAG, NOT -> Sheet.Kind.FLAG;
        };
    }

    Sheet.Column column() {
        return new Sheet.Column(title(), help(), kind(), width);
    }
}
