package org.worthwhile.attribution.synthetic;

import java.util.List;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.DesignNeeds;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyShape;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/** A synthetic control: treated units against a weighted mixture of others. */
public final class SyntheticDesign implements AttributionDesign {

    private static final int LONG_BEFORE = 8;

    @Override
    public DesignOptions options(GivenOptions given) {
        return SyntheticOptions.of(given);
    }

    @Override
    public List<String> lacking(StudyCase studyCase, StudyShape shape) {
        Study.Roles roles = studyCase.study().roles();
        List<String> lacking = DesignNeeds.beforeAndAfter(studyCase, shape);
        if (lacking.isEmpty()) {
            if (roles.treatment().isEmpty()) {
                lacking.add("a column treatment of 0 and 1");
            }
            if (shape.timesBefore() < LONG_BEFORE) {
                lacking.add("at least " + LONG_BEFORE + " times before treatment, of which there are "
                        + shape.timesBefore());
            }
            if (shape.differentStarts() > 1) {
                lacking.add("treatment that begins at one time");
            }
        }
        return lacking;
    }

    @Override
    public Credibility credibility(StudyShape shape) {
        return new Credibility(
                3,
                "A blend of untreated units that moved as the treated did would have gone on doing so.",
                "A longer series before treatment, or more untreated units that resemble the treated.",
                !shape.hasFewTreated());
    }

    @Override
    public boolean comparesUnitsOverTime() {
        return true;
    }

    @Override
    public Attribution attribute(StudyCase studyCase) {
        return new SyntheticControl().attribute(studyCase);
    }
}
