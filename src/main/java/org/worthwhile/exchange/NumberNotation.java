package org.worthwhile.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.exchange.NumberText.Evidence;

/**
 * In which notation the numbers are that stand as texts in the cells of a template or of a file of lines.
 *
 * @param decimal what separates decimals; empty where nothing says which of a point and a comma does
 */
public record NumberNotation(Optional<Character> decimal) {

    /** Points separate decimals. */
    static final NumberNotation POINTS = new NumberNotation(Optional.of('.'));

    /**
     * The notation by all numbers of a file together.
     *
     * @param otherwise what separates decimals where no number says; empty where that is not to be assumed
     */
    static NumberNotation of(List<String> texts, Optional<Character> otherwise) {
        List<Evidence> evidence = texts.stream()
                .map(NumberText::of)
                .flatMap(Optional::stream)
                .map(NumberText::evidence)
                .toList();
        boolean commas = evidence.contains(Evidence.COMMA);
        boolean points = evidence.contains(Evidence.POINT);
        return new NumberNotation(
                commas && points
                        ? Optional.empty()
                        : commas ? Optional.of(',') : points ? Optional.of('.') : otherwise);
    }

    /**
     * The number that a text is; empty where it is none, or may be one or another.
     *
     * @param share whether it is a share of 1, which may be written in per cent
     */
    OptionalDouble number(String text, boolean share) {
        OptionalDouble plain = DecimalText.parse(text);
        if (plain.isPresent() && !isAmbiguous(text)) {
            return plain;
        }
        Optional<NumberText> written =
                NumberText.of(text).filter(number -> share ? number.currency().isEmpty() : !number.percent());
        if (written.isEmpty()) {
            return OptionalDouble.empty();
        }
        NumberText number = written.get();
        OptionalDouble value = switch (number.evidence()) {
            case NONE, POINT -> number.value('.');
            case COMMA -> number.value(',');
            case EITHER_COMMA, EITHER_POINT -> decimal.map(number::value).orElse(OptionalDouble.empty());
        };
        return value.isPresent() && number.percent() ? OptionalDouble.of(value.getAsDouble() / 100) : value;
    }

    /**
     * The amount that a text is in this notation and in no other; a number without separators in any. Nothing in per cent is an
     * amount.
     */
    OptionalDouble strict(String text) {
        Optional<NumberText> written = NumberText.of(text).filter(number -> !number.percent());
        if (written.isEmpty()) {
            return OptionalDouble.empty();
        }
        return written.get().evidence() == Evidence.NONE
                ? written.get().value('.')
                : decimal.map(written.get()::value).orElse(OptionalDouble.empty());
    }

    /** Whether a point before three digits may separate thousands, as where other numbers have decimal commas. */
    private boolean isAmbiguous(String text) {
        return !decimal.equals(Optional.of('.'))
                && NumberText.of(text)
                        .map(number -> number.evidence() == Evidence.EITHER_POINT)
                        .orElse(false);
    }
}
