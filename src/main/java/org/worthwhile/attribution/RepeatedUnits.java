package org.worthwhile.attribution;

import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;

/**
 * Units that stand in more than one row, whose rows say less than as many units would: they count together, unless the study
 * says otherwise.
 *
 * @param units that are different
 * @param rows in which they stand
 * @param studyCase clustered by unit where the study names neither clusters nor another variance
 */
public record RepeatedUnits(int units, int rows, StudyCase studyCase) {

    /** Looks for repeats; the case is left as it is where there are none, or no column names units. */
    public static RepeatedUnits of(StudyCase studyCase, Sample sample) {
        Optional<Grouping> units = studyCase.study().roles().unit().map(sample::grouping);
        int count = units.map(Grouping::size).orElse(sample.size());
        boolean clusterable = count > 1
                && count < sample.size()
                && studyCase.study().options().roles().contains(Role.CLUSTER);
        return new RepeatedUnits(
                count,
                sample.size(),
                clusterable
                        ? studyCase.clusteredBy(studyCase.study().roles().unit().orElseThrow())
                        : studyCase);
    }

    /** What is said of repeats where each unit should stand once; empty without any. */
    public Optional<Diagnostic> diagnostic() {
        if (units == rows) {
            return Optional.empty();
        }
        Study study = studyCase.study();
        boolean together = !study.roles().clusters().isEmpty()
                && study.options().variance().orElse(Covariance.Kind.CLUSTER).isClustered();
        return Optional.of(new Diagnostic(
                "repeated-units",
                "Each unit once",
                Outcome.WARN,
                OptionalDouble.of(rows - units),
                OptionalDouble.empty(),
                "Some units stand in more than one row: there are " + rows + " rows of " + units + " units. "
                        + (together
                                ? "Rows are counted together by "
                                        + String.join(" and ", study.roles().clusters())
                                        + ", so that repeats do not make the result look surer. "
                                : "They are counted as if each row were a unit of its own, so that the result looks surer"
                                        + " than it is. ")
                        + "Check whether rows were repeated by mistake."));
    }
}
