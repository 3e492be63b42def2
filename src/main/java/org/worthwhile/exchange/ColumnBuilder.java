package org.worthwhile.exchange;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Column;

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
    private final int expected;
    private Kind kind = Kind.UNKNOWN;
    private boolean incomplete;
    private int rows;
    private final NumberList numbers;
    private int[] codes = new int[0];

    /** The different texts, among them those of years or dates. */
    private final TextCodes levels = new TextCodes();

    /** The years or days that the texts stand for. */
    private final NumberList times = new NumberList(0);

    private final MissingMarks missing;
    private final MarkCounts marks;
    private boolean points;
    private boolean pointsOfDecimals;
    private boolean yearAndMonth = true;

    /** @param expected how many rows there are likely to be */
    ColumnBuilder(String name, MissingMarks missing, int expected) {
        this.name = name;
        this.expected = Math.max(FIRST_ROWS, expected);
        this.numbers = new NumberList(expected);
        this.missing = missing;
        this.marks = new MarkCounts(missing);
    }

    /** Whether values were lost when the column turned out to hold texts. */
    boolean isIncomplete() {
        return incomplete;
    }

    /** Whether any of its cells is neither blank nor marked as missing. */
    boolean holdsValues() {
        return kind != Kind.UNKNOWN;
    }

    /** Begins again, with what is known of the column's kind. */
    void restart() {
        rows = 0;
        numbers.clear();
        levels.clear();
        times.clear();
        marks.clear();
        incomplete = false;
        points = false;
        pointsOfDecimals = false;
        yearAndMonth = true;
    }

    void add(char[] buffer, int offset, int length) {
        double plain = kind == Kind.NUMBER ? PlainNumber.of(buffer, offset, length) : Double.NaN;
        if (Double.isNaN(plain) || !addPlain(plain, !pointsOfDecimals && CellText.hasPoint(buffer, offset, length))) {
            addAny(buffer, offset, length);
        }
    }

    /** Adds a number in the plainest notation; false where its characters must be looked at, and it is not added. */
    boolean addPlain(double number, boolean hasPoint) {
        boolean plain = takesPlain(hasPoint);
        if (plain) {
            numbers.add(number);
            rows++;
        }
        return plain;
    }

    /** Likewise the first ones of an array. */
    boolean addAllPlain(double[] more, int count, boolean havePoints) {
        boolean plain = takesPlain(havePoints);
        if (plain) {
            numbers.addAll(more, count);
            rows += count;
        }
        return plain;
    }

    private boolean takesPlain(boolean hasPoint) {
        return kind == Kind.NUMBER && !missing.areStated() && (pointsOfDecimals || !hasPoint);
    }

    private void addAny(char[] buffer, int offset, int length) {
        int from = offset;
        int to = offset + length;
        while (from < to && buffer[from] <= ' ') {
            from++;
        }
        while (to > from && buffer[to - 1] <= ' ') {
            to--;
        }
        int count = to - from;
        if (kind == Kind.TEXT && rows >= codes.length) {
            codes = Arrays.copyOf(codes, Math.max(expected, 2 * rows));
        }
        if (count == 0 || marks.take(buffer, from, count, kind == Kind.TEXT)) {
            addMissing();
            return;
        }
        switch (kind) {
            case UNKNOWN -> addFirst(buffer, from, count);
            case NUMBER -> addNumber(buffer, from, count);
            case YEAR, DATE -> addTime(buffer, from, count);
            case TEXT -> addText(buffer, from, count);
        }
        rows++;
    }

    private void addMissing() {
        if (kind == Kind.TEXT) {
            codes[rows] = -1;
        } else {
            numbers.add(Double.NaN);
        }
        rows++;
    }

    private void addFirst(char[] buffer, int from, int count) {
        String value = new String(buffer, from, count);
        if (Double.isFinite(CellText.decimal(buffer, from, count))) {
            kind = Kind.NUMBER;
            addNumber(buffer, from, count);
        } else if (!Double.isNaN(CellText.year(value))) {
            kind = Kind.YEAR;
            addTime(buffer, from, count);
        } else if (!Double.isNaN(CellText.date(value))) {
            kind = Kind.DATE;
            addTime(buffer, from, count);
        } else {
            turnToText();
            // Marks before it may have been codes.
            incomplete = !marks.isEmpty();
            addText(buffer, from, count);
        }
    }

    private void addNumber(char[] buffer, int from, int count) {
        addKnown(CellText.heldDecimal(buffer, from, count));
        for (int i = from; i < from + count && !pointsOfDecimals; i++) {
            if (buffer[i] == '.') {
                points = true;
                pointsOfDecimals = !CellText.mayBeOneGroup(buffer, from, i, from + count);
            }
        }
    }

    /** A year or a date, of which each is worked out once. */
    private void addTime(char[] buffer, int from, int count) {
        int code = levels.of(buffer, from, count);
        if (code == times.size()) {
            String value = new String(buffer, from, count);
            times.add(kind == Kind.YEAR ? CellText.year(value) : CellText.date(value));
        }
        yearAndMonth &= count == "2010-11".length();
        addKnown(times.get(code));
    }

    private void addKnown(double value) {
        if (Double.isFinite(value)) {
            numbers.add(value);
        } else {
            turnToText();
        }
    }

    private void addText(char[] buffer, int from, int count) {
        codes[rows] = levels.of(buffer, from, count);
    }

    /** From here on the column is one of texts, and is to be read again from its first row. */
    void turnToText() {
        kind = Kind.TEXT;
        incomplete = true;
        numbers.clear();
        codes = new int[Math.max(expected, 2 * rows)];
        Arrays.fill(codes, 0, rows, -1);
    }

    /** The different texts and how often each occurs; empty for a column of numbers, years or dates. */
    Optional<NumberColumn> texts() {
        if (kind != Kind.TEXT) {
            return Optional.empty();
        }
        int[] counts = new int[levels.size()];
        Arrays.stream(codes, 0, rows).filter(code -> code >= 0).forEach(code -> counts[code]++);
        return Optional.of(NumberColumn.of(levels.inOrder(), counts, missing));
    }

    /** Whether the numbers have a point before three digits throughout, which where commas separate decimals means thousands. */
    boolean hasPointsThatMayBeThousands() {
        return kind == Kind.NUMBER && points && !pointsOfDecimals;
    }

    /** Whether some number has a point that can only separate decimals. */
    boolean hasPointsOfDecimals() {
        return kind == Kind.NUMBER && pointsOfDecimals;
    }

    /** Whether any number has a point. */
    boolean hasPoints() {
        return kind == Kind.NUMBER && points;
    }

    /** Whether the column holds months such as 2010-11, which may be financial years. */
    boolean hasMonths() {
        return kind == Kind.DATE && yearAndMonth && times.size() > 0;
    }

    /** The different texts of a column that may hold financial years; none of any other. */
    List<String> times() {
        return switch (kind) {
            case TEXT ->
                levels.size() <= MOST_YEARS
                        ? levels.inOrder().stream()
                                .filter(text -> !missing.isMark(text))
                                .toList()
                        : List.of();
            case DATE -> hasMonths() ? months() : List.of();
            case UNKNOWN, NUMBER, YEAR -> List.of();
        };
    }

    private List<String> months() {
        return IntStream.range(0, times.size())
                .mapToDouble(times::get)
                .distinct()
                .mapToObj(
                        day -> YearMonth.from(LocalDate.ofEpochDay((long) day)).toString())
                .toList();
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
        return marks.byText();
    }

    /** The column, which is taken from here and can be had once. */
    Column column() {
        return switch (kind) {
            case UNKNOWN, NUMBER -> numeric(Column.Scale.NUMBER);
            case YEAR -> numeric(Column.Scale.FINANCIAL_YEAR);
            case DATE -> numeric(Column.Scale.DATE);
            case TEXT -> new Column.Categorical(name, levels.inOrder(), codes());
        };
    }

    private Column numeric(Column.Scale scale) {
        return new Column.Numeric(name, numbers.take(), scale);
    }
}
