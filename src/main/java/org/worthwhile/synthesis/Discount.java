package org.worthwhile.synthesis;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.problem.NumberText;

/**
 * By how much less the estimates of a design count: the estimate less a bias, and a variance multiplied and added to, as in Turner,
 * Spiegelhalter, Smith and Thompson (2009), Bias modelling in evidence synthesis.
 *
 * @param design of the studies that it is for
 * @param bias that is taken from the estimate, on the scale of combination
 * @param biasDeviation how sure that bias is, as a standard deviation, whose square is added to the variance
 * @param varianceFactor 1 or more
 * @param reason for it, as its source or its author has it
 */
public record Discount(String design, double bias, double biasDeviation, double varianceFactor, String reason) {

    /** What an estimate comes to. */
    EffectSize of(EffectSize effect) {
        List<String> notes = new ArrayList<>(effect.notes());
        notes.add("discounted as " + design + " (" + reason + "): bias " + NumberText.of(bias)
                + " with standard deviation " + NumberText.of(biasDeviation) + ", variance times "
                + NumberText.of(varianceFactor) + "; it was " + NumberText.of(effect.estimate())
                + " with standard error " + NumberText.of(effect.standardError()));
        return new EffectSize(
                effect.study(),
                effect.estimate() - bias,
                effect.variance() * varianceFactor + biasDeviation * biasDeviation,
                notes);
    }
}
