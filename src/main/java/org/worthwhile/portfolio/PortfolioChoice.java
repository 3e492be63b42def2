package org.worthwhile.portfolio;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * The best choice within a budget, or within limits on spending.
 *
 * @param constraints that it keeps to
 * @param chosen at most one option of each proposal
 * @param interactions of which both sides could be chosen, in the order of the constraints, with what became of them
 * @param value of the objective
 * @param cost the present value of net public cost
 * @param proven whether no better choice exists; otherwise the solver stopped before it could tell
 * @param gap how much more at most a better choice could be worth; 0 when proven
 * @param byRatio what taking options in order of value for each pound of public cost would have chosen
 * @param lossByRatio how much less that is worth; absent where it does not keep to the constraints
 * @param frontier the best value at rising budgets, the choice's own among them
 * @param steps the budgets at which the best value rises, rising
 * @param nextPound the value that each pound of the next tenth of the budget would add on average; absent at a budget of zero and
 *     without one
 * @param largerBudget how much more the best choice is worth when no budget holds it down; 0 where a larger budget alone would buy
 *     nothing more; absent where the search stopped before that was known
 * @param shadowPrice the value that one more pound would add if parts of options could be chosen; absent where it is not known and without
 *     a budget
 * @param binding the constraints without any one of which a better choice was found, the one that costs most first
 * @param limits what the choice makes of the budget and of each limit
 * @param leftOut the options that are not chosen, in the order of candidates
 * @param nearBest the sets that are worth most
 */
public record PortfolioChoice(
        Constraints constraints,
        List<Candidate> chosen,
        List<InteractionEffect> interactions,
        double value,
        double cost,
        boolean proven,
        double gap,
        List<Candidate> byRatio,
        OptionalDouble lossByRatio,
        List<FrontierPoint> frontier,
        List<Step> steps,
        OptionalDouble nextPound,
        OptionalDouble largerBudget,
        OptionalDouble shadowPrice,
        List<Binding> binding,
        List<LimitUse> limits,
        List<LeftOut> leftOut,
        NearBest nearBest) {
    public PortfolioChoice {
        chosen = List.copyOf(chosen);
        interactions = List.copyOf(interactions);
        byRatio = List.copyOf(byRatio);
        frontier = List.copyOf(frontier);
        steps = List.copyOf(steps);
        binding = List.copyOf(binding);
        limits = List.copyOf(limits);
        leftOut = List.copyOf(leftOut);
    }

    /** Whether the best of every budget is known. */
    public boolean knowsAllSteps() {
        return IntStream.range(0, steps.size()).allMatch(this::isProven);
    }

    /** Whether no budget from that of a step to that of the next buys more. */
    public boolean isProven(int step) {
        return steps.get(step).provenTo() >= nextCost(step);
    }

    /** Up to where a step goes: what the next one costs, or the largest budget that was tried. */
    public double nextCost(int step) {
        return step + 1 < steps.size()
                ? steps.get(step + 1).cost()
                : Math.max(frontier.getLast().budget(), steps.getLast().cost());
    }

    /**
     * A constraint that costs value.
     *
     * @param words what it says, as a clause
     * @param loss how much more a choice without it is worth
     */
    public record Binding(String words, double loss) {}

    /**
     * What a choice makes of a limit.
     *
     * @param words what the limit is, as a clause
     * @param use what the choice takes from it
     * @param valueOfMore what one more pound of it would add if parts of options could be chosen; absent where that is not known
     * @param valueOfLess what one pound less would take away then; absent also where nothing keeps to the constraints then
     */
    public record LimitUse(
            String words, double limit, double use, OptionalDouble valueOfMore, OptionalDouble valueOfLess) {

        /** What is left of it. */
        public double slack() {
            return limit - use;
        }
    }

    /**
     * An option that is not chosen.
     *
     * @param loss how much less the best choice found with it is worth; absent where none was found
     * @param least how much less any choice with it is worth at least; absent where no choice was found
     * @param displaced what is chosen and would not be then, another option of its proposal among it
     */
    public record LeftOut(
            Candidate candidate,
            Verdict verdict,
            OptionalDouble loss,
            OptionalDouble least,
            List<Candidate> displaced) {
        public LeftOut {
            displaced = List.copyOf(displaced);
        }

        /** What is known of a choice with the option in it. */
        public enum Verdict {
            LOSES,

            /** The search stopped before the best choice with it was proven best. */
            LOSES_AT_MOST,

            /** No choice with it keeps to the constraints. */
            IMPOSSIBLE,

            /** The search stopped before it found a choice with it, or that there is none. */
            UNKNOWN,

            /** There are too many options to choose anew with each; others come closer to being chosen. */
            NOT_SOUGHT
        }
    }

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

    /**
     * A set that is worth more than all that cost as little.
     *
     * @param provenTo the budget up to which it is proven that no more can be bought; its cost where that is not proven at all
     */
    public record Step(double cost, double value, List<String> options, double provenTo) {
        public Step {
            options = List.copyOf(options);
        }
    }
}
