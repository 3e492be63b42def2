package org.worthwhile.attribution.instrument;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyShape;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/** An instrumental variable: the effect of treatment by what an instrument moves of it. */
public final class InstrumentDesign implements AttributionDesign {

    @Override
    public DesignOptions options(GivenOptions given) {
        return InstrumentOptions.of(given);
    }

    @Override
    public List<String> lacking(StudyCase studyCase, StudyShape shape) {
        Study.Roles roles = studyCase.study().roles();
        List<String> lacking = new ArrayList<>();
        if (shape.treatment().isEmpty()) {
            lacking.add("a column treatment of numbers");
        }
        if (roles.instruments().isEmpty()) {
            lacking.add("a column instruments: something that moves treatment and nothing else that matters");
        }
        return lacking;
    }

    @Override
    public Credibility credibility(StudyShape shape) {
        return new Credibility(
                4,
                "The instrument moves the outcome only by way of treatment, and is as good as dealt out by chance.",
                "An instrument that was dealt out by lot.",
                true);
    }

    @Override
    public Attribution attribute(StudyCase studyCase) {
        return new InstrumentalVariable().attribute(studyCase);
    }
}
