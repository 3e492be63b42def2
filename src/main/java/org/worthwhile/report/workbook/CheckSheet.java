package org.worthwhile.report.workbook;

import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.report.StandingText;

/** Checks by formula, with one light for all of them. */
final class CheckSheet {

    /** What the checks are of, and that they say nothing of whether figures are right. */
    static final String CONSISTENCY = "Consistency of formulas";

    /** The light where every check passes and inputs are those that were appraised. */
    static final String AGREES = "The workbook agrees with itself";

    /** Where every check passes, of other inputs. */
    static final String DIFFERS = "Inputs differ from those appraised";

    private static final int LIGHT_ROW = 3;
    private static final int OUTCOME = 1;
    private static final int WHAT = 2;
    private static final int FOUND = 3;
    private static final int EXPECTED = 4;
    private static final int WITHIN = 5;
    private static final int WIDE = 70;
    private static final String PASS = "pass";
    private static final String OTHER_INPUTS = "inputs differ";
    private static final String LOOK = "look";

    private final SheetWriter sheet;
    private final Styles styles;

    CheckSheet(SheetWriter sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    /** The cell that says whether all checks pass. */
    String light() {
        return sheet.at(LIGHT_ROW, OUTCOME);
    }

    /** @param differing the cell that counts the inputs that differ from those appraised */
    void fill(Appraisal appraisal, List<WorkbookCheck> checks, String differing) {
        sheet.title("Checks", "Formulas: they look again whenever an input changes.");
        int light = sheet.row();
        sheet.text(light, 0, CONSISTENCY, styles.label);
        Optional<String> unverified = StandingText.names(appraisal);
        unverified.ifPresent(names -> {
            sheet.text(light, WHAT, names, styles.wrapped);
            sheet.height(light, NoteSheets.lines(names, WIDE));
        });
        sheet.row();
        int headings =
                sheet.headings(List.of("Check", "Outcome", "What it looks at", "Found", "Expected", "Within"), FOUND);
        int first = sheet.next();
        checks.forEach(check -> check(check, differing));
        int last = sheet.next() - 1;
        String outcomes = range(first, last, OUTCOME);
        long ofAppraised = checks.stream().filter(WorkbookCheck::ofAppraised).count();
        sheet.formula(
                light,
                OUTCOME,
                "IF(AND(COUNTIF(" + outcomes + ",\"" + PASS + "\")+COUNTIF(" + outcomes + ",\"" + OTHER_INPUTS
                        + "\")=ROWS(" + outcomes + "),COUNTIF(" + outcomes + ",\"" + OTHER_INPUTS
                        + "\")=IFERROR(IF(" + differing + "=0,0," + ofAppraised + "),0)," + passedThough(first, last)
                        + "=0," + CellCounts.formulas(outcomes) + "=ROWS(" + outcomes + "),"
                        + CellCounts.formulas(range(first, last, FOUND)) + "=ROWS(" + outcomes + ")),IF(" + differing
                        + "=0,\"" + AGREES + "\",\"" + DIFFERS + "\"),\"Look at the checks that are not marked " + PASS
                        + "\")",
                styles.label);
        colour(sheet, light, OUTCOME, OUTCOME);
        CellRangeAddress cells = new CellRangeAddress(first, last, OUTCOME, OUTCOME);
        wrongOrChanged(sheet, cells, SheetWriter.here(first, OUTCOME), PASS, OTHER_INPUTS);
        sheet.widths(38, 44, WIDE, 20, 20, 12);
        sheet.freeze(1, headings + 1);
    }

    /** How many are marked as passed though what is found is not what is expected; an error is not marked so. */
    private static String passedThough(int first, int last) {
        return "IFERROR("
                + CellCounts.sum("(" + range(first, last, OUTCOME) + "=\"" + PASS + "\")*(("
                        + range(first, last, FOUND) + "-" + range(first, last, EXPECTED) + ")^2>"
                        + range(first, last, WITHIN) + "^2)")
                + ",0)";
    }

    private void check(WorkbookCheck check, String differing) {
        int row = sheet.row();
        sheet.text(row, 0, check.title());
        String within = "IF(ABS(" + SheetWriter.here(row, FOUND) + "-" + SheetWriter.here(row, EXPECTED) + ")<="
                + SheetWriter.here(row, WITHIN) + ",\"" + PASS + "\",\"" + LOOK + "\")";
        sheet.formula(
                row,
                OUTCOME,
                check.ofAppraised() ? "IF(" + differing + "=0," + within + ",\"" + OTHER_INPUTS + "\")" : within,
                styles.text);
        sheet.wrapped(row, WHAT, check.what(), WIDE);
        sheet.formula(row, FOUND, check.found(), styles.number(Styles.PLAIN));
        put(row, EXPECTED, check.expected(), styles.number(Styles.PLAIN));
        put(row, WITHIN, check.within(), styles.number("General"));
    }

    private void put(int row, int column, WorkbookCheck.Figure figure, XSSFCellStyle style) {
        switch (figure) {
            case WorkbookCheck.Figure.Value(double value) -> sheet.number(row, column, value, style);
            case WorkbookCheck.Figure.Formula(String formula) -> sheet.formula(row, column, formula, style);
            case WorkbookCheck.Figure.AsWritten _ -> sheet.copyOf(row, FOUND, column, style);
        }
    }

    /** Lets a cell that shows the light, and those that its words reach over, have its colour. */
    static void colour(SheetWriter sheet, int row, int column, int lastColumn) {
        CellRangeAddress cells = new CellRangeAddress(row, row, column, lastColumn);
        String light = SheetWriter.columnFixed(row, column);
        wrongOrChanged(sheet, cells, light, AGREES, DIFFERS);
        GuardedInputs.colourRight(sheet.sheet(), light + "=\"" + AGREES + "\"", cells);
    }

    /** The colour of what was changed, or red of what is neither that nor right, an error among it. */
    private static void wrongOrChanged(
            SheetWriter sheet, CellRangeAddress cells, String cell, String right, String changed) {
        String isChanged = cell + "=\"" + changed + "\"";
        GuardedInputs.colour(
                sheet.sheet(),
                "IF(ISERROR(" + cell + "),TRUE,NOT(OR(" + cell + "=\"" + right + "\"," + isChanged + ")))",
                cells);
        GuardedInputs.colourChanged(sheet.sheet(), isChanged, cells);
    }

    private static String range(int first, int last, int column) {
        return SheetWriter.here(first, column) + ":" + SheetWriter.here(last, column);
    }
}
