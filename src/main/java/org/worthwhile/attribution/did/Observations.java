package org.worthwhile.attribution.did;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.did.DifferenceOptions.Control;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.period.Calendar;
import org.worthwhile.attribution.period.Starts;

/** What group-time effects are estimated from: units seen again and again, or other ones in each period. */
sealed interface Observations permits UnitPanel, CrossSections {

    Calendar calendar();

    /** The observed periods as indices on the calendar, rising. */
    int[] periods();

    /** The period from which treatment begins, by member: a unit, or a row where units are not seen again. */
    int[] starts();

    /** By member, with mean 1. */
    double[] weights();

    /** Of the members. */
    Grouping clusters();

    List<Dropped> dropped();

    /** What a reader should know of the data. */
    List<Diagnostic> notes();

    /** Rows used. */
    long rows();

    /** The weighted mean outcome of those whose treatment begins at {@code start}; empty where there are none. */
    Optional<Double> mean(int start, int position);

    /**
     * The effect on a group between two periods, by their positions, with each member's influence on it.
     *
     * @return empty where it cannot be estimated
     */
    Optional<InfluenceEstimate> effect(int group, int position, int base, Control control, int anticipation);

    /** The first periods alone, with the treatment of all who were ever treated beginning at {@code start}. */
    Observations asIfFrom(int start, int count);

    /** Each outcome that was seen, with the cluster, period and start of treatment that it belongs to. */
    EarlierVariation.Seen[] seen();

    default int members() {
        return starts().length;
    }

    /** The different starts of treatment within the periods, rising. */
    default int[] groups() {
        return new Starts(starts()).groups();
    }

    default boolean hasNeverTreated() {
        return IntStream.of(starts()).anyMatch(start -> start == Starts.NEVER);
    }

    /** The weighted share of members whose treatment begins at {@code start}. */
    default double share(int start) {
        double sum = 0;
        for (int member = 0; member < members(); member++) {
            sum += starts()[member] == start ? weights()[member] : 0;
        }
        return sum / members();
    }

    /** The position of the last period before {@code start} by more than the anticipation; empty when there is none. */
    default OptionalInt lastBefore(int start, int anticipation) {
        return IntStream.range(0, periods().length)
                .filter(position -> periods()[position] + anticipation < start)
                .reduce((_, later) -> later);
    }

    /** Whether a member serves as a control of changes until {@code later}. */
    static boolean isControl(int start, int later, Control control, int anticipation) {
        return start == Starts.NEVER || (control == Control.NOT_YET_TREATED && start > later + anticipation);
    }
}
