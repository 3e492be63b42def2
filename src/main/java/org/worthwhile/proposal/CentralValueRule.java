package org.worthwhile.proposal;

import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.NumberText;

/**
 * Whether the central value of an input, on which the appraisal rests, and the distribution beside it, from which the
 * simulation draws, can be of the same input. The commonest mistake is to enter values where factors on the central value
 * are meant, or the other way round.
 */
public final class CentralValueRule {

    /** A central value further outside than half its own size, and than the range is wide, is no choice but a slip. */
    private static final double FAR = 0.5;

    private static final double ROUNDING = 1e-9;
    private static final double AS_LIKELY_AS_NOT = 0.5;

    private final double value;
    private final Distribution distribution;
    private @Nullable DistributionRange range;

    private CentralValueRule(double value, Distribution distribution) {
        this.value = value;
        this.distribution = distribution;
    }

    /**
     * What is plainly wrong: the central value lies far outside the distribution, or outside it but inside if the
     * parameters are read the other way, as values instead of factors or as factors instead of values.
     *
     * @param figure in the input's units, with a distribution without a {@link Distribution#fault}, or none
     */
    public static Optional<Fault> conflict(Figure figure) {
        return figure.uncertainty()
                .flatMap(distribution -> new CentralValueRule(figure.value(), distribution).conflict());
    }

    /**
     * What is doubtful but may be meant: the central value lies outside the distribution though not far, equals the mode
     * of factors on it, or counts in full an event that will probably not happen.
     *
     * @param figure for which there is no {@link #conflict}
     */
    public static Optional<Fault> doubt(Figure figure) {
        return figure.uncertainty().flatMap(distribution -> new CentralValueRule(figure.value(), distribution).doubt());
    }

    private Optional<Fault> conflict() {
        if (isInside()) {
            return Optional.empty();
        }
        if (isInsideReadTheOtherWay()) {
            return Optional.of(new Fault(
                    misfit(),
                    distribution.relative()
                            ? "untick As factors (in a file, relative: false) if the parameters are values and not factors,"
                                    + " or mend the value or the parameters"
                            : "tick As factors (in a file, relative: true) if the parameters are factors on the value, or"
                                    + " mend the value or the parameters"));
        }
        double centre = centre();
        double distance = range().distance(centre);
        return distance > range().width() && distance > FAR * Math.abs(centre)
                ? Optional.of(new Fault(misfit(), "mend the value or the distribution's parameters"))
                : Optional.empty();
    }

    private Optional<Fault> doubt() {
        if (!isInside()) {
            return Optional.of(new Fault(misfit(), "mend the value or the distribution, or say why it lies outside"));
        }
        if (distribution instanceof Distribution.Event(double probability) && probability < AS_LIKELY_AS_NOT) {
            return Optional.of(new Fault(
                    "the central value " + NumberText.of(value)
                            + " counts in full what happens with a probability of only " + NumberText.of(probability),
                    "enter the value times its probability where the appraisal should count what is expected"));
        }
        if (distribution.relative() && value != 1 && distribution.likeliest().equals(OptionalDouble.of(value))) {
            return Optional.of(new Fault(
                    "the central value " + NumberText.of(value)
                            + " is also the most likely of the factors on it, which would make it "
                            + NumberText.of(value * value),
                    "untick As factors (in a file, relative: false) if the parameters are values and not factors"));
        }
        return Optional.empty();
    }

    /** What should lie inside the distribution. */
    private double centre() {
        return distribution.relative() ? 1 : value;
    }

    private DistributionRange range() {
        if (range == null) {
            range = distribution.range();
        }
        return range;
    }

    private boolean isInside() {
        return distribution.holds(centre()) || range().distance(centre()) <= ROUNDING * Math.abs(centre());
    }

    /** Factors on 0 are all alike, and one that only just reaches 1 may be a value as well. */
    private boolean isInsideReadTheOtherWay() {
        return distribution.relative()
                ? distribution.holds(value) && value != 0
                : value != 0 && range().low() < 1 && 1 < range().high();
    }

    private String misfit() {
        String bounds = NumberText.grouped(range().low()) + " to " + NumberText.grouped(range().high());
        return "the central value " + NumberText.grouped(value) + " lies outside its distribution, "
                + (distribution.relative()
                        ? "whose factors of " + bounds + " make it " + NumberText.grouped(value * range().low())
                                + " to " + NumberText.grouped(value * range().high())
                        : "which runs from " + bounds);
    }
}
