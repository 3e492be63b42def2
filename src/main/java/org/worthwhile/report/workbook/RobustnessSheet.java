package org.worthwhile.report.workbook;

import java.util.List;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.portfolio.RobustChoice.Belonging;

/** How a choice among proposals holds up when values are uncertain. */
final class RobustnessSheet {

    private final SheetWriter sheet;
    private final Styles styles;

    private RobustnessSheet(SheetWriter sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    static void write(RobustChoice robust, Sheets sheets, Styles styles) {
        new RobustnessSheet(sheets.add("Robustness"), styles).write(robust);
    }

    private void write(RobustChoice robust) {
        sheet.title(
                "How the choice holds up",
                "Values, not formulas: the choice made anew for each of " + robust.draws()
                        + " simulated sets of values.");
        line("Expected regret of the choice", robust.expectedRegret());
        line("Greatest regret of the choice", robust.greatestRegret());
        line("Least expected regret of any set", robust.leastExpectedRegret().expected());
        set(robust.leastExpectedRegret().candidates());
        line("Least greatest regret of any set", robust.minimaxRegret().greatest());
        set(robust.minimaxRegret().candidates());
        sheet.section("How often each option belongs to the best choice");
        sheet.headings(List.of("Option", "Probability", "Monte Carlo standard error"), 1);
        for (Belonging belonging : robust.belongs()) {
            int row = sheet.row();
            sheet.text(row, 0, belonging.candidate());
            sheet.number(row, 1, belonging.probability(), styles.number(Styles.PERCENT));
            sheet.number(row, 2, belonging.standardError(), styles.number(Styles.PERCENT));
        }
        sheet.widths(64, 20, 28);
    }

    private void line(String title, double amount) {
        int row = sheet.row();
        sheet.text(row, 0, title);
        sheet.number(row, 1, amount, styles.number(Styles.MONEY));
    }

    private void set(List<String> candidates) {
        int row = sheet.row();
        sheet.text(row, 0, "with " + String.join(", ", candidates), styles.wrapped);
        sheet.height(row, 1 + candidates.size() / 2);
    }
}
