package org.worthwhile.appraisal;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Additionality;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Profile;
import org.worthwhile.proposal.Quantity;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/** The real flows of impacts: people reached x effect x additionality x unit value, along the profile. */
final class ImpactFlows {

    private final AppraisalCase basis;
    private final AppraisalSettings settings;
    private final CostFlows scheduled;
    private final PriceLevels prices;

    ImpactFlows(AppraisalCase basis, CostFlows scheduled, PriceLevels prices) {
        this.basis = basis;
        this.settings = basis.proposal().appraisal();
        this.scheduled = scheduled;
        this.prices = prices;
    }

    ImpactResult of(Impact impact) {
        double correction = correction(impact);
        double additionality = factor(impact.additionality());
        return switch (impact.valuation()) {
            case Valuation.Chain(Quantity quantity, Profile profile, UnitWorth worth) -> {
                double fullEffect = fullEffect(quantity);
                Flows net = shares(profile).times(fullEffect).times(additionality);
                Flows unitValues = unitValues(worth);
                yield new ImpactResult(
                        impact,
                        fullEffect,
                        additionality,
                        net,
                        unitValues,
                        corrected(net.times(unitValues), correction));
            }
            case Valuation.Schedule schedule -> {
                Flows money = scheduled.of(schedule).times(additionality);
                yield new ImpactResult(
                        impact,
                        1,
                        additionality,
                        money,
                        Flows.of(settings.years(), _ -> 1),
                        corrected(money, correction));
            }
        };
    }

    /** Shares of full effect by year: 0 before start + lag, then the ramp-up, then the drop-off, 0 after the duration. */
    private Flows shares(Profile profile) {
        int first = profile.start().since(settings.baseYear())
                + (int) Math.round(profile.lag().value());
        long duration =
                profile.duration().map(years -> Math.round(years.value())).orElse((long) Integer.MAX_VALUE);
        List<Figure> rampUp = profile.rampUp();
        int rampYears = Math.max(1, rampUp.size());
        double settled = rampUp.isEmpty() ? 1 : rampUp.getLast().value();
        return Flows.of(settings.years(), t -> {
            int sinceFirst = t - first;
            if (sinceFirst < 0 || sinceFirst >= duration) {
                return 0;
            }
            return sinceFirst < rampUp.size()
                    ? rampUp.get(sinceFirst).value()
                    : settled * Flows.growth(-profile.dropOff().value(), sinceFirst - rampYears + 1);
        });
    }

    private double fullEffect(Quantity quantity) {
        return quantity.population().value()
                * quantity.eligible().value()
                * quantity.engagement().value()
                * quantity.completion().value()
                * basis.central(quantity.effect());
    }

    private static double factor(Additionality additionality) {
        return (1 - additionality.deadweight().value())
                * (1 - additionality.displacement().value())
                * (1 - additionality.leakage().value())
                * (1 - additionality.substitution().value())
                * additionality.attribution().value()
                * additionality.multiplier().value();
    }

    private Flows unitValues(UnitWorth worth) {
        return switch (worth) {
            case UnitWorth.FromLibrary(String id, double factor) -> {
                UnitValue value = basis.unitValue(id);
                yield unitValues(year -> value.in(year) * factor, value.priceYear(), value.realGrowth());
            }
            case UnitWorth.Typed(Figure amount, FinancialYear priceYear, Figure realGrowth) ->
                unitValues(_ -> amount.value(), priceYear, realGrowth.value());
        };
    }

    private Flows unitValues(ToDoubleFunction<FinancialYear> value, FinancialYear priceYear, double realGrowth) {
        double priceFactor = prices.factor(priceYear, settings.priceYear());
        return Flows.of(
                settings.years(),
                t -> value.applyAsDouble(settings.baseYear().plus(t)) * priceFactor * Flows.growth(realGrowth, t));
    }

    /** The correction of the confidence grade, where the settings ask for it. */
    private double correction(Impact impact) {
        return settings.confidenceCorrections() && impact.confidence().isPresent()
                ? basis.framework().confidenceCorrection(impact.confidence().getAsInt())
                : 0;
    }

    /** Benefits shrink by the correction; disbenefits grow by it, since to shrink them would be optimism. */
    private static Flows corrected(Flows values, double correction) {
        return Flows.of(values.years(), t -> values.at(t) * (values.at(t) < 0 ? 1 + correction : 1 - correction));
    }
}
