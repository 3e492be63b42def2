package org.worthwhile.attribution.causes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.QrLeastSquares;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;

/**
 * Which causes the data do not identify apart from one another, because some are sums of others: they share one contribution,
 * and no order of columns decides whose it is.
 */
final class JointCauses {

    /** What a cause adds to the sum of others, as a share of it, below which it has no part in it. */
    private static final double NO_PART = 1e-7;

    private final StudyCase studyCase;
    private final CausesData data;
    private final List<Term> terms;
    private final List<Grouping> effects;
    private final boolean hasIntercept;

    /**
     * Looks at the causes.
     *
     * @param effects that the model takes out; without any it has an intercept
     */
    JointCauses(StudyCase studyCase, CausesData data, List<Grouping> effects) {
        this.studyCase = studyCase;
        this.data = data;
        this.terms = data.terms();
        this.effects = effects;
        this.hasIntercept = effects.isEmpty();
    }

    /**
     * The causes in groups, those that are identified alone: connected where one is a sum of the others, which is the same
     * whatever the order of columns.
     *
     * @param change of each cause between the two ends, which must be the same sum; empty where it does not matter
     * @throws org.worthwhile.problem.InvalidInput if a cause is not identified apart from the effects of units and times
     */
    List<List<Integer>> groups(double[] change) {
        int k = terms.size();
        int[] group = IntStream.range(0, k).toArray();
        Regression fit = fit(data.outcome(), terms);
        List<Integer> kept = IntStream.range(0, k)
                .filter(cause -> fit.terms().contains(terms.get(cause).name()))
                .boxed()
                .toList();
        List<Term> entered = kept.stream().map(terms::get).toList();
        for (int cause = 0; cause < k; cause++) {
            if (!kept.contains(cause)) {
                double[] parts = parts(cause, entered);
                double sum = 0;
                double size = 0;
                boolean any = false;
                for (int j = 0; j < parts.length; j++) {
                    if (parts[j] != 0) {
                        any = true;
                        join(group, kept.get(j), cause);
                        sum += change.length == 0 ? 0 : parts[j] * change[kept.get(j)];
                        size += change.length == 0 ? 0 : Math.abs(parts[j] * change[kept.get(j)]);
                    }
                }
                requireIdentified(cause, any, change.length == 0 ? 0 : change[cause] - sum, size, change.length > 0);
            }
        }
        return IntStream.of(group)
                .distinct()
                .mapToObj(first -> IntStream.range(0, k)
                        .filter(cause -> group[cause] == first)
                        .boxed()
                        .toList())
                .toList();
    }

    private void requireIdentified(int cause, boolean hasParts, double difference, double size, boolean matters) {
        boolean same = Math.abs(difference) <= 1e-6 * Math.max(size, Math.abs(difference - size));
        if (matters && (!hasParts || !same)) {
            throw studyCase.unusable(
                    "/columns/causes",
                    "'" + terms.get(cause).name() + "' does not vary apart from "
                            + (hasIntercept ? "a constant" : "what units and times have in common")
                            + (hasParts ? " and the other causes" : "")
                            + ", so that its contribution is not identified",
                    "leave it out, or use data in which it varies between units at one time");
        }
    }

    private Regression fit(double[] response, List<Term> regressors) {
        List<Term> all = new ArrayList<>();
        if (hasIntercept) {
            all.add(LinearModel.intercept(response.length));
        }
        all.addAll(regressors);
        return Regression.fit(response, all, effects, LinearModel.ones(response.length));
    }

    /** How many of each entered cause make up another; 0 for those that have no part in it. */
    private double[] parts(int cause, List<Term> entered) {
        Regression relation = fit(terms.get(cause).values(), entered);
        double[] parts = new double[entered.size()];
        double[] lengths = QrLeastSquares.lengths(relation.regressors());
        double whole = 0;
        double[] contributions = new double[parts.length];
        for (int j = 0; j < parts.length; j++) {
            int position = relation.terms().indexOf(entered.get(j).name());
            if (position >= 0) {
                parts[j] = relation.coefficients()[position];
                contributions[j] = Math.abs(parts[j]) * lengths[position];
                whole = Math.max(whole, contributions[j]);
            }
        }
        double[] own = terms.get(cause).values();
        double least = NO_PART * Math.max(whole, 1e-6 * Math.sqrt(Matrices.dot(own, own)));
        Arrays.setAll(parts, j -> contributions[j] > least ? parts[j] : 0);
        return parts;
    }

    private static void join(int[] group, int first, int second) {
        int from = Math.max(group[first], group[second]);
        int to = Math.min(group[first], group[second]);
        for (int i = 0; i < group.length; i++) {
            group[i] = group[i] == from ? to : group[i];
        }
    }
}
