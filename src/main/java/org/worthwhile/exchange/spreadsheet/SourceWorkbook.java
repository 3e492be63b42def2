package org.worthwhile.exchange.spreadsheet;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.TableFile;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.Place;

/** Somebody's workbook, which remembers the cells that were read. */
final class SourceWorkbook {

    /** A cell of a sheet. */
    record At(TableSheet sheet, SheetRange.Cell cell) {

        int row() {
            return cell.row();
        }

        int column() {
            return cell.column();
        }

        /** The text on one line. */
        String text() {
            return sheet.text(row(), column());
        }

        /** The text, which may be of the merged cells that it is one of. */
        String heading() {
            return sheet.heading(row(), column());
        }

        /** Whether nothing stands there, or a dash, as accountants write that there is no amount. */
        boolean isNothing() {
            TableSheet.Cell found = sheet.cell(row(), column());
            return found.state() == TableSheet.State.TEXT
                    && NO_AMOUNT.contains(found.text().strip());
        }

        /** The number; empty where there is none, and where it is shown in per cent. */
        OptionalDouble amount() {
            return isPercent() ? OptionalDouble.empty() : sheet.number(row(), column());
        }

        private boolean isPercent() {
            return sheet.cell(row(), column()).state() == TableSheet.State.PERCENT;
        }

        /** Why there is no amount. */
        Fault fault() {
            if (isPercent()) {
                return new Fault("holds a number in per cent, which is no amount of money", "point at amounts alone");
            }
            String why = sheet.whyNoNumber(row(), column());
            return switch (sheet.cell(row(), column()).state()) {
                case ERROR -> new Fault(why, "correct the formula in the workbook");
                case NOT_COMPUTED ->
                    new Fault("its formula has not been computed", "open the file in Excel and save it");
                case TEXT, NUMBER, PERCENT -> new Fault(why, "write the amount, 0 or nothing");
            };
        }
    }

    private static final Set<String> NO_AMOUNT = Set.of("", "-", "--", "\u2013", "\u2014", "\u2212");

    private final String name;
    private final List<TableSheet> sheets;
    private final Map<String, Set<SheetRange.Cell>> read = new HashMap<>();

    private SourceWorkbook(String name, List<TableSheet> sheets) {
        this.name = name;
        this.sheets = sheets;
    }

    /**
     * Reads a workbook or a file of comma-separated values.
     *
     * @throws org.worthwhile.problem.InvalidInput if it cannot be read
     */
    static SourceWorkbook read(Path file) {
        return new SourceWorkbook(FileNames.last(file), TableFile.read(file));
    }

    /** The file's name without its folder. */
    String name() {
        return name;
    }

    List<TableSheet> sheets() {
        return sheets;
    }

    List<String> sheetNames() {
        return sheets.stream().map(TableSheet::name).toList();
    }

    /** The sheet of a name; for no name, the only one. */
    Optional<TableSheet> sheet(String wanted) {
        return wanted.isEmpty() && sheets.size() == 1
                ? Optional.of(sheets.getFirst())
                : sheets.stream()
                        .filter(sheet -> sheet.name().equalsIgnoreCase(wanted))
                        .findFirst();
    }

    /** Remembers that a cell was read. */
    void markRead(At at) {
        read.computeIfAbsent(at.sheet.name(), _ -> new HashSet<>()).add(at.cell);
    }

    boolean wasRead(At at) {
        return read.getOrDefault(at.sheet.name(), Set.of()).contains(at.cell);
    }

    /** Where a cell is, as the user sees it. */
    static Place place(At at) {
        return place(at.sheet, "cell " + at.cell.address());
    }

    static Place place(TableSheet sheet, String cells) {
        return Place.of(sheet.file()).within(sheet.name().isEmpty() ? cells : "sheet '" + sheet.name() + "', " + cells);
    }
}
