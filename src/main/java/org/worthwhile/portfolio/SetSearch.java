package org.worthwhile.portfolio;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Goes through all sets of candidates that keep to rules over scenarios, none or one option of each proposal: proposal by
 * proposal, and no further where what is left cannot mend a rule. It stops after counted work.
 */
final class SetSearch {

    private final double[][] values;
    private final List<ChanceRule> rules;
    private final double[] slacks;
    private final List<List<Integer>> proposals;

    /** By proposal, rule and scenario: the least, and the most, that this proposal and those after it can add. */
    private final double[][][] least;

    private final double[][][] most;

    /** By number of proposals decided. */
    private final double[][] worth;

    private final double[][][] sums;
    private final Deque<Integer> chosen = new ArrayDeque<>();
    private long left;

    /** Told of each set. */
    interface Visitor {

        /**
         * A set.
         *
         * @param chosen candidates by position
         * @param values of the set by scenario, to be read and not kept
         * @return how much work it was, in additions about
         */
        long at(List<Integer> chosen, double[] values);
    }

    /** @param values by candidate and scenario */
    SetSearch(List<Candidate> candidates, double[][] values, List<ChanceRule> rules) {
        this.values = values;
        this.rules = rules;
        this.slacks = rules.stream().mapToDouble(ChanceRule::slack).toArray();
        this.proposals = Candidate.byProposal(candidates);
        int levels = proposals.size() + 1;
        int scenarios = values.length == 0 ? 0 : values[0].length;
        this.worth = new double[levels][scenarios];
        this.sums = perLevel(levels);
        this.least = perLevel(levels);
        this.most = perLevel(levels);
        for (int level = proposals.size() - 1; level >= 0; level--) {
            for (int k = 0; k < rules.size(); k++) {
                bound(level, k);
            }
        }
    }

    private double[][][] perLevel(int levels) {
        double[][][] perLevel = new double[levels][rules.size()][];
        for (double[][] level : perLevel) {
            for (int k = 0; k < rules.size(); k++) {
                level[k] = new double[rules.get(k).scenarios()];
            }
        }
        return perLevel;
    }

    private void bound(int level, int k) {
        double[][] coefficients = rules.get(k).coefficients();
        for (int scenario = 0; scenario < least[level][k].length; scenario++) {
            double low = 0;
            double high = 0;
            for (int i : proposals.get(level)) {
                low = Math.min(low, coefficients[i][scenario]);
                high = Math.max(high, coefficients[i][scenario]);
            }
            least[level][k][scenario] = low + least[level + 1][k][scenario];
            most[level][k][scenario] = high + most[level + 1][k][scenario];
        }
    }

    /**
     * Goes through the sets, in the same order each time.
     *
     * @param mostWork after which it stops, in additions about
     * @return whether it has gone through all
     */
    boolean visit(Visitor visitor, long mostWork) {
        left = mostWork;
        visit(0, visitor);
        return left >= 0;
    }

    private void visit(int level, Visitor visitor) {
        if (left < 0 || isHopeless(level)) {
            return;
        }
        if (level == proposals.size()) {
            left -= visitor.at(List.copyOf(chosen), worth[level]);
            return;
        }
        copy(worth[level], worth[level + 1]);
        for (int k = 0; k < rules.size(); k++) {
            copy(sums[level][k], sums[level + 1][k]);
        }
        visit(level + 1, visitor);
        for (int candidate : proposals.get(level)) {
            add(worth[level], values[candidate], worth[level + 1]);
            for (int k = 0; k < rules.size(); k++) {
                add(sums[level][k], rules.get(k).coefficients()[candidate], sums[level + 1][k]);
            }
            chosen.addLast(candidate);
            visit(level + 1, visitor);
            chosen.removeLast();
        }
    }

    private static void copy(double[] before, double[] after) {
        System.arraycopy(before, 0, after, 0, before.length);
    }

    private void add(double[] before, double[] more, double[] after) {
        left -= after.length;
        for (int scenario = 0; scenario < after.length; scenario++) {
            after[scenario] = before[scenario] + more[scenario];
        }
    }

    /** Whether whatever is still decided leaves a rule broken too often. */
    private boolean isHopeless(int level) {
        for (int k = 0; k < rules.size(); k++) {
            ChanceRule rule = rules.get(k);
            int broken = 0;
            for (int scenario = 0; scenario < sums[level][k].length; scenario++) {
                double sum = sums[level][k][scenario];
                broken += sum + least[level][k][scenario] > rule.upper() + slacks[k]
                                || sum + most[level][k][scenario] < rule.lower() - slacks[k]
                        ? 1
                        : 0;
            }
            left -= sums[level][k].length;
            if (broken > rule.mostBroken()) {
                return true;
            }
        }
        return false;
    }
}
