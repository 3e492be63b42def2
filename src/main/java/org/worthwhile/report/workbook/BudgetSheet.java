package org.worthwhile.report.workbook;

import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.Organisation;

/** What each option does to the budget of each organisation, year by year. */
final class BudgetSheet {

    private final SheetWriter sheet;
    private final Styles styles;
    private final NamedResults named;

    BudgetSheet(SheetWriter sheet, Styles styles, NamedResults named) {
        this.sheet = sheet;
        this.styles = styles;
        this.named = named;
    }

    void fill(Appraisal appraisal, Map<String, CalculationSheet> calculations, FactorSheet factors) {
        sheet.section("Net budget impact by organisation and year, against business as usual; positive is money out");
        int headings = sheet.headings(List.of("Option", "Organisation", "Flow", "", "", "Present value"), 5);
        for (int t = 0; t < factors.years(); t++) {
            sheet.formula(headings, Years.column(t), factors.label(Years.column(t)), styles.yearHeading);
        }
        sheet.yearWidths(Years.FIRST_COLUMN, factors.years());
        CalculationSheet before = appraisal
                .basis()
                .proposal()
                .businessAsUsual()
                .map(option -> CalculationSheet.of(option, calculations))
                .orElse(null);
        sheet.widths(22, 22, 26, 3, 3, 16);
        sheet.freeze(Years.FIRST_COLUMN, headings + 1);
        for (OptionResult result : appraisal.options()) {
            for (BudgetImpact budget : result.budget()) {
                addBudget(result, budget, CalculationSheet.of(result.option(), calculations), before, factors);
            }
        }
    }

    private void addBudget(
            OptionResult result,
            BudgetImpact budget,
            CalculationSheet own,
            @Nullable CalculationSheet before,
            FactorSheet factors) {
        int costs = budgetRow(result, budget.organisation(), "Costs less receipts");
        int savings = budgetRow(result, budget.organisation(), "Savings");
        int cashable = budgetRow(result, budget.organisation(), "Cashable savings");
        int real = budgetRow(result, budget.organisation(), "Net budget impact, real");
        int nominal = budgetRow(
                result,
                budget.organisation(),
                factors.isPriced() ? "Net budget impact, nominal" : "Nominal: not known without a price index");
        String organisation = "$B" + (costs + 1);
        for (int t = 0; t < factors.years(); t++) {
            int column = Years.column(t);
            difference(
                    costs,
                    column,
                    own.budgetCost(organisation, column),
                    before == null ? "" : before.budgetCost(organisation, column));
            difference(
                    savings,
                    column,
                    own.saving(organisation, column),
                    before == null ? "" : before.saving(organisation, column));
            difference(
                    cashable,
                    column,
                    own.cashable(organisation, column),
                    before == null ? "" : before.cashable(organisation, column));
            sheet.formula(
                    real,
                    column,
                    SheetWriter.here(costs, column) + "-" + SheetWriter.here(savings, column),
                    styles.number(Styles.MONEY));
            if (factors.isPriced()) {
                sheet.formula(
                        nominal,
                        column,
                        SheetWriter.here(real, column) + "*" + factors.inflator(column),
                        styles.number(Styles.MONEY));
            }
        }
        String present = own.budgetPresentValue(organisation)
                + (before == null ? "" : "-(" + before.budgetPresentValue(organisation) + ")");
        XSSFCell cell = sheet.formula(real, 5, present, styles.result(Styles.MONEY));
        named.name("BUDGET_" + budget.organisation().id(), result.option().id(), sheet, cell);
        named.remember(cell, budget.present());
    }

    private int budgetRow(OptionResult result, Organisation organisation, String flow) {
        int row = sheet.row();
        sheet.text(row, 0, result.option().id());
        sheet.text(row, 1, organisation.id());
        sheet.text(row, 2, flow);
        return row;
    }

    private void difference(int row, int column, String own, String before) {
        sheet.formula(row, column, before.isEmpty() ? own : own + "-" + before, styles.number(Styles.MONEY));
    }
}
