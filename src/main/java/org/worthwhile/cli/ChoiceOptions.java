package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.exchange.ChoiceInputs;
import org.worthwhile.portfolio.Constraints;
import picocli.CommandLine.Option;

/** What a choice among proposals keeps to. */
final class ChoiceOptions {

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "The most that the present value of the net public cost of what is chosen may come to.")
    private Optional<Double> budget = Optional.empty();

    @Option(
            names = "--constraints",
            paramLabel = "FILE",
            description = "Budgets by year, what must be chosen and other limits on the choice.")
    private Optional<Path> constraints = Optional.empty();

    /** Whether a choice is asked for. */
    boolean areGiven() {
        return budget.isPresent() || constraints.isPresent();
    }

    OptionalDouble budget() {
        return budget.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** The file of limits. */
    Optional<Path> constraints() {
        return constraints;
    }

    /** What is kept to in a choice among these, which must be in one money. */
    Constraints of(List<AppraisalCase> cases) {
        return of(cases, constraints, budget());
    }

    /** What is kept to by a file of limits and a budget besides. */
    static Constraints of(List<AppraisalCase> cases, Optional<Path> constraints, OptionalDouble budget) {
        return ChoiceInputs.constraints(
                Home.models(),
                constraints,
                budget,
                cases.stream().map(AppraisalCase::proposal).toList());
    }
}
