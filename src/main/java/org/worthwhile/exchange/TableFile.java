package org.worthwhile.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.util.CellRangeAddress;
import org.worthwhile.problem.InvalidInput;

/**
 * Somebody's file of tables as it is, every sheet and every cell: an Excel workbook or comma-separated values, by what it holds
 * and not by its name. Formulas count as the values last computed; nothing is computed and no link is followed.
 */
public final class TableFile {

    private static final long LARGEST_FILE = 64L << 20;
    private static final int MOST_CELLS = 1_000_000;
    private static final int MOST_COLUMNS = 16_384;

    private final String name;
    private final List<Cells> sheets = new ArrayList<>();
    private int count;

    private TableFile(String name) {
        this.name = name;
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInput if it cannot be read, is neither a workbook nor a text, or holds more than a million cells
     */
    public static List<TableSheet> read(Path file) {
        InputFile input = new InputFile(file, LARGEST_FILE);
        if (input.start().length == 0) {
            throw InputFile.problem(input.name(), "is empty", "check that it is the file you meant");
        }
        FileSignature.requireWorkbook(input.name(), input.start());
        return InputFile.withinMemory(input.name(), () -> {
            TableFile table = new TableFile(input.name());
            table.read(input);
            return table.sheets.stream().map(Cells::sheet).toList();
        });
    }

    private void read(InputFile input) {
        try {
            switch (magic(input)) {
                case OOXML -> SheetStream.readAll(input.path(), this::sheet);
                case OLE2 -> LegacySheet.readAll(input.path(), this::sheet);
                default -> readLines(input);
            }
        } catch (InvalidInput told) {
            throw told;
        } catch (EncryptedDocumentException locked) {
            throw InputFile.problem(name, "is locked with a password", "save a copy without one");
        } catch (IOException | RuntimeException malformed) {
            // A damaged part surfaces as any of the many exceptions of the libraries for packages, XML and cells.
            throw InputFile.problem(
                    name,
                    "is not an Excel workbook that can be read",
                    "open it in Excel and save it again, or save it as CSV");
        }
    }

    private static FileMagic magic(InputFile input) throws IOException {
        try (InputStream stream = new BufferedInputStream(input.open())) {
            return FileMagic.valueOf(stream);
        }
    }

    private void readLines(InputFile input) {
        FileSignature.requireNone(name, input.start());
        CsvTable table = CsvTable.of(input);
        // Values that semicolons separate are often of a place where commas separate decimals.
        Cells cells = sheet("", false, table.separator() == ';' ? Optional.empty() : Optional.of('.'));
        for (CsvTable.Row row : table.rows()) {
            for (int column = 0; column < row.values().size(); column++) {
                cells.put(column, row.values().get(column));
            }
            cells.end(row.line());
        }
    }

    private Cells sheet(String sheet, boolean hidden) {
        return sheet(sheet, hidden, Optional.of('.'));
    }

    private Cells sheet(String sheet, boolean hidden, Optional<Character> decimal) {
        Cells cells = new Cells(sheet, hidden, decimal);
        sheets.add(cells);
        return cells;
    }

    /** Collects the cells of one sheet. */
    private final class Cells implements SheetSink {

        private final String sheet;
        private final boolean hidden;
        private final Optional<Character> decimal;
        private final SortedMap<Integer, SortedMap<Integer, TableSheet.Cell>> rows = new TreeMap<>();
        private final List<CellRangeAddress> merges = new ArrayList<>();
        private final Set<Integer> hiddenRows = new HashSet<>();
        private final Set<Integer> hiddenColumns = new HashSet<>();
        private SortedMap<Integer, TableSheet.Cell> row = new TreeMap<>();

        Cells(String sheet, boolean hidden, Optional<Character> decimal) {
            this.sheet = sheet;
            this.hidden = hidden;
            this.decimal = decimal;
        }

        @Override
        public void put(int column, String text) {
            put(column, text, TableSheet.State.TEXT);
        }

        @Override
        public void number(int column, String text) {
            put(column, text, TableSheet.State.NUMBER);
        }

        @Override
        public void percent(int column, String text) {
            put(column, text, TableSheet.State.PERCENT);
        }

        @Override
        public void money(int column, String text, String currency) {
            put(column, text, TableSheet.State.NUMBER, currency);
        }

        @Override
        public void hiddenRow(int line) {
            hiddenRows.add(line);
        }

        @Override
        public void hiddenColumns(int first, int last) {
            IntStream.rangeClosed(Math.max(0, first), Math.min(last, MOST_COLUMNS - 1))
                    .forEach(hiddenColumns::add);
        }

        @Override
        public void error(int column, String error) {
            put(column, error.isEmpty() ? "an error" : error, TableSheet.State.ERROR);
        }

        @Override
        public void notComputed(int column) {
            put(column, "=", TableSheet.State.NOT_COMPUTED);
        }

        private void put(int column, String text, TableSheet.State state) {
            put(column, text, state, "");
        }

        private void put(int column, String text, TableSheet.State state, String currency) {
            if (text.isBlank()) {
                return;
            }
            if (column < 0 || column >= MOST_COLUMNS) {
                throw new IllegalArgumentException("There is no column " + column);
            }
            if (++count > MOST_CELLS) {
                throw InputFile.problem(
                        name, "has more than a million cells", "keep only the sheets and rows that are needed");
            }
            row.put(column, new TableSheet.Cell(text, state, currency));
        }

        @Override
        public boolean needsMerges() {
            return true;
        }

        @Override
        public void merged(String range) {
            if (merges.size() < MOST_COLUMNS) {
                merges.add(CellRangeAddress.valueOf(range));
            }
        }

        @Override
        public boolean end(int line) {
            if (!row.isEmpty()) {
                rows.put(line, row);
                row = new TreeMap<>();
            }
            return true;
        }

        TableSheet sheet() {
            List<String> texts = rows.values().stream()
                    .flatMap(cells -> cells.values().stream())
                    .filter(cell -> cell.state() == TableSheet.State.TEXT)
                    .map(TableSheet.Cell::text)
                    .toList();
            return new TableSheet(
                    name, sheet, hidden, rows, hiddenRows, hiddenColumns, merges, NumberNotation.of(texts, decimal));
        }
    }
}
