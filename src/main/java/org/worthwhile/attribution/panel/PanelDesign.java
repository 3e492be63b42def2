package org.worthwhile.attribution.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyShape;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/** A panel regression: the coefficient of treatment with covariates and fixed effects. */
public final class PanelDesign implements AttributionDesign {

    @Override
    public DesignOptions options(GivenOptions given) {
        return PanelOptions.of(given);
    }

    @Override
    public List<String> lacking(StudyCase studyCase, StudyShape shape) {
        List<String> lacking = new ArrayList<>();
        if (shape.treatment().isEmpty()) {
            lacking.add("a column treatment of numbers");
        } else if (DoubleStream.of(shape.treatment().get()).distinct().count() < 2) {
            lacking.add("a treatment that varies");
        }
        return lacking;
    }

    @Override
    public Credibility credibility(StudyShape shape) {
        return new Credibility(
                shape.hasPanel() ? 3 : 2,
                "Nothing left out of the model moves both treatment and outcome over time.",
                "A date at which treatment begins in some units and not in others.",
                true);
    }

    @Override
    public boolean comparesUnitsOverTime() {
        return true;
    }

    @Override
    public Attribution attribute(StudyCase studyCase) {
        return new PanelRegression().attribute(studyCase);
    }
}
