package org.worthwhile.uncertainty;

import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.InputKind;

/**
 * An input with how unsure it is.
 *
 * @param path option, line and name, such as {@code community/admissions/effect}
 * @param base its central value; 1 for the value of a unit taken from the library, as a factor on it
 * @param distribution of the input, or of factors on the base where it is relative
 * @param truth what the input stands for, where several inputs stand for the same and so are drawn as one: an evidence
 *     record or a unit value of the library; empty otherwise
 * @param falling whether the input falls as that truth rises
 */
public record UncertainInput(String path, double base, Distribution distribution, String truth, boolean falling) {

    /** The probability to draw this input at when one for the same truth is drawn at {@code probability}. */
    double together(UncertainInput other, double probability) {
        return falling == other.falling ? probability : Quantile.opposite(probability);
    }

    boolean isSameTruthAs(UncertainInput other) {
        return !truth.isEmpty() && truth.equals(other.truth);
    }

    public String option() {
        return path.substring(0, path.indexOf('/'));
    }

    public String line() {
        return path.substring(path.indexOf('/') + 1, path.indexOf('/', path.indexOf('/') + 1));
    }

    public InputKind kind() {
        return InputKind.of(name());
    }

    /** The name within the line, such as {@code effect} or {@code rampUp/0}. */
    public String name() {
        return path.substring(path.indexOf('/', path.indexOf('/') + 1) + 1);
    }
}
