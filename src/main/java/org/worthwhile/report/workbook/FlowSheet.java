package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.report.workbook.NativeCharts.Cells;
import org.worthwhile.report.workbook.NativeCharts.Place;

/**
 * Each option's costs and benefits by year and its steps from benefits to net present social value, against business as
 * usual, by formula, with the charts that are drawn from them.
 */
final class FlowSheet {

    private static final List<String> CATEGORIES = List.of("fiscal", "economic", "social", "environmental");
    private static final int CHART_ROWS = 18;
    private static final int STEP = 1;
    private static final int AMOUNT = 2;
    private static final int PARTS = 3;
    private static final List<String> PART_NAMES =
            List.of("lift", "lift below", "Gain", "gain below", "Loss", "loss below", "Net", "net below");

    private final Map<String, String> nets = new HashMap<>();
    private final XSSFSheet poi;
    private final SheetWriter sheet;
    private final Styles styles;
    private final NativeCharts charts;

    FlowSheet(SheetWriter sheet, Styles styles, NativeCharts charts) {
        this.poi = sheet.sheet();
        this.charts = charts;
        this.sheet = sheet;
        this.styles = styles;
    }

    /** By option, the cell of the net value that its steps add up to. */
    Map<String, String> nets() {
        return nets;
    }

    void fill(Appraisal appraisal, Map<String, CalculationSheet> calculations, FactorSheet factors) {
        sheet.title(
                "Costs and benefits by year",
                "In real terms, against business as usual and before discounting. Costs point downwards. Nothing to type here.");
        CalculationSheet before = appraisal
                .basis()
                .proposal()
                .businessAsUsual()
                .map(option -> CalculationSheet.of(option, calculations))
                .orElse(null);
        sheet.widths(24, 30, 16, 16, 16, 16);
        sheet.yearWidths(Years.FIRST_COLUMN, factors.years());
        for (OptionResult result : appraisal.options()) {
            CalculationSheet own = CalculationSheet.of(result.option(), calculations);
            if (own != before) {
                byYear(result, own, before, factors);
                waterfall(result, own, before);
            }
        }
    }

    private void byYear(
            OptionResult result, CalculationSheet own, @Nullable CalculationSheet before, FactorSheet factors) {
        sheet.section(result.option().title());
        int headings = sheet.headings(List.of("Option", "Flow", "", "", "", ""), 6);
        int benefits = sheet.row();
        int costs = sheet.row();
        sheet.text(benefits, 0, result.option().id());
        sheet.text(benefits, STEP, "Benefits");
        sheet.text(costs, 0, result.option().id());
        sheet.text(costs, STEP, "Costs");
        for (int t = 0; t < factors.years(); t++) {
            int column = Years.column(t);
            sheet.formula(headings, column, factors.label(column), styles.yearHeading);
            sheet.formula(
                    benefits,
                    column,
                    own.benefitIn(column) + (before == null ? "" : "-" + before.benefitIn(column)),
                    styles.number(Styles.MONEY));
            sheet.formula(
                    costs,
                    column,
                    "-(" + own.costIn(column) + ")" + (before == null ? "" : "+(" + before.costIn(column) + ")"),
                    styles.number(Styles.MONEY));
        }
        int last = Years.column(factors.years() - 1);
        SecondRoutes routes = sheet.routes();
        routes.same(sheet, headings, Years.FIRST_COLUMN, last, factors.labels());
        routes.total(
                sheet,
                benefits,
                Years.FIRST_COLUMN,
                last,
                less(own.benefitInAll(), before == null ? null : before.benefitInAll()));
        routes.total(
                sheet,
                costs,
                Years.FIRST_COLUMN,
                last,
                "-(" + own.costInAll() + ")" + (before == null ? "" : "+" + before.costInAll()));
        int top = sheet.next() + 1;
        charts.columns(
                new Place(poi, 1, top, 9, top + CHART_ROWS),
                "Costs and benefits by year: " + result.option().title(),
                "Columns for each year: benefits of " + result.option().title()
                        + " upwards and its costs downwards, against business as usual. The figures are in the rows above.",
                poi,
                new CellRangeAddress(headings, headings, Years.FIRST_COLUMN, last),
                List.of(
                        new Cells("Benefits", poi, across(benefits, last), true, 0),
                        new Cells("Costs", poi, across(costs, last), true, 1)));
        sheet.skip(CHART_ROWS + 2);
    }

    private static CellRangeAddress across(int row, int last) {
        return new CellRangeAddress(row, row, Years.FIRST_COLUMN, last);
    }

    /** Steps from nothing by benefits and costs to the net value, each a bar from the sum before it to that after it. */
    private void waterfall(OptionResult result, CalculationSheet own, @Nullable CalculationSheet before) {
        List<String> headings = new ArrayList<>(List.of("Option", "Step", "Present value"));
        headings.addAll(PART_NAMES);
        sheet.headings(headings, 2);
        int first = sheet.next();
        for (String category : CATEGORIES) {
            step(
                    result,
                    category + " benefits",
                    less(own.benefitOf(category), before == null ? null : before.benefitOf(category)),
                    first);
        }
        step(
                result,
                "public cost",
                "-(" + less(own.publicCost(), before == null ? null : before.publicCost()) + ")",
                first);
        step(
                result,
                "other cost",
                "-(" + less(own.otherCost(), before == null ? null : before.otherCost()) + ")",
                first);
        int net = sheet.row();
        int last = net - 1;
        sheet.text(net, 0, result.option().id());
        sheet.text(net, STEP, "net present social value", styles.label);
        sheet.formula(
                net,
                AMOUNT,
                "SUM(" + here(first, AMOUNT) + ":" + here(last, AMOUNT) + ")",
                styles.result(Styles.MONEY));
        nets.put(result.option().id(), sheet.at(net, AMOUNT));
        parts(net, "0", here(net, AMOUNT), true);
        int top = sheet.next() + 1;
        charts.columns(
                new Place(poi, 1, top, 9, top + CHART_ROWS),
                "From benefits to net value: " + result.option().title(),
                "Columns step from nothing up by each kind of benefit and down by each kind of cost to the net present social"
                        + " value. The figures are in the rows above.",
                poi,
                new CellRangeAddress(first, net, STEP, STEP),
                IntStream.range(0, PART_NAMES.size())
                        .mapToObj(part -> new Cells(
                                PART_NAMES.get(part),
                                poi,
                                new CellRangeAddress(first, net, PARTS + part, PARTS + part),
                                part >= 2,
                                part / 2 - 1))
                        .toList());
        sheet.skip(CHART_ROWS + 2);
    }

    private static String less(String own, @Nullable String before) {
        return before == null ? own : own + "-" + before;
    }

    private void step(OptionResult result, String title, String formula, int first) {
        int row = sheet.row();
        sheet.text(row, 0, result.option().id());
        sheet.text(row, STEP, title);
        sheet.formula(row, AMOUNT, formula, styles.number(Styles.MONEY));
        String upTo = row == first ? "0" : "SUM($C$" + (first + 1) + ":" + here(row - 1, AMOUNT) + ")";
        String after = "SUM($C$" + (first + 1) + ":" + here(row, AMOUNT) + ")";
        parts(row, upTo, after, false);
    }

    /** What lifts the bar from 0 on either side, and the bar itself on either side, as a gain, a loss or the net. */
    private void parts(int row, String from, String to, boolean net) {
        String low = "MIN(" + from + "," + to + ")";
        String high = "MAX(" + from + "," + to + ")";
        String above = "MAX(0," + high + ")-MAX(0," + low + ")";
        String below = "MIN(0," + low + ")-MIN(0," + high + ")";
        String amount = here(row, AMOUNT);
        String[] formulas = {
            "MAX(0," + low + ")",
            "MIN(0," + high + ")",
            net ? "0" : "IF(" + amount + ">=0," + above + ",0)",
            net ? "0" : "IF(" + amount + ">=0," + below + ",0)",
            net ? "0" : "IF(" + amount + "<0," + above + ",0)",
            net ? "0" : "IF(" + amount + "<0," + below + ",0)",
            net ? above : "0",
            net ? below : "0"
        };
        for (int part = 0; part < formulas.length; part++) {
            sheet.formula(row, PARTS + part, formulas[part], styles.number(Styles.MONEY));
        }
    }

    private static String here(int row, int column) {
        return SheetWriter.here(row, column);
    }
}
