package org.worthwhile.appraisal;

import java.util.Arrays;
import java.util.List;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Additionality;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Intake;
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
        double correction = basis.confidenceCorrection(impact.confidence());
        double additionality = factor(impact.additionality());
        return switch (impact.valuation()) {
            case Valuation.Chain(Quantity quantity, Profile profile, UnitWorth worth) -> {
                double fullEffect = fullEffect(quantity);
                Flows net =
                        inEffect(quantity.intake(), profile).times(fullEffect).times(additionality);
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

    /**
     * What the full effect is multiplied by in each year: the share of it that there is or, where people are taken in over the
     * years, the sum over cohorts of people x share.
     */
    private Flows inEffect(Intake intake, Profile profile) {
        return switch (intake) {
            case Intake.Once _, Intake.Users _ -> {
                int start = intake.first().since(settings.baseYear());
                double[] shares = shares(profile, settings.years() - start);
                double[] inEffect = new double[settings.years()];
                for (int t = Math.max(0, start); t < inEffect.length; t++) {
                    inEffect[t] = shares[t - start];
                }
                yield Flows.owning(inEffect);
            }
            case Intake.ByYear _, Intake.Annual _ -> {
                int start = intake.first().since(settings.baseYear());
                int years = Math.max(0, settings.years() - start);
                double[] people = new double[years];
                double[] shares = shares(profile, years);
                int cohorts = 0;
                for (int year = 0; year < years; year++) {
                    people[year] = intake.in(intake.first().plus(year));
                    cohorts = people[year] == 0 ? cohorts : year + 1;
                }
                double[] inEffect = new double[settings.years()];
                for (int cohort = 0; cohort < cohorts; cohort++) {
                    for (int t = Math.max(0, start + cohort); t < inEffect.length; t++) {
                        inEffect[t] += people[cohort] * shares[t - start - cohort];
                    }
                }
                yield Flows.owning(inEffect);
            }
        };
    }

    /**
     * The share of full effect in each year from being taken in: 0 before the lag is over, then the ramp-up, then the
     * drop-off, 0 after the duration.
     */
    private static double[] shares(Profile profile, int years) {
        int first = (int) Math.round(profile.lag().value());
        long duration =
                profile.duration().map(length -> Math.round(length.value())).orElse((long) Integer.MAX_VALUE);
        List<Figure> rampUp = profile.rampUp();
        int rampYears = Math.max(1, rampUp.size());
        double settled = rampUp.isEmpty() ? 1 : rampUp.getLast().value();
        double[] shares = new double[Math.max(0, years)];
        double[] kept = Flows.powers(-profile.dropOff().value(), shares.length);
        for (int sinceFirst = 0; sinceFirst < Math.min(duration, shares.length - first); sinceFirst++) {
            shares[first + sinceFirst] = sinceFirst < rampUp.size()
                    ? rampUp.get(sinceFirst).value()
                    : settled * kept[sinceFirst - rampYears + 1];
        }
        return shares;
    }

    private double fullEffect(Quantity quantity) {
        double population = switch (quantity.intake()) {
            case Intake.Once once -> once.population().value();
            case Intake.Users users -> users.counted();
            case Intake.ByYear _, Intake.Annual _ -> 1;
        };
        return population
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
                double[] values = value.series(settings.baseYear(), settings.years());
                for (int t = 0; t < values.length; t++) {
                    values[t] *= factor;
                }
                yield unitValues(values, value.priceYear(), value.realGrowth());
            }
            case UnitWorth.Typed(Figure amount, FinancialYear priceYear, Figure realGrowth) -> {
                double[] values = new double[settings.years()];
                Arrays.fill(values, amount.value());
                yield unitValues(values, priceYear, realGrowth.value());
            }
        };
    }

    /** @param values at the prices of their year and before real growth, which become the result */
    private Flows unitValues(double[] values, FinancialYear priceYear, double realGrowth) {
        double priceFactor = prices.factor(priceYear, settings.priceYear());
        double[] growth = Flows.powers(realGrowth, settings.years());
        for (int t = 0; t < values.length; t++) {
            values[t] = values[t] * priceFactor * growth[t];
        }
        return Flows.owning(values);
    }

    /** Benefits shrink by the correction; disbenefits grow by it, since to shrink them would be optimism. */
    private static Flows corrected(Flows values, double correction) {
        if (correction == 0) {
            return values;
        }
        return Flows.of(values.years(), t -> values.at(t) * (values.at(t) < 0 ? 1 + correction : 1 - correction));
    }
}
