package org.worthwhile.attribution.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Contribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.causes.CausesOptions.Estimator;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/** What is said of a decomposition: whether it adds up, what it leaves unexplained, and how far causes can be told apart. */
record CausesDiagnostics(
        CausesData data, Decomposition found, List<Contribution> contributions, Estimator estimator, int clusters) {

    /** Causes whose variance the others inflate more than this are estimated only roughly. */
    private static final double INFLATED = 10;

    /** A rest that is more of the whole than this is worth a warning. */
    private static final double MUCH_UNEXPLAINED = 0.5;

    /** With fewer, what draws of them show rests on one or two. */
    private static final int FEW_CLUSTERS = 6;

    List<Diagnostic> all() {
        return List.of(addsUp(), unexplained(), collinearity(), order(), drawnClusters());
    }

    private Diagnostic addsUp() {
        double whole = found.after() - found.before();
        double sum =
                contributions.stream().mapToDouble(Contribution::contribution).sum();
        boolean adds = Math.abs(sum - whole) <= 1e-9 * Math.max(1, Math.abs(whole));
        return new Diagnostic(
                "adds-up",
                "Contributions add up",
                adds ? Outcome.PASS : Outcome.FAIL,
                OptionalDouble.of(sum - whole),
                OptionalDouble.empty(),
                "The contributions and the unexplained rest add up to the whole"
                        + (adds ? "." : " but for the difference given."));
    }

    private Diagnostic unexplained() {
        double rest = contributions.getLast().share();
        return new Diagnostic(
                "unexplained",
                "What no cause explains",
                estimator == Estimator.LMG || Math.abs(rest) <= MUCH_UNEXPLAINED ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(rest),
                OptionalDouble.empty(),
                String.format(Locale.ROOT, "%.0f%% of the whole is not explained by these causes.", rest * 100));
    }

    private Diagnostic order() {
        return Diagnostic.of(
                "order",
                "The order of causes",
                Outcome.PASS,
                found.exact()
                        ? "Every order of causes counts alike, so that none is favoured by being named first."
                        : "Orders of causes are sampled with their reverses, so that none is favoured by being named"
                                + " first.");
    }

    private Diagnostic drawnClusters() {
        boolean enough = clusters >= FEW_CLUSTERS;
        return new Diagnostic(
                "clusters",
                "Enough clusters",
                enough ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(clusters),
                OptionalDouble.empty(),
                "There are " + clusters
                        + " clusters to draw, at the end that has fewer, and errors and intervals allow for it"
                        + (enough ? "." : ", but with so few they rest on what one or two of them did."));
    }

    private Diagnostic collinearity() {
        List<String> joint = IntStream.range(0, data.groups().size())
                .filter(group -> data.groups().get(group).size() > 1)
                .mapToObj(data.groupNames()::get)
                .toList();
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(data.outcome().length)));
        data.groups().stream()
                .filter(group -> group.size() == 1)
                .forEach(group -> terms.add(data.terms().get(group.getFirst())));
        List<String> close = IntStream.range(1, terms.size())
                .filter(j -> inflation(terms, j) > INFLATED)
                .mapToObj(j -> terms.get(j).name())
                .toList();
        List<String> sentences = new ArrayList<>();
        if (!joint.isEmpty()) {
            sentences.add("Collinear, so that they are not separately identified and have one share: "
                    + String.join("; ", joint) + ".");
        }
        if (!close.isEmpty()) {
            sentences.add("So close to the others that their parts are identified only roughly: "
                    + String.join(", ", close) + ".");
        }
        return Diagnostic.of(
                "collinear-causes",
                "Causes that move together",
                sentences.isEmpty() ? Outcome.PASS : Outcome.WARN,
                sentences.isEmpty()
                        ? "No cause moves so closely with the others that their parts are not identified."
                        : String.join(" ", sentences));
    }

    /** The variance inflation factor of a term. */
    private static double inflation(List<Term> terms, int j) {
        List<Term> others = new ArrayList<>(terms);
        double[] own = others.remove(j).values();
        double mean = Arrays.stream(own).sum() / own.length;
        double total =
                Arrays.stream(own).map(value -> (value - mean) * (value - mean)).sum();
        double left = Regression.fit(own, others, List.of(), LinearModel.ones(own.length))
                .residualSumOfSquares();
        return total == 0 || left == 0 ? Double.POSITIVE_INFINITY : total / left;
    }
}
