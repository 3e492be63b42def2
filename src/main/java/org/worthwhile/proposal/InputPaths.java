package org.worthwhile.proposal;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The inputs of a proposal that correlations, scenarios and sensitivity analysis may name: option, line and name, such
 * as {@code community/admissions/effect}, or a parameter such as {@code parameters/uptake}.
 */
public final class InputPaths {

    /** Takes the inputs of a line one by one. */
    @FunctionalInterface
    public interface Visitor {

        /**
         * Takes an input, whose name {@link #name} gives.
         *
         * @param part what tells several inputs of the kind apart; an empty text where there is one
         */
        void visit(InputKind kind, Object part, Figure figure);
    }

    /** What is said of one of several organisations or groups. */
    private record Within(String id, String what) {
        @Override
        public String toString() {
            return id + "/" + what;
        }
    }

    private static final String ALONE = "";
    private static final String BEFORE = "before";
    private static final String AFTER = "after";

    private final Visitor visitor;

    private InputPaths(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Every input of the proposal by its path. An effect taken from evidence has the value of its scale. */
    public static SortedMap<String, Figure> of(Proposal proposal) {
        SortedMap<String, Figure> inputs = new TreeMap<>();
        for (Parameter parameter : proposal.parameters().all()) {
            if (parameter.figure().shared().isEmpty()) {
                inputs.put(
                        parameter.path(),
                        new Figure(
                                parameter.figure().value(),
                                proposal.parameters().uncertainty(parameter)));
            }
        }
        for (Option option : proposal.options()) {
            for (CostLine cost : option.costs()) {
                String line = option.id() + "/" + cost.id() + "/";
                visit(cost, (kind, part, figure) -> inputs.put(line + name(kind, part), figure));
            }
            for (Impact impact : option.impacts()) {
                String line = option.id() + "/" + impact.id() + "/";
                visit(impact, (kind, part, figure) -> inputs.put(line + name(kind, part), figure));
            }
        }
        return inputs;
    }

    /** The inputs of one cost line by their names within it. */
    public static SortedMap<String, Figure> of(CostLine cost) {
        SortedMap<String, Figure> inputs = new TreeMap<>();
        visit(cost, (kind, part, figure) -> inputs.put(name(kind, part), figure));
        return inputs;
    }

    /** The inputs of one impact by their names within it. */
    public static SortedMap<String, Figure> of(Impact impact) {
        SortedMap<String, Figure> inputs = new TreeMap<>();
        visit(impact, (kind, part, figure) -> inputs.put(name(kind, part), figure));
        return inputs;
    }

    /** Every input of a cost line, in no particular order. */
    public static void visit(CostLine cost, Visitor visitor) {
        new InputPaths(visitor).addCost(cost);
    }

    /** Every input of an impact, in no particular order. */
    public static void visit(Impact impact, Visitor visitor) {
        new InputPaths(visitor).addImpact(impact);
    }

    /** What an input is called within its line. */
    public static String name(InputKind kind, Object part) {
        String within = part.toString();
        return within.isEmpty() ? kind.word() : kind.word() + "/" + within;
    }

    private void add(InputKind kind, Figure figure) {
        visitor.visit(kind, ALONE, figure);
    }

    private void addCost(CostLine cost) {
        // Where nothing is said of the line as a whole, its amount is the amount a year.
        Optional<Figure.Shared> shared = cost.uncertainty().isEmpty() && cost.amount() instanceof Amount.Annual annual
                ? annual.annual().shared()
                : Optional.empty();
        add(InputKind.AMOUNT, new Figure(cost.amount().central(), cost.uncertainty(), shared));
        switch (cost.amount()) {
            case Amount.Annual annual -> {
                if (cost.uncertainty().isPresent()
                        && (annual.annual().uncertainty().isPresent()
                                || annual.annual().shared().isPresent())) {
                    add(InputKind.ANNUAL, annual.annual());
                }
                add(InputKind.REAL_GROWTH, annual.realGrowth());
            }
            case Amount.Schedule schedule -> addSchedule(schedule.amounts());
        }
        cost.optimismBias().ifPresent(bias -> {
            switch (bias) {
                case OptimismBias.Mitigated mitigated -> add(InputKind.MITIGATION, mitigated.mitigation());
                case OptimismBias.Explicit explicit -> add(InputKind.UPLIFT, explicit.uplift());
            }
        });
    }

    private void addImpact(Impact impact) {
        switch (impact.valuation()) {
            case Valuation.Chain chain -> addChain(chain);
            case Valuation.Schedule schedule -> addSchedule(schedule.amounts());
        }
        Additionality additionality = impact.additionality();
        add(InputKind.DEADWEIGHT, additionality.deadweight());
        add(InputKind.DISPLACEMENT, additionality.displacement());
        add(InputKind.LEAKAGE, additionality.leakage());
        add(InputKind.SUBSTITUTION, additionality.substitution());
        add(InputKind.ATTRIBUTION, additionality.attribution());
        add(InputKind.MULTIPLIER, additionality.multiplier());
        for (Saving saving : impact.savings()) {
            visitor.visit(InputKind.SAVINGS, new Within(saving.organisation(), "share"), saving.share());
            visitor.visit(InputKind.SAVINGS, new Within(saving.organisation(), "cashable"), saving.cashable());
        }
        for (Beneficiary beneficiary : impact.beneficiaries()) {
            visitor.visit(InputKind.BENEFICIARIES, new Within(beneficiary.group(), "share"), beneficiary.share());
        }
    }

    private void addChain(Valuation.Chain chain) {
        Quantity quantity = chain.quantity();
        addIntake(quantity.intake());
        add(InputKind.ELIGIBLE, quantity.eligible());
        add(InputKind.ENGAGEMENT, quantity.engagement());
        add(InputKind.COMPLETION, quantity.completion());
        switch (quantity.effect()) {
            case Effect.Stated stated -> add(InputKind.EFFECT, stated.figure());
            case Effect.Estimated estimated -> add(InputKind.EFFECT, Figure.of(estimated.value()));
            case Effect.FromEvidence fromEvidence -> add(InputKind.EFFECT, Figure.of(fromEvidence.scale()));
            case Effect.CostSaved(Figure before, Figure after) -> {
                visitor.visit(InputKind.COST_PER_TRIP, BEFORE, before);
                visitor.visit(InputKind.COST_PER_TRIP, AFTER, after);
            }
        }
        Profile profile = chain.profile();
        add(InputKind.LAG, profile.lag());
        add(InputKind.DROP_OFF, profile.dropOff());
        profile.duration().ifPresent(duration -> add(InputKind.DURATION, duration));
        for (int i = 0; i < profile.rampUp().size(); i++) {
            visitor.visit(InputKind.RAMP_UP, i, profile.rampUp().get(i));
        }
        switch (chain.worth()) {
            case UnitWorth.FromLibrary library -> add(InputKind.VALUE, Figure.ONE);
            case UnitWorth.Typed typed -> {
                add(InputKind.VALUE, typed.amount());
                add(InputKind.REAL_GROWTH, typed.realGrowth());
            }
        }
    }

    private void addIntake(Intake intake) {
        switch (intake) {
            case Intake.Once once -> add(InputKind.POPULATION, once.population());
            case Intake.Users users -> {
                visitor.visit(InputKind.USERS, BEFORE, users.before());
                visitor.visit(InputKind.USERS, AFTER, users.after());
            }
            case Intake.ByYear(SortedMap<FinancialYear, Figure> people) ->
                people.forEach((year, figure) -> visitor.visit(InputKind.INTAKE, year, figure));
            case Intake.Annual annual -> {
                add(InputKind.INTAKE, annual.annual());
                add(InputKind.INTAKE_GROWTH, annual.growth());
            }
        }
    }

    private void addSchedule(SortedMap<FinancialYear, Figure> amounts) {
        amounts.forEach((year, figure) -> visitor.visit(InputKind.SCHEDULE, year, figure));
    }
}
