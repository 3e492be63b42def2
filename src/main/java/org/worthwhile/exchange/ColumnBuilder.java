package org.worthwhile.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
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

    /** A column of more different texts is not one of years. */
    private static final int MOST_YEARS = 1_000;

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
    private final MissingMarks missing;
    private final int longestMark;
    private boolean points;
    private boolean pointsOfDecimals;
    private boolean yearAndMonth = true;

    ColumnBuilder(String name, MissingMarks missing) {
        this.name = name;
        this.missing = missing;
        this.longestMark = missing.longest();
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
        points = false;
        pointsOfDecimals = false;
        yearAndMonth = true;
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
            case DATE -> addDate(new String(buffer, from, count));
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

    /** A mark for a missing value, which among texts may be a code unless the analyst states it. */
    private boolean isMark(char[] buffer, int from, int count) {
        if (count > longestMark || (!missing.areStated() && !mayBeUsualMark(buffer, from, count))) {
            return false;
        }
        String text = new String(buffer, from, count);
        boolean mark = kind == Kind.TEXT ? missing.isStated(text) : missing.isMark(text);
        if (mark) {
            marks.merge(text, 1, Integer::sum);
        }
        return mark;
    }

    private boolean mayBeUsualMark(char[] buffer, int from, int count) {
        return kind != Kind.TEXT
                && !isDigit(buffer[from])
                && !(count > 1 && buffer[from] == '-' && isDigit(buffer[from + 1]));
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
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
            addDate(value);
        } else {
            turnToText();
            // Marks before it may have been codes.
            incomplete = !marks.isEmpty();
            addText(buffer, from, count);
        }
    }

    private void addNumber(char[] buffer, int from, int count) {
        addKnown(isDecimal(buffer, from, count) ? number(buffer, from, count) : Double.NaN);
        for (int i = from; i < from + count && !pointsOfDecimals; i++) {
            if (buffer[i] == '.') {
                points = true;
                pointsOfDecimals = !mayBeOneGroup(buffer, from, i, from + count);
            }
        }
    }

    /** Whether a point before three digits and after one to three may separate thousands. */
    private static boolean mayBeOneGroup(char[] buffer, int from, int point, int to) {
        int first = buffer[from] == '-' || buffer[from] == '+' ? from + 1 : from;
        boolean digits = to - point == 4 && point > first && point - first <= 3 && buffer[first] != '0';
        for (int i = first; i < to && digits; i++) {
            digits = i == point || isDigit(buffer[i]);
        }
        return digits;
    }

    private void addDate(String value) {
        yearAndMonth &= value.length() == "2010-11".length();
        addKnown(date(value));
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
        return Optional.of(NumberColumn.of(levelsInOrder(), counts, missing));
    }

    private List<String> levelsInOrder() {
        return levels.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Whether the numbers have a point before three digits throughout, which where commas separate decimals means thousands. */
    boolean hasPointsThatMayBeThousands() {
        return kind == Kind.NUMBER && points && !pointsOfDecimals;
    }

    /** Whether any number has a point. */
    boolean hasPoints() {
        return kind == Kind.NUMBER && points;
    }

    /** Whether the column holds months such as 2010-11, which may be financial years. */
    boolean hasMonths() {
        return kind == Kind.DATE
                && yearAndMonth
                && IntStream.range(0, rows).anyMatch(row -> !Double.isNaN(numbers[row]));
    }

    /** The different texts of a column that may hold financial years; none of any other. */
    List<String> times() {
        return switch (kind) {
            case TEXT ->
                levels.size() <= MOST_YEARS
                        ? levelsInOrder().stream()
                                .filter(text -> !missing.isMark(text))
                                .toList()
                        : List.of();
            case DATE -> hasMonths() ? months() : List.of();
            case UNKNOWN, NUMBER, YEAR -> List.of();
        };
    }

    private List<String> months() {
        return Arrays.stream(numbers, 0, rows)
                .filter(day -> !Double.isNaN(day))
                .distinct()
                .mapToObj(
                        day -> YearMonth.from(LocalDate.ofEpochDay((long) day)).toString())
                .toList();
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

    /** How often each mark for no value stands in the column, apart from those that are among its texts. */
    Map<String, Integer> marks() {
        return new TreeMap<>(marks);
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
