package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.OptimismBiasType;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.AppraisalSettings;
import org.worthwhile.proposal.Basis;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.OptimismBias;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/** Finds what a proposal refers to: its framework, price index, unit values and evidence. */
public final class References {

    private final Proposal proposal;
    private final Function<String, Place> places;
    private final ModelLibrary library;
    private final Map<String, Evidence> availableEvidence;
    private final Map<String, UnitValue> unitValues = new HashMap<>();
    private final Map<String, Evidence> evidence = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private References(
            Proposal proposal,
            Function<String, Place> places,
            ModelLibrary library,
            Map<String, Evidence> availableEvidence) {
        this.proposal = proposal;
        this.places = places;
        this.library = library;
        this.availableEvidence = availableEvidence;
    }

    /**
     * Finds everything that the proposal refers to.
     *
     * @param places the place of a part of the proposal, by JSON pointer
     * @param availableEvidence the evidence records at hand, by id
     * @throws InvalidInput with every reference that leads nowhere and every year before the price index begins
     */
    public static AppraisalCase resolve(
            Proposal proposal,
            Function<String, Place> places,
            ModelLibrary library,
            Map<String, Evidence> availableEvidence) {
        return new References(proposal, places, library, availableEvidence).resolve();
    }

    private AppraisalCase resolve() {
        AppraisalSettings settings = proposal.appraisal();
        for (int i = 0; i < proposal.options().size(); i++) {
            List<Impact> impacts = proposal.options().get(i).impacts();
            for (int j = 0; j < impacts.size(); j++) {
                keepReferences("/options/" + i + "/impacts/" + j, impacts.get(j));
            }
        }
        requireKnownAgencies();
        Framework framework = library.frameworks().get(settings.framework());
        if (framework == null) {
            unknown("/appraisal/framework", "appraisal framework", settings.framework(), library.frameworks());
            throw new InvalidInput(problems);
        }
        PriceIndex index =
                framework.priceIndex().map(this::priceIndex).orElse(PriceIndex.unknown(settings.priceYear()));
        if (settings.confidenceCorrections()
                && framework.confidenceCorrections().isEmpty()) {
            problems.add(new Problem(
                    places.apply("/appraisal/confidenceCorrections"),
                    framework.id() + " has no corrections for confidence grades",
                    "leave the setting out or use another framework"));
        }
        if (index.isKnown()) {
            index.missing().stream()
                    .filter(year -> year.compareTo(settings.baseYear()) > 0 && year.compareTo(settings.lastYear()) <= 0)
                    .sorted()
                    .forEach(year -> covered("/appraisal/baseYear", year, index));
            covered("/appraisal/baseYear", settings.baseYear(), index);
            if (!settings.priceYear().equals(settings.baseYear())) {
                covered("/appraisal/priceYear", settings.priceYear(), index);
            }
        }
        for (int i = 0; i < proposal.options().size(); i++) {
            Option option = proposal.options().get(i);
            for (int j = 0; j < option.costs().size(); j++) {
                resolveCost("/options/" + i + "/costs/" + j, option.costs().get(j), framework, index);
            }
            for (int j = 0; j < option.impacts().size(); j++) {
                checkYears("/options/" + i + "/impacts/" + j, option.impacts().get(j), index);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        Map<String, String> byOutcome = new HashMap<>();
        availableEvidence.values().forEach(record -> byOutcome.putIfAbsent(record.outcome(), record.id()));
        return new AppraisalCase(
                AgencySplit.apply(proposal, unitValues), framework, index, unitValues, evidence, byOutcome);
    }

    private void resolveCost(String at, CostLine cost, Framework framework, PriceIndex index) {
        coveredBasis(at + "/basis", cost.basis(), index);
        if (!cost.basis().real()) {
            requireIndex(at + "/basis", index);
            FinancialYear first = switch (cost.amount()) {
                case Amount.Annual annual -> annual.from();
                case Amount.Schedule schedule -> schedule.amounts().firstKey();
            };
            covered(at + "/amount", first, index);
        }
        cost.optimismBias().ifPresent(bias -> {
            if (bias instanceof OptimismBias.Mitigated mitigated) {
                String type = mitigated.type();
                List<String> types = framework.optimismBias().stream()
                        .map(OptimismBiasType::id)
                        .toList();
                if (!types.contains(type)) {
                    problems.add(new Problem(
                            places.apply(at + "/optimismBias/type"),
                            framework.id() + " has no optimism bias type '" + type + "'",
                            Nearest.remedy(type, types)));
                }
            }
        });
    }

    private void keepReferences(String at, Impact impact) {
        if (impact.valuation() instanceof Valuation.Chain chain) {
            if (chain.worth() instanceof UnitWorth.FromLibrary worth) {
                keep(unitValues, library.unitValues(), worth.unitValue(), at + "/value/unitValue", "unit value");
            }
            if (chain.quantity().effect() instanceof Effect.FromEvidence effect) {
                keep(
                        evidence,
                        availableEvidence,
                        effect.evidence(),
                        at + "/quantity/effect/evidence",
                        "evidence record");
            }
        }
    }

    private void checkYears(String at, Impact impact, PriceIndex index) {
        switch (impact.valuation()) {
            case Valuation.Schedule schedule -> {
                coveredBasis(at + "/basis", schedule.basis(), index);
                if (!schedule.basis().real()) {
                    requireIndex(at + "/basis", index);
                    covered(at + "/schedule", schedule.amounts().firstKey(), index);
                }
            }
            case Valuation.Chain chain -> {
                switch (chain.worth()) {
                    case UnitWorth.Typed typed -> coveredPrices(at + "/value/priceYear", typed.priceYear(), index);
                    case UnitWorth.FromLibrary worth ->
                        Optional.ofNullable(unitValues.get(worth.unitValue()))
                                .ifPresent(value -> covered(at + "/value/unitValue", value.priceYear(), index));
                }
            }
        }
    }

    private <T> void keep(Map<String, T> kept, Map<String, T> known, String id, String at, String kind) {
        @Nullable T found = known.get(id);
        if (found == null) {
            unknown(at, kind, id, known);
        } else {
            kept.put(id, found);
        }
    }

    /** A kind of agency that no unit value knows would never save anything. */
    private void requireKnownAgencies() {
        for (int i = 0; i < proposal.organisations().size(); i++) {
            String at = "/organisations/" + i + "/agency";
            proposal.organisations().get(i).agency().ifPresent(agency -> requireKnown(at, agency));
        }
    }

    private void requireKnown(String at, String agency) {
        Set<String> known = library.unitValues().values().stream()
                .flatMap(value -> value.agencies().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!known.isEmpty() && !known.contains(agency)) {
            problems.add(new Problem(
                    places.apply(at),
                    "no unit value knows '" + agency + "' as a kind of agency",
                    Nearest.remedy(agency, known)));
        }
    }

    private void unknown(String at, String kind, String id, Map<String, ?> known) {
        Optional<Problem> unusable = library.unusable().stream()
                .filter(pack -> pack.has(id))
                .map(pack -> pack.problems().getFirst())
                .findFirst();
        if (unusable.isPresent()) {
            Problem cause = unusable.get();
            problems.add(new Problem(
                    places.apply(at),
                    "the " + kind + " '" + id + "' cannot be used (" + cause.place() + ": " + cause.what() + ")",
                    "in the pack, " + cause.remedy()));
            return;
        }
        String remedy = known.isEmpty()
                ? "put its file beside the proposal or name the folder that holds it"
                : Nearest.remedy(id, known.keySet());
        problems.add(new Problem(places.apply(at), "there is no " + kind + " '" + id + "'", remedy));
    }

    private void coveredBasis(String at, Basis basis, PriceIndex index) {
        if (basis.real()) {
            coveredPrices(at + "/priceYear", basis.priceYear(), index);
        }
    }

    /** The prices of the whole appraisal are told once, and not again at each line that is at them. */
    private void coveredPrices(String at, FinancialYear year, PriceIndex index) {
        if (!year.equals(proposal.appraisal().priceYear())) {
            covered(at, year, index);
        }
    }

    private void requireIndex(String at, PriceIndex index) {
        if (!index.isKnown()) {
            problems.add(new Problem(
                    places.apply(at),
                    "the framework has no price index to turn nominal money into real money with",
                    "state the money in real terms, or name a price index in a copy of the framework"));
        }
    }

    private PriceIndex priceIndex(String id) {
        PriceIndex index = library.priceIndices().get(id);
        if (index == null) {
            throw new IllegalStateException("The library holds a framework without its price index " + id);
        }
        return index;
    }

    private void covered(String at, FinancialYear year, PriceIndex index) {
        if (!index.covers(year)) {
            problems.add(
                    index.isKnown()
                            ? new Problem(
                                    places.apply(at),
                                    "the price index " + index.id() + " has no figure for " + year,
                                    index.missing().contains(year)
                                            ? "use another year, or put in the whole of the series"
                                            : "use " + index.firstYear() + " or later")
                            : new Problem(
                                    places.apply(at),
                                    "the framework has no price index, so money of " + year
                                            + " cannot be turned into money of " + index.firstYear(),
                                    "state the money at " + index.firstYear()
                                            + " prices, or name a price index in a copy of the framework"));
        }
    }
}
