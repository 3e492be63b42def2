package org.worthwhile.attribution.trial;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.DesignNeeds;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyShape;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/** A randomised trial: treatment was dealt out by chance. */
public final class TrialDesign implements AttributionDesign {

    @Override
    public DesignOptions options(GivenOptions given) {
        return TrialOptions.of(given);
    }

    @Override
    public List<String> lacking(StudyCase studyCase, StudyShape shape) {
        Study.Roles roles = studyCase.study().roles();
        List<String> lacking = new ArrayList<>();
        DesignNeeds.lackBinary(shape, lacking);
        if (studyCase.study().design() != Design.RANDOMISED_TRIAL
                && roles.strata().isEmpty()) {
            lacking.add(
                    "that treatment was dealt out by chance, which no data show: say so with this design or its strata");
        }
        return lacking;
    }

    @Override
    public Credibility credibility(StudyShape shape) {
        return new Credibility(
                5,
                "Treatment was dealt out by chance, and those whose outcome is unknown are like the others.",
                "Nothing ranks higher; larger arms and fewer lost outcomes make it surer.",
                false);
    }

    @Override
    public Attribution attribute(StudyCase studyCase) {
        return new RandomisedTrial().attribute(studyCase);
    }
}
