package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;

/** What a choice among proposals must keep to. */
public final class ChoiceInputs {

    private ChoiceInputs() {}

    /**
     * The constraints of a file and a budget besides.
     *
     * @param models the folder of model packs, which holds the schemas
     * @param file of constraints
     * @param budget in the place of that of the file
     * @param among the proposals to choose among
     * @throws InvalidInput with every problem of the file, if the proposals are not in the same money, or without a budget or any
     *     limit on spending
     */
    public static Constraints constraints(
            Path models, Optional<Path> file, OptionalDouble budget, List<Proposal> among) {
        requireSameMoney(among);
        Constraints complete = limits(models, file, budget, among);
        if (!complete.limitMoney()) {
            throw new InvalidInput(new Problem(
                    Place.of("portfolio"),
                    "there is no budget",
                    "give --budget, or a budget or limits on spending in the constraints"));
        }
        return complete;
    }

    /** The same where no choice is made, so that a budget may be absent and proposals in any money. */
    public static Constraints limits(Path models, Optional<Path> file, OptionalDouble budget, List<Proposal> among) {
        Constraints read = file.map(path -> new ConstraintsReader(models).read(path, among))
                .orElse(Constraints.NONE);
        return budget.isPresent() ? read.withBudget(budget.getAsDouble()) : read;
    }

    private static void requireSameMoney(List<Proposal> proposals) {
        List<String> money = proposals.stream()
                .map(proposal -> proposal.appraisal().currency() + " at "
                        + proposal.appraisal().priceYear() + " prices from "
                        + proposal.appraisal().baseYear())
                .distinct()
                .toList();
        if (money.size() > 1) {
            throw new InvalidInput(new Problem(
                    Place.of("portfolio"),
                    "the proposals are not in the same money: " + String.join("; ", money),
                    "appraise all in one currency, price year and base year"));
        }
    }
}
