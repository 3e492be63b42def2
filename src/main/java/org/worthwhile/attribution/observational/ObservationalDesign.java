package org.worthwhile.attribution.observational;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.DesignNeeds;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyShape;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/** An observational comparison: treated rows against untreated ones made alike in their covariates. */
public final class ObservationalDesign implements AttributionDesign {

    @Override
    public DesignOptions options(GivenOptions given) {
        return ObservationalOptions.of(given);
    }

    @Override
    public List<String> lacking(StudyCase studyCase, StudyShape shape) {
        Study.Roles roles = studyCase.study().roles();
        List<String> lacking = new ArrayList<>();
        DesignNeeds.lackBinary(shape, lacking);
        if (roles.covariates().isEmpty()) {
            lacking.add("covariates: whatever decided who was treated and matters to the outcome");
        }
        return lacking;
    }

    @Override
    public Credibility credibility(StudyShape shape) {
        return new Credibility(
                2,
                "Among units with the same covariates, who was treated had nothing to do with the outcome.",
                "Outcomes of the same units before treatment, for difference-in-differences.",
                false);
    }

    @Override
    public Attribution attribute(StudyCase studyCase) {
        return new ObservationalComparison().attribute(studyCase);
    }
}
