package org.worthwhile.attribution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Term;

/**
 * How many clusters there are, how many of them are treated, and what they are worth for a term.
 *
 * @param name of the clusters' column
 * @param treated clusters with a treated row; empty where the term is not yes or no
 * @param inEffect how many clusters of equal say would leave as many degrees of freedom; empty where not worked out
 */
record ClusterCount(String name, int clusters, Optional<Integer> treated, OptionalDouble inEffect) {

    /** Fewer clusters than this leave usual clustered standard errors too small. */
    static final int FEW = 30;

    /** Fewer clusters than this in effect, as where few of many are treated, leave them too small as well. */
    private static final double FEW_IN_EFFECT = 15;

    /** With fewer, an error that allows for their number still rests on what one or two of them did. */
    private static final int VERY_FEW = 6;

    static ClusterCount of(RegressionStudy fit, String name, String term) {
        Grouping clusters = fit.sample().grouping(name);
        int position = fit.regression().terms().indexOf(term);
        boolean workedOut = position >= 0
                && clusters.size() > 1
                && UsualVariance.kind(fit.regression(), List.of(clusters), Covariance.Kind.CLUSTER)
                        == Covariance.Kind.CR2;
        return new ClusterCount(
                name,
                clusters.size(),
                fit.terms().stream()
                        .filter(given -> given.name().equals(term))
                        .findFirst()
                        .flatMap(given -> treated(given, clusters)),
                workedOut
                        ? OptionalDouble.of(fit.regression().clustersInEffect(position, clusters))
                        : OptionalDouble.empty());
    }

    private static Optional<Integer> treated(Term term, Grouping clusters) {
        boolean[] treated = new boolean[clusters.size()];
        for (int row = 0; row < term.values().length; row++) {
            double value = term.values()[row];
            if (value != 0 && value != 1) {
                return Optional.empty();
            }
            treated[clusters.codes()[row]] |= value == 1;
        }
        int count = 0;
        for (boolean own : treated) {
            count += own ? 1 : 0;
        }
        return Optional.of(count);
    }

    /** Whether a single one is treated, whose own variation nothing shows. */
    boolean hasOneTreated() {
        return treated.filter(count -> count == 1).isPresent() && clusters > 1;
    }

    private boolean fewTreated() {
        return treated.filter(count -> count < VERY_FEW).isPresent();
    }

    /** What is said of them with errors of a kind. */
    Diagnostic diagnostic(Covariance.Kind kind) {
        boolean uneven = inEffect.isPresent() && !(inEffect.getAsDouble() >= FEW_IN_EFFECT);
        boolean allowed = kind == Covariance.Kind.CR2;
        boolean doubtful = fewTreated() || (allowed ? clusters < VERY_FEW : clusters < FEW || uneven);
        return new Diagnostic(
                "clusters",
                "Enough clusters",
                doubtful ? Outcome.WARN : Outcome.PASS,
                OptionalDouble.of(clusters),
                OptionalDouble.empty(),
                counted() + (allowed ? allowedFor(doubtful) : plain(uneven)));
    }

    private String counted() {
        return "There are " + clusters + " clusters ('" + name + "')"
                + treated.map(count -> count == clusters
                                ? ", all of them treated at some time"
                                : ", " + count + " of them treated")
                        .orElse("");
    }

    private String allowedFor(boolean doubtful) {
        if (hasOneTreated()) {
            return ": how far its outcome is chance cannot be seen in it, and is taken from how the others vary, which holds only if"
                    + " it varies as they do.";
        }
        return "; the standard error and its "
                + (inEffect.isPresent() ? Rounded.plain(Math.rint(10 * (inEffect.getAsDouble() - 1)) / 10) + " " : "")
                + "degrees of freedom allow for their number"
                + (doubtful ? ", but with so few the finding rests on what one or two of them did." : ".");
    }

    private String plain(boolean uneven) {
        if (clusters < FEW) {
            return "; with fewer than " + FEW
                    + " the standard error may be too small and the result look surer than it is. The variance cr2 allows for it.";
        }
        if (uneven || fewTreated()) {
            return ", but what decides the effect lies in few of them"
                    + (inEffect.isPresent()
                            ? ": they are worth about " + Rounded.plain(Math.rint(inEffect.getAsDouble()))
                            : "")
                    + ", so that the standard error may be too small. The variance cr2 allows for it.";
        }
        return ", enough for standard errors clustered by them.";
    }
}
