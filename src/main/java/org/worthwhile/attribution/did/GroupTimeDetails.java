package org.worthwhile.attribution.did;

import java.util.List;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.period.Period;

/** The effects by group and period, and their averages. */
public record GroupTimeDetails(
        List<GroupTime> groupTime,
        Average simple,
        List<EventTime> eventTime,
        Average eventOverall,
        List<Group> group,
        Average groupOverall,
        List<Calendar> calendar,
        Average calendarOverall,
        String control,
        String basePeriod,
        int anticipation,
        Simultaneous simultaneous,
        List<GroupTimeChecks.LeftOut> withoutGroup,
        List<TrendSensitivity.Widened> trendSensitivity)
        implements Details {

    /**
     * How many standard errors to each side hold all effects at once.
     *
     * @param level of the bands
     */
    public record Simultaneous(double groupTimeCritical, double eventTimeCritical, double level, int draws) {}

    /** An average over all treated units. */
    public record Average(double estimate, double standardError) {}

    /** The effect on a group in a period; a reference is 0 by construction. */
    public record GroupTime(Period group, Period time, double estimate, double standardError, boolean reference) {}

    /** The effect by periods since treatment began. */
    public record EventTime(int time, double estimate, double standardError, boolean reference) {}

    /** The effect on a group over its treated periods. */
    public record Group(Period group, double estimate, double standardError) {}

    /** The effect in a period on all groups treated by then. */
    public record Calendar(Period time, double estimate, double standardError) {}
}
