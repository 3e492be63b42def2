package org.worthwhile.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;

/**
 * Reads datasets from CSV: a row of column names, then the data, separated by commas, semicolons or tabs. A column is
 * numeric when every value in it is a number or every value is a financial year such as 2026/27, and text otherwise.
 */
public final class DatasetReader {

    private static final Set<String> MISSING = Set.of("", "NA", "N/A", "#N/A", "NaN", "nan", "null", "NULL", ".");
    private static final long LARGEST_FILE = 1L << 30;
    private static final int MOST_COLUMNS = 5_000;
    private static final int MOST_PROBLEMS = 20;

    /** What every value of a column so far can be read as. */
    private enum Kind {
        NUMBER,
        YEAR,
        TEXT
    }

    private final String name;
    private final String text;
    private final char separator;

    private DatasetReader(String name, String text) {
        this.name = name;
        this.text = text;
        this.separator = separator(text);
    }

    /**
     * Reads a dataset.
     *
     * @param name what problems and results call the file
     * @throws InvalidInput with every problem in it
     */
    public static Dataset read(Path file, String name) {
        byte[] bytes = WholeText.bytes(file, name, LARGEST_FILE);
        DatasetReader reader = new DatasetReader(name, WholeText.of(name, bytes));
        try {
            return reader.dataset(fingerprint(bytes));
        } catch (CsvParseException malformed) {
            throw unusable(name, "is not well-formed CSV: " + malformed.getMessage(), "mend the quotation marks there");
        }
    }

    private Dataset dataset(String sha256) {
        List<String> names = new ArrayList<>();
        List<Kind> kinds = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        int rows = -1;
        for (CsvRecord row : records()) {
            if (rows < 0) {
                addNames(row, names, problems);
                names.forEach(_ -> kinds.add(Kind.NUMBER));
            } else if (row.getFieldCount() != names.size()) {
                problems.add(new Problem(
                        new Place(name, "", (int) row.getStartingLineNumber()),
                        "has " + row.getFieldCount() + " values where the header names " + names.size() + " columns",
                        "mend the row"));
            } else {
                narrow(row, kinds, rows == 0);
            }
            rows++;
            if (problems.size() >= MOST_PROBLEMS) {
                break;
            }
        }
        if (rows < 1 && problems.isEmpty()) {
            throw unusable(name, "holds no data", "check that it is the file you meant");
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return new Dataset(name, columns(names, kinds, rows), rows, sha256);
    }

    private void addNames(CsvRecord header, List<String> names, List<Problem> problems) {
        if (header.getFieldCount() > MOST_COLUMNS) {
            throw unusable(name, "has more than " + MOST_COLUMNS + " columns", "keep those that the study needs");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            String column = header.getField(i).strip();
            column = column.isEmpty() ? "column " + (i + 1) : column;
            if (!seen.add(column)) {
                problems.add(new Problem(
                        new Place(name, "", 1), "two columns are named '" + column + "'", "give each its own name"));
            }
            names.add(column);
        }
    }

    /** Turns to text, or to financial years while nothing else was seen, each column whose value is no number. */
    private static void narrow(CsvRecord row, List<Kind> kinds, boolean first) {
        for (int i = 0; i < kinds.size(); i++) {
            String value = row.getField(i).strip();
            if (kinds.get(i) == Kind.TEXT || MISSING.contains(value)) {
                continue;
            }
            boolean fits = switch (kinds.get(i)) {
                case NUMBER -> isNumber(value);
                case YEAR -> FinancialYear.isLabel(value);
                case TEXT -> true;
            };
            if (!fits) {
                kinds.set(i, first && FinancialYear.isLabel(value) ? Kind.YEAR : Kind.TEXT);
            }
        }
    }

    private List<Column> columns(List<String> names, List<Kind> kinds, int rows) {
        int width = names.size();
        double[][] numbers = new double[width][];
        int[][] codes = new int[width][];
        List<Map<String, Integer>> levels = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            levels.add(new HashMap<>());
            if (kinds.get(i) == Kind.TEXT) {
                codes[i] = new int[rows];
            } else {
                numbers[i] = new double[rows];
            }
        }
        int row = -1;
        for (CsvRecord values : records()) {
            for (int i = 0; i < width && row >= 0; i++) {
                String value = values.getField(i).strip();
                boolean missing = MISSING.contains(value);
                switch (kinds.get(i)) {
                    case NUMBER -> numbers[i][row] = missing ? Double.NaN : Double.parseDouble(value);
                    case YEAR ->
                        numbers[i][row] =
                                missing ? Double.NaN : FinancialYear.of(value).start();
                    case TEXT -> {
                        Map<String, Integer> known = levels.get(i);
                        codes[i][row] = missing ? -1 : known.computeIfAbsent(value, _ -> known.size());
                    }
                }
            }
            row++;
        }
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            columns.add(
                    kinds.get(i) == Kind.TEXT
                            ? new Column.Categorical(names.get(i), inOrder(levels.get(i)), codes[i])
                            : new Column.Numeric(names.get(i), numbers[i]));
        }
        return columns;
    }

    private static List<String> inOrder(Map<String, Integer> levels) {
        return levels.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private CsvReader<CsvRecord> records() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(true)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text);
    }

    private static char separator(String text) {
        String header = text.lines().findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(character -> character == wanted).count();
    }

    /** Decimal numbers only: what Java calls a number besides, such as {@code 0x1p3} or {@code 1d}, is text. */
    private static boolean isNumber(String value) {
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            if ((character < '0' || character > '9') && "+-.eE".indexOf(character) < 0) {
                return false;
            }
        }
        try {
            return Double.isFinite(Double.parseDouble(value));
        } catch (NumberFormatException notANumber) {
            return false;
        }
    }

    private static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static InvalidInput unusable(String name, String what, String remedy) {
        return new InvalidInput(new Problem(Place.of(name), what, remedy));
    }
}
