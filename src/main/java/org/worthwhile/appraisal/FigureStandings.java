package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.Standing;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.OptimismBias;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/** Which figures that an appraisal rests on are not verified, and how much of its result rests on each. */
public final class FigureStandings {

    private final Appraisal appraisal;
    private final AppraisalCase basis;
    private final List<FigureStanding> found = new ArrayList<>();

    private FigureStandings(Appraisal appraisal) {
        this.appraisal = appraisal;
        this.basis = appraisal.basis();
    }

    /** Those that move the result most first; of those that move it alike, by name. */
    public static List<FigureStanding> of(Appraisal appraisal) {
        FigureStandings standings = new FigureStandings(appraisal);
        standings.framework(appraisal.basis().framework());
        standings.priceIndex(appraisal.basis().priceIndex());
        appraisal.basis().unitValues().values().forEach(standings::unitValue);
        appraisal.basis().evidence().values().forEach(standings::evidence);
        return standings.found.stream()
                .sorted(Comparator.comparingDouble((FigureStanding figure) ->
                                -figure.moves().value().orElse(Double.POSITIVE_INFINITY))
                        .thenComparing(FigureStanding::figure))
                .toList();
    }

    private void framework(Framework framework) {
        framework.sources().forEach((section, source) -> {
            switch (section) {
                case Framework.DISCOUNT_RATES ->
                    add(
                            section,
                            framework.standing().isVerified() ? source.standing() : framework.standing(),
                            source.citation(),
                            framework.supersededBy().isEmpty() ? source.supersededBy() : framework.supersededBy(),
                            moves(option -> option.npsv() - undiscounted(option)));
                case Framework.OPTIMISM_BIAS -> addUsed(section, source, moves(this::tabledUplift));
                case Framework.CONFIDENCE_CORRECTIONS -> addUsed(section, source, corrections());
                case Framework.DISTRIBUTIONAL_WEIGHTS ->
                    addUsed(
                            section + " (of NPSV with weights)",
                            source,
                            moves(option -> option.incidence().weightedNpsv() - option.npsv()));
                case Framework.MARGINAL_COST_OF_PUBLIC_FUNDS ->
                    addUsed(
                            section + " (of NPSV with it)",
                            source,
                            moves(option -> option.sensitivities()
                                            .withCostOfPublicFunds()
                                            .map(Indicators::npsv)
                                            .orElse(option.npsv())
                                    - option.npsv()));
                case Framework.VALUE_FOR_MONEY -> {
                    if (appraisal.options().stream()
                            .anyMatch(option -> option.valueForMoney().isPresent())) {
                        add(section, source.standing(), source.citation(), source.supersededBy(), Indicator.of(0));
                    }
                }
                default -> {}
            }
        });
    }

    /** What options would be worth undiscounted. */
    private double undiscounted(OptionResult option) {
        return overUsual(option, each -> {
            double total = 0;
            for (CostResult cost : each.costs()) {
                total -= cost.counted() ? cost.flows().total() : 0;
            }
            for (ImpactResult impact : each.impacts()) {
                total += impact.flows().total();
            }
            return total;
        });
    }

    /** What the table of optimism bias adds to counted costs. */
    private double tabledUplift(OptionResult option) {
        return overUsual(option, each -> {
            double total = 0;
            for (CostResult cost : each.costs()) {
                boolean tabled = cost.line().optimismBias().orElse(null) instanceof OptimismBias.Mitigated;
                total += cost.counted() && tabled
                        ? cost.flows().minus(cost.before()).presentValue(appraisal.standardFactors())
                        : 0;
            }
            return total;
        });
    }

    private Indicator corrections() {
        if (!basis.proposal().appraisal().confidenceCorrections()) {
            return Indicator.of(0);
        }
        Appraisal without =
                Appraiser.appraise(basis.withFramework(basis.framework().withoutConfidenceCorrections()));
        return moves(
                option -> option.npsv() - without.option(option.option().id()).npsv());
    }

    private void priceIndex(PriceIndex index) {
        Standing standing = index.standingTo(basis.proposal().appraisal().lastYear());
        if (index.isKnown() && !standing.isVerified()) {
            Appraisal without = Appraiser.appraise(basis.withPriceIndex(index.flat()));
            add(
                    index.title(),
                    standing,
                    index.source().citation(),
                    index.source().supersededBy(),
                    moves(option ->
                            option.npsv() - without.option(option.option().id()).npsv()));
        }
    }

    private void unitValue(UnitValue value) {
        add(
                "Unit value " + value.id(),
                "Unit value '" + value.title() + "'",
                value.standing(),
                value.source().citation(),
                value.source().supersededBy(),
                moves(option -> worthOf(
                        option,
                        impact -> impact.valuation() instanceof Valuation.Chain chain
                                && chain.worth() instanceof UnitWorth.FromLibrary library
                                && library.unitValue().equals(value.id()))));
    }

    private void evidence(Evidence evidence) {
        add(
                "Evidence " + evidence.id(),
                "Evidence '" + evidence.title() + "'",
                evidence.verified() ? Standing.VERIFIED : Standing.UNVERIFIED,
                evidence.title(),
                "",
                moves(option -> worthOf(
                        option,
                        impact -> impact.valuation() instanceof Valuation.Chain chain
                                && chain.quantity().effect() instanceof Effect.FromEvidence effect
                                && effect.evidence().equals(evidence.id()))));
    }

    private double worthOf(OptionResult option, Predicate<Impact> which) {
        return overUsual(option, each -> {
            double total = 0;
            for (ImpactResult impact : each.impacts()) {
                total += which.test(impact.line())
                        ? impact.flows()
                                .presentValue(appraisal.factors(impact.line().health()))
                        : 0;
            }
            return total;
        });
    }

    private double overUsual(OptionResult option, ToDoubleFunction<OptionResult> own) {
        return own.applyAsDouble(option)
                - basis.proposal()
                        .businessAsUsual()
                        .map(usual -> own.applyAsDouble(appraisal.option(usual.id())))
                        .orElse(0.0);
    }

    /** The largest share of an option's net present social value that a change is. */
    private Indicator moves(ToDoubleFunction<OptionResult> change) {
        double most = 0;
        for (OptionResult option : appraisal.options()) {
            double moved = Math.abs(change.applyAsDouble(option));
            most = moved == 0 ? most : Math.max(most, moved / Math.abs(option.npsv()));
        }
        return Double.isFinite(most)
                ? Indicator.of(most)
                : Indicator.notMeaningful("an option that it moves has a net present social value of zero");
    }

    private void addUsed(String figure, Source source, Indicator moves) {
        if (moves.value().isEmpty() || moves.value().getAsDouble() > 0) {
            add(figure, source.standing(), source.citation(), source.supersededBy(), moves);
        }
    }

    private void add(String figure, Standing standing, String source, String supersededBy, Indicator moves) {
        add(figure, figure, standing, source, supersededBy, moves);
    }

    private void add(
            String figure, String title, Standing standing, String source, String supersededBy, Indicator moves) {
        if (!standing.isVerified() || !supersededBy.isEmpty()) {
            found.add(new FigureStanding(figure, title, standing, source, supersededBy, moves));
        }
    }
}
