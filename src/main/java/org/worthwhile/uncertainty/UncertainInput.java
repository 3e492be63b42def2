package org.worthwhile.uncertainty;

import java.util.List;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.InputBounds;

/**
 * An input with how unsure it is.
 *
 * @param path option, line and name, such as {@code community/admissions/effect}
 * @param base its central value; 1 for the value of a unit taken from the library, as a factor on it
 * @param distribution of the input, or of factors on the base where it is relative
 * @param truth what the input stands for, where several inputs stand for the same and so are drawn as one: an evidence
 *     record or a unit value of the library; empty otherwise
 * @param falling whether the input falls as that truth rises
 * @param uses where it stands: at its own path or, of a parameter, wherever that is named
 */
public record UncertainInput(
        String path, double base, Distribution distribution, String truth, boolean falling, List<Use> uses) {

    /**
     * A place at which an input stands.
     *
     * @param name within the line, such as {@code effect} or {@code rampUp/0}
     * @param times what the input is multiplied by there
     */
    public record Use(String option, String line, String name, double times) {

        /** @param path option, line and name */
        static Use of(String path, double times) {
            String[] parts = path.split("/", 3);
            return new Use(parts[0], parts[1], parts[2], times);
        }
    }

    public UncertainInput {
        uses = List.copyOf(uses);
    }

    /** An input of one line. */
    UncertainInput(String path, double base, Distribution distribution, String truth, boolean falling) {
        this(path, base, distribution, truth, falling, List.of(Use.of(path, 1)));
    }

    /** What it can be at all, wherever it stands. */
    InputBounds bounds() {
        return uses.stream()
                .map(use -> InputBounds.of(use.name()).per(use.times()))
                .reduce(InputBounds.NONE, InputBounds::and);
    }

    /** The probability to draw this input at when one for the same truth is drawn at {@code probability}. */
    double together(UncertainInput other, double probability) {
        return falling == other.falling ? probability : Quantile.opposite(probability);
    }

    boolean isSameTruthAs(UncertainInput other) {
        return !truth.isEmpty() && truth.equals(other.truth);
    }
}
