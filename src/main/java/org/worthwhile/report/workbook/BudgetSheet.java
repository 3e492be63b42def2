package org.worthwhile.report.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.Organisation;

/** What each option does to the budget of each organisation, year by year. */
final class BudgetSheet {

    private static final String COSTS = "Costs less receipts";

    private final SheetWriter sheet;
    private final Styles styles;
    private final NamedResults named;

    /** By organisation, the rows of what it pays and saves under business as usual. */
    private final Map<String, Flows> before = new HashMap<>();

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
        sheet.routes().same(sheet, headings, Years.FIRST_COLUMN, Years.column(factors.years() - 1), factors.labels());
        sheet.yearWidths(Years.FIRST_COLUMN, factors.years());
        sheet.widths(22, 22, 26, 3, 3, 16);
        sheet.freeze(Years.FIRST_COLUMN, headings + 1);
        appraisal.basis().proposal().businessAsUsual().ifPresent(option -> {
            CalculationSheet own = CalculationSheet.of(option, calculations);
            for (Organisation organisation : organisations(appraisal)) {
                before.put(
                        organisation.id(),
                        flows(option.id() + ", its own", organisation, own, factors, Optional.empty()));
            }
        });
        for (OptionResult result : appraisal.options()) {
            for (BudgetImpact budget : result.budget()) {
                addBudget(result, budget, CalculationSheet.of(result.option(), calculations), factors);
            }
        }
    }

    private static List<Organisation> organisations(Appraisal appraisal) {
        return appraisal.options().stream()
                .flatMap(result -> result.budget().stream())
                .map(BudgetImpact::organisation)
                .distinct()
                .toList();
    }

    /** Rows of an organisation's flows. */
    private record Flows(int costs, int savings, int cashable) {}

    /**
     * Writes an option's flows to and from an organisation.
     *
     * @param title what stands in the column of options
     * @param less by kind of flow, what is taken off each cell of a column; empty where nothing is
     */
    private Flows flows(
            String title, Organisation organisation, CalculationSheet own, FactorSheet factors, Optional<Flows> less) {
        Flows rows = new Flows(
                budgetRow(title, organisation, COSTS),
                budgetRow(title, organisation, "Savings"),
                budgetRow(title, organisation, "Cashable savings"));
        String cell = "$B" + (rows.costs() + 1);
        for (int column = CalculationSheet.PRESENT_VALUE; column < Years.column(factors.years()); column++) {
            flow(rows.costs(), column, own.budgetCost(cell, column), less.map(Flows::costs));
            flow(rows.savings(), column, own.saving(cell, column), less.map(Flows::savings));
            flow(rows.cashable(), column, own.cashable(cell, column), less.map(Flows::cashable));
        }
        String absolute = sheet.at(rows.costs(), 1);
        total(rows.costs(), own.budgetCostInAll(absolute), factors, less.map(Flows::costs));
        total(rows.savings(), own.ofAll(CalculationSheet.SAVING, absolute), factors, less.map(Flows::savings));
        total(rows.cashable(), own.ofAll(CalculationSheet.CASHABLE, absolute), factors, less.map(Flows::cashable));
        return rows;
    }

    private void total(int row, String own, FactorSheet factors, Optional<Integer> less) {
        int last = Years.column(factors.years() - 1);
        int first = CalculationSheet.PRESENT_VALUE;
        sheet.routes()
                .total(
                        sheet,
                        row,
                        first,
                        last,
                        own
                                + less.map(other -> "-SUM(" + sheet.block(other, first, other, last) + ")")
                                        .orElse(""));
    }

    private void flow(int row, int column, String own, Optional<Integer> less) {
        sheet.formula(
                row,
                column,
                own + less.map(other -> "-" + SheetWriter.here(other, column)).orElse(""),
                styles.number(Styles.MONEY));
    }

    private void addBudget(OptionResult result, BudgetImpact budget, CalculationSheet own, FactorSheet factors) {
        Organisation organisation = budget.organisation();
        String option = result.option().id();
        Optional<Flows> less = Optional.ofNullable(before.get(organisation.id()));
        Flows rows = flows(option, organisation, own, factors, less);
        int real = budgetRow(option, organisation, "Net budget impact, real");
        int nominal = budgetRow(
                option,
                organisation,
                factors.isPriced() ? "Net budget impact, nominal" : "Nominal: not known without a price index");
        for (int t = 0; t < factors.years(); t++) {
            int column = Years.column(t);
            net(real, column, rows, styles.number(Styles.MONEY));
            if (factors.isPriced()) {
                sheet.formula(
                        nominal,
                        column,
                        SheetWriter.here(real, column) + "*" + factors.inflator(column),
                        styles.number(Styles.MONEY));
            }
        }
        int last = Years.column(factors.years() - 1);
        String reals = sheet.block(real, Years.FIRST_COLUMN, real, last);
        sheet.routes()
                .total(
                        sheet,
                        real,
                        Years.FIRST_COLUMN,
                        last,
                        "SUM(" + sheet.block(rows.costs(), Years.FIRST_COLUMN, rows.costs(), last) + ")-SUM("
                                + sheet.block(rows.savings(), Years.FIRST_COLUMN, rows.savings(), last) + ")");
        if (factors.isPriced()) {
            sheet.routes()
                    .total(
                            sheet,
                            nominal,
                            Years.FIRST_COLUMN,
                            last,
                            "SUMPRODUCT(" + reals + "," + factors.inflators() + ")");
        }
        XSSFCell present = net(real, CalculationSheet.PRESENT_VALUE, rows, styles.result(Styles.MONEY));
        named.name("BUDGET_" + organisation.id(), option, sheet, present);
        named.remember(present, budget.present());
    }

    private XSSFCell net(int row, int column, Flows flows, XSSFCellStyle style) {
        return sheet.formula(
                row,
                column,
                SheetWriter.here(flows.costs(), column) + "-" + SheetWriter.here(flows.savings(), column),
                style);
    }

    /** The present value of what all organisations pay for an option, less receipts. */
    String costs(String option) {
        ConditionalSums sums = new ConditionalSums(sheet, 0, sheet.next() - 1);
        return sums.ofFixed(CalculationSheet.PRESENT_VALUE, sums.where(0, option), sums.where(2, COSTS));
    }

    private int budgetRow(String option, Organisation organisation, String flow) {
        int row = sheet.row();
        sheet.text(row, 0, option);
        sheet.text(row, 1, organisation.id());
        sheet.text(row, 2, flow);
        return row;
    }
}
