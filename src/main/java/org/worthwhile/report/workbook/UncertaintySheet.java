package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.report.workbook.NativeCharts.Cells;
import org.worthwhile.report.workbook.NativeCharts.Place;
import org.worthwhile.uncertainty.SensitivityResult;
import org.worthwhile.uncertainty.SensitivityResult.Bar;
import org.worthwhile.uncertainty.SensitivityResult.Grid;
import org.worthwhile.uncertainty.SensitivityResult.ScenarioResult;
import org.worthwhile.uncertainty.SensitivityResult.Switching;
import org.worthwhile.uncertainty.UncertaintyAnalysis;
import org.worthwhile.uncertainty.UncertaintyResult.Acceptability;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;

/** How sure the results are. Simulated figures cannot be formulas, and the sheet says so. */
final class UncertaintySheet {

    private static final int MOST_BARS = 20;
    private static final int CHART_ROWS = 18;
    private static final int CURVE = 100;

    private final Appraisal appraisal;
    private final NativeCharts charts;
    private final SheetWriter sheet;
    private final Styles styles;

    private UncertaintySheet(SheetWriter sheet, Styles styles, NativeCharts charts, Appraisal appraisal) {
        this.charts = charts;
        this.appraisal = appraisal;
        this.sheet = sheet;
        this.styles = styles;
    }

    static void fill(
            SheetWriter sheet, Styles styles, NativeCharts charts, Appraisal appraisal, UncertaintyAnalysis analysis) {
        new UncertaintySheet(sheet, styles, charts, appraisal).fill(analysis);
    }

    private void fill(UncertaintyAnalysis analysis) {
        var result = analysis.simulated();
        if (!result.isKnown()) {
            sheet.title("Uncertainty", "Values, not formulas: " + result.whyNotKnown() + ".");
            if (analysis.results().isKnown()) {
                new SpreadTables(sheet, styles).results(analysis.results());
            }
            moved(analysis.sensitivity(), result.options());
            return;
        }
        sheet.title(
                "Uncertainty",
                "Values, not formulas: from " + result.trials() + " simulated trials with seed " + result.seed()
                        + ". They do not follow changes of inputs; simulate again after any. Errors are Monte Carlo"
                        + " standard errors.");
        result.truncated()
                .forEach(
                        truncation -> sheet.text(sheet.row(), 0, "Note: " + truncation.sentence() + ".", styles.label));
        result.warning().ifPresent(warning -> sheet.text(sheet.row(), 0, "Note: " + warning + ".", styles.label));
        List<OptionUncertainty> options = result.options();
        summary(options);
        SpreadTables tables = new SpreadTables(sheet, styles);
        tables.results(analysis.results());
        tables.drivers(result);
        curves(options);
        acceptability(
                "Acceptability: the probability to be worth choosing if each pound of cost must bring so much",
                "Benefit asked for each pound of cost",
                result.acceptability(),
                options);
        result.byOutcome()
                .forEach(outcome -> acceptability(
                        "Cost-effectiveness acceptability: the probability to be best by what one more is worth, "
                                + outcome.outcome(),
                        "Worth of one " + (outcome.unit().isEmpty() ? outcome.outcome() : outcome.unit()),
                        outcome.curve(),
                        options));
        tables.information(result);
        moved(analysis.sensitivity(), options);
    }

    private void moved(SensitivityResult sensitivity, List<OptionUncertainty> options) {
        tornado(sensitivity.tornado());
        sensitivity.grids().forEach(this::grid);
        switching(sensitivity.switching());
        scenarios(sensitivity.scenarios(), options);
        sheet.widths(44, 22, 18, 18, 18, 18, 18, 18, 18, 18);
    }

    private void summary(List<OptionUncertainty> options) {
        sheet.section("Net present social value");
        sheet.headings(
                List.of("Option", "Mean", "Error", "SD", "P5", "P50", "P95", "Above 0", "Best", "Expected regret"), 1);
        for (OptionUncertainty option : options) {
            int row = sheet.row();
            sheet.text(row, 0, option.id());
            money(row, 1, option.mean().value());
            money(row, 2, option.mean().standardError());
            money(row, 3, option.sd().value());
            money(row, 4, option.p5().value());
            money(row, 5, option.p50().value());
            money(row, 6, option.p95().value());
            if (option.isKnown()) {
                sheet.number(row, 7, option.probabilityPositive().value(), styles.number(Styles.PERCENT));
            } else {
                sheet.text(row, 7, "not entered");
            }
            sheet.number(row, 8, option.probabilityBest().value(), styles.number(Styles.PERCENT));
            money(row, 9, option.expectedRegret().value());
        }
    }

    private void curves(List<OptionUncertainty> options) {
        sheet.section("Cumulative curve: the value that NPSV stays below with each probability");
        headings("Probability", options.stream().map(OptionUncertainty::id).toList());
        int first = sheet.next();
        for (int point = 0; point <= CURVE; point++) {
            int row = sheet.row();
            sheet.number(row, 0, (double) point / CURVE, styles.number(Styles.PERCENT));
            for (int option = 0; option < options.size(); option++) {
                money(
                        row,
                        1 + option,
                        options.get(option)
                                .curve()
                                .get(point * (options.get(option).curve().size() - 1) / CURVE));
            }
        }
        int last = sheet.next() - 1;
        int top = sheet.next() + 1;
        charts.curves(
                new Place(sheet.sheet(), 0, top, 6, top + CHART_ROWS),
                "Net present social value: the probability to stay below",
                "A rising line for each option: the probability that its net present social value stays below each"
                        + " amount. The figures are in the rows above.",
                IntStream.range(0, options.size())
                        .filter(option -> options.get(option).sd().value() > 0)
                        .mapToObj(option -> new Cells(
                                options.get(option).id(),
                                sheet.sheet(),
                                new CellRangeAddress(first, last, 1 + option, 1 + option),
                                true,
                                option))
                        .toList(),
                new Cells("Probability", sheet.sheet(), new CellRangeAddress(first, last, 0, 0), true, 0),
                "Net present social value",
                "Probability");
        sheet.skip(CHART_ROWS + 2);
    }

    private void acceptability(
            String title, String threshold, List<Acceptability> points, List<OptionUncertainty> options) {
        sheet.section(title);
        boolean noneMayBe = appraisal.basis().proposal().businessAsUsual().isEmpty();
        headings(
                threshold,
                Stream.concat(options.stream().map(OptionUncertainty::id), noneMayBe ? Stream.of("none") : Stream.of())
                        .toList());
        for (Acceptability point : points) {
            int row = sheet.row();
            sheet.number(row, 0, point.threshold(), styles.number("#,##0.00"));
            double rest = 1;
            for (int option = 0; option < options.size(); option++) {
                double probability = point.probabilities().get(option).value();
                rest -= probability;
                sheet.number(row, 1 + option, probability, styles.number(Styles.PERCENT));
            }
            if (noneMayBe) {
                sheet.number(row, 1 + options.size(), Math.max(0, rest), styles.number(Styles.PERCENT));
            }
        }
        sheet.text(sheet.row(), 0, "A row sums to 100%; of options that are level in a trial the cheapest is counted.");
    }

    private void tornado(List<Bar> bars) {
        sheet.section("Tornado: one input at a time at its 5th and its 95th percentile");
        sheet.headings(
                List.of(
                        "Input",
                        "Option",
                        "Low",
                        "High",
                        "NPSV at low",
                        "NPSV at high",
                        "Low less centre",
                        "High less centre"),
                2);
        int first = sheet.next();
        for (Bar bar : bars.subList(0, Math.min(MOST_BARS, bars.size()))) {
            int row = sheet.row();
            sheet.text(row, 0, bar.input());
            sheet.text(row, 1, bar.option());
            sheet.number(row, 2, bar.low(), styles.number(Styles.PLAIN));
            sheet.number(row, 3, bar.high(), styles.number(Styles.PLAIN));
            money(row, 4, bar.npsvAtLow());
            money(row, 5, bar.npsvAtHigh());
            money(row, 6, bar.npsvAtLow() - central(bar.option()));
            money(row, 7, bar.npsvAtHigh() - central(bar.option()));
        }
        int last = sheet.next() - 1;
        if (last >= first) {
            int top = sheet.next() + 1;
            charts.sideways(
                    new Place(sheet.sheet(), 0, top, 6, top + CHART_ROWS + (last - first)),
                    "What moves net present social value most",
                    "Bars to both sides of the central value for each input at its 5th and at its 95th percentile, the"
                            + " widest at the top. The figures are in the rows above.",
                    sheet.sheet(),
                    new CellRangeAddress(first, last, 0, 0),
                    List.of(
                            new Cells(
                                    "At the 5th percentile",
                                    sheet.sheet(),
                                    new CellRangeAddress(first, last, 6, 6),
                                    true,
                                    1),
                            new Cells(
                                    "At the 95th percentile",
                                    sheet.sheet(),
                                    new CellRangeAddress(first, last, 7, 7),
                                    true,
                                    0)));
            sheet.skip(CHART_ROWS + (last - first) + 2);
        }
    }

    private double central(String option) {
        return appraisal.option(option).npsv();
    }

    private void grid(Grid grid) {
        sheet.section(
                "NPSV of " + grid.option() + " by " + grid.first() + " (down) and " + grid.second() + " (across)");
        int headings = sheet.row();
        for (int column = 0; column < grid.secondValues().size(); column++) {
            sheet.number(headings, 1 + column, grid.secondValues().get(column), styles.result(Styles.PLAIN));
        }
        for (int i = 0; i < grid.firstValues().size(); i++) {
            int row = sheet.row();
            sheet.number(row, 0, grid.firstValues().get(i), styles.result(Styles.PLAIN));
            for (int column = 0; column < grid.secondValues().size(); column++) {
                money(row, 1 + column, grid.npsv().get(i).get(column));
            }
        }
    }

    private void switching(List<Switching> values) {
        sheet.section("Switching values: where an input would change the answer");
        sheet.headings(List.of("Input", "Option", "Now", "For NPSV of 0", "For another option to be best"), 2);
        for (Switching value : values) {
            if (value.possibleBreakEven().isPresent()
                    || value.possibleOvertaken().isPresent()) {
                int row = sheet.row();
                sheet.text(row, 0, value.input());
                sheet.text(row, 1, value.option());
                sheet.number(row, 2, value.base(), styles.number(Styles.PLAIN));
                value.possibleBreakEven().ifPresent(found -> sheet.number(row, 3, found, styles.number(Styles.PLAIN)));
                value.possibleOvertaken().ifPresent(found -> sheet.number(row, 4, found, styles.number(Styles.PLAIN)));
            }
        }
        sheet.text(
                sheet.row(),
                0,
                "Inputs that are not listed change neither at any value that they can have; an empty cell likewise.");
    }

    private void scenarios(List<ScenarioResult> scenarios, List<OptionUncertainty> options) {
        if (!scenarios.isEmpty()) {
            sheet.section("Scenarios: NPSV by option");
            headings("Scenario", options.stream().map(OptionUncertainty::id).toList());
            for (ScenarioResult scenario : scenarios) {
                int row = sheet.row();
                sheet.text(row, 0, scenario.title());
                for (int option = 0; option < options.size(); option++) {
                    money(row, 1 + option, scenario.npsv().get(option));
                }
            }
        }
    }

    private void headings(String first, List<String> options) {
        List<String> headings = new ArrayList<>(List.of(first));
        headings.addAll(options);
        sheet.headings(headings, 1);
    }

    private void money(int row, int column, double amount) {
        sheet.number(row, column, amount, styles.number(Styles.MONEY));
    }
}
