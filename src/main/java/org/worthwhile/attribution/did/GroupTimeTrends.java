package org.worthwhile.attribution.did;

import java.util.List;
import java.util.Optional;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.did.GroupTimeEffects.AttGt;
import org.worthwhile.attribution.estimation.JointTest;
import org.worthwhile.attribution.options.DifferenceOptions.BasePeriod;
import org.worthwhile.attribution.options.DifferenceOptions.Control;

/** Whether groups and their controls moved together before treatment, allowing for how few units there may be. */
record GroupTimeTrends(Control control, BasePeriod basePeriod, int anticipation) {

    /** The diagnostic. */
    Diagnostic before(Observations panel, GroupTimeEffects effects) {
        List<AttGt> cells = effects.effects().stream()
                .filter(cell -> !cell.afterTreatment() && !cell.reference())
                .toList();
        List<InfluenceEstimate> before = cells.stream().map(AttGt::effect).toList();
        List<Arms> arms = cells.stream().map(cell -> arms(panel, cell)).toList();
        double[] estimates =
                before.stream().mapToDouble(InfluenceEstimate::estimate).toArray();
        Optional<JointTest> test = arms.stream().allMatch(Arms::areMany)
                ? JointTest.ofMany(estimates, InfluenceEstimate.covariance(before, panel.clusters()))
                : JointTest.of(estimates, Arms.covariance(before, arms, panel.clusters()), Arms.fewest(before, arms));
        return PreTrends.diagnostic(test, before.size());
    }

    /** A group and those that it is compared with before its treatment. */
    private Arms arms(Observations panel, AttGt cell) {
        int later = basePeriod == BasePeriod.UNIVERSAL ? cell.group() - 1 - anticipation : cell.time();
        return Arms.of(
                panel.clusters(),
                member -> panel.starts()[member] == cell.group(),
                member -> Observations.isControl(panel.starts()[member], later, control, anticipation));
    }
}
