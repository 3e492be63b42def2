package org.worthwhile.attribution.causes;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyShape;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/** Many causes: what each contributes to a change, a difference or a variance. */
public final class CausesDesign implements AttributionDesign {

    @Override
    public DesignOptions options(GivenOptions given) {
        return CausesOptions.of(given);
    }

    @Override
    public List<String> lacking(StudyCase studyCase, StudyShape shape) {
        Study.Roles roles = studyCase.study().roles();
        List<String> lacking = new ArrayList<>();
        if (roles.causes().size() < 2) {
            lacking.add("at least two columns of causes");
        }
        if (shape.time().isEmpty()) {
            lacking.add("a column time of numbers, years or dates");
        }
        return lacking;
    }

    @Override
    public Credibility credibility(StudyShape shape) {
        return new Credibility(
                shape.hasPanel() ? 3 : 2,
                "The causes named are all that moved the outcome together with them.",
                "Variation in each cause that the others do not share.",
                true);
    }

    @Override
    public Attribution attribute(StudyCase studyCase) {
        return new ManyCauses().attribute(studyCase);
    }
}
