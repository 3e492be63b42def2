package org.worthwhile.attribution.did;

import org.worthwhile.attribution.StudyCase;

/** Studies whose starts of treatment leave all rows untreated, which no estimator can answer. */
final class NoneTreated {

    private NoneTreated() {}

    static void refuse(StudyCase studyCase, boolean noneTreated) {
        if (noneTreated) {
            throw studyCase.unusable(
                    "/columns/treatmentStart",
                    "no unit becomes treated within the periods",
                    "check the column: 0 or blank means never treated");
        }
    }
}
