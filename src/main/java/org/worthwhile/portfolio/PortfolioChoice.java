package org.worthwhile.portfolio;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The best choice within a budget.
 *
 * @param constraints that it keeps to
 * @param chosen at most one option of each proposal
 * @param value of the objective
 * @param cost the present value of net public cost
 * @param proven whether no better choice exists; otherwise the solver stopped before it could tell
 * @param gap how much more at most a better choice could be worth; 0 when proven
 * @param byRatio what taking options in order of value for each pound of public cost would have chosen
 * @param lossByRatio how much less that is worth; absent where it does not keep to the constraints
 * @param frontier the best value at rising budgets, the choice's own among them
 * @param nextPound the value that each pound of the next tenth of the budget would add on average; absent at a budget of zero
 * @param largerBudget how much more the best choice is worth when no budget holds it down; 0 where a larger budget alone would buy
 *     nothing more; absent where the search stopped before that was known
 * @param shadowPrice the value that one more pound would add if parts of options could be chosen; absent where it is not known
 * @param binding the constraints without any one of which a better choice was found, the one that costs most first
 */
public record PortfolioChoice(
        Constraints constraints,
        List<Candidate> chosen,
        double value,
        double cost,
        boolean proven,
        double gap,
        List<Candidate> byRatio,
        OptionalDouble lossByRatio,
        List<FrontierPoint> frontier,
        OptionalDouble nextPound,
        OptionalDouble largerBudget,
        OptionalDouble shadowPrice,
        List<Binding> binding) {
    public PortfolioChoice {
        chosen = List.copyOf(chosen);
        byRatio = List.copyOf(byRatio);
        frontier = List.copyOf(frontier);
        binding = List.copyOf(binding);
    }

    /**
     * A constraint that costs value.
     *
     * @param words what it says, as a clause
     * @param loss how much more a choice without it is worth
     */
    public record Binding(String words, double loss) {}

    /**
     * The best value that a budget can buy, and the options that give it.
     *
     * @param proven whether it is proven that no more can be bought
     */
    public record FrontierPoint(double budget, double value, double cost, List<String> options, boolean proven) {
        public FrontierPoint {
            options = List.copyOf(options);
        }
    }
}
