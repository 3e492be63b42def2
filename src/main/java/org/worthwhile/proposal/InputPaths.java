package org.worthwhile.proposal;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The inputs of a proposal that correlations, scenarios and sensitivity analysis may name: option, line and name, such
 * as {@code community/admissions/effect}, or a parameter such as {@code parameters/uptake}.
 */
public final class InputPaths {

    private final SortedMap<String, Figure> inputs = new TreeMap<>();

    private InputPaths() {}

    /** Every input of the proposal by its path. An effect taken from evidence has the value of its scale. */
    public static SortedMap<String, Figure> of(Proposal proposal) {
        InputPaths paths = new InputPaths();
        for (Parameter parameter : proposal.parameters().all()) {
            if (parameter.figure().shared().isEmpty()) {
                paths.inputs.put(
                        parameter.path(),
                        new Figure(
                                parameter.figure().value(),
                                proposal.parameters().uncertainty(parameter)));
            }
        }
        for (Option option : proposal.options()) {
            option.costs().forEach(cost -> paths.addCost(option.id() + "/" + cost.id() + "/", cost));
            option.impacts().forEach(impact -> paths.addImpact(option.id() + "/" + impact.id() + "/", impact));
        }
        return paths.inputs;
    }

    /** The inputs of one cost line by their names within it. */
    public static SortedMap<String, Figure> of(CostLine cost) {
        InputPaths paths = new InputPaths();
        paths.addCost("", cost);
        return paths.inputs;
    }

    /** The inputs of one impact by their names within it. */
    public static SortedMap<String, Figure> of(Impact impact) {
        InputPaths paths = new InputPaths();
        paths.addImpact("", impact);
        return paths.inputs;
    }

    private void addCost(String line, CostLine cost) {
        // Where nothing is said of the line as a whole, its amount is the amount a year.
        Optional<Figure.Shared> shared = cost.uncertainty().isEmpty() && cost.amount() instanceof Amount.Annual annual
                ? annual.annual().shared()
                : Optional.empty();
        inputs.put(line + "amount", new Figure(cost.amount().central(), cost.uncertainty(), shared));
        switch (cost.amount()) {
            case Amount.Annual annual -> {
                if (cost.uncertainty().isPresent()
                        && (annual.annual().uncertainty().isPresent()
                                || annual.annual().shared().isPresent())) {
                    inputs.put(line + "annual", annual.annual());
                }
                inputs.put(line + "realGrowth", annual.realGrowth());
            }
            case Amount.Schedule schedule -> addSchedule(line, schedule.amounts());
        }
        cost.optimismBias().ifPresent(bias -> {
            switch (bias) {
                case OptimismBias.Mitigated mitigated -> inputs.put(line + "mitigation", mitigated.mitigation());
                case OptimismBias.Explicit explicit -> inputs.put(line + "uplift", explicit.uplift());
            }
        });
    }

    private void addImpact(String line, Impact impact) {
        switch (impact.valuation()) {
            case Valuation.Chain chain -> addChain(line, chain);
            case Valuation.Schedule schedule -> addSchedule(line, schedule.amounts());
        }
        Additionality additionality = impact.additionality();
        inputs.put(line + "deadweight", additionality.deadweight());
        inputs.put(line + "displacement", additionality.displacement());
        inputs.put(line + "leakage", additionality.leakage());
        inputs.put(line + "substitution", additionality.substitution());
        inputs.put(line + "attribution", additionality.attribution());
        inputs.put(line + "multiplier", additionality.multiplier());
        for (Saving saving : impact.savings()) {
            inputs.put(line + "savings/" + saving.organisation() + "/share", saving.share());
            inputs.put(line + "savings/" + saving.organisation() + "/cashable", saving.cashable());
        }
        for (Beneficiary beneficiary : impact.beneficiaries()) {
            inputs.put(line + "beneficiaries/" + beneficiary.group() + "/share", beneficiary.share());
        }
    }

    private void addChain(String line, Valuation.Chain chain) {
        Quantity quantity = chain.quantity();
        addIntake(line, quantity.intake());
        inputs.put(line + "eligible", quantity.eligible());
        inputs.put(line + "engagement", quantity.engagement());
        inputs.put(line + "completion", quantity.completion());
        inputs.put(
                line + "effect",
                switch (quantity.effect()) {
                    case Effect.Stated stated -> stated.figure();
                    case Effect.Estimated estimated -> Figure.of(estimated.value());
                    case Effect.FromEvidence fromEvidence -> Figure.of(fromEvidence.scale());
                });
        Profile profile = chain.profile();
        inputs.put(line + "lag", profile.lag());
        inputs.put(line + "dropOff", profile.dropOff());
        profile.duration().ifPresent(duration -> inputs.put(line + "duration", duration));
        for (int i = 0; i < profile.rampUp().size(); i++) {
            inputs.put(line + "rampUp/" + i, profile.rampUp().get(i));
        }
        switch (chain.worth()) {
            case UnitWorth.FromLibrary library -> inputs.put(line + "value", Figure.ONE);
            case UnitWorth.Typed typed -> {
                inputs.put(line + "value", typed.amount());
                inputs.put(line + "realGrowth", typed.realGrowth());
            }
        }
    }

    private void addIntake(String line, Intake intake) {
        switch (intake) {
            case Intake.Once once -> inputs.put(line + "population", once.population());
            case Intake.ByYear(SortedMap<FinancialYear, Figure> people) ->
                people.forEach((year, figure) -> inputs.put(line + "intake/" + year.label(), figure));
            case Intake.Annual annual -> {
                inputs.put(line + "intake", annual.annual());
                inputs.put(line + "intakeGrowth", annual.growth());
            }
        }
    }

    private void addSchedule(String line, SortedMap<FinancialYear, Figure> amounts) {
        amounts.forEach((year, figure) -> inputs.put(line + "schedule/" + year.label(), figure));
    }
}
