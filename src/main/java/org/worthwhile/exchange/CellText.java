package org.worthwhile.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.core.io.NumberInput;

/** What the text of a cell is, taken by itself. */
final class CellText {

    /** Whole numbers of fewer digits are held exactly. */
    static final int FEWEST_ROUNDED_DIGITS = 16;

    private static final Pattern MANY_DIGITS = Pattern.compile("[-+]?[0-9]{" + FEWEST_ROUNDED_DIGITS + ",}");

    private CellText() {}

    /**
     * A decimal number with a point, and an exponent or not; NaN for anything else, such as {@code 0x1p3} or {@code 1d}, which
     * Java too calls numbers.
     */
    static double decimal(char[] buffer, int from, int count) {
        double plain = PlainNumber.of(buffer, from, count);
        return Double.isNaN(plain) && isDecimal(buffer, from, count) ? number(buffer, from, count) : plain;
    }

    /** Likewise; NaN too for a whole number that is rounded, as one of many digits is that may be a code. */
    static double heldDecimal(char[] buffer, int from, int count) {
        double number = decimal(buffer, from, count);
        return count >= FEWEST_ROUNDED_DIGITS
                        && Double.isFinite(number)
                        && isRounded(new String(buffer, from, count), number)
                ? Double.NaN
                : number;
    }

    private static boolean isRounded(String text, double number) {
        return MANY_DIGITS.matcher(text).matches() && new BigDecimal(number).compareTo(new BigDecimal(text)) != 0;
    }

    private static boolean isDecimal(char[] buffer, int from, int count) {
        for (int i = from; i < from + count; i++) {
            char character = buffer[i];
            if ((character < '0' || character > '9')
                    && character != '.'
                    && character != '-'
                    && character != '+'
                    && character != 'e'
                    && character != 'E') {
                return false;
            }
        }
        return true;
    }

    private static double number(char[] buffer, int from, int count) {
        try {
            return NumberInput.parseDouble(buffer, from, count, true);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }

    /** The calendar year in which a financial year such as {@code 2026/27} begins; NaN for anything else. */
    static double year(String value) {
        return FinancialYear.isLabel(value) ? FinancialYear.of(value).start() : Double.NaN;
    }

    /** Days since 1 January 1970 of {@code 2026-04-01}, {@code 2026-04} or {@code 01/04/2026}; NaN for anything else. */
    static double date(String value) {
        try {
            if (value.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return LocalDate.parse(value).toEpochDay();
            }
            if (value.matches("\\d{4}-\\d{2}")) {
                return LocalDate.parse(value + "-01").toEpochDay();
            }
            return value.matches("\\d{2}/\\d{2}/\\d{4}")
                    ? LocalDate.of(
                                    Integer.parseInt(value.substring(6)),
                                    Integer.parseInt(value.substring(3, 5)),
                                    Integer.parseInt(value.substring(0, 2)))
                            .toEpochDay()
                    : Double.NaN;
        } catch (DateTimeException noSuchDay) {
            return Double.NaN;
        }
    }

    static boolean hasPoint(char[] buffer, int from, int count) {
        for (int i = from; i < from + count; i++) {
            if (buffer[i] == '.') {
                return true;
            }
        }
        return false;
    }

    /** Whether a point before three digits and after one to three may separate thousands. */
    static boolean mayBeOneGroup(char[] buffer, int from, int point, int to) {
        int first = buffer[from] == '-' || buffer[from] == '+' ? from + 1 : from;
        boolean digits = to - point == 4 && point > first && point - first <= 3 && buffer[first] != '0';
        for (int i = first; i < to && digits; i++) {
            digits = i == point || isDigit(buffer[i]);
        }
        return digits;
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
