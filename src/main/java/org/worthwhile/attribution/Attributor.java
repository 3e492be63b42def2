package org.worthwhile.attribution;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.worthwhile.attribution.estimation.NotConvergedException;

/** Answers studies, each by its design. */
public final class Attributor {

    private Attributor() {}

    /**
     * Answers the study.
     *
     * @throws org.worthwhile.problem.InvalidInput when the data or the roles do not support the design, or when an
     *     estimator's iteration does not converge
     */
    public static Attribution attribute(StudyCase studyCase) {
        UsedRoles.require(studyCase);
        StrayCells.require(studyCase);
        Magnitudes.require(studyCase);
        // Looked for beside the design, parts of which leave a processor idle.
        ForkJoinTask<Optional<Diagnostic>> repeats =
                ForkJoinTask.adapt(() -> repeats(studyCase)).fork();
        try {
            Attribution found =
                    checked(studyCase, studyCase.study().design().method().attribute(studyCase));
            Attribution sized = found.with(StudySize.of(studyCase, found));
            return repeats.join().map(sized::with).orElse(sized);
        } catch (SingularMatrixException singular) {
            throw studyCase.unusable(
                    "/columns",
                    "the effect cannot be computed, as columns of the study do not vary or explain one another",
                    "leave out the column that adds nothing, or use other data");
        } catch (NotConvergedException unsolved) {
            throw studyCase.unusable(
                    "/columns",
                    "the fixed effects could not be solved for: the iteration was given up after " + unsolved.steps()
                            + " steps",
                    "use fewer fixed effects, or data in which more rows tie their groups to one another");
        }
    }

    /** An answer whose figures are numbers, with a word where nothing is left to chance. */
    private static Attribution checked(StudyCase studyCase, Attribution found) {
        if (!Double.isFinite(found.estimate()) || !Double.isFinite(found.standardError())) {
            throw studyCase.unusable(
                    "/columns/outcome",
                    "the effect or its standard error cannot be computed from these data",
                    "check that the outcome and the treatment vary, or use more data");
        }
        return found.standardError() > 0 && varies(studyCase)
                ? found
                : found.with(Diagnostic.of(
                        "no-variation",
                        "Something left to chance",
                        Diagnostic.Outcome.WARN,
                        "The outcome does not vary, or units are so alike that the standard error is 0: the data say nothing"
                                + " of how far the estimate is chance."));
    }

    /** A word on rows that repeat another, where no column says whose they are. */
    private static Optional<Diagnostic> repeats(StudyCase studyCase) {
        Study.Roles roles = studyCase.study().roles();
        if (roles.unit().isPresent()) {
            return Optional.empty();
        }
        Sample sample = Sample.of(studyCase, Map.of("/columns/outcome", roles.outcome()), Set.of());
        RepeatedRows repeats = sample.repeatedRows();
        return repeats.repeated() == 0 ? Optional.empty() : repeats.diagnostic(sample.combinations());
    }

    private static boolean varies(StudyCase studyCase) {
        return studyCase.dataset().column(studyCase.study().roles().outcome()).orElseThrow()
                        instanceof Column.Numeric outcome
                && DoubleStream.of(outcome.values())
                                .filter(value -> !Double.isNaN(value))
                                .distinct()
                                .limit(2)
                                .count()
                        > 1;
    }
}
