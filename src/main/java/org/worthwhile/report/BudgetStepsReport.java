package org.worthwhile.report;

import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.portfolio.PortfolioChoice;

/** What budgets buy, as fields of JSON and in words. */
public final class BudgetStepsReport {

    private BudgetStepsReport() {}

    static void fields(PortfolioChoice choice, ResultFields to) {
        to.list(
                "steps",
                choice.steps(),
                (step, of) -> of.number("cost", step.cost())
                        .number("value", step.value())
                        .texts("options", step.options())
                        .number("provenTo", step.provenTo()));
    }

    /** How many steps there are, and whether more may be had between them; nothing where no budget buys more than another. */
    public static List<String> sentences(PortfolioChoice choice, String currency) {
        int count = choice.steps().size();
        if (count < 2) {
            return List.of();
        }
        List<Integer> unproven = IntStream.range(0, count)
                .filter(i -> !choice.isProven(i))
                .boxed()
                .toList();
        String steps = "What budgets buy rises in " + count + " steps, from "
                + Wording.BRITISH.money(choice.steps().getFirst().value(), currency) + " at "
                + Wording.BRITISH.money(choice.steps().getFirst().cost(), currency) + " to "
                + Wording.BRITISH.money(choice.steps().getLast().value(), currency) + " at "
                + Wording.BRITISH.money(choice.steps().getLast().cost(), currency);
        if (unproven.isEmpty()) {
            return List.of(steps + "; it is proven that no budget buys more than the step that it reaches.");
        }
        int first = unproven.getFirst();
        return List.of(
                steps + ".",
                "After " + unproven.size()
                        + " of them the search stopped before it was proven that no budget short of the next step"
                        + " buys more; the first time between "
                        + Wording.BRITISH.money(choice.steps().get(first).provenTo(), currency) + " and "
                        + Wording.BRITISH.money(choice.nextCost(first), currency) + ".");
    }
}
