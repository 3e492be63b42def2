package org.worthwhile.attribution;

import org.worthwhile.attribution.causes.CausesDesign;
import org.worthwhile.attribution.did.DifferenceDesign;
import org.worthwhile.attribution.discontinuity.DiscontinuityDesign;
import org.worthwhile.attribution.instrument.InstrumentDesign;
import org.worthwhile.attribution.observational.ObservationalDesign;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;
import org.worthwhile.attribution.panel.PanelDesign;
import org.worthwhile.attribution.synthetic.SyntheticDesign;
import org.worthwhile.attribution.timeseries.SeriesDesign;
import org.worthwhile.attribution.trial.TrialDesign;

/** The designs by which an effect is identified. */
public enum Design {
    RANDOMISED_TRIAL("Randomised trial", new TrialDesign()),
    DIFFERENCE_IN_DIFFERENCES("Difference-in-differences", new DifferenceDesign()),
    SYNTHETIC_CONTROL("Synthetic control", new SyntheticDesign()),
    INTERRUPTED_TIME_SERIES("Interrupted time series", new SeriesDesign()),
    REGRESSION_DISCONTINUITY("Regression discontinuity", new DiscontinuityDesign()),
    INSTRUMENTAL_VARIABLE("Instrumental variable", new InstrumentDesign()),
    OBSERVATIONAL("Observational comparison", new ObservationalDesign()),
    PANEL_REGRESSION("Panel regression", new PanelDesign()),
    MANY_CAUSES("Many causes", new CausesDesign());

    private final String title;
    private final AttributionDesign method;

    Design(String title, AttributionDesign method) {
        this.title = title;
        this.method = method;
    }

    /** What the design is called on screens and in sentences. */
    public String title() {
        return title;
    }

    /** The options of a study that gives these; what it does not give is as is usual. */
    public DesignOptions options(GivenOptions given) {
        return method.options(given);
    }

    /** The options of a study that gives none. */
    public DesignOptions usualOptions() {
        return options(GivenOptions.NONE);
    }

    /** What the design is and does. */
    AttributionDesign method() {
        return method;
    }
}
