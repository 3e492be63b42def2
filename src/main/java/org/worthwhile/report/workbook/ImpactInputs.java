package org.worthwhile.report.workbook;

import java.util.HashMap;
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
        int headings = sheet.headings(ImpactColumns.HEADINGS);
        sheet.widths(
                18, 18, 44, 14, 9, 14, 13, 10, 10, 12, 12, 14, 11, 8, 10, 10, 12, 13, 10, 12, 12, 11, 12, 14, 9, 11, 11,
                13, 34, 44, 11, 10, 14, 11, 11, 13, 13, 12, 12, 40);
        sheet.freeze(3, headings + 1);
        ImpactColumns.rules(sheet.inputs());
    }

    void add(String option, Impact impact) {
        int row = sheet.row();
        rows.put(option + "/" + impact.id(), row);
        sheet.text(row, 0, option);
        sheet.text(row, 1, impact.id());
        sheet.text(row, 2, impact.title());
        sheet.text(row, ImpactColumns.CATEGORY, JsonText.nameOf(impact.category()));
        input(row, ImpactColumns.HEALTH, impact.health() ? "yes" : "no");
        sheet.text(row, ImpactColumns.UNIT, impact.unit());
        addAdditionality(row, impact.additionality());
        sheet.number(
                row,
                ImpactColumns.CORRECTION,
                basis.confidenceCorrection(impact.confidence()),
                styles.input(Styles.PERCENT));
        switch (impact.valuation()) {
            case Valuation.Chain(Quantity quantity, Profile profile, UnitWorth worth) -> {
                addIntake(row, option, impact, quantity.intake());
                addQuantity(row, quantity);
                addProfile(row, option, impact, profile);
                addWorth(row, option, impact, worth);
            }
            case Valuation.Schedule schedule -> {
                sheet.text(row, ImpactColumns.UNIT_VALUE, "by year");
                input(row, ImpactColumns.PRICES, schedule.basis().real() ? "real" : "nominal");
                year(row, ImpactColumns.PRICE_YEAR, schedule.basis().priceYear());
                deflator(row);
                byYear.addSchedule(option, impact.id(), impact.title(), schedule.amounts());
            }
        }
        sheet.text(row, ImpactColumns.HEADINGS.size() - 1, impact.source());
    }

    /** Where people are taken in over the years, the first year of effect is that of those taken in in the base year. */
    private void addIntake(int row, String option, Impact impact, Intake intake) {
        String first = settings.baseYear();
        switch (intake) {
            case Intake.Once(Figure population, FinancialYear start) -> {
                number(row, ImpactColumns.POPULATION, population, "#,##0.##");
                year(row, ImpactColumns.START, start);
                first = SettingsSheet.startOf(here(row, ImpactColumns.START));
            }
            case Intake.Users(Figure before, Figure after, FinancialYear start) -> {
                number(row, ImpactColumns.USERS, before, "#,##0.##");
                number(row, ImpactColumns.USERS + 1, after, "#,##0.##");
                // The rule of a half: the change of cost counts in full for the mean of users before and after.
                sheet.formula(
                        row,
                        ImpactColumns.POPULATION,
                        "(" + here(row, ImpactColumns.USERS) + "+" + here(row, ImpactColumns.USERS + 1) + ")/2",
                        styles.number("#,##0.##"));
                year(row, ImpactColumns.START, start);
                first = SettingsSheet.startOf(here(row, ImpactColumns.START));
            }
            case Intake.ByYear(var people) -> {
                sheet.text(row, ImpactColumns.POPULATION, "by year");
                byYear.addIntake(option, impact.id(), impact.title(), people);
            }
            case Intake.Annual(Figure annual, FinancialYear from, FinancialYear to, Figure growth) -> {
                number(row, ImpactColumns.POPULATION, annual, "#,##0.##");
                year(row, ImpactColumns.START, from);
                year(row, ImpactColumns.INTAKE_TO, to);
                number(row, ImpactColumns.INTAKE_GROWTH, growth, Styles.PERCENT);
            }
        }
        sheet.formula(
                row,
                ImpactColumns.FIRST,
                first + "+" + InputRule.wholeOf(here(row, ImpactColumns.LAG)),
                styles.number("0"));
        product(
                row,
                ImpactColumns.FULL_EFFECT,
                hasPopulation(intake) ? ImpactColumns.POPULATION : ImpactColumns.POPULATION + 1,
                ImpactColumns.EFFECT);
    }

    private static boolean hasPopulation(Intake intake) {
        return intake instanceof Intake.Once || intake instanceof Intake.Users;
    }

    private void addQuantity(int row, Quantity quantity) {
        number(row, ImpactColumns.POPULATION + 1, quantity.eligible(), Styles.PERCENT);
        number(row, ImpactColumns.POPULATION + 2, quantity.engagement(), Styles.PERCENT);
        number(row, ImpactColumns.POPULATION + 3, quantity.completion(), Styles.PERCENT);
        switch (quantity.effect()) {
            case Effect.Stated(Figure stated) -> number(row, ImpactColumns.EFFECT, stated, Styles.DECIMAL);
            case Effect.Estimated _, Effect.FromEvidence _ ->
                number(row, ImpactColumns.EFFECT, Figure.of(basis.central(quantity.effect())), Styles.DECIMAL);
            case Effect.CostSaved(Figure before, Figure after) -> {
                number(row, ImpactColumns.COST_PER_TRIP, before, Styles.DECIMAL);
                number(row, ImpactColumns.COST_PER_TRIP + 1, after, Styles.DECIMAL);
                sheet.formula(
                        row,
                        ImpactColumns.EFFECT,
                        here(row, ImpactColumns.COST_PER_TRIP) + "-" + here(row, ImpactColumns.COST_PER_TRIP + 1),
                        styles.number(Styles.DECIMAL));
            }
        }
        sheet.text(
                row,
                ImpactColumns.EFFECT_FROM,
                switch (quantity.effect()) {
                    case Effect.Stated _ -> "typed";
                    case Effect.CostSaved _ -> "cost a trip before less after";
                    case Effect.Estimated estimated -> "typed, standard error " + estimated.standardError();
                    case Effect.FromEvidence(String id, double scale) -> "evidence " + id + ", times " + scale;
                });
    }

    private void addProfile(int row, String option, Impact impact, Profile profile) {
        number(row, ImpactColumns.LAG, profile.lag(), "0");
        number(row, ImpactColumns.DROP_OFF, profile.dropOff(), Styles.PERCENT);
        Optional<Figure> duration = profile.duration();
        if (duration.isPresent()) {
            number(row, ImpactColumns.DURATION, duration.get(), "0");
        } else {
            sheet.text(row, ImpactColumns.DURATION, ImpactColumns.TO_THE_END, styles.input("0"));
        }
        String years = here(row, ImpactColumns.DURATION);
        sheet.formula(
                row,
                ImpactColumns.YEARS,
                "IF(ISNUMBER(" + years + ")," + InputRule.wholeOf(years) + "," + settings.end() + "-"
                        + here(row, ImpactColumns.FIRST) + ")",
                styles.number("0"));
        if (!profile.rampUp().isEmpty()) {
            byYear.addRampUp(option, impact.id(), impact.title(), profile.rampUp());
        }
    }

    private void addAdditionality(int row, Additionality additionality) {
        number(row, ImpactColumns.DEADWEIGHT, additionality.deadweight(), Styles.PERCENT);
        number(row, ImpactColumns.DEADWEIGHT + 1, additionality.displacement(), Styles.PERCENT);
        number(row, ImpactColumns.DEADWEIGHT + 2, additionality.leakage(), Styles.PERCENT);
        number(row, ImpactColumns.DEADWEIGHT + 3, additionality.substitution(), Styles.PERCENT);
        number(row, ImpactColumns.DEADWEIGHT + 4, additionality.attribution(), Styles.PERCENT);
        number(row, ImpactColumns.DEADWEIGHT + 5, additionality.multiplier(), Styles.RATIO);
        sheet.formula(
                row,
                ImpactColumns.ADDITIONAL,
                "(1-" + here(row, ImpactColumns.DEADWEIGHT) + ")*(1-" + here(row, ImpactColumns.DEADWEIGHT + 1)
                        + ")*(1-"
                        + here(row, ImpactColumns.DEADWEIGHT + 2) + ")*(1-" + here(row, ImpactColumns.DEADWEIGHT + 3)
                        + ")*"
                        + here(row, ImpactColumns.DEADWEIGHT + 4) + "*" + here(row, ImpactColumns.DEADWEIGHT + 5),
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
                    sheet.text(row, ImpactColumns.UNIT_VALUE, "by year");
                    byYear.addUnitValues(option, impact, value, library.factor());
                }
                sheet.text(
                        row,
                        ImpactColumns.EFFECT_FROM + 1,
                        id + (value.verified() ? "" : " (check against the source before use)"));
            }
            case UnitWorth.Typed(Figure amount, FinancialYear priceYear, Figure growth) -> {
                addWorth(row, amount, priceYear, growth);
                sheet.text(row, ImpactColumns.EFFECT_FROM + 1, "typed");
            }
        }
    }

    private void addWorth(int row, Figure value, FinancialYear priceYear, Figure growth) {
        number(row, ImpactColumns.UNIT_VALUE, value, "#,##0.00");
        sheet.text(row, ImpactColumns.PRICES, "real");
        year(row, ImpactColumns.PRICE_YEAR, priceYear);
        number(row, ImpactColumns.GROWTH, growth, Styles.PERCENT);
        deflator(row);
    }

    private void deflator(int row) {
        sheet.formula(
                row,
                ImpactColumns.DEFLATOR,
                prices.factor(SettingsSheet.startOf(here(row, ImpactColumns.PRICE_YEAR)), settings.priceYear()),
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

    private void year(int row, int column, FinancialYear year) {
        sheet.text(row, column, year.label(), styles.input(Styles.TEXT));
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
