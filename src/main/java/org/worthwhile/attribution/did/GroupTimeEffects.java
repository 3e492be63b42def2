package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.worthwhile.attribution.did.DifferenceOptions.BasePeriod;
import org.worthwhile.attribution.did.DifferenceOptions.Control;
import org.worthwhile.attribution.period.Starts;

/**
 * The average effect on each group of units, treated from the same time, in each period (Callaway and Sant'Anna 2021,
 * Journal of Econometrics 225).
 *
 * @param effects by group and period, rising
 * @param missing group and period of those that could not be estimated, and why
 */
record GroupTimeEffects(List<AttGt> effects, List<String> missing) {

    /**
     * The effect on one group in one period, both as indices on the calendar.
     *
     * @param reference whether the period is the base itself, so that the effect is 0 by construction
     */
    record AttGt(int group, int time, boolean reference, InfluenceEstimate effect) {
        boolean afterTreatment() {
            return time >= group;
        }
    }

    static GroupTimeEffects of(Observations panel, Control control, BasePeriod basePeriod, int anticipation) {
        List<AttGt> cells = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        int lastTime = lastUsable(panel, control, anticipation);
        int firstPeriod = basePeriod == BasePeriod.UNIVERSAL ? 0 : 1;
        for (int group : panel.groups()) {
            OptionalInt before = panel.lastBefore(group, anticipation);
            for (int period = firstPeriod; before.isPresent() && period < panel.periods().length; period++) {
                int time = panel.periods()[period];
                if (time > lastTime || (control == Control.NOT_YET_TREATED && group > lastTime)) {
                    continue;
                }
                boolean longDifference = basePeriod == BasePeriod.UNIVERSAL || time >= group;
                int base = longDifference ? before.getAsInt() : period - 1;
                if (base == period) {
                    cells.add(new AttGt(group, time, true, new InfluenceEstimate(0, new double[panel.members()])));
                    continue;
                }
                Optional<InfluenceEstimate> effect = panel.effect(group, period, base, control, anticipation);
                if (effect.isPresent()) {
                    cells.add(new AttGt(group, time, false, effect.get()));
                } else {
                    missing.add("group " + panel.calendar().label(group) + " in "
                            + panel.calendar().label(time));
                }
            }
        }
        return new GroupTimeEffects(cells, missing);
    }

    /** Without units that are never treated, the last group can only be a control, and only until it anticipates. */
    static int lastUsable(Observations panel, Control control, int anticipation) {
        int[] groups = panel.groups();
        return control == Control.NEVER_TREATED || panel.hasNeverTreated()
                ? Starts.NEVER
                : groups[groups.length - 1] - anticipation - 1;
    }
}
