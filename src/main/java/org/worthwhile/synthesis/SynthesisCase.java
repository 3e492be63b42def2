package org.worthwhile.synthesis;

import java.util.function.Function;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * A meta-analysis as it was read.
 *
 * @param places of its parts, by JSON pointer
 */
public record SynthesisCase(MetaAnalysis question, Function<String, Place> places) {

    /** That a part of it cannot be used. */
    public InvalidInput unusable(String pointer, String what, String remedy) {
        return new InvalidInput(new Problem(places.apply(pointer), what, remedy));
    }
}
