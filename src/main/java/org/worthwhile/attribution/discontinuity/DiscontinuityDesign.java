package org.worthwhile.attribution.discontinuity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.AttributionDesign;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyShape;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/** A regression discontinuity: the jump in an outcome where a running variable crosses a cutoff. */
public final class DiscontinuityDesign implements AttributionDesign {

    private static final int LEAST_A_SIDE = 10;

    @Override
    public DesignOptions options(GivenOptions given) {
        return DiscontinuityOptions.of(given);
    }

    @Override
    public List<String> lacking(StudyCase studyCase, StudyShape shape) {
        Study.Roles roles = studyCase.study().roles();
        List<String> lacking = new ArrayList<>();
        Optional<String> running = roles.runningVariable().filter(shape.sample()::hasNumbers);
        if (running.isEmpty()) {
            lacking.add("a column runningVariable of numbers with a cutoff that decides treatment");
            return lacking;
        }
        double cutoff = studyCase.study().options() instanceof DiscontinuityOptions options ? options.cutoff() : 0;
        long below = DoubleStream.of(shape.sample().numbers("", running.get()))
                .filter(value -> value < cutoff)
                .count();
        long above = DoubleStream.of(shape.sample().numbers("", running.get()))
                .filter(value -> value >= cutoff)
                .count();
        if (below < LEAST_A_SIDE || above < LEAST_A_SIDE) {
            lacking.add("at least " + LEAST_A_SIDE + " rows on each side of the cutoff " + Column.Numeric.text(cutoff)
                    + "; there are " + below + " and " + above);
        }
        return lacking;
    }

    @Override
    public Credibility credibility(StudyShape shape) {
        return new Credibility(
                4,
                "Nobody could place themselves on one side of the cutoff, and nothing else changes there.",
                "More units near the cutoff; the answer holds only there.",
                false);
    }

    @Override
    public Attribution attribute(StudyCase studyCase) {
        return new RegressionDiscontinuity().attribute(studyCase);
    }
}
