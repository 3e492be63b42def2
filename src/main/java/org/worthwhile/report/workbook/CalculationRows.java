package org.worthwhile.report.workbook;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Intake;
import org.worthwhile.proposal.Saving;
import org.worthwhile.proposal.Valuation;

/**
 * Writes an option's flows: a row for each step of each line, a column for each year, and beside each row what it comes to over all
 * years by another route.
 */
final class CalculationRows {

    private static final String BEFORE_UPLIFT = "Cost before uplift";
    private static final String SINCE_FIRST = "Years since effect began";
    private static final String PROFILE = "Share of full effect";
    private static final String TAKEN_IN = "People taken in";
    private static final String IN_EFFECT = "People in full effect";
    private static final String QUANTITY = "Quantity";
    private static final String UNIT_VALUE = "Unit value";

    private final SheetWriter sheet;
    private final Styles styles;
    private final Inputs inputs;
    private final String option;
    private final int first;
    private int last;

    /** Every sheet that an option's calculation draws on. */
    record Inputs(
            SettingsSheet settings,
            FactorSheet factors,
            CostInputs costs,
            ImpactFormulas impacts,
            SavingInputs savings) {}

    private CalculationRows(SheetWriter sheet, Styles styles, OptionResult result, Inputs inputs) {
        this.sheet = sheet;
        this.styles = styles;
        this.inputs = inputs;
        this.option = result.option().id();
        sheet.title(
                result.option().title(),
                "The option's own flows in real terms, before business as usual is taken off. Nothing to type here.");
        int headings = sheet.headings(
                List.of("Line", "Title", "Step", "Organisation or category", "Counts as", "Present value"));
        int years = inputs.factors.years();
        for (int t = 0; t < years; t++) {
            sheet.formula(headings, Years.column(t), inputs.factors.label(Years.column(t)), styles.yearHeading);
        }
        sheet.routes().same(sheet, headings, Years.FIRST_COLUMN, Years.column(years - 1), inputs.factors.labels());
        this.first = sheet.next();
        this.last = first;
        result.costs().forEach(this::add);
        result.impacts().forEach(this::add);
        sheet.widths(18, 44, 20, 22, 12, 16);
        sheet.yearWidths(Years.FIRST_COLUMN, years);
        sheet.freeze(Years.FIRST_COLUMN, first);
    }

    /** Writes the calculation of an option. */
    static CalculationSheet write(SheetWriter sheet, Styles styles, OptionResult result, Inputs inputs) {
        CalculationRows rows = new CalculationRows(sheet, styles, result, inputs);
        return new CalculationSheet(sheet, rows.first, rows.last, inputs.factors.years());
    }

    private void add(CostResult result) {
        CostLine cost = result.line();
        int before = row(
                cost.id(),
                cost.title(),
                BEFORE_UPLIFT,
                column -> inputs.costs.beforeUplift(option, cost, column, inputs.factors),
                inputs.costs.totalBeforeUplift(option, cost, inputs.factors),
                Styles.MONEY);
        int after = row(
                cost.id(),
                cost.title(),
                CalculationSheet.COST,
                column -> SheetWriter.here(before, column) + "*(1+" + inputs.costs.uplift(option, cost) + ")",
                sum(before) + "*(1+" + inputs.costs.uplift(option, cost) + ")",
                Styles.MONEY);
        sheet.formula(after, CalculationSheet.KEY, inputs.costs.bearer(option, cost), styles.text);
        sheet.formula(after, CalculationSheet.STANDING, inputs.costs.standing(option, cost), styles.text);
        presentValue(after, inputs.factors.standardFactors());
    }

    private void add(ImpactResult result) {
        Impact impact = result.line();
        int value = switch (impact.valuation()) {
            case Valuation.Chain chain -> {
                int since = row(
                        impact,
                        SINCE_FIRST,
                        column -> inputs.impacts.sinceFirst(option, impact, column, inputs.factors),
                        inputs.impacts.totalSinceFirst(option, impact, inputs.factors),
                        "0");
                int profile = row(
                        impact,
                        PROFILE,
                        column -> inputs.impacts.profile(
                                option, impact, chain.profile(), SheetWriter.here(since, column)),
                        inputs.impacts.totalProfile(option, impact, chain.profile(), across(since)),
                        Styles.DECIMAL);
                int inEffect = inEffect(impact, chain.quantity().intake(), profile);
                int quantity = row(
                        impact,
                        QUANTITY,
                        column -> SheetWriter.here(inEffect, column) + "*"
                                + inputs.impacts.additionalEffect(option, impact),
                        sum(inEffect) + "*" + inputs.impacts.additionalEffect(option, impact),
                        "#,##0.00");
                int worth = row(
                        impact,
                        UNIT_VALUE,
                        column -> inputs.impacts.unitValue(option, impact, column, inputs.factors),
                        inputs.impacts.totalUnitValue(option, impact, inputs.factors),
                        "#,##0.00");
                yield row(
                        impact,
                        CalculationSheet.VALUE,
                        column -> inputs.impacts.corrected(
                                option,
                                impact,
                                "(" + SheetWriter.here(quantity, column) + "*" + SheetWriter.here(worth, column) + ")"),
                        inputs.impacts.totalCorrected(
                                option, impact, "(" + across(quantity) + "*" + across(worth) + ")"),
                        Styles.MONEY);
            }
            case Valuation.Schedule _ -> {
                int money = row(
                        impact,
                        QUANTITY,
                        column -> inputs.impacts.scheduled(option, impact, column, inputs.factors) + "*"
                                + inputs.impacts.additional(option, impact),
                        inputs.impacts.totalScheduled(option, impact, inputs.factors) + "*"
                                + inputs.impacts.additional(option, impact),
                        Styles.MONEY);
                yield row(
                        impact,
                        CalculationSheet.VALUE,
                        column -> inputs.impacts.corrected(option, impact, SheetWriter.here(money, column)),
                        inputs.impacts.totalCorrected(option, impact, across(money)),
                        Styles.MONEY);
            }
        };
        sheet.text(value, CalculationSheet.KEY, JsonText.nameOf(impact.category()));
        presentValueOf(impact, value);
        for (Saving saving : impact.savings()) {
            int saved = row(
                    impact,
                    CalculationSheet.SAVING,
                    column -> SheetWriter.here(value, column) + "*" + inputs.savings.share(option, impact, saving),
                    sum(value) + "*" + inputs.savings.share(option, impact, saving),
                    Styles.MONEY);
            sheet.formula(
                    saved, CalculationSheet.KEY, inputs.savings.organisation(option, impact, saving), styles.text);
            sheet.formula(
                    saved,
                    CalculationSheet.STANDING,
                    inputs.settings.sectorOf(inputs.savings.organisation(option, impact, saving)),
                    styles.text);
            presentValueOf(impact, saved);
            int cashable = row(
                    impact,
                    CalculationSheet.CASHABLE,
                    column -> SheetWriter.here(saved, column) + "*"
                            + inputs.savings.cashable(option, impact, saving, inputs.factors.start(column)),
                    inputs.savings.totalCashable(option, impact, saving, across(saved), inputs.factors),
                    Styles.MONEY);
            sheet.formula(
                    cashable, CalculationSheet.KEY, inputs.savings.organisation(option, impact, saving), styles.text);
            presentValueOf(impact, cashable);
        }
    }

    /**
     * The row that full effect is multiplied by: the profile's or, where people are taken in over the years, the sum over
     * cohorts of people x the share of full effect as many years after those of the base year have it.
     */
    private int inEffect(Impact impact, Intake intake, int profile) {
        if (intake instanceof Intake.Once || intake instanceof Intake.Users) {
            return profile;
        }
        int taken = row(
                impact,
                TAKEN_IN,
                column -> inputs.impacts.takenIn(option, impact, intake, column, inputs.factors),
                inputs.impacts.totalTakenIn(option, impact, intake, inputs.factors),
                "#,##0.##");
        return row(
                impact,
                IN_EFFECT,
                column -> IntStream.rangeClosed(Years.FIRST_COLUMN, column)
                        .mapToObj(cohort -> SheetWriter.here(taken, cohort) + "*"
                                + SheetWriter.here(profile, Years.FIRST_COLUMN + column - cohort))
                        .collect(Collectors.joining("+")),
                cohorts(taken, profile),
                "#,##0.##");
    }

    /** Cohort by cohort, people x all shares of full effect that the years left to them have. */
    private String cohorts(int taken, int profile) {
        int lastYear = Years.column(inputs.factors.years() - 1);
        return IntStream.rangeClosed(Years.FIRST_COLUMN, lastYear)
                .mapToObj(cohort -> sheet.at(taken, cohort) + "*SUM("
                        + sheet.block(profile, Years.FIRST_COLUMN, profile, Years.FIRST_COLUMN + lastYear - cohort)
                        + ")")
                .collect(Collectors.joining("+"));
    }

    private int row(Impact impact, String step, IntFunction<String> formula, String total, String format) {
        return row(impact.id(), impact.title(), step, formula, total, format);
    }

    /** @param total what the formulas of all years add up to, by another route */
    private int row(String line, String title, String step, IntFunction<String> formula, String total, String format) {
        int row = sheet.row();
        last = row;
        sheet.text(row, CalculationSheet.LINE, line);
        sheet.text(row, CalculationSheet.LINE + 1, title);
        sheet.text(row, CalculationSheet.STEP, step);
        int years = inputs.factors.years();
        for (int t = 0; t < years; t++) {
            sheet.formula(row, Years.column(t), formula.apply(Years.column(t)), styles.number(format));
        }
        sheet.routes().total(sheet, row, Years.FIRST_COLUMN, Years.column(years - 1), total);
        return row;
    }

    private String across(int row) {
        return sheet.block(row, Years.FIRST_COLUMN, row, Years.column(inputs.factors.years() - 1));
    }

    private String sum(int row) {
        return "SUM(" + across(row) + ")";
    }

    private void presentValueOf(Impact impact, int row) {
        String across = inputs.factors.across(row);
        sheet.formula(
                row,
                CalculationSheet.PRESENT_VALUE,
                "IF(" + inputs.impacts.isHealth(option, impact) + ",SUMPRODUCT(" + across + ","
                        + inputs.factors.healthFactors() + "),SUMPRODUCT(" + across + ","
                        + inputs.factors.standardFactors() + "))",
                styles.result(Styles.MONEY));
    }

    private void presentValue(int row, String factors) {
        sheet.formula(
                row,
                CalculationSheet.PRESENT_VALUE,
                "SUMPRODUCT(" + inputs.factors.across(row) + "," + factors + ")",
                styles.result(Styles.MONEY));
    }
}
