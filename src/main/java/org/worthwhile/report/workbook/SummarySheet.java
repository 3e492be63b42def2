package org.worthwhile.report.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.FigureStanding;
import org.worthwhile.appraisal.FigureStandings;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.report.StandingText;
import org.worthwhile.report.workbook.NativeCharts.Cells;
import org.worthwhile.report.workbook.NativeCharts.Place;

/** The results on one page. */
final class SummarySheet {

    private static final int CHART_ROWS = 18;

    private final SheetWriter sheet;
    private final Styles styles;
    private final NativeCharts charts;

    SummarySheet(SheetWriter sheet, Styles styles, NativeCharts charts) {
        this.charts = charts;
        this.sheet = sheet;
        this.styles = styles;
        sheet.onOnePage();
    }

    /** @param light the cell that says whether all checks pass */
    void fill(Appraisal appraisal, ResultSheet results, String light) {
        var proposal = appraisal.basis().proposal();
        sheet.title(
                "Summary: " + proposal.title(),
                "Present values against business as usual, in "
                        + proposal.appraisal().currency() + " at "
                        + proposal.appraisal().priceYear().label() + " prices.");
        int checks = sheet.row();
        sheet.text(checks, 0, CheckSheet.CONSISTENCY, styles.label);
        sheet.formula(checks, 1, light, styles.label);
        CheckSheet.colour(sheet, checks, 1, 2);
        sheet.checkFromHere();
        for (FigureStanding figure : FigureStandings.of(appraisal)) {
            int row = sheet.row();
            sheet.text(row, 0, figure.title(), styles.label);
            sheet.text(row, 1, StandingText.words(figure));
        }
        sheet.row();
        sheet.headings(
                List.of(
                        "Option",
                        "Costs",
                        "Benefits",
                        "Net present social value",
                        "Benefits for each 1 of cost",
                        "Rank"),
                1);
        int first = sheet.next();
        for (OptionResult option : appraisal.options()) {
            int row = sheet.row();
            String id = option.option().id();
            sheet.text(row, 0, option.option().title());
            sheet.formula(row, 1, results.pvc(id), styles.number(Styles.MONEY));
            sheet.formula(row, 2, results.pvb(id), styles.number(Styles.MONEY));
            sheet.formula(row, 3, results.npsv(id), styles.result(Styles.MONEY));
            sheet.formula(row, 4, results.bcr(id), styles.number(Styles.RATIO));
            sheet.formula(row, 5, results.rank(id), styles.number("0"));
        }
        int last = sheet.next() - 1;
        int top = sheet.next() + 1;
        charts.sideways(
                new Place(sheet.sheet(), 0, top, 6, top + CHART_ROWS),
                "Net present social value by option",
                "A bar for each option, to the right where it is worth more than it costs. The figures are in the table"
                        + " above.",
                sheet.sheet(),
                new CellRangeAddress(first, last, 0, 0),
                List.of(new Cells(
                        "Net present social value", sheet.sheet(), new CellRangeAddress(first, last, 3, 3), true, 0)));
        sheet.skip(CHART_ROWS + 2);
        sheet.widths(48, 18, 18, 24, 24, 8);
    }
}
