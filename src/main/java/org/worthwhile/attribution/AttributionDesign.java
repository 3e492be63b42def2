package org.worthwhile.attribution;

/** A way of attributing an outcome to a cause. Stateless; the same case always gives the same bits. */
public interface AttributionDesign {

    /**
     * Answers the study.
     *
     * @throws org.worthwhile.problem.InvalidInput when the data or the roles do not support the design
     */
    Attribution attribute(StudyCase studyCase);
}
