package org.worthwhile.report.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Check;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.report.StandingText;

/** Checks by formula, with one word for all of them, and what a careful reader would ask about. */
final class CheckSheet {

    private static final int LIGHT_ROW = 3;
    /** What the checks are of, and that they say nothing of whether figures are right. */
    static final String CONSISTENCY = "Consistency of formulas";

    private static final int WIDE = 70;
    private static final int NARROW = 60;
    private static final String PASS = "pass";
    private static final String LOOK = "look";

    private final SheetWriter sheet;
    private final Styles styles;
    private int first;

    CheckSheet(SheetWriter sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    /** The cell that says whether all checks pass. */
    String light() {
        return sheet.at(LIGHT_ROW, 1);
    }

    /** @param nets by option, the net value that its steps add up to */
    void fill(
            Appraisal appraisal,
            ResultSheet results,
            Map<String, String> nets,
            List<DistributionSheet.Shares> shares,
            List<GuardedInputs.Guarded> inputs,
            String years) {
        sheet.title("Checks", "Formulas: they look again whenever an input changes.");
        int light = sheet.row();
        sheet.text(light, 0, CONSISTENCY, styles.label);
        Optional<String> unverified = StandingText.names(appraisal);
        unverified.ifPresent(names -> {
            sheet.text(light, 2, names, styles.wrapped);
            sheet.height(light, lines(names, WIDE));
        });
        sheet.section("Does the workbook agree with itself?");
        sheet.headings(List.of("Check", "Outcome", "What it looks at"));
        first = sheet.next();
        for (OptionResult option : appraisal.options()) {
            String id = option.option().id();
            check(
                    "Net value of " + id,
                    "ABS(" + results.npsv(id) + "-(" + results.pvb(id) + "-" + results.pvc(id) + "))<0.01",
                    "Net present social value is benefits less costs.");
            String net = nets.get(id);
            if (net != null) {
                check(
                        "Steps of " + id,
                        "ABS(" + results.npsv(id) + "-" + net + ")<0.01",
                        "The steps on the sheet By year end at the net present social value.");
            }
        }
        for (DistributionSheet.Shares share : shares) {
            check(
                    "Shares of " + share.option() + "/" + share.line(),
                    share.sum() + "<=1.000001",
                    "Groups do not share more than the whole impact.");
        }
        for (GuardedInputs.Guarded guarded : inputs) {
            check("Inputs on " + guarded.where(), guarded.holds(), guarded.words());
        }
        check("Years on Factors", years, "Years are counted from 0, a column each.");
        int last = Math.max(first, sheet.next() - 1);
        sheet.formula(
                light,
                1,
                "IF(COUNTIF(B" + (first + 1) + ":B" + (last + 1) + ",\"" + PASS + "\")=ROWS(B" + (first + 1) + ":B"
                        + (last + 1) + "),\"The workbook agrees with itself\",\"Look at the checks that are not marked "
                        + PASS + "\")",
                styles.result(Styles.ANY));
        GuardedInputs.colour(
                sheet.sheet(),
                "IF(ISERROR(" + SheetWriter.here(first, 1) + "),TRUE," + SheetWriter.here(first, 1) + "<>\"" + PASS
                        + "\")",
                new CellRangeAddress(first, last, 1, 1));
        GuardedInputs.colour(
                sheet.sheet(),
                "LEFT(" + SheetWriter.here(light, 1) + ",4)=\"Look\"",
                new CellRangeAddress(light, light, 1, 1));
        changes(appraisal, results);
        noticed(appraisal);
        sheet.widths(34, 40, WIDE, NARROW);
    }

    private void check(String title, String holds, String what) {
        int row = sheet.row();
        sheet.text(row, 0, title);
        sheet.formula(row, 1, "IF(" + holds + ",\"" + PASS + "\",\"" + LOOK + "\")", styles.text);
        sheet.text(row, 2, what, styles.wrapped);
    }

    /** What was exported beside what the formulas say now. */
    private void changes(Appraisal appraisal, ResultSheet results) {
        sheet.section("Have inputs changed since the export?");
        sheet.headings(List.of("Option", "Answer", "Net present social value when exported", "Change since"), 2);
        for (OptionResult option : appraisal.options()) {
            String id = option.option().id();
            int row = sheet.row();
            sheet.text(row, 0, id);
            sheet.number(row, 2, option.npsv(), styles.number(Styles.MONEY));
            sheet.formula(row, 3, results.npsv(id) + "-" + SheetWriter.here(row, 2), styles.number(Styles.MONEY));
            sheet.formula(
                    row,
                    1,
                    "IF(ABS(" + SheetWriter.here(row, 3) + ")<0.5,\"as exported\",\"changed since the export\")",
                    styles.text);
        }
    }

    private void noticed(Appraisal appraisal) {
        sheet.section("What a careful reader would ask about. None of it changes a figure.");
        sheet.headings(List.of("Option", "Check", "What was noticed", "What can be done"));
        for (OptionResult result : appraisal.options()) {
            for (Check check : result.checks()) {
                int row = sheet.row();
                sheet.text(row, 0, result.option().id());
                sheet.text(row, 1, check.id());
                sheet.text(row, 2, check.message(), styles.wrapped);
                sheet.text(row, 3, check.remedy(), styles.wrapped);
                sheet.height(row, Math.max(lines(check.message(), WIDE), lines(check.remedy(), NARROW)));
            }
        }
    }

    /** So many lines does a text take in a column of so many characters, some of which words leave empty at the ends of lines. */
    private static int lines(String text, int width) {
        return 1 + text.length() * 10 / (9 * width);
    }
}
