package org.worthwhile.portfolio;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.DualSimplex.End;
import org.worthwhile.portfolio.WorkingBasis.Basis;

/**
 * Searches for the best choice by branch and bound (Land and Doig 1960, Econometrica 28): depth first, a column chosen or
 * not, with the bound and the prices of the relaxation at every node. What a column loses at those prices at least tells
 * which columns cannot belong to a better choice. Of proposals that are alike, only one way round is searched.
 */
final class BranchAndBound {

    /** A choice that is better by no more than this share of all values is not told from the best. */
    private static final double EQUAL = 1e-12;

    private static final int MOST_PIVOTS = 50_000;

    private final IntegerProgramme programme;
    private final List<Rule> rules;
    private final DualSimplex simplex;
    private final Deque<SearchNode> waiting = new ArrayDeque<>();
    private final double equal;
    private final long mostWork;
    private final boolean anyWillDo;
    private final BestFound best;
    private final Basis root;
    private OptionalInt forced = OptionalInt.empty();
    private long work;

    /**
     * What was found.
     *
     * @param best the best choice; empty where none was found
     * @param value what it is worth
     * @param bound that no choice exceeds; its value where the search came to the end
     * @param finished whether it did, so that the best is proven, or that there is none
     */
    record Result(Optional<boolean[]> best, double value, double bound, boolean finished) {}

    /**
     * The choices that are worth most.
     *
     * @param found from the best down
     * @param proven how many of them are proven to be those that are worth most
     * @param bound that no other choice exceeds
     */
    record Ranking(List<BestFound.Found> found, int proven, double bound) {}

    private BranchAndBound(
            CoverCuts.Tightened tightened, List<Rule> rules, int count, long mostWork, boolean anyWillDo) {
        this.best = new BestFound(count);
        this.programme = tightened.programme();
        this.root = tightened.basis();
        this.work = tightened.work();
        this.rules = rules;
        this.mostWork = mostWork;
        this.anyWillDo = anyWillDo;
        this.simplex = new DualSimplex(programme);
        this.equal = EQUAL
                * Arrays.stream(programme.choices())
                        .mapToDouble(columns -> Arrays.stream(columns)
                                .mapToDouble(j -> Math.abs(programme.values()[j]))
                                .max()
                                .orElse(0))
                        .sum();
    }

    /**
     * The best choice.
     *
     * @param rules that the programme was made of
     * @param known choices to begin with, of which those that break a rule are not used
     * @param mostWork after which it ends unfinished, in multiplications about
     */
    static Result best(IntegerProgramme programme, List<Rule> rules, List<boolean[]> known, long mostWork) {
        BranchAndBound search = new BranchAndBound(CoverCuts.of(programme), rules, 1, mostWork, false);
        known.forEach(search::offer);
        return search.run();
    }

    /**
     * The best choice with a candidate in it; other parameters as for {@link #best}.
     *
     * @param candidate by position
     */
    static Result with(int candidate, CoverCuts.Tightened tightened, List<Rule> rules, long mostWork) {
        BranchAndBound search = new BranchAndBound(tightened, rules, 1, mostWork, false);
        search.forced = OptionalInt.of(candidate);
        search.work = 0;
        return search.run();
    }

    /** Some choice that keeps to the rules; parameters as for {@link #best}. */
    static Result any(IntegerProgramme programme, List<Rule> rules, long mostWork) {
        return new BranchAndBound(CoverCuts.of(programme), rules, 1, mostWork, true).run();
    }

    /**
     * The choices that are worth most; other parameters as for {@link #best}.
     *
     * @param programme in which no proposals count as alike, as one way round is another choice
     * @param count how many at most
     */
    static Ranking ranking(
            IntegerProgramme programme, List<Rule> rules, List<boolean[]> known, int count, long mostWork) {
        BranchAndBound search = new BranchAndBound(CoverCuts.of(programme), rules, count, mostWork, false);
        known.forEach(search::offer);
        double bound = search.run().bound();
        List<BestFound.Found> found = search.best.all();
        int proven = (int) found.stream()
                .filter(each -> each.value() >= bound - search.equal)
                .count();
        return new Ranking(found, proven, bound);
    }

    private Result run() {
        search();
        boolean finished = waiting.stream().noneMatch(node -> canImprove(node.bound()));
        double least = best.threshold();
        double bound = finished
                ? least
                : waiting.stream().mapToDouble(SearchNode::bound).reduce(least, Math::max);
        return best.all().stream()
                .findFirst()
                .map(first -> new Result(Optional.of(first.choice()), first.value(), Math.max(bound, least), finished))
                .orElse(new Result(Optional.empty(), Double.NEGATIVE_INFINITY, bound, finished));
    }

    private void search() {
        Optional<int[][]> choices = programme.choicesWith(forced);
        if (choices.isPresent()) {
            waiting.push(new SearchNode(
                    IntStream.range(0, programme.choices().length).toArray(),
                    choices.get(),
                    new int[0],
                    0,
                    new double[programme.rules()],
                    root,
                    Double.POSITIVE_INFINITY));
        }
        while (!waiting.isEmpty() && work + simplex.work() <= mostWork && !(anyWillDo && !best.isEmpty())) {
            SearchNode node = waiting.pop();
            if (canImprove(node.bound())) {
                expand(node);
            }
        }
    }

    private boolean canImprove(double bound) {
        return bound > best.threshold() + equal;
    }

    private void expand(SearchNode node) {
        Optional<int[][]> left = node.withinRules(programme);
        if (left.isEmpty()) {
            return;
        }
        int[][] open = left.get();
        End end = simplex.solve(open, node.fixedSums(), node.basis(), MOST_PIVOTS);
        if (end == End.INFEASIBLE
                && LagrangianBound.contradicts(programme, open, simplex.contradiction(), node.fixedSums())) {
            return;
        }
        LagrangianBound bound =
                LagrangianBound.of(programme, open, simplex.basis().prices(), node.fixedValue(), node.fixedSums());
        double most = Math.min(node.bound(), bound.value());
        if (!canImprove(most)) {
            return;
        }
        Rounding.of(programme, open, node.fixedSums(), simplex.basis(), bound)
                .filter(columns -> node.fixedValue() + value(columns) > best.threshold())
                .ifPresent(columns -> offer(chosen(node.fixed(), columns)));
        work += (long) Arrays.stream(open).mapToInt(columns -> columns.length).sum() * (programme.rules() + 4) * 4;
        if (canImprove(most)) {
            branch(node, worthKeeping(open, bound), most);
        }
    }

    /** Takes over a choice that keeps to the rules and is better. */
    private void offer(boolean[] choice) {
        double value = 0;
        for (int i = 0; i < choice.length; i++) {
            value += choice[i] ? programme.values()[i] : 0;
        }
        if (value > best.threshold() && rules.stream().allMatch(rule -> rule.holds(choice))) {
            best.add(choice, value);
        }
    }

    private double value(int[] columns) {
        double value = 0;
        for (int column : columns) {
            value += programme.values()[column];
        }
        return value;
    }

    private boolean[] chosen(int[] fixed, int[] columns) {
        boolean[] choice = new boolean[programme.candidates()];
        IntStream.concat(IntStream.of(fixed), IntStream.of(columns))
                .filter(j -> j < choice.length)
                .forEach(j -> choice[j] = true);
        return choice;
    }

    /** The columns that lose less than what the bound leaves to gain. */
    private int[][] worthKeeping(int[][] open, LagrangianBound bound) {
        double spare = bound.value() - best.threshold() - equal;
        int[][] kept = open.clone();
        for (int p = 0; p < kept.length; p++) {
            double[] reduced = bound.reduced()[p];
            double least = bound.best()[p] - spare;
            int[] columns = open[p];
            int count = 0;
            for (double one : reduced) {
                count += one >= least ? 1 : 0;
            }
            if (count < columns.length) {
                kept[p] = IntStream.range(0, columns.length)
                        .filter(place -> reduced[place] >= least)
                        .map(place -> columns[place])
                        .toArray();
            }
        }
        return kept;
    }

    /**
     * Sets aside the choices without a column, and goes on with those that have it: the column that is most of the proposal
     * that is shared most evenly.
     */
    private void branch(SearchNode node, int[][] open, double bound) {
        int proposal = -1;
        int column = -1;
        double undecided = -1;
        for (int e = 0; e < simplex.basis().size(); e++) {
            int p = simplex.basis().enteredAt(e);
            for (int j : open[p]) {
                double share = simplex.basis().share(p, j);
                double even = Math.min(share, 1 - share);
                if (open[p].length > 1
                        && (even > undecided
                                || p == proposal && share > simplex.basis().share(p, column))) {
                    undecided = even;
                    proposal = p;
                    column = j;
                }
            }
        }
        for (int p = 0; p < open.length && proposal < 0; p++) {
            if (open[p].length > 1) {
                proposal = p;
                int key = simplex.basis().key(p);
                column = IntStream.of(open[p]).anyMatch(j -> j == key) ? key : open[p][0];
            }
        }
        if (proposal >= 0) {
            SearchNode closed = node.closed(programme, open, simplex.basis(), bound);
            int place = Arrays.binarySearch(closed.proposals(), node.proposals()[proposal]);
            waiting.push(closed.without(programme, place, column));
            waiting.push(closed.with(place, column));
        } else {
            offer(chosen(
                    node.fixed(),
                    IntStream.range(0, open.length).map(p -> open[p][0]).toArray()));
        }
    }
}
