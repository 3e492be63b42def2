package org.worthwhile.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An estimate of an effect on an outcome, and where it comes from.
 *
 * @param outcome the outcome that was measured
 * @param unit the outcome's unit
 * @param estimate the effect
 * @param standardError of the estimate
 * @param degreesOfFreedom of Student's t, where that is its sampling distribution; without them it is normal
 * @param draws of its sampling distribution; empty when only the standard error is known
 * @param per what one unit of treatment is, in words
 * @param datasetFingerprint SHA-256 of the dataset, for evidence from a study
 * @param verified whether somebody has checked it against its source
 * @param diagnosticsFailed the ids of the checks that the study did not pass
 */
public record Evidence(
        String id,
        String title,
        String outcome,
        String unit,
        double estimate,
        double standardError,
        OptionalDouble degreesOfFreedom,
        List<Double> draws,
        String per,
        Source source,
        Optional<String> datasetFingerprint,
        LocalDate date,
        String software,
        boolean verified,
        List<String> diagnosticsFailed) {
    public Evidence {
        draws = List.copyOf(draws);
        diagnosticsFailed = List.copyOf(diagnosticsFailed);
    }

    /** Where an estimate comes from. */
    public sealed interface Source {

        /**
         * A study of this program or another.
         *
         * @param level on the Maryland scientific methods scale, 1 to 5
         */
        record Study(String study, String design, String estimator, OptionalInt level) implements Source {}

        /** A publication or another document, as a reader would look it up. */
        record Citation(String citation) implements Source {}
    }
}
