package org.worthwhile.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** Reads the Excel input template into the tree of a proposal, each part of which knows its cell. */
final class TemplateReader {

    private static final long LARGEST_FILE = 32L << 20;
    private static final int FIRST_ENTRY = 2;
    private static final int MOST_ROWS = 100_000;

    private final String name;
    private final TemplateTree tree;
    private final List<Problem> problems = new ArrayList<>();
    private NumberNotation notation = NumberNotation.POINTS;

    private TemplateReader(String name) {
        this.name = name;
        this.tree = new TemplateTree(name, problems);
    }

    /**
     * Reads a template.
     *
     * @throws InvalidInput if it is no workbook, or with every cell whose place in the proposal cannot be found
     */
    static SourceText read(Path file) {
        String name = file.toString();
        byte[] bytes = new InputFile(file, LARGEST_FILE).bytes();
        FileSignature.requireWorkbook(name, bytes);
        return InputFile.withinMemory(name, () -> read(name, bytes));
    }

    private static SourceText read(String name, byte[] bytes) {
        TemplateReader reader = new TemplateReader(name);
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            reader.read(workbook);
        } catch (IOException | RuntimeException | NoClassDefFoundError unusable) {
            // The last of a compression that no office program writes.
            if (unusable instanceof InvalidInput invalid) {
                throw invalid;
            }
            throw new InvalidInput(new Problem(
                    Place.of(name),
                    "cannot be read as an Excel workbook",
                    "save it as .xlsx once more, or start from a new template"));
        }
        if (!reader.problems.isEmpty()) {
            throw new InvalidInput(reader.problems);
        }
        return reader.tree.text();
    }

    private void read(XSSFWorkbook workbook) {
        if (workbook.getSheet(TemplateTables.PROPOSAL.sheet()) == null) {
            throw new InvalidInput(new Problem(
                    Place.of(name), "has no sheet Proposal", "start from a template: worthwhile template FILE.xlsx"));
        }
        List<String> numbers = new ArrayList<>();
        TemplateTables.ALL.forEach(
                table -> forEachRow(workbook, table, row -> row.numbersAsTexts().forEach(numbers::add)));
        notation = NumberNotation.of(numbers, Optional.empty());
        problems.clear();
        forEachRow(workbook, TemplateTables.PROPOSAL, tree::setProposal);
        forEachRow(workbook, TemplateTables.THEMES, tree::addTheme);
        for (TemplateTable table : TemplateTables.LISTS) {
            forEachRow(workbook, table, row -> tree.add(table, row));
        }
        forEachRow(workbook, TemplateTables.AMOUNTS, tree::addAmount);
        forEachRow(workbook, TemplateTables.INTAKE, tree::addIntake);
        forEachRow(workbook, TemplateTables.RAMP_UP, tree::addRampUp);
        forEachRow(workbook, UncertaintyTable.TABLE, tree::addUncertainty);
        forEachRow(workbook, ParameterTables.SHARED, tree::addShared);
        forEachRow(workbook, ParameterTables.DRAWS, tree::addDraws);
        forEachRow(workbook, TemplateTables.SCENARIOS, tree::addScenario);
    }

    private void forEachRow(
            XSSFWorkbook workbook, TemplateTable table, java.util.function.Consumer<TemplateRow> visitor) {
        Sheet sheet = workbook.getSheet(table.sheet());
        if (sheet == null) {
            return;
        }
        if (sheet.getLastRowNum() > MOST_ROWS) {
            throw new InvalidInput(new Problem(
                    Place.of(name).within(table.sheet()),
                    "has more than " + MOST_ROWS + " rows",
                    "remove what is not needed"));
        }
        Map<Integer, TemplateTable.Column> columns = columns(sheet, table);
        for (int i = FIRST_ENTRY; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            Map<TemplateTable.Column, TemplateRow.Entry> cells = new HashMap<>();
            if (row != null) {
                columns.forEach((position, column) -> {
                    Cell cell = row.getCell(position);
                    Object value = cell == null ? "" : value(cell);
                    if (!value.equals("")) {
                        cells.put(column, new TemplateRow.Entry(value, place(table, row.getRowNum(), position)));
                    }
                });
            }
            if (!cells.isEmpty()) {
                visitor.accept(new TemplateRow(cells, place(table, i, 0)).read(notation));
            }
        }
    }

    private Map<Integer, TemplateTable.Column> columns(Sheet sheet, TemplateTable table) {
        Map<Integer, TemplateTable.Column> columns = new HashMap<>();
        Row headings = sheet.getRow(0);
        for (int i = 0; headings != null && i < headings.getLastCellNum(); i++) {
            Cell cell = headings.getCell(i);
            String heading = cell == null ? "" : value(cell).toString();
            if (heading.isBlank()) {
                continue;
            }
            int position = i;
            table.column(heading)
                    .ifPresentOrElse(
                            column -> {
                                if (columns.containsValue(column)) {
                                    problems.add(TemplateTable.repeated(place(table, 0, position)));
                                }
                                columns.put(position, column);
                            },
                            () -> problems.add(new Problem(
                                    place(table, 0, position),
                                    "there is no column '" + heading + "' on this sheet",
                                    Nearest.remedy(heading, table.headings()))));
        }
        return columns;
    }

    /** A number, or a text; what a formula last gave counts as typed. */
    private static Object value(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> cell.getNumericCellValue();
            case STRING -> cell.getStringCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? "yes" : "no";
            case ERROR -> "#ERROR";
            default -> "";
        };
    }

    private Place place(TemplateTable table, int row, int column) {
        return Place.of(name).within(table.sheet() + "!" + new CellReference(row, column).formatAsString());
    }
}
