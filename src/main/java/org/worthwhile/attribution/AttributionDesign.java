package org.worthwhile.attribution;

import java.util.List;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;

/**
 * A way of attributing an outcome to a cause, and what is to be said of it before it is used. Stateless; the same case always gives
 * the same bits.
 */
public interface AttributionDesign {

    /** The options of a study that gives these; what it does not give is as is usual. */
    DesignOptions options(GivenOptions given);

    /**
     * What a study's columns lack for the design, in words that say what to name or collect; empty where only running the design can
     * tell.
     */
    List<String> lacking(StudyCase studyCase, StudyShape shape);

    /** How credible the design's answers are with data of a shape. */
    Credibility credibility(StudyShape shape);

    /** Whether it compares units over time, so that it matters how many are treated and when. */
    default boolean comparesUnitsOverTime() {
        return false;
    }

    /** Whether what it compares with is the treated unit's own past, so that units are not counted by arm. */
    default boolean comparesWithOwnPast() {
        return false;
    }

    /**
     * Answers the study.
     *
     * @throws org.worthwhile.problem.InvalidInput when the data or the roles do not support the design
     */
    Attribution attribute(StudyCase studyCase);

    /**
     * How credible a design's answers are.
     *
     * @param marylandLevel on the Maryland scientific methods scale, 1 to 5
     * @param assumes what it rests on and data cannot prove
     * @param raise what would make the answer more credible
     * @param secondChoice whether another design of the same level goes before it, as it suits the data better
     */
    record Credibility(int marylandLevel, String assumes, String raise, boolean secondChoice) {}
}
