package org.worthwhile.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Additionality;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/** What must hold of any appraisal, on generated proposals that cover every field. */
class AppraisalPropertiesTest {

    /** Relative to the money involved: a few hundred additions in another order. */
    private static final double ROUNDING = 1e-10;

    @Property(tries = 150, seed = "1")
    void scalingAllMoneyScalesEveryPresentValue(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        AppraisalCase original = GeneratedProposals.resolved(GeneratedProposals.of(seed));
        Proposal scaled = withLines(
                original.proposal(),
                cost -> withAmount(cost, scaled(cost.amount(), 3)),
                impact -> withValuation(impact, scaled(impact.valuation(), 3)));
        Map<String, UnitValue> tripled = new TreeMap<>();
        original.unitValues().forEach((id, value) -> tripled.put(id, scaled(value, 3)));
        AppraisalCase larger = new AppraisalCase(
                scaled,
                original.framework(),
                original.priceIndex(),
                tripled,
                original.evidence(),
                original.evidenceByOutcome());
        assertSame(Appraiser.appraise(original), Appraiser.appraise(larger), 3);
    }

    @Property(tries = 150, seed = "2")
    void anImpactWithoutEffectChangesNothing(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Proposal proposal = GeneratedProposals.of(seed);
        Proposal more = withOptions(proposal, option -> {
            List<Impact> impacts = new ArrayList<>(option.impacts());
            if (!impacts.isEmpty()) {
                Impact first = impacts.getFirst();
                impacts.add(named(withAttribution(first, 0), "nothing"));
            }
            return new Option(
                    option.id(), option.title(), option.role(), option.costs(), impacts, option.unmonetised());
        });
        assertSame(appraise(proposal), appraise(more), 1);
    }

    @Property(tries = 150, seed = "3")
    void splittingALineInTwoChangesNothing(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Proposal proposal = GeneratedProposals.of(seed);
        Proposal split = withOptions(proposal, option -> {
            List<CostLine> costs = new ArrayList<>();
            for (CostLine cost : option.costs()) {
                costs.add(withAmount(cost, scaled(cost.amount(), 0.25)));
                costs.add(named(withAmount(cost, scaled(cost.amount(), 0.75)), cost.id() + "-rest"));
            }
            List<Impact> impacts = new ArrayList<>();
            for (Impact impact : option.impacts()) {
                double attribution = impact.additionality().attribution().value();
                impacts.add(withAttribution(impact, attribution * 0.25));
                impacts.add(named(withAttribution(impact, attribution * 0.75), impact.id() + "-rest"));
            }
            return new Option(option.id(), option.title(), option.role(), costs, impacts, option.unmonetised());
        });
        assertSame(appraise(proposal), appraise(split), 1);
    }

    @Property(tries = 150, seed = "4")
    void orderNeverMatters(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Proposal proposal = GeneratedProposals.of(seed);
        Proposal shuffled = withOptions(proposal, option -> {
            List<CostLine> costs = new ArrayList<>(option.costs());
            List<Impact> impacts = new ArrayList<>(option.impacts());
            Collections.shuffle(costs, new Random(seed));
            Collections.shuffle(impacts, new Random(seed));
            return new Option(option.id(), option.title(), option.role(), costs, impacts, option.unmonetised());
        });
        assertSame(appraise(proposal), appraise(shuffled), 1);
    }

    @Property(tries = 150, seed = "5")
    void theSameMoneyEnteredInNominalTermsGivesTheSameResults(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        AppraisalCase original = GeneratedProposals.resolved(GeneratedProposals.of(seed));
        PriceIndex index = original.priceIndex();
        Proposal nominal = withLines(
                original.proposal(),
                cost -> cost.basis().real() && cost.amount() instanceof Amount.Schedule schedule
                        ? withBasis(
                                withAmount(
                                        cost, new Amount.Schedule(inflated(schedule.amounts(), cost.basis(), index))),
                                new Basis(false, cost.basis().priceYear()))
                        : cost,
                impact -> impact.valuation() instanceof Valuation.Schedule schedule
                                && schedule.basis().real()
                        ? withValuation(
                                impact,
                                new Valuation.Schedule(
                                        inflated(schedule.amounts(), schedule.basis(), index),
                                        new Basis(false, schedule.basis().priceYear())))
                        : impact);
        assertSame(Appraiser.appraise(original), appraise(nominal), 1);
    }

    @Property(tries = 150, seed = "6")
    void everyResultIsFiniteAndAddsUp(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Appraisal appraisal = appraise(GeneratedProposals.of(seed));
        for (OptionResult option : appraisal.options()) {
            assertThat(option.npsv())
                    .isFinite()
                    .isCloseTo(option.pvb() - option.pvc(), within(ROUNDING * scale(option)));
            assertThat(option.equivalentAnnualValue()
                            * appraisal.standardFactors().total())
                    .isCloseTo(option.npsv(), within(ROUNDING * scale(option)));
            assertThat(option.incidence().weightedNpsv()).isFinite();
            option.bcr().value().ifPresent(ratio -> assertThat(ratio).isFinite());
            option.views()
                    .forEach(view -> assertThat(view.indicators().npsv())
                            .isCloseTo(option.npsv(), within(ROUNDING * scale(option))));
            option.internalRates().rates().forEach(rate -> assertThat(rate).isFinite());
        }
    }

    private static Appraisal appraise(Proposal proposal) {
        return Appraiser.appraise(GeneratedProposals.resolved(proposal));
    }

    private static void assertSame(Appraisal first, Appraisal second, double factor) {
        for (int i = 0; i < first.options().size(); i++) {
            OptionResult one = first.options().get(i);
            OptionResult other = second.options().get(i);
            double tolerance = ROUNDING * factor * scale(one);
            assertThat(other.npsv()).isCloseTo(factor * one.npsv(), within(tolerance));
            assertThat(other.pvb()).isCloseTo(factor * one.pvb(), within(tolerance));
            assertThat(other.pvc()).isCloseTo(factor * one.pvc(), within(tolerance));
            assertThat(other.incidence().weightedNpsv())
                    .isCloseTo(factor * one.incidence().weightedNpsv(), within(tolerance));
            for (int j = 0; j < one.budget().size(); j++) {
                assertThat(other.budget().get(j).present())
                        .isCloseTo(factor * one.budget().get(j).present(), within(tolerance));
            }
        }
    }

    private static double scale(OptionResult option) {
        double money = 1;
        for (var cost : option.costs()) {
            for (double amount : cost.flows().toArray()) {
                money += Math.abs(amount);
            }
        }
        for (var impact : option.impacts()) {
            for (double amount : impact.flows().toArray()) {
                money += Math.abs(amount);
            }
        }
        return Math.max(money, Math.abs(option.pvb()) + Math.abs(option.pvc())) * 10;
    }

    private static Proposal withLines(Proposal proposal, UnaryOperator<CostLine> costs, UnaryOperator<Impact> impacts) {
        return withOptions(
                proposal,
                option -> new Option(
                        option.id(),
                        option.title(),
                        option.role(),
                        option.costs().stream().map(costs).toList(),
                        option.impacts().stream().map(impacts).toList(),
                        option.unmonetised()));
    }

    private static Proposal withOptions(Proposal proposal, UnaryOperator<Option> change) {
        return proposal.withOptions(proposal.options().stream().map(change).toList());
    }

    private static Amount scaled(Amount amount, double factor) {
        return switch (amount) {
            case Amount.Annual annual ->
                new Amount.Annual(
                        Figure.of(annual.annual().value() * factor), annual.from(), annual.to(), annual.realGrowth());
            case Amount.Schedule schedule -> new Amount.Schedule(scaled(schedule.amounts(), factor));
        };
    }

    private static SortedMap<FinancialYear, Figure> scaled(SortedMap<FinancialYear, Figure> amounts, double factor) {
        SortedMap<FinancialYear, Figure> scaled = new TreeMap<>();
        amounts.forEach((year, figure) -> scaled.put(year, Figure.of(figure.value() * factor)));
        return scaled;
    }

    private static Valuation scaled(Valuation valuation, double factor) {
        return switch (valuation) {
            case Valuation.Schedule schedule ->
                new Valuation.Schedule(scaled(schedule.amounts(), factor), schedule.basis());
            case Valuation.Chain chain ->
                chain.worth() instanceof UnitWorth.Typed typed
                        ? new Valuation.Chain(
                                chain.quantity(),
                                chain.profile(),
                                new UnitWorth.Typed(
                                        Figure.of(typed.amount().value() * factor),
                                        typed.priceYear(),
                                        typed.realGrowth()))
                        : chain;
        };
    }

    private static UnitValue scaled(UnitValue value, double factor) {
        SortedMap<FinancialYear, Double> byYear = new TreeMap<>();
        value.byYear().forEach((year, amount) -> byYear.put(year, amount * factor));
        return new UnitValue(
                value.id(),
                value.title(),
                value.unit(),
                value.value() * factor,
                value.low(),
                value.high(),
                byYear,
                value.priceYear(),
                value.realGrowth(),
                value.category(),
                value.gainer(),
                value.agencies(),
                value.healthRate(),
                value.standing(),
                value.note(),
                value.source());
    }

    private static SortedMap<FinancialYear, Figure> inflated(
            SortedMap<FinancialYear, Figure> amounts, Basis basis, PriceIndex index) {
        SortedMap<FinancialYear, Figure> inflated = new TreeMap<>();
        amounts.forEach((year, figure) ->
                inflated.put(year, Figure.of(figure.value() * index.factor(basis.priceYear(), year))));
        return inflated;
    }

    private static CostLine withAmount(CostLine cost, Amount amount) {
        return new CostLine(
                cost.id(),
                cost.title(),
                cost.bearer(),
                cost.kind(),
                amount,
                cost.basis(),
                cost.optimismBias(),
                cost.confidence(),
                cost.assetLife(),
                cost.sunk(),
                cost.transfer(),
                cost.uncertainty(),
                cost.source());
    }

    private static CostLine withBasis(CostLine cost, Basis basis) {
        return new CostLine(
                cost.id(),
                cost.title(),
                cost.bearer(),
                cost.kind(),
                cost.amount(),
                basis,
                cost.optimismBias(),
                cost.confidence(),
                cost.assetLife(),
                cost.sunk(),
                cost.transfer(),
                cost.uncertainty(),
                cost.source());
    }

    private static CostLine named(CostLine cost, String id) {
        return new CostLine(
                id,
                cost.title(),
                cost.bearer(),
                cost.kind(),
                cost.amount(),
                cost.basis(),
                cost.optimismBias(),
                cost.confidence(),
                cost.assetLife(),
                cost.sunk(),
                cost.transfer(),
                Optional.empty(),
                cost.source());
    }

    private static Impact named(Impact impact, String id) {
        return new Impact(
                id,
                impact.title(),
                impact.outcome(),
                impact.unit(),
                impact.valuation(),
                impact.additionality(),
                impact.category(),
                impact.health(),
                impact.savings(),
                impact.beneficiaries(),
                impact.confidence(),
                impact.counterfactual(),
                impact.source());
    }

    private static Impact withValuation(Impact impact, Valuation valuation) {
        return new Impact(
                impact.id(),
                impact.title(),
                impact.outcome(),
                impact.unit(),
                valuation,
                impact.additionality(),
                impact.category(),
                impact.health(),
                impact.savings(),
                impact.beneficiaries(),
                impact.confidence(),
                impact.counterfactual(),
                impact.source());
    }

    private static Impact withAttribution(Impact impact, double attribution) {
        Additionality old = impact.additionality();
        Additionality changed = new Additionality(
                old.deadweight(),
                old.displacement(),
                old.leakage(),
                old.substitution(),
                Figure.of(attribution),
                old.multiplier());
        return new Impact(
                impact.id(),
                impact.title(),
                impact.outcome(),
                impact.unit(),
                impact.valuation(),
                changed,
                impact.category(),
                impact.health(),
                impact.savings(),
                impact.beneficiaries(),
                impact.confidence(),
                impact.counterfactual(),
                impact.source());
    }
}
