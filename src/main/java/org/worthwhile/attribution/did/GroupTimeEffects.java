package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Column;

/**
 * The average effect on each group of units, treated from the same time, in each period (Callaway and Sant'Anna 2021,
 * Journal of Econometrics 225).
 *
 * @param effects by group and period, rising
 * @param missing group and period of those that could not be estimated, and why
 */
record GroupTimeEffects(List<Cell> effects, List<String> missing) {

    /** Which units serve as controls. */
    enum Control {
        NEVER_TREATED,
        NOT_YET_TREATED
    }

    /** Against which period those before treatment are compared: the one before each, or the last before treatment. */
    enum BasePeriod {
        VARYING,
        UNIVERSAL
    }

    /**
     * One group in one period.
     *
     * @param reference whether the period is the base itself, so that the effect is 0 by construction
     */
    record Cell(double group, double time, boolean reference, Estimated effect) {
        boolean afterTreatment() {
            return time >= group;
        }
    }

    static GroupTimeEffects of(BalancedPanel panel, Control control, BasePeriod basePeriod, int anticipation) {
        List<Cell> cells = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        double lastTime = lastUsable(panel, control, anticipation);
        int firstPeriod = basePeriod == BasePeriod.UNIVERSAL ? 0 : 1;
        for (double group : panel.groups()) {
            OptionalInt before = panel.lastBefore(group, anticipation);
            for (int period = firstPeriod; before.isPresent() && period < panel.times().length; period++) {
                double time = panel.times()[period];
                if (time > lastTime || (control == Control.NOT_YET_TREATED && group > lastTime)) {
                    continue;
                }
                boolean longDifference = basePeriod == BasePeriod.UNIVERSAL || time >= group;
                int base = longDifference ? before.getAsInt() : period - 1;
                if (base == period) {
                    cells.add(new Cell(group, time, true, new Estimated(0, new double[panel.units()])));
                    continue;
                }
                Optional<Estimated> effect = effect(panel, group, period, base, control, anticipation);
                if (effect.isPresent()) {
                    cells.add(new Cell(group, time, false, effect.get()));
                } else {
                    missing.add("group %s in %s".formatted(Column.Numeric.text(group), Column.Numeric.text(time)));
                }
            }
        }
        return new GroupTimeEffects(cells, missing);
    }

    /** Without units that are never treated, the last group can only be a control, and only until it anticipates. */
    private static double lastUsable(BalancedPanel panel, Control control, int anticipation) {
        double[] groups = panel.groups();
        return control == Control.NEVER_TREATED || panel.hasNeverTreated()
                ? Double.MAX_VALUE
                : Math.nextDown(groups[groups.length - 1] - anticipation);
    }

    private static Optional<Estimated> effect(
            BalancedPanel panel, double group, int period, int base, Control control, int anticipation) {
        double later = Math.max(panel.times()[period], panel.times()[base]);
        int[] members = IntStream.range(0, panel.units())
                .filter(unit -> panel.starts()[unit] == group
                        || panel.starts()[unit] == BalancedPanel.NEVER
                        || (control == Control.NOT_YET_TREATED && panel.starts()[unit] > later + anticipation))
                .toArray();
        boolean[] treated = new boolean[members.length];
        double[] changes = new double[members.length];
        double[] weights = new double[members.length];
        double[][] columns = new double[panel.covariates().size() + 1][members.length];
        Arrays.fill(columns[0], 1);
        int earlierPeriod = Math.min(period, base);
        for (int i = 0; i < members.length; i++) {
            int unit = members[i];
            treated[i] = panel.starts()[unit] == group;
            changes[i] = panel.outcomes()[unit][period] - panel.outcomes()[unit][base];
            weights[i] = panel.weights()[unit];
            for (int j = 1; j < columns.length; j++) {
                columns[j][i] = panel.covariates().get(j - 1)[unit][earlierPeriod];
            }
        }
        if (IntStream.range(0, treated.length).allMatch(i -> treated[i])) {
            return Optional.empty();
        }
        return TwoPeriods.estimate(changes, treated, columns, weights)
                .map(effect -> spread(effect, members, panel.units()));
    }

    /** The influence over all units: those that took no part have none, and the others as much more. */
    private static Estimated spread(TwoPeriods effect, int[] members, int units) {
        double[] influence = new double[units];
        double factor = (double) units / members.length;
        for (int i = 0; i < members.length; i++) {
            influence[members[i]] = factor * effect.influence()[i];
        }
        return new Estimated(effect.estimate(), influence);
    }
}
