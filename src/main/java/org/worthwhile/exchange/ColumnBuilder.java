package org.worthwhile.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.worthwhile.attribution.Column;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.core.io.NumberInput;

/**
 * A column as it is read. Its first value decides what it holds: numbers, financial years, dates or texts; a later value
 * that does not fit turns it to texts, for which the column must be read again.
 */
final class ColumnBuilder {

    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "#N/A", "NaN", "nan", "null", "NULL", ".");
    private static final int LONGEST_MISSING = 4;
    private static final int FIRST_ROWS = 1 << 10;

    private enum Kind {
        UNKNOWN,
        NUMBER,
        YEAR,
        DATE,
        TEXT
    }

    private final String name;
    private Kind kind = Kind.UNKNOWN;
    private boolean incomplete;
    private int rows;
    private double[] numbers = new double[FIRST_ROWS];
    private int[] codes = new int[0];
    private final Map<String, Integer> levels = new HashMap<>();

    ColumnBuilder(String name) {
        this.name = name;
    }

    /** Whether values were lost when the column turned out to hold texts. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** Begins again, with what is known of the column's kind. */
    void restart() {
        rows = 0;
        levels.clear();
        incomplete = false;
    }

    void add(char[] buffer, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && buffer[from] <= ' ') {
            from++;
        }
        while (to > from && buffer[to - 1] <= ' ') {
            to--;
        }
        int count = to - from;
        grow();
        if (isMissing(buffer, from, count)) {
            addMissing();
            return;
        }
        switch (kind) {
            case UNKNOWN -> addFirst(buffer, from, count);
            case NUMBER -> addNumber(buffer, from, count);
            case YEAR -> addKnown(year(new String(buffer, from, count)));
            case DATE -> addKnown(date(new String(buffer, from, count)));
            case TEXT -> addText(buffer, from, count);
        }
        rows++;
    }

    private void grow() {
        if (kind == Kind.TEXT && rows >= codes.length) {
            codes = Arrays.copyOf(codes, Math.max(FIRST_ROWS, 2 * rows));
        } else if (kind != Kind.TEXT && rows == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * rows);
        }
    }

    private static boolean isMissing(char[] buffer, int from, int count) {
        return count == 0
                || (count <= LONGEST_MISSING
                        && (buffer[from] < '0' || buffer[from] > '9')
                        && MISSING.contains(new String(buffer, from, count)));
    }

    private void addMissing() {
        if (kind == Kind.TEXT) {
            codes[rows] = -1;
        } else {
            numbers[rows] = Double.NaN;
        }
        rows++;
    }

    private void addFirst(char[] buffer, int from, int count) {
        String value = new String(buffer, from, count);
        if (isDecimal(buffer, from, count) && Double.isFinite(number(buffer, from, count))) {
            kind = Kind.NUMBER;
            addNumber(buffer, from, count);
        } else if (!Double.isNaN(year(value))) {
            kind = Kind.YEAR;
            addKnown(year(value));
        } else if (!Double.isNaN(date(value))) {
            kind = Kind.DATE;
            addKnown(date(value));
        } else {
            turnToText();
            incomplete = false;
            addText(buffer, from, count);
        }
    }

    private void addNumber(char[] buffer, int from, int count) {
        addKnown(isDecimal(buffer, from, count) ? number(buffer, from, count) : Double.NaN);
    }

    private void addKnown(double value) {
        if (Double.isFinite(value)) {
            numbers[rows] = value;
        } else {
            turnToText();
        }
    }

    private void addText(char[] buffer, int from, int count) {
        String value = new String(buffer, from, count);
        Integer known = levels.get(value);
        if (known == null) {
            known = levels.size();
            levels.put(value, known);
        }
        codes[rows] = known;
    }

    private void turnToText() {
        kind = Kind.TEXT;
        incomplete = true;
        numbers = new double[0];
        codes = new int[Math.max(FIRST_ROWS, 2 * rows)];
        Arrays.fill(codes, 0, rows, -1);
    }

    Column column() {
        return switch (kind) {
            case UNKNOWN, NUMBER -> numeric(Column.Scale.NUMBER);
            case YEAR -> numeric(Column.Scale.FINANCIAL_YEAR);
            case DATE -> numeric(Column.Scale.DATE);
            case TEXT ->
                new Column.Categorical(
                        name,
                        levels.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue())
                                .map(Map.Entry::getKey)
                                .toList(),
                        Arrays.copyOf(codes, rows));
        };
    }

    private Column numeric(Column.Scale scale) {
        return new Column.Numeric(name, Arrays.copyOf(numbers, rows), scale);
    }

    /** Decimal numbers only: what Java calls a number besides, such as {@code 0x1p3} or {@code 1d}, is text. */
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

    private static double year(String value) {
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
}
