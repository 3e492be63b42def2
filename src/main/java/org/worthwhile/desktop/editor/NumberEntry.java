package org.worthwhile.desktop.editor;

import java.math.BigDecimal;
import org.worthwhile.desktop.NumberParser;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.editor.Field.Input;
import org.worthwhile.exchange.CurrencySigns;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.report.Wording;
import tools.jackson.databind.JsonNode;

/** What was typed where a number belongs. */
sealed interface NumberEntry {

    record Value(double number) implements NumberEntry {}

    /** @param why in a sentence with its remedy */
    record Refused(String why) implements NumberEntry {}

    /** @param currency of the proposal, by its code; blank where it has none yet */
    static NumberEntry of(String text, Input input, String currency) {
        NumberParser.Parsed parsed = NumberParser.parse(text).orElse(null);
        if (parsed == null) {
            return refused("number.none", text, Wording.here().exact(new BigDecimal("1250.5")));
        }
        if (!parsed.currency().isEmpty() && !isOf(parsed.currency(), currency)) {
            return refused("number.currency", text, parsed.currency(), currency);
        }
        if (parsed.percent() && isMoney(input)) {
            return refused("number.percentOfMoney", text);
        }
        if (parsed.percent() && input == Input.COUNT) {
            return refused("number.percentOfCount", text);
        }
        if (input == Input.SHARE && !parsed.percent() && Math.abs(parsed.value()) > 1) {
            return refused("number.share", text, Entry.percent(parsed.value() / 100), Entry.percent(parsed.value()));
        }
        return new Value(parsed.value());
    }

    private static boolean isMoney(Input input) {
        return input == Input.AMOUNT || input == Input.WORTH || input == Input.MONEY || input == Input.AMOUNTS;
    }

    private static boolean isOf(String written, String currency) {
        return currency.isBlank() || written.equals(currency) || CurrencySigns.isOf(written, currency);
    }

    private static NumberEntry refused(String word, String text, Object... more) {
        Object[] values = new Object[more.length + 1];
        values[0] = text.strip();
        System.arraycopy(more, 0, values, 1, more.length);
        return new Refused(Words.of(word, values));
    }

    /** As it is kept: what is refused as the text it is, so that nothing typed is lost. */
    static JsonNode json(String text, Input input, String currency) {
        return switch (of(text, input, currency)) {
            case Value(double number) -> JsonText.number(number);
            case Refused _ -> JsonText.string(text.strip());
        };
    }
}
