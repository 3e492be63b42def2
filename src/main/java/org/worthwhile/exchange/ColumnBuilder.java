package org.worthwhile.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.worthwhile.attribution.Column;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.core.io.NumberInput;

/**
 * A column as it is read. Its first value decides what it holds: numbers, financial years, dates or texts; a later value
 * that does not fit turns it to texts, for which the column must be read again. Texts that are numbers in another notation,
 * marks for missing ones among them, become numbers at the end.
 */
final class ColumnBuilder {

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
    private final Map<String, Integer> marks = new TreeMap<>();

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
        marks.clear();
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
        if (count == 0 || isMark(buffer, from, count)) {
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

    /** A mark for a missing value, which among texts may be a code. */
    private boolean isMark(char[] buffer, int from, int count) {
        if (kind == Kind.TEXT || count > MissingMarks.LONGEST || (buffer[from] >= '0' && buffer[from] <= '9')) {
            return false;
        }
        if (count > 1 && buffer[from] == '-' && buffer[from + 1] >= '0' && buffer[from + 1] <= '9') {
            return false;
        }
        String text = new String(buffer, from, count);
        boolean mark = MissingMarks.isMark(text);
        if (mark) {
            marks.merge(text, 1, Integer::sum);
        }
        return mark;
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
            // Marks before it may have been codes.
            incomplete = !marks.isEmpty();
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

    /** The different texts and how often each occurs; empty for a column of numbers, years or dates. */
    Optional<NumberColumn> texts() {
        if (kind != Kind.TEXT) {
            return Optional.empty();
        }
        int[] counts = new int[levels.size()];
        for (int row = 0; row < rows; row++) {
            if (codes[row] >= 0) {
                counts[codes[row]]++;
            }
        }
        return Optional.of(NumberColumn.of(levelsInOrder(), counts));
    }

    private List<String> levelsInOrder() {
        return levels.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the numbers have a point before three digits throughout, which where commas separate decimals means thousands. */
    boolean hasPointsThatMayBeThousands() {
        if (kind != Kind.NUMBER) {
            return false;
        }
        boolean any = false;
        for (int row = 0; row < rows; row++) {
            double value = Math.abs(numbers[row]);
            if (!Double.isNaN(value) && value != Math.rint(value)) {
                boolean three =
                        value >= 1 && value < 1_000 && Math.abs(value * 1_000 - Math.rint(value * 1_000)) < 1e-6;
                if (!three) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    /** Reads the column again as texts. */
    void rereadAsTexts() {
        turnToText();
    }

    String name() {
        return name;
    }

    /** Rows of the texts, and of no text by -1. */
    int[] codes() {
        return Arrays.copyOf(codes, rows);
    }

    /** How often each mark for a withheld value stands among numbers. */
    Map<String, Integer> suppressed() {
        Map<String, Integer> suppressed = new TreeMap<>(marks);
        suppressed.keySet().removeIf(mark -> !MissingMarks.isSuppressed(mark));
        return suppressed;
    }

    Column column() {
        return switch (kind) {
            case UNKNOWN, NUMBER -> numeric(Column.Scale.NUMBER);
            case YEAR -> numeric(Column.Scale.FINANCIAL_YEAR);
            case DATE -> numeric(Column.Scale.DATE);
            case TEXT -> new Column.Categorical(name, levelsInOrder(), codes());
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
