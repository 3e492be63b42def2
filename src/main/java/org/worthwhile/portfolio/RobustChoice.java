package org.worthwhile.portfolio;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.uncertainty.Spread;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/**
 * How the choice holds up when values and costs are uncertain, and what else would be chosen then.
 *
 * @param draws how many scenarios there were
 * @param impossible in how many of them no choice keeps to the constraints at what candidates cost there
 * @param criteria by which sets are compared
 * @param belongs by candidate, the share of scenarios in whose best choice it is, at what candidates are worth and cost there
 * @param chosen the choice as appraised
 * @param choices the best set by each criterion among those that may be chosen; none where no such set was found
 * @param compared how many sets were compared
 */
public record RobustChoice(
        int draws,
        int impossible,
        Criteria criteria,
        List<Belonging> belongs,
        SetOutcome chosen,
        List<BestSet> choices,
        long compared) {
    public RobustChoice {
        belongs = List.copyOf(belongs);
        choices = List.copyOf(choices);
    }

    /**
     * By which sets are compared, and which may be chosen.
     *
     * @param tail the share of scenarios, the worst for a set, over which its conditional value at risk is the mean
     * @param keeping the least probability with which a set must keep to the budget, to each limit and to each minimum share, one by
     *     one; where absent a set must keep to them as appraised
     */
    public record Criteria(double tail, OptionalDouble keeping) {

        /** The worst tenth, and limits kept as appraised. */
        public static final Criteria USUAL = new Criteria(0.1, OptionalDouble.empty());

        public Criteria {
            if (!(tail > 0 && tail <= 1 && keeping.orElse(1) >= 0 && keeping.orElse(1) <= 1)) {
                throw new IllegalArgumentException("Not shares: " + tail + ", " + keeping);
            }
        }
    }

    /** The probability that a candidate is part of the best choice. */
    public record Belonging(String candidate, Estimate probability) {}

    /** What is made as large, or as small, as possible. */
    public enum Criterion {
        /** The largest mean value; the least mean regret comes to the same. */
        EXPECTED_VALUE,

        /** The largest mean value in the scenarios that are worst for the set. */
        CONDITIONAL_VALUE_AT_RISK,

        /** The smallest regret in the scenario in which it is greatest. */
        MINIMAX_REGRET;

        /** What a set comes to by it. */
        public double of(SetOutcome set) {
            return switch (this) {
                case EXPECTED_VALUE -> set.value().mean().value();
                case CONDITIONAL_VALUE_AT_RISK -> set.conditionalValueAtRisk().value();
                case MINIMAX_REGRET -> set.greatestRegret();
            };
        }
    }

    /**
     * The best set that was found.
     *
     * @param bound the largest mean value, or mean of the lowest values, that no set that may be chosen exceeds over these scenarios;
     *     the smallest greatest regret that none comes below
     * @param proven whether none is better
     */
    public record BestSet(Criterion criterion, SetOutcome set, double bound, boolean proven) {}

    /**
     * What a set comes to over the scenarios. Regret is how much less it is worth than that set, of those that may be chosen,
     * which is worth most in the scenario.
     *
     * @param value of the objective
     * @param cost the present value of net public cost
     * @param conditionalValueAtRisk the mean value in the scenarios that are worst for the set
     * @param limits the budget, the limits and the minimum shares
     * @param expectedRegret at most where the sets were not all compared
     * @param greatestRegret likewise
     */
    public record SetOutcome(
            List<String> candidates,
            Spread value,
            Spread cost,
            Estimate conditionalValueAtRisk,
            List<LimitRisk> limits,
            Estimate expectedRegret,
            double greatestRegret) {
        public SetOutcome {
            candidates = List.copyOf(candidates);
            limits = List.copyOf(limits);
        }
    }

    /**
     * How sure it is that a set keeps to what it must.
     *
     * @param words what that is, as a clause
     * @param broken the probability that it does not
     * @param limit the most that may be used; absent for a minimum share
     * @param use what the set uses of it; absent for a minimum share
     */
    public record LimitRisk(String words, Estimate broken, OptionalDouble limit, Optional<Spread> use) {}
}
