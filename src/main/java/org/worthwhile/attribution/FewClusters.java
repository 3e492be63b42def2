package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.WildClusterBootstrap;
import org.worthwhile.attribution.options.RegressionOptions;

/** Inference of a regression whose clusters are few, where Student's t is too sure. */
final class FewClusters {

    /** With fewer than this the bootstrap's test and interval are the finding's. */
    private static final int VERY_FEW = 12;

    private static final int MOST_CLUSTERS = 1_000;

    private final StudyCase studyCase;
    private final RegressionStudy fit;

    FewClusters(StudyCase studyCase, RegressionStudy fit) {
        this.studyCase = studyCase;
        this.fit = fit;
    }

    /** The finding with the bootstrap's test and interval in place of Student's. */
    Finding finding(String term, Finding finding) {
        List<String> names = studyCase.study().roles().clusters();
        if (names.size() != 1) {
            throw studyCase.unusable(
                    "/options/inference", "the wild cluster bootstrap needs one cluster", "name one under columns");
        }
        int clusters = fit.sample().grouping(names.getFirst()).size();
        if (clusters > MOST_CLUSTERS) {
            throw studyCase.unusable(
                    "/options/inference",
                    "there are " + clusters + " clusters, with which the wild cluster bootstrap is not needed",
                    "leave the option out");
        }
        WildClusterBootstrap bootstrap = bootstrap(term, names.getFirst());
        Interval interval = bootstrap
                .interval(studyCase.study().options().level())
                .orElseThrow(() -> studyCase.unusable(
                        "/options/inference",
                        "with " + clusters + " clusters the wild cluster bootstrap rejects no effect, however large",
                        "use data of more clusters, or leave the option out"));
        return bootstrapped(finding, interval, bootstrap);
    }

    private static Finding bootstrapped(Finding finding, Interval interval, WildClusterBootstrap bootstrap) {
        return new Finding(
                finding.estimate(),
                finding.standardError(),
                interval,
                bootstrap.pValue(0),
                finding.degreesOfFreedom(),
                finding.draws());
    }

    /** Whether the finding is by the bootstrap though the study does not ask for it: its clusters are one set and very few. */
    private boolean bootstrapsByItself() {
        List<String> names = studyCase.study().roles().clusters();
        return fit.kind() == Covariance.Kind.CLUSTER
                && names.size() == 1
                && fit.sample().grouping(names.getFirst()).size() < VERY_FEW;
    }

    /**
     * The finding with the bootstrap's test and interval where clusters are very few; as it is where they are so few that the
     * bootstrap bounds nothing, which is told.
     */
    Finding findingByClusters(String term, Finding finding) {
        if (!bootstrapsByItself()) {
            return finding;
        }
        WildClusterBootstrap bootstrap =
                bootstrap(term, studyCase.study().roles().clusters().getFirst());
        return bootstrap
                .interval(studyCase.study().options().level())
                .map(interval -> bootstrapped(finding, interval, bootstrap))
                .orElse(finding);
    }

    private WildClusterBootstrap bootstrap(String term, String cluster) {
        RegressionOptions options = studyCase.options(RegressionOptions.class);
        return WildClusterBootstrap.of(
                fit.regression(),
                fit.regression().terms().indexOf(term),
                fit.sample().grouping(cluster),
                options.bootstrapDraws(),
                options.seed());
    }

    /** How many clusters there are, and what the bootstrap says of the term where they are few. */
    List<Diagnostic> diagnostics(String term) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        List<String> names = studyCase.study().roles().clusters();
        for (String name : names) {
            ClusterCount count = ClusterCount.of(fit, name, term);
            diagnostics.add(count.diagnostic(fit.kind()));
            if (count.clusters() > 1
                    && count.clusters() < ClusterCount.FEW
                    && names.size() == 1
                    && !count.hasOneTreated()) {
                diagnostics.add(wildBootstrap(term, name));
            }
        }
        return diagnostics;
    }

    private Diagnostic wildBootstrap(String term, String cluster) {
        WildClusterBootstrap bootstrap = bootstrap(term, cluster);
        double level = studyCase.study().options().level();
        double pValue = bootstrap.pValue(0);
        Optional<Interval> interval = bootstrap.interval(level);
        boolean alike = pValue < 1 - level == fit.coefficient(studyCase, term).pValue() < 1 - level;
        return new Diagnostic(
                "wild-bootstrap",
                "As sure with few clusters allowed for",
                alike ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.empty(),
                OptionalDouble.of(pValue),
                (alike
                                ? "A bootstrap made for few clusters comes to the same verdict"
                                : "A bootstrap made for few clusters comes to another verdict")
                        + interval.map(found -> "; its interval is " + Rounded.plain(found.low()) + " to "
                                        + Rounded.plain(found.high()) + ".")
                                .orElse("; it bounds the effect on no side."));
    }
}
