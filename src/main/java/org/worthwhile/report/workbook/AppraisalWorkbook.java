package org.worthwhile.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.formula.IStabilityClassifier;
import org.apache.poi.ss.formula.udf.AggregatingUDFFinder;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.ProposalWriter;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.report.Software;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** Writes an appraisal as a workbook whose results are formulas of its inputs. */
public final class AppraisalWorkbook {

    private static final int LONGEST_SHEET_NAME = 31;

    /** The position of the sheet that opens first. */
    private static final int SUMMARY = 3;

    private AppraisalWorkbook() {}

    /** Writes the workbook as xlsx. The values stored beside its result formulas are the engine's own. */
    public static void write(Appraisal appraisal, OutputStream out) throws IOException {
        write(appraisal, Optional.empty(), List.of(), out);
    }

    /**
     * Writes the workbook with how sure the results are.
     *
     * @param uncertainty of the same case, when it was simulated
     * @param studies whose checks to tell of
     */
    public static void write(
            Appraisal appraisal, Optional<UncertaintyAnalysis> uncertainty, List<Attribution> studies, OutputStream out)
            throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook, appraisal, uncertainty, studies);
            workbook.write(out);
        }
    }

    private static void fill(
            XSSFWorkbook workbook,
            Appraisal appraisal,
            Optional<UncertaintyAnalysis> uncertainty,
            List<Attribution> studies) {
        workbook.setCellFormulaValidation(false);
        Styles styles = new Styles(workbook);
        NativeCharts charts = new NativeCharts();
        NoteSheets.cover(new SheetWriter(workbook, styles, "Cover"), styles, appraisal);
        SheetWriter contents = new SheetWriter(workbook, styles, "Contents");
        FrontSheets.howToRead(new SheetWriter(workbook, styles, "How to read"), styles);
        SummarySheet summary = new SummarySheet(new SheetWriter(workbook, styles, "Summary"), styles, charts);
        NamedResults named = new NamedResults(workbook);
        ResultSheet results = new ResultSheet(new SheetWriter(workbook, styles, "Results"), styles, named);
        FlowSheet flows = new FlowSheet(new SheetWriter(workbook, styles, "By year"), styles, charts);
        DistributionSheet distribution = new DistributionSheet(new SheetWriter(workbook, styles, "Who gains"), styles);
        uncertainty.ifPresent(analysis -> UncertaintySheet.fill(
                new SheetWriter(workbook, styles, "Uncertainty"), styles, charts, appraisal, analysis));
        EvidenceSheet.fill(new SheetWriter(workbook, styles, "Evidence"), styles, appraisal, studies);
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
                costSheet, styles, byYear, appraisal.basis().proposal().appraisal(), settings, prices);
        ImpactInputs impacts = new ImpactInputs(impactSheet, styles, byYear, appraisal, settings, prices);
        SavingInputs savings = new SavingInputs(
                savingSheet, styles, appraisal.basis().proposal().appraisal().baseYear());
        CalculationSheet.Inputs inputs = new CalculationSheet.Inputs(settings, factors, costs, impacts, savings);
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
        CheckSheet checks = new CheckSheet(new SheetWriter(workbook, styles, "Checks"), styles);
        checks.fill(appraisal, results, flows.nets(), distribution.fill(appraisal, calculations, results));
        summary.fill(appraisal, results, checks.light());
        NoteSheets.sources(new SheetWriter(workbook, styles, "Sources"), styles, appraisal);
        FrontSheets.changeLog(new SheetWriter(workbook, styles, "Change log"), styles);
        FrontSheets.provenance(
                new SheetWriter(workbook, styles, "Provenance"),
                styles,
                appraisal,
                uncertainty,
                Fingerprint.of(ProposalWriter.text(appraisal.basis().proposal()).getBytes(StandardCharsets.UTF_8)));
        FrontSheets.contents(contents, styles);
        compute(workbook);
        charts.draw();
        named.putNames();
        named.putEngineValues();
        workbook.getProperties()
                .getCoreProperties()
                .setTitle(appraisal.basis().proposal().title());
        workbook.getProperties().getCoreProperties().setCreator(Software.NAME_AND_VERSION);
        workbook.setForceFormulaRecalculation(true);
        workbook.setActiveSheet(SUMMARY);
        workbook.setSelectedTab(SUMMARY);
    }

    /** Works every formula out once; nothing changes between, so that the evaluator need not keep track of what rests on what. */
    private static void compute(XSSFWorkbook workbook) {
        XSSFFormulaEvaluator evaluator = XSSFFormulaEvaluator.create(
                workbook, IStabilityClassifier.TOTALLY_IMMUTABLE, AggregatingUDFFinder.DEFAULT);
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    evaluator.evaluateFormulaCell(cell);
                }
            }
        }
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
