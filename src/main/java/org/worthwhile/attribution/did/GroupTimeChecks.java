package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.did.DifferenceOptions.BasePeriod;
import org.worthwhile.attribution.did.DifferenceOptions.Control;
import org.worthwhile.attribution.did.GroupTimeEffects.AttGt;
import org.worthwhile.attribution.period.Period;

/**
 * How an average of group-time effects holds against other dates, without any one group, and where trends are not parallel.
 *
 * @param average the average asked for
 */
record GroupTimeChecks(
        Observations panel,
        GroupTimeEffects effects,
        Function<Aggregation, InfluenceEstimate> average,
        DifferenceOptions options) {

    /** The average without one group. */
    record LeftOut(Period group, double estimate, double standardError) {}

    List<LeftOut> leaveOneGroupOut() {
        List<LeftOut> found = new ArrayList<>();
        for (int group : panel.groups()) {
            List<AttGt> rest = effects.effects().stream()
                    .filter(cell -> cell.group() != group)
                    .toList();
            if (rest.stream().anyMatch(AttGt::afterTreatment)) {
                Finding without = GroupTimeErrors.of(panel, new GroupTimeEffects(rest, List.of()), options)
                        .of(average);
                found.add(new LeftOut(panel.calendar().period(group), without.estimate(), without.standardError()));
            }
        }
        return found;
    }

    Diagnostic leaveOneGroupOut(List<LeftOut> without, double estimate) {
        String id = "leave-one-group-out";
        String title = "Without any one group";
        if (without.size() < 2) {
            return Diagnostic.of(
                    id,
                    title,
                    Outcome.INFO,
                    "Only of units treated from one time can an effect be estimated, so none can be left out.");
        }
        double least = without.stream().mapToDouble(LeftOut::estimate).min().orElseThrow();
        double most = without.stream().mapToDouble(LeftOut::estimate).max().orElseThrow();
        boolean alike = least * estimate > 0 && most * estimate > 0;
        return Diagnostic.of(
                id,
                title,
                alike ? Outcome.PASS : Outcome.WARN,
                String.format(
                        Locale.UK,
                        "Leaving out those treated from any one time, the estimate lies between %s and %s%s",
                        Rounded.plain(least),
                        Rounded.plain(most),
                        alike ? "." : ": its direction hangs on one group."));
    }

    /** Treatment made to begin half-way through the periods before anybody was treated, where there was none. */
    Diagnostic placeboDate() {
        String id = "placebo-date";
        String title = "A made-up earlier start";
        int first = panel.groups()[0] - options.anticipation();
        int[] before =
                IntStream.of(panel.periods()).filter(period -> period < first).toArray();
        if (before.length < 2 || !panel.hasNeverTreated()) {
            return Diagnostic.of(
                    id,
                    title,
                    Outcome.INFO,
                    before.length < 2
                            ? "There are too few periods before treatment to try one."
                            : "There are no units that are never treated to try one with.");
        }
        Observations earlier = panel.asIfFrom(before[before.length / 2], before.length);
        GroupTimeEffects found = GroupTimeEffects.of(earlier, Control.NEVER_TREATED, BasePeriod.VARYING, 0);
        if (found.effects().stream().noneMatch(AttGt::afterTreatment)) {
            return Diagnostic.of(id, title, Outcome.INFO, "There are too few units like the treated to try one.");
        }
        Finding effect =
                GroupTimeErrors.of(earlier, found, options.ofPlaceboDate()).of(Aggregation::simple);
        return PreTrends.placebo(effect.estimate(), effect.pValue());
    }

    /** Periods from the base to those averaged over, on average: by how many times its size a drift a period moves the average. */
    double steps() {
        return average.apply(new Aggregation(panel, stepsFromBase())).estimate();
    }

    /** The effects with the number of periods from the base in place of each, to be averaged in the same way. */
    private GroupTimeEffects stepsFromBase() {
        return new GroupTimeEffects(
                effects.effects().stream()
                        .map(cell -> new AttGt(
                                cell.group(),
                                cell.time(),
                                cell.reference(),
                                new InfluenceEstimate(steps(cell), new double[panel.members()])))
                        .toList(),
                List.of());
    }

    private double steps(AttGt cell) {
        int base = panel.lastBefore(cell.group(), options.anticipation()).orElseThrow();
        return Math.abs(cell.time() - panel.periods()[base]);
    }
}
