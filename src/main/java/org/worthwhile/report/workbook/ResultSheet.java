package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.Organisation;

/** The results of every option against business as usual, by formula, with a name for each that others refer to. */
final class ResultSheet {

    private static final List<String> HEADINGS = List.of(
            "Option",
            "Title",
            "Public cost",
            "Other cost",
            "Benefit",
            "PVB: benefits less costs of others",
            "PVC: net cost to public budgets",
            "NPSV",
            "BCR",
            "Rank by NPSV");

    private final XSSFWorkbook workbook;
    private final SheetWriter sheet;
    private final Styles styles;
    private final Set<String> names = new HashSet<>();
    private final List<Cached> cached = new ArrayList<>();

    /** A result cell with the engine's own value, which the file carries until a spreadsheet program recalculates it. */
    private record Cached(XSSFCell cell, double value) {}

    ResultSheet(XSSFWorkbook workbook, SheetWriter sheet, Styles styles) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.styles = styles;
    }

    void fill(Appraisal appraisal, Map<String, CalculationSheet> calculations, FactorSheet factors) {
        sheet.title(
                "Results: " + appraisal.basis().proposal().title(),
                "Present values in " + appraisal.basis().proposal().appraisal().currency() + " at "
                        + appraisal.basis().proposal().appraisal().priceYear() + " prices; PVB, PVC, NPSV and BCR are"
                        + " against business as usual.");
        int headings = sheet.headings(HEADINGS);
        sheet.freeze(2, headings + 1);
        int first = sheet.next();
        int last = first + appraisal.options().size() - 1;
        int businessAsUsual = first
                + appraisal.options().stream()
                        .map(OptionResult::option)
                        .toList()
                        .indexOf(appraisal.basis().proposal().businessAsUsual().orElse(null));
        boolean compared = appraisal.basis().proposal().businessAsUsual().isPresent();
        for (OptionResult result : appraisal.options()) {
            addOption(result, calculation(calculations, result), compared ? businessAsUsual : -1, first, last);
        }
        addBudgets(appraisal, calculations, factors);
        sheet.widths(22, 44, 16, 16, 16, 18, 18, 18, 16, 12);
    }

    private void addOption(OptionResult result, CalculationSheet own, int businessAsUsual, int first, int last) {
        int row = sheet.row();
        String option = result.option().id();
        sheet.text(row, 0, option);
        sheet.text(row, 1, result.option().title());
        sheet.formula(row, 2, own.publicCost(), styles.number(Styles.MONEY));
        sheet.formula(row, 3, own.otherCost(), styles.number(Styles.MONEY));
        sheet.formula(row, 4, own.benefit(), styles.number(Styles.MONEY));
        String net = here(row, 4) + "-" + here(row, 3);
        String netBefore =
                businessAsUsual < 0 ? "" : "-(" + fixed(businessAsUsual, 4) + "-" + fixed(businessAsUsual, 3) + ")";
        named("PVB", option, row, 5, net + netBefore, Styles.MONEY, result.pvb());
        String costBefore = businessAsUsual < 0 ? "" : "-" + fixed(businessAsUsual, 2);
        named("PVC", option, row, 6, here(row, 2) + costBefore, Styles.MONEY, result.pvc());
        named("NPSV", option, row, 7, here(row, 5) + "-" + here(row, 6), Styles.MONEY, result.npsv());
        XSSFCell bcr = sheet.formula(
                row,
                8,
                "IF(" + here(row, 6) + ">0," + here(row, 5) + "/" + here(row, 6) + ",\"not meaningful\")",
                styles.result(Styles.RATIO));
        name("BCR", option, row, 8);
        result.bcr().value().ifPresent(value -> cached.add(new Cached(bcr, value)));
        sheet.formula(
                row,
                9,
                "COUNTIF(" + fixed(first, 7) + ":" + fixed(last, 7) + ",\">\"&" + here(row, 7) + ")+1",
                styles.number("0"));
    }

    private void addBudgets(Appraisal appraisal, Map<String, CalculationSheet> calculations, FactorSheet factors) {
        sheet.section("Net budget impact by organisation and year, against business as usual; positive is money out");
        int headings = sheet.headings(List.of("Option", "Organisation", "Flow", "", "", "Present value"));
        for (int t = 0; t < factors.years(); t++) {
            sheet.formula(headings, Years.column(t), factors.label(Years.column(t)), styles.yearHeading);
        }
        sheet.yearWidths(Years.FIRST_COLUMN, factors.years());
        CalculationSheet before = appraisal
                .basis()
                .proposal()
                .businessAsUsual()
                .map(option -> calculation(calculations, appraisal.option(option.id())))
                .orElse(null);
        for (OptionResult result : appraisal.options()) {
            for (BudgetImpact budget : result.budget()) {
                addBudget(result, budget, calculation(calculations, result), before, factors);
            }
        }
    }

    private void addBudget(
            OptionResult result,
            BudgetImpact budget,
            CalculationSheet own,
            @org.jspecify.annotations.Nullable CalculationSheet before,
            FactorSheet factors) {
        int costs = budgetRow(result, budget.organisation(), "Costs less receipts");
        int savings = budgetRow(result, budget.organisation(), "Savings");
        int cashable = budgetRow(result, budget.organisation(), "Cashable savings");
        int real = budgetRow(result, budget.organisation(), "Net budget impact, real");
        int nominal = budgetRow(result, budget.organisation(), "Net budget impact, nominal");
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
            sheet.formula(real, column, here(costs, column) + "-" + here(savings, column), styles.number(Styles.MONEY));
            sheet.formula(
                    nominal, column, here(real, column) + "*" + factors.inflator(column), styles.number(Styles.MONEY));
        }
        String present = own.budgetPresentValue(organisation)
                + (before == null ? "" : "-(" + before.budgetPresentValue(organisation) + ")");
        named(
                "BUDGET_" + budget.organisation().id(),
                result.option().id(),
                real,
                5,
                present,
                Styles.MONEY,
                budget.present());
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

    private void named(
            String kind, String option, int row, int column, String formula, String format, double engineValue) {
        cached.add(new Cached(sheet.formula(row, column, formula, styles.result(format)), engineValue));
        name(kind, option, row, column);
    }

    /** Names a result as others refer to it; of two options whose names would be the same, only the first gets one. */
    private void name(String kind, String option, int row, int column) {
        String text = (kind + "_" + option).replaceAll("[^A-Za-z0-9_]", "_");
        if (names.add(text.toUpperCase(Locale.ROOT))) {
            Name name = workbook.createName();
            name.setNameName(text);
            name.setRefersToFormula(sheet.at(row, column));
        }
    }

    /** Puts the engine's own values beside the formulas. */
    void cacheEngineValues() {
        cached.forEach(result -> result.cell().setCellValue(result.value()));
    }

    private static CalculationSheet calculation(Map<String, CalculationSheet> calculations, OptionResult result) {
        CalculationSheet found = calculations.get(result.option().id());
        if (found == null) {
            throw new IllegalStateException(
                    "No calculation of " + result.option().id());
        }
        return found;
    }

    private static String here(int row, int column) {
        return SheetWriter.here(row, column);
    }

    private static String fixed(int row, int column) {
        return new org.apache.poi.ss.util.CellReference(row, column, true, true).formatAsString();
    }
}
