package org.worthwhile.proposal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A project proposal: its case in words, its options and how it is to be appraised. */
public record Proposal(
        String id,
        String title,
        String summary,
        String sponsor,
        String place,
        List<String> themes,
        List<Objective> objectives,
        AppraisalSettings appraisal,
        List<Organisation> organisations,
        List<Group> groups,
        List<Option> options,
        Parameters parameters,
        List<Correlation> correlations,
        List<Scenario> scenarios) {
    public Proposal {
        themes = List.copyOf(themes);
        objectives = List.copyOf(objectives);
        organisations = List.copyOf(organisations);
        groups = List.copyOf(groups);
        options = List.copyOf(options);
        correlations = List.copyOf(correlations);
        scenarios = List.copyOf(scenarios);
    }

    /** The option that the others are measured against; absent means against nothing being done at no cost. */
    public Optional<Option> businessAsUsual() {
        return options.stream()
                .filter(option -> option.role() == Role.BUSINESS_AS_USUAL)
                .findFirst();
    }

    /** The same proposal, to be appraised under another framework. */
    public Proposal withFramework(String framework) {
        return with(
                new AppraisalSettings(
                        framework,
                        appraisal.baseYear(),
                        appraisal.priceYear(),
                        appraisal.years(),
                        appraisal.timing(),
                        appraisal.currency(),
                        appraisal.confidenceCorrections()),
                options,
                parameters);
    }

    /** The same proposal, to be appraised by other settings. */
    public Proposal withAppraisal(AppraisalSettings settings) {
        return with(settings, options, parameters);
    }

    /** The same proposal with other options. */
    public Proposal withOptions(List<Option> others) {
        return with(appraisal, others, parameters);
    }

    Proposal withParameters(Parameters others) {
        return with(appraisal, options, others);
    }

    /** The ids of the organisations whose costs are public costs. */
    public Set<String> publicBodies() {
        return organisations.stream()
                .filter(Organisation::isPublic)
                .map(Organisation::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Proposal with(AppraisalSettings settings, List<Option> others, Parameters shared) {
        return new Proposal(
                id,
                title,
                summary,
                sponsor,
                place,
                themes,
                objectives,
                settings,
                organisations,
                groups,
                others,
                shared,
                correlations,
                scenarios);
    }
}
