package org.worthwhile.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.worthwhile.exchange.TemplateTable.Column;
import org.worthwhile.exchange.TemplateTable.Kind;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Writes a proposal into the Excel input template, from which it is read back the same. */
public final class TemplateWriter {

    private static final int ROWS_WITH_CHOICES = 2000;
    private static final int LONGEST_TEXT = 32_767;

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final XSSFCellStyle heading = style(true, false);
    private final XSSFCellStyle note = style(false, true);
    private final XSSFCellStyle input = workbook.createCellStyle();
    private final XSSFCellStyle quoted = workbook.createCellStyle();

    private TemplateWriter() {
        quoted.setQuotePrefixed(true);
    }

    /** Writes the template as xlsx, filled with a proposal. */
    public static void write(Proposal proposal, OutputStream out) throws IOException {
        TemplateWriter writer = new TemplateWriter();
        try (XSSFWorkbook workbook = writer.workbook) {
            writer.fill(ParameterValues.beside(ProposalWriter.tree(proposal)));
            OfficeFile.write(workbook, out);
        }
    }

    private void fill(JsonNode proposal) {
        addGuide();
        List<List<JsonNode>> settings = new ArrayList<>();
        settings.add(fields(TemplateTables.PROPOSAL, proposal));
        addSheet(TemplateTables.PROPOSAL, settings);
        addSheet(
                TemplateTables.THEMES,
                proposal.path("themes").valueStream().map(List::of).toList());
        for (TemplateTable table : TemplateTables.LISTS) {
            addSheet(table, rows(table, proposal));
        }
        addSheet(
                TemplateTables.AMOUNTS,
                byYear(proposal, line -> line.has("schedule") ? line.get("schedule") : line.at("/amount/schedule")));
        addSheet(
                TemplateTables.INTAKE,
                byYear(
                        proposal,
                        line -> line.at("/quantity/intake").has("annual")
                                ? MissingNode.getInstance()
                                : line.at("/quantity/intake")));
        addSheet(TemplateTables.RAMP_UP, rampUps(proposal));
        addSheet(UncertaintyTable.TABLE, uncertainties(proposal));
        addSheet(ParameterTables.SHARED, ParameterTables.shared(proposal));
        addSheet(ParameterTables.DRAWS, ParameterTables.draws(proposal));
        addSheet(TemplateTables.SCENARIOS, scenarios(proposal));
    }

    private void addGuide() {
        XSSFSheet sheet = workbook.createSheet("Guide");
        List<String> lines = List.of(
                "Worthwhile input template",
                "Fill in the sheets; a worked example stands in them, to be overwritten. Nothing on this sheet is read.",
                "Each sheet has its headings in row 1, what they mean in row 2, and entries from row 3 on.",
                "Shares and rates are fractions: 0.035 is 3.5%. Money is in whole currency units. Years are written 2026/27.",
                "Costs and impacts name their option; savings, beneficiaries and amounts by year name option and line.",
                "Where people are taken in year by year, Intake a year or rows in Intake by year stand in place of Population and Start.",
                "A cost has either an amount a year or rows in Amounts by year; an impact either a quantity and a value, or such rows.",
                "Leave a cell blank where the value is the usual one: shares that multiply are then 1, losses 0.",
                "Check the file with: worthwhile validate FILE.xlsx. Problems name the sheet and the cell.");
        for (int i = 0; i < lines.size(); i++) {
            XSSFCell cell = sheet.createRow(i).createCell(0);
            cell.setCellValue(lines.get(i));
            cell.setCellStyle(i == 0 ? heading : input);
        }
        sheet.setColumnWidth(0, 120 * 256);
    }

    private void addSheet(TemplateTable table, List<List<JsonNode>> rows) {
        XSSFSheet sheet = workbook.createSheet(table.sheet());
        XSSFRow headings = sheet.createRow(0);
        XSSFRow notes = sheet.createRow(1);
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            text(headings.createCell(i), column.heading(), heading);
            text(notes.createCell(i), column.note(), note);
            sheet.setColumnWidth(i, Math.max(14, Math.min(40, column.note().length() + 2)) * 256);
            if (!column.choices().isEmpty()) {
                addChoices(sheet, i, column);
            }
        }
        sheet.createFreezePane(0, 2);
        for (int i = 0; i < rows.size(); i++) {
            XSSFRow row = sheet.createRow(i + 2);
            for (int j = 0; j < rows.get(i).size(); j++) {
                write(row.createCell(j), rows.get(i).get(j), table.columns().get(j));
            }
        }
    }

    private static void addChoices(XSSFSheet sheet, int position, Column column) {
        var validations = sheet.getDataValidationHelper();
        DataValidation validation = validations.createValidation(
                validations.createExplicitListConstraint(column.choices().toArray(String[]::new)),
                new CellRangeAddressList(2, ROWS_WITH_CHOICES, position, position));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    private void write(XSSFCell cell, JsonNode value, Column column) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        if (column.kind() == Kind.FLAG) {
            text(cell, value.asBoolean() ? "yes" : "no", input);
        } else if (value.isNumber()) {
            cell.setCellValue(value.asDouble());
        } else if (value.isArray()) {
            text(cell, value.valueStream().map(JsonNode::toString).collect(Collectors.joining("; ")), input);
        } else {
            text(cell, value.asString(), input);
        }
    }

    private void text(XSSFCell cell, String text, XSSFCellStyle style) {
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidInput(new Problem(
                    Place.of(cell.getSheet().getSheetName() + "!" + cell.getReference()),
                    "has " + text.length() + " characters, and a cell holds at most " + LONGEST_TEXT,
                    "keep this proposal as JSON"));
        }
        if (!text.codePoints().allMatch(TemplateWriter::isKept)) {
            throw new InvalidInput(new Problem(
                    Place.of(cell.getSheet().getSheetName() + "!" + cell.getReference()),
                    "has a control character, which a cell cannot hold",
                    "remove it, or keep this proposal as JSON"));
        }
        cell.setCellValue(text);
        cell.setCellStyle(OfficeFile.isActive(text) ? quoted : style);
    }

    /** Whether the XML of a workbook holds a character and gives it back. */
    private static boolean isKept(int point) {
        return point == '\n'
                || point == '\t'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x10000;
    }

    private static List<List<JsonNode>> rows(TemplateTable table, JsonNode proposal) {
        List<List<JsonNode>> rows = new ArrayList<>();
        switch (table.parent()) {
            case PROPOSAL -> proposal.path(table.list()).forEach(entry -> rows.add(fields(table, entry)));
            case OPTION ->
                proposal.path("options")
                        .forEach(option -> option.path(table.list())
                                .forEach(entry -> rows.add(fields(table, entry, option.get("id")))));
            case LINE ->
                forEachLine(
                        proposal,
                        (option, line) -> line.path(table.list())
                                .forEach(entry -> rows.add(fields(table, entry, option.get("id"), line.get("id")))));
        }
        return rows;
    }

    private static List<JsonNode> fields(TemplateTable table, JsonNode entry, JsonNode... keys) {
        List<JsonNode> fields = new ArrayList<>(List.of(keys));
        for (Column column :
                table.columns().subList(keys.length, table.columns().size())) {
            fields.add(value(entry, column.field()));
        }
        return fields;
    }

    /** The plain value of a field, whether or not it has an uncertainty beside it. */
    private static JsonNode value(JsonNode entry, String field) {
        if (field.equals("quantity/effect/value")) {
            JsonNode effect = entry.at("/quantity/effect");
            return effect.isNumber() ? effect : effect.path("value");
        }
        JsonNode value = entry.at("/" + field);
        return value.isObject() ? value.path("value") : value;
    }

    /** A row for each year of what a line has by year. */
    private static List<List<JsonNode>> byYear(JsonNode proposal, UnaryOperator<JsonNode> part) {
        List<List<JsonNode>> rows = new ArrayList<>();
        forEachLine(
                proposal,
                (option, line) -> part.apply(line)
                        .propertyStream()
                        .forEach(entry -> rows.add(List.of(
                                option.get("id"),
                                line.get("id"),
                                JsonText.string(entry.getKey()),
                                entry.getValue().isObject() ? entry.getValue().get("value") : entry.getValue()))));
        return rows;
    }

    private static List<List<JsonNode>> rampUps(JsonNode proposal) {
        List<List<JsonNode>> rows = new ArrayList<>();
        forEachLine(
                proposal,
                (option, line) -> line.at("/profile/rampUp")
                        .forEach(share -> rows.add(List.of(
                                option.get("id"), line.get("id"), share.isObject() ? share.get("value") : share))));
        return rows;
    }

    private static List<List<JsonNode>> uncertainties(JsonNode proposal) {
        List<List<JsonNode>> rows = new ArrayList<>();
        forEachLine(proposal, (option, line) -> addUncertainties(rows, option, line, line, ""));
        JsonNode none = JsonText.string("");
        proposal.path("parameters").forEach(parameter -> {
            if (parameter.has("uncertainty")) {
                rows.add(fields(UncertaintyTable.TABLE, parameter.get("uncertainty"), none, parameter.get("id"), none));
            }
        });
        return rows;
    }

    private static void addUncertainties(
            List<List<JsonNode>> rows, JsonNode option, JsonNode line, JsonNode node, String at) {
        node.propertyStream().forEach(entry -> {
            String name = entry.getKey().replace("~", "~0").replace("/", "~1");
            if (name.equals("uncertainty")) {
                rows.add(fields(
                        UncertaintyTable.TABLE,
                        entry.getValue(),
                        option.get("id"),
                        line.get("id"),
                        JsonText.string(at)));
            } else {
                addUncertainties(rows, option, line, entry.getValue(), at.isEmpty() ? name : at + "/" + name);
            }
        });
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            addUncertainties(rows, option, line, node.get(i), at + "/" + i);
        }
    }

    private static List<List<JsonNode>> scenarios(JsonNode proposal) {
        List<List<JsonNode>> rows = new ArrayList<>();
        proposal.path("scenarios")
                .forEach(scenario -> scenario.path("set")
                        .propertyStream()
                        .forEach(entry -> rows.add(List.of(
                                scenario.get("id"),
                                scenario.path("title"),
                                JsonText.string(entry.getKey()),
                                entry.getValue()))));
        return rows;
    }

    private static void forEachLine(JsonNode proposal, java.util.function.BiConsumer<JsonNode, JsonNode> visitor) {
        proposal.path("options").forEach(option -> {
            option.path("costs").forEach(line -> visitor.accept(option, line));
            option.path("impacts").forEach(line -> visitor.accept(option, line));
        });
    }

    private XSSFCellStyle style(boolean strong, boolean quiet) {
        XSSFCellStyle style = workbook.createCellStyle();
        XSSFFont font = workbook.createFont();
        font.setBold(strong);
        font.setItalic(quiet);
        style.setFont(font);
        style.setWrapText(quiet);
        if (strong) {
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}
