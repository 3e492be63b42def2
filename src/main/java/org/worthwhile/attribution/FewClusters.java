package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.WildClusterBootstrap;
import org.worthwhile.attribution.options.RegressionOptions;

/** Inference of a regression whose clusters are few, where Student's t is too sure. */
final class FewClusters {

    /** Fewer clusters than this leave clustered standard errors too small. */
    private static final int FEW = 30;

    /** Fewer clusters than this in effect, as where few of many are treated, leave them too small as well. */
    private static final double FEW_IN_EFFECT = 15;

    /** With more clusters or rows than these, what they are in effect is not worked out. */
    private static final int MOST_WORKED_OUT = 500;

    private static final int MOST_ROWS = 100_000;

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
        return studyCase.study().options().variance().orElse(Covariance.Kind.CLUSTER) == Covariance.Kind.CLUSTER
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
            Grouping grouping = fit.sample().grouping(name);
            int clusters = grouping.size();
            diagnostics.add(count(name, clusters, inEffect(term, grouping)));
            if (clusters > 1 && clusters < FEW && names.size() == 1) {
                diagnostics.add(wildBootstrap(term, name));
            }
        }
        return diagnostics;
    }

    /** How many clusters of equal say there would have to be for the same degrees of freedom; empty where not worked out. */
    private OptionalDouble inEffect(String term, Grouping clusters) {
        int position = fit.regression().terms().indexOf(term);
        boolean workedOut = position >= 0
                && clusters.size() > 1
                && clusters.size() <= MOST_WORKED_OUT
                && fit.regression().rows() <= MOST_ROWS
                && fit.regression().hasClusterLeverage();
        return workedOut
                ? OptionalDouble.of(fit.regression().clustersInEffect(position, clusters))
                : OptionalDouble.empty();
    }

    private static Diagnostic count(String name, int clusters, OptionalDouble inEffect) {
        boolean few = clusters < FEW;
        boolean uneven = inEffect.isPresent() && !(inEffect.getAsDouble() >= FEW_IN_EFFECT);
        return new Diagnostic(
                "clusters",
                "Enough clusters",
                few || uneven ? Outcome.WARN : Outcome.PASS,
                OptionalDouble.of(clusters),
                OptionalDouble.empty(),
                few
                        ? "There are only " + clusters + " clusters ('" + name + "'); with fewer than " + FEW
                                + " the standard error may be too small and the result look surer than it is. The variance"
                                + " cr2 allows for it."
                        : uneven
                                ? "There are " + clusters + " clusters ('" + name
                                        + "'), but what decides the effect lies in"
                                        + " few of them, as where few are treated: they are worth about "
                                        + Rounded.plain(Math.rint(inEffect.getAsDouble()))
                                        + ", so that the standard error may be too small. The variance cr2 allows for it."
                                : "There are " + clusters + " clusters ('" + name
                                        + "'), enough for standard errors clustered by them.");
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
