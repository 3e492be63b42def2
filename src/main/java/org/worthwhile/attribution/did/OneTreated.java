package org.worthwhile.attribution.did;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.estimation.Inference;

/**
 * One treated unit or cluster among others that are not: how far its effect may be chance is told by what each of the others would
 * show in its place (Conley and Taber 2011, Review of Economics and Statistics 93; Donald and Lang 2007).
 *
 * @param placebos what each of the others would show, at least two
 * @param bySize whether the others are of different sizes, and what they show is brought to that of the treated one (see
 *     {@link SizeVariance})
 * @param variance of the treated one, were it one of the others and of its own size
 * @param degreesOfFreedom of that
 */
record OneTreated(double estimate, double[] placebos, boolean bySize, double variance, double degreesOfFreedom) {

    /**
     * Brings what the others would show to the treated one's size.
     *
     * @param changes what each of the others would show at its own size
     * @param sizes of the others
     */
    static OneTreated of(double estimate, double[] changes, double[] sizes, double size) {
        SizeVariance law = SizeVariance.of(changes, sizes);
        double factor = changes.length / (changes.length - 1.0);
        return new OneTreated(
                estimate,
                law.as(changes, sizes, size),
                SizeVariance.differ(sizes),
                law.at(size) * factor,
                law.degreesOfFreedom(sizes, size) / factor);
    }

    /** Student's t, the one and the others taken to vary alike, or alike at one size. */
    Finding finding(double ofOthers, double level) {
        return Inference.student(degreesOfFreedom, level).finding(estimate, Math.sqrt(variance + ofOthers));
    }

    /** The share of all, the treated one among them, that show at least as much. */
    double pValue() {
        long asGreat = DoubleStream.of(placebos)
                .filter(value -> Math.abs(value) >= Math.abs(estimate) * (1 - 1e-12))
                .count();
        return (asGreat + 1.0) / (placebos.length + 1.0);
    }

    /** That the finding rests on the one varying as the others do, and how many of these show as much. */
    Diagnostic diagnostic() {
        long asGreat = Math.round(pValue() * (placebos.length + 1)) - 1;
        return new Diagnostic(
                "few-treated",
                "Treated units enough",
                Outcome.WARN,
                OptionalDouble.of(1),
                OptionalDouble.of(pValue()),
                "Only one unit or cluster is treated. How far its change is chance is taken from how the "
                        + placebos.length
                        + " others vary"
                        + (bySize
                                ? ", brought to its size by how the variance among them falls with size. That is right only if it"
                                        + " follows the same law, and no method can check that. In its place, "
                                : ", which is right only if it varies as they do, and no method can check that. In its place, ")
                        + asGreat
                        + " of them would show as much; the least that the permutation test could give is a p of "
                        + Rounded.plain(Math.rint(1000.0 / (placebos.length + 1)) / 1000) + ".");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OneTreated one
                && estimate == one.estimate
                && bySize == one.bySize
                && variance == one.variance
                && degreesOfFreedom == one.degreesOfFreedom
                && Arrays.equals(placebos, one.placebos);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(placebos);
    }
}
