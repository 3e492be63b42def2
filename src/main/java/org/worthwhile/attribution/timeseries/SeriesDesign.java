package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.DesignNeeds;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyShape;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/** An interrupted time series: one series before and after an interruption. */
public final class SeriesDesign implements AttributionDesign {

    private static final int LONG_SERIES = 12;

    @Override
    public DesignOptions options(GivenOptions given) {
        return SeriesOptions.of(given);
    }

    @Override
    public List<String> lacking(StudyCase studyCase, StudyShape shape) {
        List<String> lacking = new ArrayList<>();
        if (shape.time().isEmpty()) {
            lacking.add("a column time of numbers, years or dates");
        } else if (DoubleStream.of(shape.time().get()).distinct().count()
                != shape.time().get().length) {
            lacking.add("one row for each time; leave one place, or add them up");
        } else if (shape.time().get().length < LONG_SERIES) {
            lacking.add("at least " + LONG_SERIES + " times");
        }
        if (!(studyCase.study().options() instanceof SeriesOptions options)
                || options.start().isEmpty()) {
            DesignNeeds.lackBinary(shape, lacking);
        }
        return lacking;
    }

    @Override
    public Credibility credibility(StudyShape shape) {
        return new Credibility(
                2,
                "The trend before would have gone on, and nothing else happened at that time.",
                "A series of a place without the change, as a control.",
                true);
    }

    @Override
    public boolean comparesWithOwnPast() {
        return true;
    }

    @Override
    public Attribution attribute(StudyCase studyCase) {
        return new InterruptedTimeSeries().attribute(studyCase);
    }
}
