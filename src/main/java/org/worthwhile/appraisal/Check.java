package org.worthwhile.appraisal;

import org.worthwhile.proposal.AppraisalSettings;

/**
 * Something about an option that a careful reader would ask about. It informs and never blocks.
 *
 * @param id of the kind of check, the same in every export
 * @param message what was noticed, as a sentence without a full stop
 * @param remedy what can be done, as an imperative clause without a full stop
 */
public record Check(String id, String message, String remedy) {

    static Check outsidePeriod(String line, AppraisalSettings settings) {
        return new Check(
                "outside-period",
                line + " has years outside " + settings.baseYear() + " to " + settings.lastYear()
                        + ", which are not counted",
                "lengthen the appraisal period or mend the years");
    }
}
