package org.worthwhile.desktop.editor;

import java.util.List;
import java.util.function.Function;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.table.Sheet;

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

    /** A text with the title of a choice replaced by its value. */
    String valueOf(String text, Choices offered) {
        return input != Input.CHOICE
                ? text
                : choices.apply(offered).stream()
                        .filter(choice -> choice.title().equalsIgnoreCase(text.strip()))
                        .map(Sheet.Choice::value)
                        .findFirst()
                        .orElse(text);
    }

    Sheet.Column column() {
        Sheet.Kind kind = switch (input) {
            case TEXT, LONG_TEXT, WORDS, SHARES, YEAR, EFFECT, WORTH, FIXED -> Sheet.Kind.TEXT;
            case NUMBER, NUMBERS, SHARE, AMOUNT -> Sheet.Kind.NUMBER;
            case CHOICE -> Sheet.Kind.CHOICE;
            case FLAG, NOT -> Sheet.Kind.FLAG;
        };
        return new Sheet.Column(title(), help(), kind, width);
    }
}
