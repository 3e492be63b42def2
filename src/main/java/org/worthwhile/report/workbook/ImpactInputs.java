package org.worthwhile.report.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Additionality;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Intake;
import org.worthwhile.proposal.Profile;
import org.worthwhile.proposal.Quantity;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/** The inputs of every impact, a row each. */
final class ImpactInputs {

    private static final List<String> HEADINGS = List.of(
            "Option",
            "Line",
            "Title",
            "Category",
            "Health rate",
            "Unit",
            "Population",
            "Eligible",
            "Engaged",
            "Completing",
            "Effect",
            "Full effect a year",
            "Start",
            "Lag, years",
            "Drop-off a year",
            "Duration, years",
            "Deadweight",
            "Displacement",
            "Leakage",
            "Substitution",
            "Attribution",
            "Multiplier",
            "Additional share",
            "Unit value",
            "Prices",
            "Price year",
            "Real growth a year",
            "Correction for confidence",
            "Effect from",
            "Unit value from",
            "First year of effect",
            "Years of effect",
            "Factor to the price year",
            "Intake to",
            "Intake growth a year",
            "Users before",
            "Users after",
            "Cost a trip before",
            "Cost a trip after",
            "Source");
    static final int CATEGORY = 3;
    static final int HEALTH = 4;
    private static final int UNIT = 5;
    static final int POPULATION = 6;
    private static final int EFFECT = 10;
    static final int FULL_EFFECT = 11;
    static final int START = 12;
    private static final int LAG = 13;
    static final int DROP_OFF = 14;
    private static final int DURATION = 15;
    private static final int DEADWEIGHT = 16;
    static final int ADDITIONAL = 22;
    static final int UNIT_VALUE = 23;
    static final int PRICES = 24;
    private static final int PRICE_YEAR = 25;
    static final int GROWTH = 26;
    static final int CORRECTION = 27;
    private static final int EFFECT_FROM = 28;
    static final int FIRST = 30;
    static final int YEARS = 31;
    static final int DEFLATOR = 32;
    static final int INTAKE_TO = 33;
    static final int INTAKE_GROWTH = 34;
    private static final int USERS = 35;
    private static final int COST_PER_TRIP = 37;

    /** More years than any appraisal has. */
    private static final int TO_THE_END = 9999;

    private final SheetWriter sheet;
    private final Styles styles;
    private final LineInputs byYear;
    private final ParameterSheet parameters;
    private final AppraisalCase basis;
    private final SettingsSheet settings;
    private final PriceSheet prices;
    private final Map<String, Integer> rows = new HashMap<>();

    ImpactInputs(
            SheetWriter sheet,
            Styles styles,
            LineInputs byYear,
            ParameterSheet parameters,
            Appraisal appraisal,
            SettingsSheet settings,
            PriceSheet prices) {
        this.sheet = sheet;
        this.styles = styles;
        this.byYear = byYear;
        this.parameters = parameters;
        this.basis = appraisal.basis();
        this.settings = settings;
        this.prices = prices;
        sheet.title("Inputs: impacts", "A row for each benefit or disbenefit. Bordered cells are inputs.");
        int headings = sheet.headings(HEADINGS);
        sheet.widths(
                18, 18, 44, 14, 9, 14, 13, 10, 10, 12, 12, 14, 11, 8, 10, 10, 12, 13, 10, 12, 12, 11, 12, 14, 9, 11, 11,
                13, 34, 44, 11, 10, 14, 11, 11, 13, 13, 12, 12, 40);
        sheet.freeze(3, headings + 1);
    }

    void add(String option, Impact impact) {
        int row = sheet.row();
        rows.put(option + "/" + impact.id(), row);
        sheet.text(row, 0, option);
        sheet.text(row, 1, impact.id());
        sheet.text(row, 2, impact.title());
        sheet.text(row, CATEGORY, JsonText.nameOf(impact.category()));
        input(row, HEALTH, impact.health() ? "yes" : "no");
        sheet.text(row, UNIT, impact.unit());
        addAdditionality(row, impact.additionality());
        sheet.number(row, CORRECTION, basis.confidenceCorrection(impact.confidence()), styles.input(Styles.PERCENT));
        switch (impact.valuation()) {
            case Valuation.Chain(Quantity quantity, Profile profile, UnitWorth worth) -> {
                addIntake(row, option, impact, quantity.intake());
                addQuantity(row, quantity);
                addProfile(row, option, impact, profile);
                addWorth(row, option, impact, worth);
            }
            case Valuation.Schedule schedule -> {
                sheet.text(row, UNIT_VALUE, "by year");
                input(row, PRICES, schedule.basis().real() ? "real" : "nominal");
                input(row, PRICE_YEAR, schedule.basis().priceYear().label());
                deflator(row);
                byYear.addSchedule(option, impact.id(), impact.title(), schedule.amounts());
            }
        }
        sheet.text(row, HEADINGS.size() - 1, impact.source());
    }

    /** Where people are taken in over the years, the first year of effect is that of those taken in in the base year. */
    private void addIntake(int row, String option, Impact impact, Intake intake) {
        String first = settings.baseYear();
        switch (intake) {
            case Intake.Once(Figure population, FinancialYear start) -> {
                number(row, POPULATION, population, "#,##0.##");
                input(row, START, start.label());
                first = SettingsSheet.startOf(here(row, START));
            }
            case Intake.Users(Figure before, Figure after, FinancialYear start) -> {
                number(row, USERS, before, "#,##0.##");
                number(row, USERS + 1, after, "#,##0.##");
                // The rule of a half: the change of cost counts in full for the mean of users before and after.
                sheet.formula(
                        row,
                        POPULATION,
                        "(" + here(row, USERS) + "+" + here(row, USERS + 1) + ")/2",
                        styles.number("#,##0.##"));
                input(row, START, start.label());
                first = SettingsSheet.startOf(here(row, START));
            }
            case Intake.ByYear(var people) -> {
                sheet.text(row, POPULATION, "by year");
                byYear.addIntake(option, impact.id(), impact.title(), people);
            }
            case Intake.Annual(Figure annual, FinancialYear from, FinancialYear to, Figure growth) -> {
                number(row, POPULATION, annual, "#,##0.##");
                input(row, START, from.label());
                input(row, INTAKE_TO, to.label());
                number(row, INTAKE_GROWTH, growth, Styles.PERCENT);
            }
        }
        sheet.formula(row, FIRST, first + "+" + here(row, LAG), styles.number("0"));
        product(row, FULL_EFFECT, hasPopulation(intake) ? POPULATION : POPULATION + 1, EFFECT);
    }

    private static boolean hasPopulation(Intake intake) {
        return intake instanceof Intake.Once || intake instanceof Intake.Users;
    }

    private void addQuantity(int row, Quantity quantity) {
        number(row, POPULATION + 1, quantity.eligible(), Styles.PERCENT);
        number(row, POPULATION + 2, quantity.engagement(), Styles.PERCENT);
        number(row, POPULATION + 3, quantity.completion(), Styles.PERCENT);
        switch (quantity.effect()) {
            case Effect.Stated(Figure stated) -> number(row, EFFECT, stated, Styles.DECIMAL);
            case Effect.Estimated _, Effect.FromEvidence _ ->
                number(row, EFFECT, Figure.of(basis.central(quantity.effect())), Styles.DECIMAL);
            case Effect.CostSaved(Figure before, Figure after) -> {
                number(row, COST_PER_TRIP, before, Styles.DECIMAL);
                number(row, COST_PER_TRIP + 1, after, Styles.DECIMAL);
                sheet.formula(
                        row,
                        EFFECT,
                        here(row, COST_PER_TRIP) + "-" + here(row, COST_PER_TRIP + 1),
                        styles.number(Styles.DECIMAL));
            }
        }
        sheet.text(
                row,
                EFFECT_FROM,
                switch (quantity.effect()) {
                    case Effect.Stated _ -> "typed";
                    case Effect.CostSaved _ -> "cost a trip before less after";
                    case Effect.Estimated estimated -> "typed, standard error " + estimated.standardError();
                    case Effect.FromEvidence(String id, double scale) -> "evidence " + id + ", times " + scale;
                });
    }

    private void addProfile(int row, String option, Impact impact, Profile profile) {
        number(row, LAG, profile.lag(), "0");
        number(row, DROP_OFF, profile.dropOff(), Styles.PERCENT);
        Optional<Figure> duration = profile.duration();
        if (duration.isPresent()) {
            number(row, DURATION, duration.get(), "0");
        } else {
            sheet.text(row, DURATION, "to the end", styles.input("0"));
        }
        String years = here(row, DURATION);
        sheet.formula(row, YEARS, "IF(ISNUMBER(" + years + ")," + years + "," + TO_THE_END + ")", styles.number("0"));
        if (!profile.rampUp().isEmpty()) {
            byYear.addRampUp(option, impact.id(), impact.title(), profile.rampUp());
        }
    }

    private void addAdditionality(int row, Additionality additionality) {
        number(row, DEADWEIGHT, additionality.deadweight(), Styles.PERCENT);
        number(row, DEADWEIGHT + 1, additionality.displacement(), Styles.PERCENT);
        number(row, DEADWEIGHT + 2, additionality.leakage(), Styles.PERCENT);
        number(row, DEADWEIGHT + 3, additionality.substitution(), Styles.PERCENT);
        number(row, DEADWEIGHT + 4, additionality.attribution(), Styles.PERCENT);
        number(row, DEADWEIGHT + 5, additionality.multiplier(), Styles.RATIO);
        sheet.formula(
                row,
                ADDITIONAL,
                "(1-" + here(row, DEADWEIGHT) + ")*(1-" + here(row, DEADWEIGHT + 1) + ")*(1-"
                        + here(row, DEADWEIGHT + 2) + ")*(1-" + here(row, DEADWEIGHT + 3) + ")*"
                        + here(row, DEADWEIGHT + 4) + "*" + here(row, DEADWEIGHT + 5),
                styles.number(Styles.DECIMAL));
    }

    private void addWorth(int row, String option, Impact impact, UnitWorth worth) {
        switch (worth) {
            case UnitWorth.FromLibrary library -> {
                String id = library.unitValue();
                UnitValue value = basis.unitValue(library.unitValue());
                addWorth(
                        row,
                        Figure.of(value.value() * library.factor()),
                        value.priceYear(),
                        Figure.of(value.realGrowth()));
                if (!value.byYear().isEmpty()) {
                    sheet.text(row, UNIT_VALUE, "by year");
                    byYear.addUnitValues(option, impact, value, library.factor());
                }
                sheet.text(
                        row, EFFECT_FROM + 1, id + (value.verified() ? "" : " (check against the source before use)"));
            }
            case UnitWorth.Typed(Figure amount, FinancialYear priceYear, Figure growth) -> {
                addWorth(row, amount, priceYear, growth);
                sheet.text(row, EFFECT_FROM + 1, "typed");
            }
        }
    }

    private void addWorth(int row, Figure value, FinancialYear priceYear, Figure growth) {
        number(row, UNIT_VALUE, value, "#,##0.00");
        sheet.text(row, PRICES, "real");
        input(row, PRICE_YEAR, priceYear.label());
        number(row, GROWTH, growth, Styles.PERCENT);
        deflator(row);
    }

    private void deflator(int row) {
        sheet.formula(
                row,
                DEFLATOR,
                prices.factor(SettingsSheet.startOf(here(row, PRICE_YEAR)), settings.priceYear()),
                styles.number(Styles.DECIMAL));
    }

    private void product(int row, int column, int first, int last) {
        StringBuilder product = new StringBuilder(here(row, first));
        for (int factor = first + 1; factor <= last; factor++) {
            product.append('*').append(here(row, factor));
        }
        sheet.formula(row, column, product.toString(), styles.number(Styles.DECIMAL));
    }

    private void number(int row, int column, Figure figure, String format) {
        parameters.put(sheet, row, column, figure, styles.input(format));
    }

    private void input(int row, int column, String text) {
        sheet.text(row, column, text, styles.input(Styles.ANY));
    }

    private static String here(int row, int column) {
        return SheetWriter.here(row, column);
    }

    /** The cell of an input of an impact. */
    String cell(String option, Impact impact, int column) {
        Integer row = rows.get(option + "/" + impact.id());
        if (row == null) {
            throw new IllegalStateException("No row for " + option + "/" + impact.id());
        }
        return sheet.at(row, column);
    }
}
