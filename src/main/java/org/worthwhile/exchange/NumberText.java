package org.worthwhile.exchange;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number as people write it, before it is known which of its separators is the decimal one.
 *
 * @param negative by a minus sign, of print or not, or by brackets
 * @param digits with separators of thousands and decimals, and an exponent or not
 * @param currency its sign or code; empty without one
 * @param percent whether it is followed by a per cent sign
 * @param oddSign whether it is negative by brackets or by a minus of print
 */
public record NumberText(boolean negative, String digits, String currency, boolean percent, boolean oddSign) {

    private static final String CURRENCY = "(?<currency>[\u00a3$\u20ac\u00a5]|GBP|EUR|USD)?";
    private static final String OTHER_CURRENCY = "(?<after>[\u00a3$\u20ac\u00a5]|GBP|EUR|USD)?";
    private static final String SIGN = "(?<sign>[-+\u2212\u2013\u2010\u2011])?";
    private static final String OTHER_SIGN = "(?<inner>[-+\u2212\u2013\u2010\u2011])?";
    private static final String BODY = "(?<body>[0-9.,'\u2019 ]*[0-9][0-9.,]*(?:[eE][-+]?[0-9]{1,3})?)";
    private static final Pattern NUMBER =
            Pattern.compile(SIGN + " ?" + CURRENCY + " ?" + OTHER_SIGN + BODY + " ?(?<percent>%)? ?" + OTHER_CURRENCY);
    /** Where these are money, commas separate thousands. */
    private static final Set<String> COMMAS_FOR_THOUSANDS = Set.of("\u00a3", "$", "GBP", "USD");

    private static final Pattern BRACKETED = Pattern.compile("\\((?<inside>[^()]+)\\)");
    private static final Pattern SPACES = Pattern.compile("[\u00a0\u2009\u202f\t ]+");
    private static final Pattern SPACED = Pattern.compile("[0-9]{1,3}(?:[ '\u2019][0-9]{3})+(?:[.,][0-9]+)?");
    private static final Pattern ONE_GROUP = Pattern.compile("[1-9][0-9]{0,2}[.,][0-9]{3}");

    /** What a text says of the decimal separator. */
    enum Evidence {
        NONE,
        POINT,
        COMMA,

        /** One comma before three digits, which may separate thousands or decimals. */
        EITHER_COMMA,

        /** Likewise one point. */
        EITHER_POINT
    }

    /** Empty when the text is no number in any notation. */
    public static Optional<NumberText> of(String text) {
        String plain = SPACES.matcher(text.strip()).replaceAll(" ").strip();
        Matcher bracketed = BRACKETED.matcher(plain);
        boolean brackets = bracketed.matches();
        Matcher match = NUMBER.matcher(brackets ? bracketed.group("inside").strip() : plain);
        if (!match.matches()) {
            return Optional.empty();
        }
        String sign = Optional.ofNullable(match.group("sign")).orElse("")
                + Optional.ofNullable(match.group("inner")).orElse("");
        String currency = Optional.ofNullable(match.group("currency")).orElse("")
                + Optional.ofNullable(match.group("after")).orElse("");
        if (sign.length() > 1 || (brackets && !sign.isEmpty())) {
            return Optional.empty();
        }
        boolean minus = !sign.isEmpty() && !sign.equals("+");
        NumberText number = new NumberText(
                brackets || minus,
                match.group("body").strip(),
                currency,
                match.group("percent") != null,
                brackets || (minus && !sign.equals("-")));
        return number.value('.').isPresent() || number.value(',').isPresent() ? Optional.of(number) : Optional.empty();
    }

    Evidence evidence() {
        String ungrouped = withoutSpaces();
        long commas = ungrouped.chars().filter(character -> character == ',').count();
        long points = ungrouped.chars().filter(character -> character == '.').count();
        if (commas == 0 && points == 0) {
            return Evidence.NONE;
        }
        boolean asPoint = value('.').isPresent();
        boolean asComma = value(',').isPresent();
        if (asPoint
                && asComma
                && commas + points == 1
                && ONE_GROUP.matcher(ungrouped).matches()) {
            boolean ofPounds = COMMAS_FOR_THOUSANDS.contains(currency);
            return ofPounds ? Evidence.POINT : commas == 1 ? Evidence.EITHER_COMMA : Evidence.EITHER_POINT;
        }
        return asPoint ? Evidence.POINT : Evidence.COMMA;
    }

    /** Whether thousands are separated, the decimal separator being this. */
    boolean hasThousands(char decimal) {
        return digits.indexOf(decimal == '.' ? ',' : '.') >= 0
                || !withoutSpaces().equals(digits);
    }

    private String withoutSpaces() {
        return digits.replaceAll("[ '\u2019]", "");
    }

    /**
     * The number when {@code decimal} separates decimals; empty when it cannot.
     *
     * @param thousands what alone may separate thousands, where that is known; an empty text where nothing may
     */
    OptionalDouble value(char decimal, Optional<String> thousands) {
        boolean otherGroups = thousands.isPresent()
                && digits.replace('\u2019', '\'')
                        .chars()
                        .anyMatch(sign -> " ',.".indexOf(sign) >= 0
                                && sign != decimal
                                && thousands.get().indexOf(sign) < 0);
        return otherGroups ? OptionalDouble.empty() : value(decimal);
    }

    /** The number when {@code decimal} separates decimals; empty when it cannot. */
    public OptionalDouble value(char decimal) {
        if (!digits.equals(withoutSpaces()) && !SPACED.matcher(digits).matches()) {
            return OptionalDouble.empty();
        }
        char thousands = decimal == '.' ? ',' : '.';
        String ungrouped = withoutSpaces();
        if (ungrouped.indexOf(thousands) >= 0) {
            String group = Pattern.quote(String.valueOf(thousands));
            String fraction = Pattern.quote(String.valueOf(decimal));
            if (!ungrouped.matches("[1-9][0-9]{0,2}(?:" + group + "[0-9]{3})+(?:" + fraction + "[0-9]*)?")) {
                return OptionalDouble.empty();
            }
        }
        String plain = ungrouped.replace(String.valueOf(thousands), "").replace(decimal, '.');
        try {
            double value = Double.parseDouble(plain);
            return Double.isFinite(value) ? OptionalDouble.of(negative ? -value : value) : OptionalDouble.empty();
        } catch (NumberFormatException severalPoints) {
            return OptionalDouble.empty();
        }
    }
}
