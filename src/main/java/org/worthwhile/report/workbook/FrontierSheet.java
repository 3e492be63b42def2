package org.worthwhile.report.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.worthwhile.portfolio.PortfolioChoice;

/** The sheet of what budgets buy: the best choice at each that was tried, and the steps between them with their chart. */
final class FrontierSheet {

    private static final int CHART_ROWS = 20;

    private final PortfolioChoice choice;
    private final Styles styles;
    private final SheetWriter sheet;

    private FrontierSheet(PortfolioChoice choice, Styles styles, SheetWriter sheet) {
        this.choice = choice;
        this.styles = styles;
        this.sheet = sheet;
    }

    static void write(PortfolioChoice choice, Sheets sheets, Styles styles, NativeCharts charts) {
        new FrontierSheet(choice, styles, sheets.add("Frontier")).write(charts);
    }

    private void write(NativeCharts charts) {
        sheet.title("What rising budgets could buy", "The best choice at each budget, other rules kept.");
        int headings = sheet.headings(List.of("Options chosen", "Budget", "Value", "Net public cost"), 1);
        for (PortfolioChoice.FrontierPoint point : choice.frontier()) {
            int row = sheet.row();
            sheet.text(row, 0, String.join(", ", point.options()), styles.wrapped);
            sheet.height(row, 1 + point.options().size() / 4);
            money(row, 1, point.budget());
            money(row, 2, point.value());
            money(row, 3, point.cost());
        }
        int first = steps();
        int last = sheet.next() - 1;
        int top = sheet.next() + 1;
        charts.line(
                new NativeCharts.Place(sheet.sheet(), 0, top, 1, top + CHART_ROWS),
                "What budgets buy",
                "Steps of the best value by budget, each at the cost of the set that begins there. The figures are in the"
                        + " table above.",
                new NativeCharts.Cells("Value", sheet.sheet(), new CellRangeAddress(first, last, 1, 1), true, 0),
                new NativeCharts.Cells("Value", sheet.sheet(), new CellRangeAddress(first, last, 2, 2), true, 0),
                "Budget",
                "Value");
        sheet.skip(CHART_ROWS + 2);
        sheet.widths(120, 20, 20, 20);
        sheet.freeze(0, headings + 1);
    }

    /** The corners of the steps at the costs of the best sets. Returns the first row. */
    private int steps() {
        sheet.section(
                "Steps: each set is the best of every budget from its own cost on, up to the one to which that is proven");
        sheet.headings(List.of("", "Budget", "Value", "Proven up to"), 1);
        int first = sheet.next();
        double before = Double.NaN;
        for (PortfolioChoice.Step step : choice.steps()) {
            if (!Double.isNaN(before)) {
                corner("just below", step.cost(), before);
            }
            money(corner(String.join(", ", step.options()), step.cost(), step.value()), 3, step.provenTo());
            before = step.value();
        }
        corner("the largest tried", choice.frontier().getLast().budget(), before);
        return first;
    }

    private int corner(String what, double budget, double value) {
        int row = sheet.row();
        sheet.text(row, 0, what, styles.wrapped);
        money(row, 1, budget);
        money(row, 2, value);
        return row;
    }

    private void money(int row, int column, double amount) {
        sheet.number(row, column, amount, styles.number(Styles.MONEY));
    }
}
