package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.NumberText;
import org.worthwhile.problem.Problem;

/** Whether the numbers of a study have sizes that estimators can compute with. */
final class Magnitudes {

    /** The fourth powers of such numbers, which variances of variances add up, can be held. */
    private static final double LARGEST = 1e60;

    /** If no number of a column is larger, their fourth powers are lost. */
    private static final double LEAST = 1e-60;

    private Magnitudes() {}

    /**
     * Checks every column of numbers that the study names.
     *
     * @throws InvalidInput with every one whose numbers are too large or too small
     */
    static void require(StudyCase studyCase) {
        List<Problem> problems = new ArrayList<>();
        studyCase
                .study()
                .roles()
                .columns()
                .forEach((pointer, name) -> studyCase
                        .dataset()
                        .column(name)
                        .filter(Column.Numeric.class::isInstance)
                        .map(Column.Numeric.class::cast)
                        .ifPresent(column -> {
                            double largest = largest(column);
                            if (largest > LARGEST || (largest > 0 && largest < LEAST)) {
                                problems.add(new Problem(
                                        studyCase.places().apply(pointer),
                                        "the numbers of the column '" + name + "' go up to " + NumberText.of(largest)
                                                + ", which is too " + (largest > LARGEST ? "large" : "small")
                                                + " to compute with",
                                        "give them in another unit"));
                            }
                        }));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    /** The largest size of a number in the column; 0 where there is none. */
    private static double largest(Column.Numeric column) {
        double largest = 0;
        for (double value : column.values()) {
            double size = Math.abs(value);
            // Not so of a missing value.
            if (size > largest) {
                largest = size;
            }
        }
        return largest;
    }
}
