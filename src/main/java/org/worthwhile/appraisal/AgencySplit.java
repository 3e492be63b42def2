package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.problem.NumberText;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Saving;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/**
 * Who saves where a fiscal impact does not say so: the organisations of the proposal, each by the share that the unit value
 * gives its kind of agency. Several of one kind share alike. Nothing of it is taken for cashable.
 */
final class AgencySplit {

    private AgencySplit() {}

    /** The proposal with savings on those fiscal impacts that have none and whose unit value is split among its organisations. */
    static Proposal apply(Proposal proposal, Map<String, UnitValue> unitValues) {
        if (proposal.organisations().stream()
                .allMatch(organisation -> organisation.agency().isEmpty())) {
            return proposal;
        }
        List<Option> options = new ArrayList<>();
        for (Option option : proposal.options()) {
            List<Impact> impacts = option.impacts().stream()
                    .map(impact -> impact.savings().isEmpty()
                            ? impact.withSavings(savings(impact, proposal.organisations(), unitValues))
                            : impact)
                    .toList();
            options.add(new Option(
                    option.id(), option.title(), option.role(), option.costs(), impacts, option.unmonetised()));
        }
        return proposal.withOptions(options);
    }

    /** What each organisation saves as the impact's unit value splits it; empty where nothing is split among them. */
    static List<Saving> savings(Impact impact, List<Organisation> organisations, Map<String, UnitValue> unitValues) {
        Map<String, Double> agencies = value(impact, unitValues)
                .map(UnitValue::agencies)
                .map(Map::copyOf)
                .orElse(Map.of());
        List<Saving> savings = new ArrayList<>();
        if (impact.category() != Category.FISCAL) {
            return savings;
        }
        for (Organisation organisation : organisations) {
            double share = organisation
                    .agency()
                    .map(agency -> agencies.getOrDefault(agency, 0.0))
                    .orElse(0.0);
            if (share > 0) {
                long alike = organisations.stream()
                        .filter(other -> other.agency().equals(organisation.agency()))
                        .count();
                savings.add(new Saving(organisation.id(), Figure.of(share / alike), Figure.ZERO, Optional.empty()));
            }
        }
        return savings;
    }

    /** The unit value of an impact where it splits what is saved. */
    static Optional<UnitValue> value(Impact impact, Map<String, UnitValue> unitValues) {
        return impact.valuation() instanceof Valuation.Chain chain
                        && chain.worth() instanceof UnitWorth.FromLibrary library
                ? Optional.ofNullable(unitValues.get(library.unitValue()))
                        .filter(value -> !value.agencies().isEmpty())
                : Optional.empty();
    }

    /** Such as: nhs 60%, local-authority 40%. */
    static String words(UnitValue value) {
        return value.agencies().entrySet().stream()
                .map(agency -> agency.getKey() + " " + NumberText.of(100 * agency.getValue()) + "%")
                .collect(Collectors.joining(", "));
    }
}
