package org.worthwhile.attribution.did;

import java.util.List;
import java.util.Optional;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.attribution.period.Period;
import org.worthwhile.attribution.trends.TrendSensitivity;

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
        List<TrendSensitivity.Multiple> trendSensitivity,
        List<TrendSensitivity.SlopeChange> trendSmoothness,
        Optional<TrendSensitivity.Breakdown> trendBreakdown)
        implements Details {

    @Override
    public void describe(ResultFields to) {
        to.list(
                        "groupTime",
                        groupTime,
                        (each, of) -> of.period("group", each.group())
                                .period("time", each.time())
                                .estimate(each.estimate(), each.standardError())
                                .flag("reference", each.reference()))
                .object("simple", simple::describe)
                .list(
                        "eventTime",
                        eventTime,
                        (each, of) -> of.number("time", each.time())
                                .estimate(each.estimate(), each.standardError())
                                .flag("reference", each.reference()))
                .object("eventOverall", eventOverall::describe)
                .list(
                        "group",
                        group,
                        (each, of) -> of.period("group", each.group()).estimate(each.estimate(), each.standardError()))
                .object("groupOverall", groupOverall::describe)
                .list(
                        "calendar",
                        calendar,
                        (each, of) -> of.period("time", each.time()).estimate(each.estimate(), each.standardError()))
                .object("calendarOverall", calendarOverall::describe)
                .text("control", control)
                .text("basePeriod", basePeriod)
                .number("anticipation", anticipation)
                .object(
                        "simultaneous",
                        of -> of.number("groupTimeCritical", simultaneous.groupTimeCritical())
                                .number("eventTimeCritical", simultaneous.eventTimeCritical())
                                .number("level", simultaneous.level())
                                .number("draws", simultaneous.draws()))
                .list(
                        "withoutGroup",
                        withoutGroup,
                        (each, of) -> of.period("group", each.group()).estimate(each.estimate(), each.standardError()));
        TrendSensitivity.describe(trendSensitivity, trendSmoothness, trendBreakdown, to);
    }

    /**
     * How many standard errors to each side hold all effects at once.
     *
     * @param level of the bands
     */
    public record Simultaneous(double groupTimeCritical, double eventTimeCritical, double level, int draws) {}

    /** An average over all treated units. */
    public record Average(double estimate, double standardError) {

        void describe(ResultFields to) {
            to.estimate(estimate, standardError);
        }
    }

    /** The effect on a group in a period; a reference is 0 by construction. */
    public record GroupTime(Period group, Period time, double estimate, double standardError, boolean reference) {}

    /** The effect by periods since treatment began. */
    public record EventTime(int time, double estimate, double standardError, boolean reference) {}

    /** The effect on a group over its treated periods. */
    public record Group(Period group, double estimate, double standardError) {}

    /** The effect in a period on all groups treated by then. */
    public record Calendar(Period time, double estimate, double standardError) {}
}
