package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.did.DifferenceOptions.Aggregate;
import org.worthwhile.attribution.did.DifferenceOptions.BasePeriod;
import org.worthwhile.attribution.did.DifferenceOptions.Control;
import org.worthwhile.attribution.did.GroupTimeEffects.AttGt;
import org.worthwhile.attribution.trends.TrendSensitivity;

/** A study by group-time effects: from its data to its answer. */
final class GroupTimeStudy {

    private static final int LEVEL = 3;

    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final Control control;
    private final Aggregate aggregate;
    private final BasePeriod basePeriod;
    private final int anticipation;
    private final DifferenceOptions options;

    GroupTimeStudy(StudyCase studyCase) {
        this.options = studyCase.options(DifferenceOptions.class);
        this.studyCase = studyCase;
        this.roles = studyCase.study().roles();
        this.control = options.control();
        this.aggregate = options.aggregate();
        this.basePeriod = options.basePeriod();
        this.anticipation = options.anticipation();
    }

    Attribution attribute() {
        Observations panel = roles.unit().isPresent()
                ? UnitPanel.of(studyCase, anticipation)
                : CrossSections.of(studyCase, anticipation);
        requireComparison(panel);
        GroupTimeEffects effects = GroupTimeEffects.of(panel, control, basePeriod, anticipation);
        if (effects.effects().stream().noneMatch(AttGt::afterTreatment)) {
            throw studyCase.unusable(
                    "/columns",
                    "no effect after treatment can be estimated",
                    effects.missing().isEmpty()
                            ? "check the columns for time and treatmentStart"
                            : "use fewer covariates, or more data");
        }
        Aggregation aggregation = new Aggregation(panel, effects);
        InfluenceEstimate headline = average(aggregation);
        GroupTimeErrors errors = GroupTimeErrors.of(panel, effects, options);
        Finding finding = errors.headline(this::average);
        GroupTimeChecks checks = new GroupTimeChecks(panel, effects, this::average, options);
        TrendSensitivity sensitivity = new GroupTimeSensitivity(errors, this::average)
                .eventStudy()
                .map(TrendSensitivity::of)
                .orElse(TrendSensitivity.UNKNOWN);
        List<GroupTimeChecks.LeftOut> without = checks.leaveOneGroupOut();
        GroupTimeDetails.Simultaneous simultaneous = simultaneous(panel, effects, aggregation);
        List<Diagnostic> diagnostics =
                new ArrayList<>(List.of(new GroupTimeTrends(errors).before(finding, checks.steps())));
        diagnostics.addAll(GroupTimeReach.diagnostics(panel, effects, studyCase));
        if (errors.arms().hasOneTreated()) {
            diagnostics.add(errors.oneTreated(headline).diagnostic());
        }
        diagnostics.addAll(panel.notes());
        diagnostics.add(sensitivity.diagnostic());
        diagnostics.add(checks.placeboDate());
        diagnostics.add(checks.leaveOneGroupOut(without, headline.estimate()));
        return new Attribution(
                studyCase,
                "group-time",
                estimand(),
                finding,
                panel.rows(),
                panel.members(),
                panel.dropped(),
                effects.effects().stream()
                        .filter(cell -> !cell.reference())
                        .map(cell -> coefficient(
                                "group " + panel.calendar().label(cell.group()) + " in "
                                        + panel.calendar().label(cell.time()),
                                errors.of(cell)))
                        .toList(),
                details(panel, errors, aggregation, simultaneous, without, sensitivity),
                diagnostics,
                series(GroupTimeSeries.of(panel, aggregation, errors, simultaneous, roles.outcomeTitle()), sensitivity),
                conventions(simultaneous, errors),
                assumptions(panel),
                LEVEL,
                StudySize.UNKNOWN);
    }

    private static List<Series> series(List<Series> pictures, TrendSensitivity sensitivity) {
        return Stream.concat(pictures.stream(), sensitivity.series().stream()).toList();
    }

    private List<String> conventions(GroupTimeDetails.Simultaneous simultaneous, GroupTimeErrors errors) {
        return List.of(
                "Standard errors from the influence function, "
                        + (roles.clusters().isEmpty()
                                ? (roles.unit().isPresent() ? "one unit" : "one row") + " independent of another."
                                : "clustered by " + roles.clusters().getFirst() + "."),
                errors.convention(),
                "Intervals are each for itself; bands that hold all effects at once come from " + simultaneous.draws()
                        + " draws of the multiplier bootstrap, seed "
                        + options.seed() + ".",
                roles.covariates().isEmpty()
                        ? (roles.unit().isPresent()
                                ? "Differences of mean changes; no covariates."
                                : "Repeated cross-sections: differences of means in each period; no covariates.")
                        : "Doubly robust in the covariates, taken from the earlier period of each comparison.");
    }

    private List<String> assumptions(Observations panel) {
        return List.of(
                "Without treatment, the treated would have changed as their controls did"
                        + (roles.covariates().isEmpty() ? "." : " with the same covariates."),
                anticipation == 0
                        ? "Nobody changed behaviour before treatment."
                        : "Nobody changed behaviour more than "
                                + panel.calendar().span(anticipation) + " before treatment.",
                "The treatment of some units did not spill over to their controls.");
    }

    private void requireComparison(Observations panel) {
        if (panel.groups().length == 0 && anticipation > 0) {
            throw studyCase.unusable(
                    "/options/anticipation",
                    "no unit becomes treated within the periods and is seen more than "
                            + panel.calendar().span(anticipation) + " before that",
                    "give less anticipation, or use data of earlier periods");
        }
        NoneTreated.refuse(studyCase, panel.groups().length == 0);
        if (!panel.hasNeverTreated() && (control == Control.NEVER_TREATED || panel.groups().length == 1)) {
            throw studyCase.unusable(
                    "/options/control",
                    "no unit stays untreated throughout, so there is nobody to compare with",
                    panel.groups().length == 1 ? "add units that were not treated" : "set control to not-yet-treated");
        }
    }

    private String estimand() {
        String average = switch (aggregate) {
            case SIMPLE -> "over all treated units and periods since their treatment";
            case GROUP -> "over groups of units treated from the same time, weighted by their size";
            case CALENDAR -> "over periods with treated units";
            case EVENT -> "over periods since treatment began";
        };
        return "The average effect of treatment on " + roles.outcomeTitle() + " among the treated, " + average;
    }

    private InfluenceEstimate average(Aggregation aggregation) {
        return switch (aggregate) {
            case SIMPLE -> aggregation.simple();
            case GROUP -> aggregation.groupOverall();
            case CALENDAR -> aggregation.timeOverall();
            case EVENT -> aggregation.eventOverall();
        };
    }

    private GroupTimeDetails.Simultaneous simultaneous(
            Observations panel, GroupTimeEffects effects, Aggregation aggregation) {
        int draws = options.bandDraws();
        return new GroupTimeDetails.Simultaneous(
                SimultaneousBands.critical(
                        effects.effects().stream().map(AttGt::effect).toList(),
                        panel.clusters(),
                        options.level(),
                        draws,
                        options.seed()),
                SimultaneousBands.critical(
                        aggregation.byEventTime().stream()
                                .map(Aggregation.Point::effect)
                                .toList(),
                        panel.clusters(),
                        options.level(),
                        draws,
                        options.seed()),
                options.level(),
                draws);
    }

    private GroupTimeDetails details(
            Observations panel,
            GroupTimeErrors errors,
            Aggregation aggregation,
            GroupTimeDetails.Simultaneous simultaneous,
            List<GroupTimeChecks.LeftOut> without,
            TrendSensitivity sensitivity) {
        return new GroupTimeDetails(
                errors.effects().effects().stream()
                        .map(cell -> new GroupTimeDetails.GroupTime(
                                panel.calendar().period(cell.group()),
                                panel.calendar().period(cell.time()),
                                cell.effect().estimate(),
                                errors.of(cell).standardError(),
                                cell.reference()))
                        .toList(),
                average(errors.of(Aggregation::simple)),
                aggregation.byEventTime().stream()
                        .map(point -> new GroupTimeDetails.EventTime(
                                point.key(),
                                point.effect().estimate(),
                                errors.of(Aggregation.at(point.key(), Aggregation::byEventTime))
                                        .standardError(),
                                point.reference()))
                        .toList(),
                average(errors.of(Aggregation::eventOverall)),
                aggregation.byGroup().stream()
                        .map(point -> new GroupTimeDetails.Group(
                                panel.calendar().period(point.key()),
                                point.effect().estimate(),
                                errors.of(Aggregation.at(point.key(), Aggregation::byGroup))
                                        .standardError()))
                        .toList(),
                average(errors.of(Aggregation::groupOverall)),
                aggregation.byTime().stream()
                        .map(point -> new GroupTimeDetails.Calendar(
                                panel.calendar().period(point.key()),
                                point.effect().estimate(),
                                errors.of(Aggregation.at(point.key(), Aggregation::byTime))
                                        .standardError()))
                        .toList(),
                average(errors.of(Aggregation::timeOverall)),
                control == Control.NEVER_TREATED ? "never-treated" : "not-yet-treated",
                basePeriod == BasePeriod.VARYING ? "varying" : "universal",
                anticipation,
                simultaneous,
                without,
                sensitivity.multiples(),
                sensitivity.slopeChanges(),
                sensitivity.breakdown());
    }

    private static GroupTimeDetails.Average average(Finding found) {
        return new GroupTimeDetails.Average(found.estimate(), found.standardError());
    }

    private static Coefficient coefficient(String term, Finding found) {
        return new Coefficient(
                term,
                found.estimate(),
                found.standardError(),
                found.interval().low(),
                found.interval().high(),
                found.pValue());
    }
}
