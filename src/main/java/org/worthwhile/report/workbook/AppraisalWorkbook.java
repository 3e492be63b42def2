package org.worthwhile.report.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.exchange.OfficeFile;
import org.worthwhile.exchange.ProposalWriter;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.report.Software;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** Writes an appraisal as a workbook whose results are formulas of its inputs. */
public final class AppraisalWorkbook {

    private static final int LONGEST_SHEET_NAME = 31;

    /** Lines times years. */
    private static final long MOST_AMOUNTS = 40_000;

    /** The position of the sheet that opens first. */
    private static final int SUMMARY = 3;

    /** Sheets to write on, and those that look at others. */
    private static final Set<String> NOT_CROSS_CHECKED =
            Set.of("How to read", "Change log", "Checks", "As appraised", CrossCheckSheet.NAME);

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
        requireRoom(appraisal);
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook, appraisal, uncertainty, studies);
            OfficeFile.write(workbook, out);
        }
    }

    /** The formulas of so many amounts take minutes and gigabytes to work out, here and in the program that opens them. */
    private static void requireRoom(Appraisal appraisal) {
        long lines = appraisal.options().stream()
                .mapToLong(result -> result.costs().size() + result.impacts().size())
                .sum();
        int years = appraisal.years().size();
        if (lines * years > MOST_AMOUNTS) {
            throw new InvalidInput(new Problem(
                    Place.of(appraisal.basis().proposal().id()),
                    String.format(
                            Locale.UK,
                            "its %,d lines over %,d years are too many for a workbook of formulas, which holds %,d amounts by year",
                            lines,
                            years,
                            MOST_AMOUNTS),
                    "write it in other formats, as by --format json,csv, or divide it into several proposals"));
        }
    }

    private static void fill(
            XSSFWorkbook workbook,
            Appraisal appraisal,
            Optional<UncertaintyAnalysis> uncertainty,
            List<Attribution> studies) {
        workbook.setCellFormulaValidation(false);
        workbook.addToolPack(IsFormula.FINDER);
        Styles styles = new Styles(workbook);
        Sheets sheets = new Sheets(workbook, styles);
        NativeCharts charts = new NativeCharts();
        NoteSheets.cover(sheets.add("Cover"), styles, appraisal);
        SheetWriter contents = sheets.add("Contents");
        FrontSheets.howToRead(sheets.add("How to read"), styles);
        SummarySheet summary = new SummarySheet(sheets.add("Summary"), styles, charts);
        NamedResults named = new NamedResults(workbook);
        ResultSheet results = new ResultSheet(sheets.add("Results"), styles, named);
        IncrementSheet increments = new IncrementSheet(sheets.add("Step by step"), styles);
        SensitivitySheet.fill(sheets.add("Other rates"), styles, appraisal);
        FlowSheet flows = new FlowSheet(sheets.add("By year"), styles, charts);
        DistributionSheet distribution = new DistributionSheet(sheets.add("Who gains"), styles);
        uncertainty.ifPresent(
                analysis -> UncertaintySheet.fill(sheets.add("Uncertainty"), styles, charts, appraisal, analysis));
        EvidenceSheet.fill(sheets.add("Evidence"), styles, appraisal, studies);
        BudgetSheet budgets = new BudgetSheet(sheets.add("Budget"), styles, named);
        SettingsSheet settings = new SettingsSheet(sheets.add("Settings"), styles, appraisal.basis());
        SheetWriter costSheet = sheets.add("Costs");
        ParameterSheet parameters = ParameterSheet.of(
                sheets, costSheet, styles, appraisal.basis().proposal().parameters());
        SheetWriter impactSheet = sheets.add("Impacts");
        SheetWriter savingSheet = sheets.add("Savings");
        LineInputs byYear =
                new LineInputs(sheets.add("Amounts by year"), sheets.add("Ramp-up"), styles, parameters, appraisal);
        FinancialYear lastYear = appraisal.years().getLast();
        PriceSheet prices = new PriceSheet(
                sheets.add("Prices"), styles, appraisal.basis().priceIndex(), lastPriceYear(appraisal, lastYear));
        FactorSheet factors = new FactorSheet(sheets.add("Factors"), styles, appraisal, settings, prices);
        CostInputs costs = new CostInputs(
                costSheet,
                styles,
                byYear,
                parameters,
                appraisal.basis().proposal().appraisal(),
                settings,
                prices,
                appraisal.basis().proposal().organisations().stream()
                        .map(Organisation::id)
                        .toList());
        ImpactInputs impacts = new ImpactInputs(impactSheet, styles, byYear, parameters, appraisal, settings, prices);
        SavingInputs savings = new SavingInputs(
                savingSheet,
                styles,
                parameters,
                appraisal.basis().proposal().appraisal().baseYear());
        CalculationRows.Inputs inputs = new CalculationRows.Inputs(
                settings, factors, costs, new ImpactFormulas(impacts, byYear, appraisal.basis()), savings);
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
            SheetWriter sheet = sheets.add(sheetName(calculations.size() + 1, option));
            calculations.put(option, CalculationRows.write(sheet, styles, result, inputs));
        }
        results.fill(appraisal, calculations);
        increments.fill(appraisal, results);
        budgets.fill(appraisal, calculations, factors);
        flows.fill(appraisal, calculations, factors);
        List<DistributionSheet.Shares> shares = distribution.fill(appraisal, calculations, results);
        CheckSheet checkSheet = new CheckSheet(sheets.add("Checks"), styles);
        summary.fill(appraisal, results, checkSheet.light());
        String fingerprint =
                Fingerprint.of(ProposalWriter.text(appraisal.basis().proposal()).getBytes(StandardCharsets.UTF_8));
        AppraisedSheet appraised = new AppraisedSheet(sheets.add("As appraised"), styles);
        List<WorkbookCheck> checks = new ArrayList<>(
                new ResultChecks(appraisal, calculations, results, flows, budgets, shares, named).all());
        checks.addAll(sheets.guard());
        checks.addAll(costs.checks());
        checks.addAll(appraised.fill(sheets.all(), fingerprint));
        CrossCheckSheet crossChecks = new CrossCheckSheet(sheets.add(CrossCheckSheet.NAME), styles);
        NoteSheets.questions(sheets.add("Questions"), styles, appraisal);
        NoteSheets.sources(sheets.add("Sources"), styles, appraisal);
        FrontSheets.changeLog(sheets.add("Change log"), styles);
        FrontSheets.provenance(sheets.add("Provenance"), styles, appraisal, uncertainty, fingerprint);
        FrontSheets.contents(contents, styles);
        checks.addAll(crossChecks.fill(sheets.all(), NOT_CROSS_CHECKED));
        checks.addAll(sheets.checks());
        checkSheet.fill(appraisal, checks, appraised.differing());
        sheets.protect();
        sheets.putValues();
        sheets.repeatHeadings();
        appraised.acrossPages();
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
