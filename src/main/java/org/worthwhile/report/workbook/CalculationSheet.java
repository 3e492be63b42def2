package org.worthwhile.report.workbook;

import java.util.List;
import java.util.Map;
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
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Saving;
import org.worthwhile.proposal.Valuation;

/** An option's flows: a row for each step of each line, a column for each year. */
final class CalculationSheet {

    private static final int LINE = 0;
    private static final int STEP = 2;
    private static final int KEY = 3;
    private static final int STANDING = 4;
    static final int PRESENT_VALUE = 5;

    private static final String BEFORE_UPLIFT = "Cost before uplift";
    private static final String COST = "Cost";
    private static final String SINCE_FIRST = "Years since effect began";
    private static final String PROFILE = "Share of full effect";
    private static final String TAKEN_IN = "People taken in";
    private static final String IN_EFFECT = "People in full effect";
    private static final String QUANTITY = "Quantity";
    private static final String UNIT_VALUE = "Unit value";
    private static final String VALUE = "Value";
    private static final String SAVING = "Saving";
    private static final String CASHABLE = "Cashable saving";

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

    CalculationSheet(SheetWriter sheet, Styles styles, OptionResult result, Inputs inputs) {
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
        this.first = sheet.next();
        this.last = first;
        result.costs().forEach(this::add);
        result.impacts().forEach(this::add);
        sheet.widths(18, 44, 20, 22, 12, 16);
        sheet.yearWidths(Years.FIRST_COLUMN, years);
        sheet.freeze(Years.FIRST_COLUMN, first);
    }

    /** The calculation of an option. */
    static CalculationSheet of(Option option, Map<String, CalculationSheet> calculations) {
        CalculationSheet found = calculations.get(option.id());
        if (found == null) {
            throw new IllegalStateException("No calculation of " + option.id());
        }
        return found;
    }

    private void add(CostResult result) {
        CostLine cost = result.line();
        int before = row(
                cost.id(),
                cost.title(),
                BEFORE_UPLIFT,
                column -> inputs.costs.beforeUplift(option, cost, column, inputs.factors),
                Styles.MONEY);
        int after = row(
                cost.id(),
                cost.title(),
                COST,
                column -> SheetWriter.here(before, column) + "*(1+" + inputs.costs.uplift(option, cost) + ")",
                Styles.MONEY);
        sheet.formula(after, KEY, inputs.costs.bearer(option, cost), styles.text);
        sheet.formula(after, STANDING, inputs.costs.standing(option, cost), styles.text);
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
                        "0");
                int profile = row(
                        impact,
                        PROFILE,
                        column -> inputs.impacts.profile(
                                option, impact, chain.profile(), SheetWriter.here(since, column)),
                        Styles.DECIMAL);
                int inEffect = inEffect(impact, chain.quantity().intake(), profile);
                int quantity = row(
                        impact,
                        QUANTITY,
                        column -> SheetWriter.here(inEffect, column) + "*"
                                + inputs.impacts.additionalEffect(option, impact),
                        "#,##0.00");
                int worth = row(
                        impact,
                        UNIT_VALUE,
                        column -> inputs.impacts.unitValue(option, impact, column, inputs.factors),
                        "#,##0.00");
                yield row(
                        impact,
                        VALUE,
                        column -> inputs.impacts.corrected(
                                option,
                                impact,
                                "(" + SheetWriter.here(quantity, column) + "*" + SheetWriter.here(worth, column) + ")"),
                        Styles.MONEY);
            }
            case Valuation.Schedule _ -> {
                int money = row(
                        impact,
                        QUANTITY,
                        column -> inputs.impacts.scheduled(option, impact, column, inputs.factors) + "*"
                                + inputs.impacts.additional(option, impact),
                        Styles.MONEY);
                yield row(
                        impact,
                        VALUE,
                        column -> inputs.impacts.corrected(option, impact, SheetWriter.here(money, column)),
                        Styles.MONEY);
            }
        };
        sheet.text(value, KEY, JsonText.nameOf(impact.category()));
        presentValueOf(impact, value);
        for (Saving saving : impact.savings()) {
            int saved = row(
                    impact,
                    SAVING,
                    column -> SheetWriter.here(value, column) + "*" + inputs.savings.share(option, impact, saving),
                    Styles.MONEY);
            sheet.formula(saved, KEY, inputs.savings.organisation(option, impact, saving), styles.text);
            sheet.formula(
                    saved,
                    STANDING,
                    inputs.settings.sectorOf(inputs.savings.organisation(option, impact, saving)),
                    styles.text);
            presentValueOf(impact, saved);
            int cashable = row(
                    impact,
                    CASHABLE,
                    column -> SheetWriter.here(saved, column) + "*"
                            + inputs.savings.cashable(option, impact, saving, inputs.factors.start(column)),
                    Styles.MONEY);
            sheet.formula(cashable, KEY, inputs.savings.organisation(option, impact, saving), styles.text);
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
                "#,##0.##");
        return row(
                impact,
                IN_EFFECT,
                column -> IntStream.rangeClosed(Years.FIRST_COLUMN, column)
                        .mapToObj(cohort -> SheetWriter.here(taken, cohort) + "*"
                                + SheetWriter.here(profile, Years.FIRST_COLUMN + column - cohort))
                        .collect(Collectors.joining("+")),
                "#,##0.##");
    }

    private int row(Impact impact, String step, IntFunction<String> formula, String format) {
        return row(impact.id(), impact.title(), step, formula, format);
    }

    private int row(String line, String title, String step, IntFunction<String> formula, String format) {
        int row = sheet.row();
        last = row;
        sheet.text(row, LINE, line);
        sheet.text(row, LINE + 1, title);
        sheet.text(row, STEP, step);
        for (int t = 0; t < inputs.factors.years(); t++) {
            sheet.formula(row, Years.column(t), formula.apply(Years.column(t)), styles.number(format));
        }
        return row;
    }

    private void presentValueOf(Impact impact, int row) {
        String across = inputs.factors.across(row);
        sheet.formula(
                row,
                PRESENT_VALUE,
                "IF(" + inputs.impacts.isHealth(option, impact) + ",SUMPRODUCT(" + across + ","
                        + inputs.factors.healthFactors() + "),SUMPRODUCT(" + across + ","
                        + inputs.factors.standardFactors() + "))",
                styles.result(Styles.MONEY));
    }

    private void presentValue(int row, String factors) {
        sheet.formula(
                row,
                PRESENT_VALUE,
                "SUMPRODUCT(" + inputs.factors.across(row) + "," + factors + ")",
                styles.result(Styles.MONEY));
    }

    /** The present value of what public organisations pay less what they receive. */
    String publicCost() {
        return costOf("public");
    }

    /** The same of all others. */
    String otherCost() {
        return costOf("other");
    }

    /** The present value of all cost lines, sunk ones and transfers among them. */
    String cost() {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, COST));
    }

    /** The same of those that count under a heading. */
    String costOf(String standing) {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, COST), sums().where(STANDING, standing));
    }

    /** The same of all that is not sunk. */
    String budgetCost() {
        return costOf("<>sunk");
    }

    String benefit() {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, VALUE));
    }

    /** The present value of impacts of a category. */
    String benefitOf(String category) {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, VALUE), sums().where(KEY, category));
    }

    /** The present value of one impact. */
    String benefitOfLine(String reference) {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, VALUE), sums().whereCell(LINE, reference));
    }

    /** Benefits in the year of a column. */
    String benefitIn(int column) {
        return sums().of(column, sums().where(STEP, VALUE));
    }

    /** Costs less receipts in the year of a column, of everybody, without transfers and what is sunk. */
    String costIn(int column) {
        return sums().of(column, sums().where(STEP, COST), sums().where(STANDING, "public")) + "+"
                + sums().of(column, sums().where(STEP, COST), sums().where(STANDING, "other"));
    }

    String publicSavings() {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, SAVING), sums().where(STANDING, "public"));
    }

    /** An organisation's costs less receipts, transfers among them, in the year of a column. */
    String budgetCost(String organisation, int column) {
        return sums().of(
                        column,
                        sums().where(STEP, COST),
                        sums().whereCell(KEY, organisation),
                        sums().where(STANDING, "<>sunk"));
    }

    String saving(String organisation, int column) {
        return sums().of(column, sums().where(STEP, SAVING), sums().whereCell(KEY, organisation));
    }

    String cashable(String organisation, int column) {
        return sums().of(column, sums().where(STEP, CASHABLE), sums().whereCell(KEY, organisation));
    }

    private ConditionalSums sums() {
        return new ConditionalSums(sheet, first, last);
    }
}
