package org.worthwhile.appraisal;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Intake;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Quantity;
import org.worthwhile.proposal.Role;
import org.worthwhile.proposal.Saving;
import org.worthwhile.proposal.Valuation;

/**
 * A proposal that begins later than it is written to: all its lines, those of business as usual too, fall so many years later, and
 * the appraisal ends so many years later, so that benefits are counted for as long. It is discounted to the same base year. Real
 * money stays what it is; money at the prices of its own year is that of the same purchasing power in the later one; what grows in
 * real terms by the year, costs and unit values, has grown for as much longer. How many people are reached does not change.
 */
public final class LaterStart {

    private final AppraisalCase basis;
    private final int delay;
    private final PriceLevels prices;

    private LaterStart(AppraisalCase basis, int delay) {
        this.basis = basis;
        this.delay = delay;
        this.prices = new PriceLevels(
                basis.priceIndex(), basis.proposal().appraisal().lastYear().plus(delay));
    }

    /** The first year that a line of an option besides business as usual names; the base year where none does. */
    public static FinancialYear written(Proposal proposal) {
        return proposal.options().stream()
                .filter(option -> option.role() != Role.BUSINESS_AS_USUAL)
                .flatMap(option -> Stream.concat(
                        option.costs().stream().filter(cost -> !cost.sunk()).map(cost -> first(cost.amount())),
                        option.impacts().stream().map(impact -> first(impact.valuation()))))
                .min(FinancialYear::compareTo)
                .orElse(proposal.appraisal().baseYear());
    }

    private static FinancialYear first(Amount amount) {
        return switch (amount) {
            case Amount.Annual annual -> annual.from();
            case Amount.Schedule schedule -> schedule.amounts().firstKey();
        };
    }

    private static FinancialYear first(Valuation valuation) {
        return switch (valuation) {
            case Valuation.Chain chain -> chain.quantity().intake().first();
            case Valuation.Schedule schedule -> schedule.amounts().firstKey();
        };
    }

    /**
     * The case of a proposal that begins in a year.
     *
     * @param start no earlier than {@link #written}
     */
    public static AppraisalCase of(AppraisalCase basis, FinancialYear start) {
        int delay = start.since(written(basis.proposal()));
        if (delay < 0) {
            throw new IllegalArgumentException("It begins later than " + start.label());
        }
        return delay == 0 ? basis : basis.withProposal(new LaterStart(basis, delay).proposal());
    }

    private Proposal proposal() {
        Proposal written = basis.proposal();
        AppraisalSettings settings = written.appraisal();
        return written.withAppraisal(new AppraisalSettings(
                        settings.framework(),
                        settings.baseYear(),
                        settings.priceYear(),
                        settings.years() + delay,
                        settings.timing(),
                        settings.currency(),
                        settings.confidenceCorrections()))
                .withOptions(written.options().stream().map(this::later).toList());
    }

    private Option later(Option option) {
        return new Option(
                option.id(),
                option.title(),
                option.role(),
                option.costs().stream().map(this::later).toList(),
                option.impacts().stream().map(this::later).toList(),
                option.unmonetised());
    }

    private CostLine later(CostLine line) {
        Amount amount = later(line.amount(), line.basis());
        return new CostLine(
                line.id(),
                line.title(),
                line.bearer(),
                line.kind(),
                amount,
                real(line.basis()),
                line.optimismBias(),
                line.confidence(),
                line.assetLife(),
                line.sunk(),
                line.transfer(),
                line.uncertainty(),
                line.source());
    }

    private Amount later(Amount amount, Basis money) {
        return switch (amount) {
            case Amount.Annual annual
            when money.real() ->
                new Amount.Annual(
                        times(annual.annual(), Flows.growth(annual.realGrowth().value(), delay)),
                        annual.from().plus(delay),
                        annual.to().plus(delay),
                        annual.realGrowth());
            case Amount.Annual annual -> {
                double growth = annual.realGrowth().value();
                SortedMap<FinancialYear, Figure> amounts = new TreeMap<>();
                for (FinancialYear year = annual.from(); year.compareTo(annual.to()) <= 0; year = year.plus(1)) {
                    amounts.put(year, times(annual.annual(), Flows.growth(growth, delay + year.since(annual.from()))));
                }
                yield new Amount.Schedule(later(amounts, year -> toReal(money, year)));
            }
            case Amount.Schedule schedule ->
                new Amount.Schedule(later(schedule.amounts(), year -> toReal(money, year)));
        };
    }

    private Impact later(Impact impact) {
        return new Impact(
                impact.id(),
                impact.title(),
                impact.outcome(),
                impact.unit(),
                later(impact.valuation()),
                impact.additionality(),
                impact.category(),
                impact.health(),
                impact.savings().stream().map(this::later).toList(),
                impact.beneficiaries(),
                impact.confidence(),
                impact.counterfactual(),
                impact.source());
    }

    private Saving later(Saving saving) {
        return new Saving(
                saving.organisation(),
                saving.share(),
                saving.cashable(),
                saving.cashableFrom().map(year -> year.plus(delay)));
    }

    private Valuation later(Valuation valuation) {
        return switch (valuation) {
            case Valuation.Chain(Quantity quantity, var profile, var worth) ->
                new Valuation.Chain(
                        new Quantity(
                                later(quantity.intake()),
                                quantity.eligible(),
                                quantity.engagement(),
                                quantity.completion(),
                                quantity.effect()),
                        profile,
                        worth);
            case Valuation.Schedule(var amounts, Basis money) ->
                new Valuation.Schedule(later(amounts, year -> toReal(money, year)), real(money));
        };
    }

    private Intake later(Intake intake) {
        return switch (intake) {
            case Intake.Once(Figure population, FinancialYear start) -> new Intake.Once(population, start.plus(delay));
            case Intake.Users(Figure before, Figure after, FinancialYear start) ->
                new Intake.Users(before, after, start.plus(delay));
            case Intake.ByYear(var people) -> new Intake.ByYear(later(people, _ -> 1));
            case Intake.Annual(Figure annual, FinancialYear from, FinancialYear to, Figure growth) ->
                new Intake.Annual(annual, from.plus(delay), to.plus(delay), growth);
        };
    }

    private SortedMap<FinancialYear, Figure> later(
            SortedMap<FinancialYear, Figure> byYear, ToDoubleFunction<FinancialYear> factor) {
        SortedMap<FinancialYear, Figure> later = new TreeMap<>();
        byYear.forEach((year, figure) -> later.put(year.plus(delay), times(figure, factor.applyAsDouble(year))));
        return later;
    }

    private double toReal(Basis money, FinancialYear year) {
        return money.real()
                ? 1
                : prices.factor(year, basis.proposal().appraisal().priceYear());
    }

    private Basis real(Basis money) {
        return money.real()
                ? money
                : new Basis(true, basis.proposal().appraisal().priceYear());
    }

    private static Figure times(Figure figure, double factor) {
        return factor == 1 ? figure : Figure.of(figure.value() * factor);
    }
}
