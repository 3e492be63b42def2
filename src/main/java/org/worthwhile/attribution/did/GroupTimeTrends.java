package org.worthwhile.attribution.did;

import java.util.Arrays;
import java.util.List;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.did.DifferenceOptions.BasePeriod;
import org.worthwhile.attribution.did.GroupTimeEffects.AttGt;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.JointTest;

/** Whether groups and their controls moved together before treatment, allowing for how few units there may be. */
record GroupTimeTrends(GroupTimeErrors errors) {

    /**
     * The diagnostic.
     *
     * @param headline what a drift would move
     * @param steps by how many times its size a drift a period would
     */
    Diagnostic before(Finding headline, double steps) {
        List<AttGt> cells = errors.effects().effects().stream()
                .filter(cell -> !cell.afterTreatment() && !cell.reference())
                .toList();
        List<InfluenceEstimate> before = cells.stream().map(AttGt::effect).toList();
        List<Arms> arms = cells.stream().map(errors::arms).toList();
        Grouping clusters = errors.panel().clusters();
        double[] estimates =
                before.stream().mapToDouble(InfluenceEstimate::estimate).toArray();
        double[] slopes = cells.stream().mapToDouble(this::slope).toArray();
        if (errors.isOfLargeSamples()) {
            double[][] covariance = InfluenceEstimate.covariance(before, clusters);
            return PreTrends.diagnostic(
                    JointTest.ofMany(estimates, covariance),
                    before.size(),
                    DetectableDrift.of(slopes, covariance, Double.POSITIVE_INFINITY, steps),
                    headline);
        }
        double[][] covariance = Arms.covariance(before, arms, clusters);
        double freedom = Arms.fewest(before, arms);
        return PreTrends.diagnostic(
                JointTest.of(estimates, covariance, freedom),
                before.size(),
                DetectableDrift.of(slopes, covariance, freedom, steps),
                headline);
    }

    /** What a drift by 1 a period adds to an effect before treatment: the periods from its base. */
    private double slope(AttGt cell) {
        Observations panel = errors.panel();
        int base = errors.options().basePeriod() == BasePeriod.UNIVERSAL
                ? panel.lastBefore(cell.group(), errors.options().anticipation())
                        .orElseThrow()
                : Arrays.binarySearch(panel.periods(), cell.time()) - 1;
        return cell.time() - panel.periods()[base];
    }
}
