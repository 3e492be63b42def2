package org.worthwhile.attribution.did;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.did.GroupTimeEffects.Control;
import org.worthwhile.attribution.estimation.Grouping;

/** What group-time effects are estimated from: the same units in every period, or other ones in each. */
sealed interface Observations permits BalancedPanel, CrossSections {

    double NEVER = Double.POSITIVE_INFINITY;

    /** The periods, rising. */
    double[] times();

    /** When treatment begins, by member: a unit, or a row where units are not seen again. */
    double[] starts();

    /** By member, with mean 1. */
    double[] weights();

    /** Of the members. */
    Grouping clusters();

    List<Dropped> dropped();

    /** Rows used. */
    long rows();

    /** The weighted mean outcome of those whose treatment begins at {@code start}; empty where there are none. */
    Optional<Double> mean(double start, int period);

    /**
     * The effect on a group between two periods, with each member's influence on it.
     *
     * @return empty where it cannot be estimated
     */
    Optional<Estimated> effect(double group, int period, int base, Control control, int anticipation);

    /** The first periods alone, with the treatment of all who were ever treated beginning at {@code start}. */
    Observations asIfFrom(double start, int periods);

    default int members() {
        return starts().length;
    }

    /** The different starts of treatment within the periods, rising. */
    default double[] groups() {
        return DoubleStream.of(starts())
                .filter(start -> start < NEVER)
                .distinct()
                .sorted()
                .toArray();
    }

    default boolean hasNeverTreated() {
        return DoubleStream.of(starts()).anyMatch(start -> start == NEVER);
    }

    /** The weighted share of members whose treatment begins at {@code start}. */
    default double share(double start) {
        double sum = 0;
        for (int member = 0; member < members(); member++) {
            sum += starts()[member] == start ? weights()[member] : 0;
        }
        return sum / members();
    }

    /** The last period before {@code start} by more than the anticipation; empty when there is none. */
    default OptionalInt lastBefore(double start, int anticipation) {
        return IntStream.range(0, times().length)
                .filter(period -> times()[period] + anticipation < start)
                .reduce((_, later) -> later);
    }

    /** Whether a member serves as a control of changes until {@code later}. */
    static boolean isControl(double start, double later, Control control, int anticipation) {
        return start == NEVER || (control == Control.NOT_YET_TREATED && start > later + anticipation);
    }
}
