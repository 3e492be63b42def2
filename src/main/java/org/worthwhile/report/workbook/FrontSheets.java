package org.worthwhile.report.workbook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.report.Software;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** The sheets about the workbook: contents, how to read it, change log and provenance. */
final class FrontSheets {

    private static final int BLANK_CHANGES = 15;
    private static final Map<String, String> SHEETS = Map.ofEntries(
            Map.entry("Cover", "What the proposal is."),
            Map.entry("How to read", "Where to begin, and what the looks of cells mean."),
            Map.entry("Summary", "The results on one page."),
            Map.entry("Results", "Every option's costs, benefits and indicators."),
            Map.entry("By year", "Costs and benefits by year and the steps to the net value, with charts."),
            Map.entry("Who gains", "Gains by group, with distributional weights."),
            Map.entry("Uncertainty", "What was simulated: values, percentiles, tornado, switching values."),
            Map.entry("Step by step", "What each option adds to the next cheaper one worth considering."),
            Map.entry("Other rates", "Results at other discount rates and without residual values."),
            Map.entry("Evidence", "Estimates that effects come from, and the checks of the studies behind them."),
            Map.entry("Budget", "What each organisation pays and saves, year by year."),
            Map.entry("Settings", "Inputs: years, discount rates, organisations."),
            Map.entry("Parameters", "Inputs: figures that several lines share."),
            Map.entry("Costs", "Inputs: cost lines."),
            Map.entry("Impacts", "Inputs: impacts."),
            Map.entry("Savings", "Inputs: who saves, and how much of it is cashable."),
            Map.entry("Amounts by year", "Inputs: amounts that are given by year."),
            Map.entry("Ramp-up", "Inputs: how effects build up."),
            Map.entry("Prices", "Inputs: the price index."),
            Map.entry("Factors", "Discount factors and prices of each year."),
            Map.entry("Checks", "Whether the workbook agrees with itself and with the engine, check by check."),
            Map.entry("Cross-checks", "Every row worked out or compared a second time, whatever the inputs."),
            Map.entry("Questions", "What a careful reader would ask."),
            Map.entry("As appraised", "A copy of the inputs as the engine had them, and which differ now."),
            Map.entry("Sources", "Where every figure comes from, and whether it was checked."),
            Map.entry("Change log", "Room for what is changed after the export."),
            Map.entry("Provenance", "Versions, fingerprints and seeds, by which the results can be had again."));

    private FrontSheets() {}

    /** Fills the contents, once every other sheet is there. */
    static void contents(SheetWriter sheet, Styles styles) {
        sheet.title("Contents", "A sheet each. The names lead to them.");
        sheet.headings(List.of("Sheet", "What it holds"));
        var workbook = sheet.sheet().getWorkbook();
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            String name = workbook.getSheetName(i);
            if (!name.equals(sheet.name())) {
                int row = sheet.row();
                sheet.text(row, 0, name, styles.link);
                sheet.text(row, 1, SHEETS.getOrDefault(name, "The calculation of an option, by line and year."));
                XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
                link.setAddress("'" + name.replace("'", "''") + "'!A1");
                sheet.sheet().getRow(row).getCell(0).setHyperlink(link);
            }
        }
        sheet.widths(34, 90);
    }

    static void howToRead(SheetWriter sheet, Styles styles) {
        sheet.title("How to read this workbook", "In five steps.");
        for (String step : List.of(
                "1. Begin with Summary: what each option is worth, whether the workbook agrees with itself, and which figures are not verified.",
                "2. Results, By year and Who gains show how that comes about. Every figure is a formula.",
                "3. Cells with a border all round and a tint are inputs, on the sheets named so. Change one and every result follows.",
                "4. Each option has a calculation sheet: a row for each step of each line, a column for each year, one formula along the row.",
                "5. What cannot be a formula, the simulation and the estimates of causes, is a value, and its sheet says so.")) {
            sheet.text(sheet.row(), 0, step, styles.text);
        }
        int row = sheet.row() + 1;
        sheet.skip(1);
        sheet.text(row, 0, "An input looks like this:", styles.text);
        sheet.number(row, 1, 100, styles.input(Styles.MONEY));
        sheet.widths(60, 14);
    }

    static void changeLog(SheetWriter sheet, Styles styles) {
        sheet.title("Change log", "Write here what you change after the export, so that others can follow.");
        int headings = sheet.headings(List.of("Date", "Who", "What was changed", "From", "To", "Why"));
        int row = sheet.row();
        sheet.text(row, 1, Software.NAME_AND_VERSION);
        sheet.text(row, 2, "Exported; every result as computed by the program.");
        for (int i = 0; i < BLANK_CHANGES; i++) {
            int blank = sheet.row();
            for (int column = 0; column < 6; column++) {
                sheet.blank(blank, column, styles.input(Styles.ANY));
            }
        }
        sheet.widths(14, 24, 50, 18, 18, 50);
        sheet.freeze(0, headings + 1);
    }

    static void provenance(
            SheetWriter sheet,
            Styles styles,
            Appraisal appraisal,
            Optional<UncertaintyAnalysis> uncertainty,
            String fingerprint) {
        sheet.title("Provenance", "By these the same results can be had again.");
        sheet.headings(List.of("What", "Which"));
        line(sheet, styles, "Software", Software.NAME_AND_VERSION);
        line(sheet, styles, "Proposal", appraisal.basis().proposal().id());
        line(sheet, styles, "Proposal, SHA-256 of its canonical form", fingerprint);
        var framework = appraisal.basis().framework();
        line(sheet, styles, "Framework", framework.id() + ": " + framework.title() + ", " + framework.edition());
        line(sheet, styles, "Price index", appraisal.basis().priceIndex().title());
        for (Evidence evidence : appraisal.basis().evidence().values()) {
            line(
                    sheet,
                    styles,
                    "Evidence " + evidence.id(),
                    evidence.software() + ", " + evidence.date()
                            + evidence.datasetFingerprint()
                                    .map(sha256 -> ", data SHA-256 " + sha256)
                                    .orElse(""));
        }
        uncertainty.ifPresent(analysis -> {
            line(sheet, styles, "Trials", Integer.toString(analysis.simulated().trials()));
            line(sheet, styles, "Seed", Long.toString(analysis.simulated().seed()));
            line(sheet, styles, "Sampling", analysis.simulated().sampling().toString());
        });
        sheet.widths(44, 100);
    }

    private static void line(SheetWriter sheet, Styles styles, String what, String which) {
        int row = sheet.row();
        sheet.text(row, 0, what, styles.label);
        sheet.text(row, 1, which, styles.wrapped);
    }
}
