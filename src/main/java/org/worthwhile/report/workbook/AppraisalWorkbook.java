package org.worthwhile.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** Writes an appraisal as a workbook whose results are formulas of its inputs. */
public final class AppraisalWorkbook {

    private static final int LONGEST_SHEET_NAME = 31;

    private AppraisalWorkbook() {}

    /** Writes the workbook as xlsx. The values stored beside its result formulas are the engine's own. */
    public static void write(Appraisal appraisal, OutputStream out) throws IOException {
        write(appraisal, Optional.empty(), out);
    }

    /**
     * Writes the workbook with how sure the results are.
     *
     * @param uncertainty of the same case, when it was simulated
     */
    public static void write(Appraisal appraisal, Optional<UncertaintyAnalysis> uncertainty, OutputStream out)
            throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook, appraisal, uncertainty);
            workbook.write(out);
        }
    }

    private static void fill(XSSFWorkbook workbook, Appraisal appraisal, Optional<UncertaintyAnalysis> uncertainty) {
        Styles styles = new Styles(workbook);
        NoteSheets.cover(new SheetWriter(workbook, styles, "Cover"), styles, appraisal);
        NamedResults named = new NamedResults(workbook);
        ResultSheet results = new ResultSheet(new SheetWriter(workbook, styles, "Results"), styles, named);
        uncertainty.ifPresent(analysis ->
                UncertaintySheet.fill(new SheetWriter(workbook, styles, "Uncertainty"), styles, appraisal, analysis));
        SheetWriter flowSheet = new SheetWriter(workbook, styles, "By year");
        FlowSheet flows = new FlowSheet(flowSheet.sheet(), flowSheet, styles);
        BudgetSheet budgets = new BudgetSheet(new SheetWriter(workbook, styles, "Budget"), styles, named);
        SettingsSheet settings =
                new SettingsSheet(new SheetWriter(workbook, styles, "Settings"), styles, appraisal.basis());
        SheetWriter costSheet = new SheetWriter(workbook, styles, "Costs");
        SheetWriter impactSheet = new SheetWriter(workbook, styles, "Impacts");
        SheetWriter savingSheet = new SheetWriter(workbook, styles, "Savings");
        LineInputs byYear = new LineInputs(
                new SheetWriter(workbook, styles, "Amounts by year"),
                new SheetWriter(workbook, styles, "Ramp-up"),
                styles,
                appraisal);
        FinancialYear lastYear = appraisal.years().getLast();
        PriceSheet prices = new PriceSheet(
                new SheetWriter(workbook, styles, "Prices"),
                styles,
                appraisal.basis().priceIndex(),
                lastPriceYear(appraisal, lastYear));
        FactorSheet factors =
                new FactorSheet(new SheetWriter(workbook, styles, "Factors"), styles, appraisal, settings, prices);
        CostInputs costs = new CostInputs(
                costSheet, styles, byYear, appraisal.basis().proposal().appraisal());
        ImpactInputs impacts = new ImpactInputs(impactSheet, styles, byYear, appraisal);
        SavingInputs savings = new SavingInputs(
                savingSheet, styles, appraisal.basis().proposal().appraisal().baseYear());
        CalculationSheet.Inputs inputs =
                new CalculationSheet.Inputs(settings, prices, factors, costs, impacts, savings);
        Map<String, CalculationSheet> calculations = new LinkedHashMap<>();
        for (OptionResult result : appraisal.options()) {
            String option = result.option().id();
            for (CostResult cost : result.costs()) {
                costs.add(option, cost);
            }
            for (ImpactResult impact : result.impacts()) {
                impacts.add(option, impact.line());
                savings.add(option, impact.line());
            }
            SheetWriter sheet = new SheetWriter(workbook, styles, sheetName(calculations.size() + 1, option));
            calculations.put(option, new CalculationSheet(sheet, styles, result, inputs));
        }
        results.fill(appraisal, calculations);
        budgets.fill(appraisal, calculations, factors);
        flows.fill(appraisal, calculations, factors);
        NoteSheets.checks(new SheetWriter(workbook, styles, "Checks"), styles, appraisal);
        NoteSheets.sources(new SheetWriter(workbook, styles, "Sources"), styles, appraisal);
        XSSFFormulaEvaluator.evaluateAllFormulaCells(workbook);
        named.putEngineValues();
        workbook.setForceFormulaRecalculation(true);
        workbook.setActiveSheet(1);
        workbook.setSelectedTab(1);
    }

    /** Unique, for it begins with the option's number. */
    private static String sheetName(int number, String option) {
        String name = number + " " + option;
        return name.length() <= LONGEST_SHEET_NAME ? name : name.substring(0, LONGEST_SHEET_NAME);
    }

    /** The last year whose prices any amount is in. */
    private static FinancialYear lastPriceYear(Appraisal appraisal, FinancialYear lastYear) {
        FinancialYear priceYear = appraisal.basis().proposal().appraisal().priceYear();
        return java.util.stream.Stream.of(
                        java.util.stream.Stream.of(lastYear, priceYear),
                        appraisal.options().stream()
                                .flatMap(result -> result.costs().stream())
                                .map(cost -> cost.line().basis().priceYear()),
                        appraisal.options().stream()
                                .flatMap(result -> result.impacts().stream())
                                .flatMap(impact -> PriceYears.of(impact.line(), appraisal.basis()).stream()))
                .flatMap(years -> years)
                .max(FinancialYear::compareTo)
                .orElse(lastYear);
    }
}
