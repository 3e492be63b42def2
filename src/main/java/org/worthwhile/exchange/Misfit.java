package org.worthwhile.exchange;

import java.util.List;
import org.worthwhile.problem.Problem;

/**
 * A part of a text that does not fit its format.
 *
 * @param pointer the JSON pointer of what does not fit
 */
record Misfit(String pointer, Problem problem) {

    /** What is wrong, each said once. */
    static List<Problem> problems(List<Misfit> misfits) {
        return misfits.stream().map(Misfit::problem).distinct().toList();
    }
}
