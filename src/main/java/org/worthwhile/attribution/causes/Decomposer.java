package org.worthwhile.attribution.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/** Divides a difference in an outcome among its causes. */
final class Decomposer {

    private final int from;
    private final int to;
    private final long seed;

    Decomposer(int from, int to, long seed) {
        this.from = from;
        this.to = to;
        this.seed = seed;
    }

    /**
     * The change of the mean outcome between two times: the model's terms are the causes, with effects of units and of times
     * held apart; a set of causes is worth what the model expects when they stand as at the end and the others as at the start.
     * The rest is what times bring to all units and what the model does not explain.
     */
    Decomposition shapley(CausesData data) {
        Regression fit =
                Regression.fit(data.outcome(), data.terms(), data.effects(), LinearModel.ones(data.outcome().length));
        double[] moved = data.byGroup(moved(data, fit));
        int k = moved.length;
        Shapley shapley = Shapley.of(
                k,
                members -> {
                    double value = 0;
                    for (int j = 0; j < k; j++) {
                        value += members[j] ? moved[j] : 0;
                    }
                    return value;
                },
                seed);
        return complete(data, shapley.contributions(), shapley.exact());
    }

    /**
     * The difference between two groups' means: what each cause would change if the first group had the second's values at
     * its own coefficients, the rest being differences of coefficients (Kitagawa 1955; Oaxaca 1973; Blinder 1973).
     */
    Decomposition oaxacaBlinder(CausesData data) {
        int[] first = Ends.rowsAt(data.places(), from);
        CausesData own = data.rows(first, new int[first.length]);
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(first.length)));
        terms.addAll(own.terms());
        Regression fit = Regression.fit(own.outcome(), terms, List.of(), LinearModel.ones(first.length));
        return complete(data, data.byGroup(moved(data, fit)), true);
    }

    /** By cause, its coefficient times its change. */
    private double[] moved(CausesData data, Regression fit) {
        double[] change = data.change(from, to);
        double[] moved = new double[change.length];
        for (int j = 0; j < fit.terms().size(); j++) {
            int cause = data.names().indexOf(fit.terms().get(j));
            if (cause >= 0) {
                moved[cause] = fit.coefficients()[j] * change[cause];
            }
        }
        return moved;
    }

    private Decomposition complete(CausesData data, double[] parts, boolean exact) {
        double before = data.mean(data.outcome(), from);
        double after = data.mean(data.outcome(), to);
        double[] all = Arrays.copyOf(parts, parts.length + 1);
        all[parts.length] = after - before - Arrays.stream(parts).sum();
        return new Decomposition(before, after, all, exact);
    }

    /**
     * The share of the outcome's variance that goes with each cause: its gain in R-squared averaged over every order (Lindeman,
     * Merenda and Gold 1980; Gromping 2007, American Statistician 61).
     */
    Decomposition relativeImportance(CausesData data) {
        int n = data.outcome().length;
        double mean = Arrays.stream(data.outcome()).sum() / n;
        double total = Arrays.stream(data.outcome())
                .map(value -> (value - mean) * (value - mean))
                .sum();
        List<Term> all = data.terms();
        Shapley shapley = Shapley.of(
                data.groups().size(),
                members -> {
                    List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(n)));
                    for (int j = 0; j < members.length; j++) {
                        if (members[j]) {
                            data.groups().get(j).forEach(cause -> terms.add(all.get(cause)));
                        }
                    }
                    double left = Regression.fit(data.outcome(), terms, List.of(), LinearModel.ones(n))
                            .residualSumOfSquares();
                    return 1 - left / total;
                },
                seed);
        double[] parts = Arrays.copyOf(shapley.contributions(), data.groups().size() + 1);
        parts[data.groups().size()] = 1 - Arrays.stream(shapley.contributions()).sum();
        return new Decomposition(0, 1, parts, shapley.exact());
    }
}
