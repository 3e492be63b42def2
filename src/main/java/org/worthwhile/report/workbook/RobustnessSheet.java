package org.worthwhile.report.workbook;

import java.util.List;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.portfolio.RobustChoice.BestSet;
import org.worthwhile.portfolio.RobustChoice.Criterion;
import org.worthwhile.portfolio.RobustChoice.LimitRisk;
import org.worthwhile.portfolio.RobustChoice.SetOutcome;
import org.worthwhile.report.RobustReport;
import org.worthwhile.uncertainty.Spread;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** How a choice among proposals holds up when values are uncertain. */
final class RobustnessSheet {

    private static final String ERROR = "Monte Carlo error";

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
                "Values, not formulas: " + robust.draws()
                        + " simulated sets of values and costs. Monte Carlo standard errors"
                        + " stand to the right of the figures.");
        sheet.section("The choice");
        outcome(robust.chosen(), robust);
        sheet.section("How sure it is that the choice keeps to its limits");
        limits(robust.chosen());
        for (BestSet best : robust.choices()) {
            String words = RobustReport.words(best, robust);
            sheet.section("Best by " + words + " of the sets that " + RobustReport.mayBeChosen(robust));
            set(best, robust);
            outcome(best.set(), robust);
            limits(best.set());
        }
        if (robust.choices().isEmpty()) {
            sheet.section("Sets that " + RobustReport.mayBeChosen(robust));
            sheet.text(sheet.row(), 0, "None was found.");
        }
        sheet.section("How often each option belongs to the best choice");
        if (robust.impossible() > 0) {
            sheet.text(
                    sheet.row(),
                    0,
                    "In " + robust.impossible() + " sets of values and costs no choice keeps to the constraints.");
        }
        sheet.headings(List.of("Option", "Probability", ERROR), 1);
        robust.belongs().forEach(belonging -> share(belonging.candidate(), belonging.probability()));
        sheet.widths(64, 20, 24, 20, 24, 20, 20, 20);
    }

    private void outcome(SetOutcome outcome, RobustChoice robust) {
        sheet.headings(List.of("", "Mean", ERROR, "Standard deviation", ERROR, "P10", "P50", "P90"), 1);
        spread("Value", outcome.value());
        spread("Net public cost, present value", outcome.cost());
        money(
                "Conditional value at risk: mean value in the worst "
                        + RobustReport.percent(robust.criteria().tail()),
                outcome.conditionalValueAtRisk());
        money("Expected regret", outcome.expectedRegret());
        int row = sheet.row();
        sheet.text(row, 0, "Greatest regret in any of the simulated sets of values and costs");
        sheet.number(row, 1, outcome.greatestRegret(), styles.number(Styles.MONEY));
    }

    private void limits(SetOutcome outcome) {
        sheet.headings(
                List.of("Limit", "Probability that it is broken", ERROR, "Most", "Mean use", "P10", "P50", "P90"), 1);
        for (LimitRisk limit : outcome.limits()) {
            int row = share(limit.words(), limit.broken());
            limit.limit().ifPresent(most -> sheet.number(row, 3, most, styles.number(Styles.MONEY)));
            limit.use().ifPresent(use -> {
                sheet.number(row, 4, use.mean().value(), styles.number(Styles.MONEY));
                percentiles(row, use);
            });
        }
    }

    private void spread(String title, Spread spread) {
        int row = money(title, spread.mean());
        sheet.number(row, 3, spread.sd().value(), styles.number(Styles.MONEY));
        sheet.number(row, 4, spread.sd().standardError(), styles.number(Styles.MONEY));
        percentiles(row, spread);
    }

    private void percentiles(int row, Spread spread) {
        sheet.number(row, 5, spread.p10().value(), styles.number(Styles.MONEY));
        sheet.number(row, 6, spread.p50().value(), styles.number(Styles.MONEY));
        sheet.number(row, 7, spread.p90().value(), styles.number(Styles.MONEY));
    }

    private int money(String title, Estimate estimate) {
        return line(title, estimate, Styles.MONEY);
    }

    private int share(String title, Estimate estimate) {
        return line(title, estimate, Styles.PERCENT);
    }

    private int line(String title, Estimate estimate, String format) {
        int row = sheet.row();
        sheet.text(row, 0, title);
        sheet.number(row, 1, estimate.value(), styles.number(format));
        sheet.number(row, 2, estimate.standardError(), styles.number(format));
        return row;
    }

    private void set(BestSet best, RobustChoice robust) {
        int row = sheet.row();
        sheet.text(row, 0, "with " + RobustReport.named(best.set()), styles.wrapped);
        sheet.height(row, 1 + best.set().candidates().size() / 2);
        if (!best.proven()) {
            sheet.text(
                    sheet.row(),
                    0,
                    "The best of " + robust.compared() + " sets compared; not proven to be the best of all.");
            int bound = sheet.row();
            sheet.text(
                    bound,
                    0,
                    best.criterion() == Criterion.MINIMAX_REGRET
                            ? "Greatest regret that no set comes below"
                            : "What no set exceeds by this criterion");
            sheet.number(bound, 1, best.bound(), styles.number(Styles.MONEY));
        }
    }
}
