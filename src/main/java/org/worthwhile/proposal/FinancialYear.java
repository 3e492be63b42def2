package org.worthwhile.proposal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A financial year, April to March, written {@code 2026/27}.
 *
 * @param start the calendar year in which it begins
 */
public record FinancialYear(int start) implements Comparable<FinancialYear> {

    private static final Pattern LABEL = Pattern.compile("(\\d{4})/(\\d{2})");

    /**
     * Reads a label such as {@code 2026/27}.
     *
     * @throws IllegalArgumentException if the text is no such label, or its second year does not follow its first
     */
    public static FinancialYear of(String label) {
        Matcher matcher = LABEL.matcher(label);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + label + "' is not a financial year such as 2026/27");
        }
        FinancialYear year = new FinancialYear(Integer.parseInt(matcher.group(1)));
        if (Integer.parseInt(matcher.group(2)) != (year.start + 1) % 100) {
            throw new IllegalArgumentException(
                    "'" + label + "' does not run over two consecutive years, as " + year.label() + " does");
        }
        return year;
    }

    /** Whether a text is a financial year such as 2026/27. */
    public static boolean isLabel(String text) {
        try {
            of(text);
            return true;
        } catch (IllegalArgumentException notALabel) {
            return false;
        }
    }

    /** So many years later; earlier of a negative number. */
    public FinancialYear plus(int years) {
        return new FinancialYear(start + years);
    }

    /** Whole years from {@code earlier} to this one; negative when this one comes first. */
    public int since(FinancialYear earlier) {
        return start - earlier.start;
    }

    /** As it is written: 2026/27. */
    public String label() {
        int end = (start + 1) % 100;
        return (start < 1000 ? String.format(Locale.ROOT, "%04d", start) : start) + (end < 10 ? "/0" : "/") + end;
    }

    @Override
    public int compareTo(FinancialYear other) {
        return Integer.compare(start, other.start);
    }

    @Override
    public String toString() {
        return label();
    }
}
