package org.worthwhile.exchange;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * Reads datasets from CSV, or from the first sheet of an Excel workbook: a row of column names, then the data. A column is
 * numeric when every value in it is a number in a notation of people or a mark for a missing one, every value a financial
 * year such as 2026/27 or every value a date, and text otherwise. What was taken for what is noted.
 */
public final class DatasetReader {

    private static final int MOST_COLUMNS = 5_000;
    private static final int MOST_PROBLEMS = 20;
    private static final String TITLE_REMEDY =
            "remove titles and notes above the table, so that the names of the columns stand first";

    private final String name;
    private final DatasetFormat format;
    private final List<ColumnBuilder> columns = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private List<String> names = new ArrayList<>();
    private ColumnFiller filler = new ColumnFiller(List.of());
    private int rows;
    private long expectedLines;
    private long expectedBytes;
    private char separator = ',';
    private Optional<String> encodingNote = Optional.empty();

    /** A file that can be gone through again and again. */
    interface Source {

        /**
         * Tells the reader every value, row by row, the header first.
         *
         * @return the file's fingerprint; empty where none is worked out
         */
        String tell(DatasetReader reader);
    }

    private DatasetReader(String name, DatasetFormat format) {
        this.name = name;
        this.format = format;
    }

    /**
     * Reads a dataset.
     *
     * @param name what problems and results call the file
     * @throws InvalidInput with every problem in it
     */
    public static Dataset read(Path file, String name) {
        return read(file, name, DatasetFormat.DETECTED);
    }

    /**
     * Reads a dataset whose format is stated, or is to be found where it is not.
     *
     * @param name what problems and results call the file
     * @throws InvalidInput with every problem in it
     */
    public static Dataset read(Path file, String name, DatasetFormat format) {
        return read(file, name, format, true);
    }

    /**
     * Reads a dataset to be looked at alone, without the fingerprint by which results name it.
     *
     * @param name what problems call the file
     * @throws InvalidInput with every problem in it
     */
    public static Dataset readWithoutFingerprint(Path file, String name) {
        return read(file, name, DatasetFormat.DETECTED, false);
    }

    private static Dataset read(Path file, String name, DatasetFormat format, boolean fingerprinted) {
        String lower = file.toString().toLowerCase(Locale.ROOT);
        Source source = lower.endsWith(".xlsx") || lower.endsWith(".xls")
                ? new ExcelSource(file, name, fingerprinted)
                : new CsvSource(file, name, format, fingerprinted);
        return InputFile.withinMemory(name, () -> new DatasetReader(name, format).read(source));
    }

    private Dataset read(Source source) {
        String sha256;
        DatasetNotation notation;
        boolean again;
        do {
            rows = -1;
            names = new ArrayList<>();
            columns.forEach(ColumnBuilder::restart);
            sha256 = source.tell(this);
            filler.finish();
            if (rows < 1 && problems.isEmpty()) {
                throw unusable(name, "holds no data", "check that it is the file you meant");
            }
            if (!problems.isEmpty()) {
                throw new InvalidInput(problems);
            }
            again = columns.stream().anyMatch(ColumnBuilder::isIncomplete);
            notation = new DatasetNotation(again ? List.of() : columns, separator, format);
            List<ColumnBuilder> misread = notation.misread();
            misread.forEach(ColumnBuilder::turnToText);
            again |= !misread.isEmpty();
        } while (again);
        requireNames();
        List<Column> read = notation.columns();
        List<Dataset.Note> notes = new ArrayList<>();
        encodingNote.ifPresent(note -> notes.add(new Dataset.Note("", note)));
        if (separator != ',') {
            notes.add(new Dataset.Note(
                    "", "Columns are separated by " + (separator == ';' ? "semicolons." : "tabs or other signs.")));
        }
        notes.addAll(notation.notes());
        return new Dataset(name, read, rows, sha256, notes);
    }

    /** A title above the names of the columns would be taken for them. */
    private void requireNames() {
        long unnamed = IntStream.range(0, columns.size())
                .filter(i -> names.get(i).isEmpty() && columns.get(i).holdsValues())
                .count();
        long named = names.stream().filter(column -> !column.isEmpty()).count();
        if (unnamed > named) {
            throw unusable(
                    name,
                    "names " + named + " of its columns in the first row, and " + unnamed + " more hold values",
                    TITLE_REMEDY);
        }
    }

    /** How long the source is likely to be: as many lines, and as many bytes in all. */
    void expect(long lines, long bytes) {
        expectedLines = lines;
        expectedBytes = bytes;
    }

    /** How the source is written. */
    void written(char valueSeparator, TextEncoding encoding) {
        separator = valueSeparator;
        encodingNote = encoding.note();
    }

    /** Takes the row that names the columns, which ends on a line. */
    void header(RowBlock header, int line) {
        header.tell(0, 1, (buffer, offset, length) -> value(names.size(), buffer, offset, length));
        endOfRow(header.values(), line);
    }

    /** Takes the rows after the header, if there was one, as far as they are as they should be. */
    void rows(RowSplitter splitter) throws IOException {
        int taken = rows < 0 ? 0 : 1;
        while (taken > 0 && problems.isEmpty()) {
            taken = filler.take(splitter);
            rows += taken;
        }
    }

    /** Likewise of a file of ASCII characters. */
    void rows(AsciiRows source) throws IOException {
        int taken = 1;
        while (taken > 0 && problems.isEmpty()) {
            taken = filler.take(source);
            rows += taken;
        }
    }

    /** A value of the present row. */
    void value(int column, char[] buffer, int offset, int length) {
        if (rows < 0) {
            names.add(new String(buffer, offset, length).strip());
        } else if (problems.isEmpty() && column < columns.size()) {
            filler.value(buffer, offset, length);
        }
    }

    /**
     * The end of the present row.
     *
     * @param width how many values it had
     * @return whether to go on
     */
    boolean endOfRow(int width, int line) {
        if (rows < 0) {
            begin();
        } else if (columns.size() == 1 && rows == 0 && width > 1) {
            problems.add(new Problem(
                    new Place(name, "", line), "has " + width + " values where the first row has one", TITLE_REMEDY));
            return false;
        } else if (width != columns.size()) {
            problems.add(new Problem(
                    new Place(name, "", line),
                    "has " + width + " values where the header names " + columns.size() + " columns",
                    "mend the row"));
        } else if (problems.isEmpty()) {
            filler.endOfRow();
        }
        rows++;
        return problems.size() < MOST_PROBLEMS;
    }

    private void begin() {
        if (columns.isEmpty()) {
            beginColumns();
        }
        filler = new ColumnFiller(columns);
    }

    private void beginColumns() {
        if (names.size() > MOST_COLUMNS) {
            throw unusable(
                    name,
                    String.format(Locale.UK, "has more than %,d columns", MOST_COLUMNS),
                    "keep those that the study needs");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String column = names.get(i).isEmpty() ? "column " + (i + 1) : names.get(i);
            if (!seen.add(column)) {
                problems.add(new Problem(
                        new Place(name, "", 1), "two columns are named '" + column + "'", "give each its own name"));
            }
            columns.add(new ColumnBuilder(column, format.marks(), expectedRows()));
        }
    }

    /** A row has a byte for each of its values at least, whatever a hostile file has beside its lines. */
    private int expectedRows() {
        return (int) Math.clamp(expectedLines - 1, 0, expectedBytes / names.size());
    }

    /** How many columns the header names. */
    int width() {
        return columns.size();
    }

    static InvalidInput unusable(String name, String what, String remedy) {
        return new InvalidInput(new Problem(Place.of(name), what, remedy));
    }
}
