package org.worthwhile.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** The rules that tie a proposal's parts together, which no single part can check by itself. */
public final class ProposalRules {

    /** Where what is wrong is told, by JSON pointer. */
    interface Report {
        void fault(String at, String what, String remedy);
    }

    private final Proposal proposal;
    private final Function<String, Place> places;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> organisations;
    private final List<String> groups;
    private final ParameterRules parameters;

    private ProposalRules(Proposal proposal, Function<String, Place> places) {
        this.proposal = proposal;
        this.places = places;
        this.organisations =
                proposal.organisations().stream().map(Organisation::id).toList();
        this.groups = proposal.groups().stream().map(Group::id).toList();
        this.parameters = new ParameterRules(proposal, (at, fault) -> problems.add(fault.at(places.apply(at))));
    }

    /**
     * Every rule that the proposal breaks.
     *
     * @param places the place of a part, by JSON pointer
     */
    public static List<Problem> problems(Proposal proposal, Function<String, Place> places) {
        ProposalRules rules = new ProposalRules(proposal, places);
        rules.check();
        return List.copyOf(rules.problems);
    }

    private void check() {
        distinct("/organisations", organisations, "organisation");
        distinct("/groups", groups, "group");
        distinct("/options", proposal.options().stream().map(Option::id).toList(), "option");
        distinct("/scenarios", proposal.scenarios().stream().map(Scenario::id).toList(), "scenario");
        long businessAsUsual = proposal.options().stream()
                .filter(option -> option.role() == Role.BUSINESS_AS_USUAL)
                .count();
        if (businessAsUsual > 1) {
            report("/options", businessAsUsual + " options have the role business-as-usual", "keep that role for one");
        }
        for (int i = 0; i < proposal.options().size(); i++) {
            checkOption("/options/" + i, proposal.options().get(i));
        }
        ObjectiveRules.check(proposal, this::report);
        parameters.check();
        CorrelationRules.check(proposal, this::report);
        new ScenarioRules(proposal, (at, fault) -> problems.add(fault.at(places.apply(at)))).check();
    }

    private void checkOption(String at, Option option) {
        List<String> lines = new ArrayList<>();
        option.costs().forEach(cost -> lines.add(cost.id()));
        option.impacts().forEach(impact -> lines.add(impact.id()));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            if (!seen.add(lines.get(i))) {
                int costs = option.costs().size();
                String line = i < costs ? at + "/costs/" + i : at + "/impacts/" + (i - costs);
                report(
                        line + "/id",
                        "another line of this option has the id '" + lines.get(i) + "' too",
                        "give each its own");
            }
        }
        for (int i = 0; i < option.costs().size(); i++) {
            checkCost(at + "/costs/" + i, option.costs().get(i));
        }
        for (int i = 0; i < option.impacts().size(); i++) {
            checkImpact(at + "/impacts/" + i, option.impacts().get(i));
        }
    }

    private void checkCost(String at, CostLine cost) {
        known(at + "/bearer", cost.bearer(), organisations, "organisation");
        checkFigure(at, InputKind.AMOUNT, new Figure(cost.amount().central(), cost.uncertainty()));
        if (cost.amount().central() == 0
                && cost.uncertainty().filter(Distribution::relative).isPresent()) {
            report(
                    at + "/uncertainty",
                    "the amounts sum to 0, of which factors make nothing",
                    "give the amounts of the years distributions of their own");
        }
        switch (cost.amount()) {
            case Amount.Annual annual -> {
                if (annual.to().compareTo(annual.from()) < 0) {
                    report(
                            at + "/amount",
                            "ends in " + annual.to() + ", before it begins in " + annual.from(),
                            "swap the years or mend one");
                }
                checkFigure(at + "/amount/annual", InputKind.ANNUAL, annual.annual());
                checkFigure(at + "/amount/realGrowth", InputKind.REAL_GROWTH, annual.realGrowth());
            }
            case Amount.Schedule schedule ->
                checkSchedule(at + "/amount/schedule", InputKind.SCHEDULE, schedule.amounts());
        }
        cost.optimismBias().ifPresent(bias -> {
            switch (bias) {
                case OptimismBias.Mitigated mitigated ->
                    checkFigure(at + "/optimismBias/mitigation", InputKind.MITIGATION, mitigated.mitigation());
                case OptimismBias.Explicit explicit ->
                    checkFigure(at + "/optimismBias/uplift", InputKind.UPLIFT, explicit.uplift());
            }
        });
    }

    private void checkImpact(String at, Impact impact) {
        switch (impact.valuation()) {
            case Valuation.Chain chain -> checkChain(at, chain);
            case Valuation.Schedule schedule -> checkSchedule(at + "/schedule", InputKind.SCHEDULE, schedule.amounts());
        }
        Additionality additionality = impact.additionality();
        checkFigure(at + "/additionality/deadweight", InputKind.DEADWEIGHT, additionality.deadweight());
        checkFigure(at + "/additionality/displacement", InputKind.DISPLACEMENT, additionality.displacement());
        checkFigure(at + "/additionality/leakage", InputKind.LEAKAGE, additionality.leakage());
        checkFigure(at + "/additionality/substitution", InputKind.SUBSTITUTION, additionality.substitution());
        checkFigure(at + "/additionality/attribution", InputKind.ATTRIBUTION, additionality.attribution());
        checkFigure(at + "/additionality/multiplier", InputKind.MULTIPLIER, additionality.multiplier());
        if (!impact.savings().isEmpty() && impact.category() != Category.FISCAL) {
            report(
                    at + "/savings",
                    "an impact that is not fiscal saves no budget money",
                    "set its category to fiscal or remove the savings");
        }
        distinct(
                at + "/savings",
                impact.savings().stream().map(Saving::organisation).toList(),
                "saving organisation");
        distinct(
                at + "/beneficiaries",
                impact.beneficiaries().stream().map(Beneficiary::group).toList(),
                "beneficiary");
        for (int i = 0; i < impact.savings().size(); i++) {
            Saving saving = impact.savings().get(i);
            known(at + "/savings/" + i + "/organisation", saving.organisation(), organisations, "organisation");
            checkFigure(at + "/savings/" + i + "/share", InputKind.SAVINGS, saving.share());
            checkFigure(at + "/savings/" + i + "/cashable", InputKind.SAVINGS, saving.cashable());
        }
        for (int i = 0; i < impact.beneficiaries().size(); i++) {
            Beneficiary beneficiary = impact.beneficiaries().get(i);
            known(at + "/beneficiaries/" + i + "/group", beneficiary.group(), groups, "group");
            checkFigure(at + "/beneficiaries/" + i + "/share", InputKind.BENEFICIARIES, beneficiary.share());
        }
    }

    private void checkChain(String at, Valuation.Chain chain) {
        Quantity quantity = chain.quantity();
        checkIntake(at + "/quantity", quantity.intake());
        checkFigure(at + "/quantity/eligible", InputKind.ELIGIBLE, quantity.eligible());
        checkFigure(at + "/quantity/engagement", InputKind.ENGAGEMENT, quantity.engagement());
        checkFigure(at + "/quantity/completion", InputKind.COMPLETION, quantity.completion());
        if (quantity.effect() instanceof Effect.Stated(Figure figure)) {
            checkFigure(at + "/quantity/effect", InputKind.EFFECT, figure);
        }
        if (quantity.effect() instanceof Effect.CostSaved(Figure before, Figure after)) {
            checkFigure(at + "/quantity/costPerTrip/before", InputKind.COST_PER_TRIP, before);
            checkFigure(at + "/quantity/costPerTrip/after", InputKind.COST_PER_TRIP, after);
        }
        Profile profile = chain.profile();
        checkFigure(at + "/profile/lag", InputKind.LAG, profile.lag());
        checkFigure(at + "/profile/dropOff", InputKind.DROP_OFF, profile.dropOff());
        profile.duration().ifPresent(duration -> checkFigure(at + "/profile/duration", InputKind.DURATION, duration));
        for (int i = 0; i < profile.rampUp().size(); i++) {
            checkFigure(
                    at + "/profile/rampUp/" + i,
                    InputKind.RAMP_UP,
                    profile.rampUp().get(i));
        }
        if (chain.worth() instanceof UnitWorth.Typed typed) {
            checkFigure(at + "/value/amount", InputKind.VALUE, typed.amount());
            checkFigure(at + "/value/realGrowth", InputKind.REAL_GROWTH, typed.realGrowth());
        }
    }

    private void checkIntake(String at, Intake intake) {
        switch (intake) {
            case Intake.Once once -> checkFigure(at + "/population", InputKind.POPULATION, once.population());
            case Intake.Users users -> {
                checkFigure(at + "/users/before", InputKind.USERS, users.before());
                checkFigure(at + "/users/after", InputKind.USERS, users.after());
            }
            case Intake.ByYear(var people) -> {
                checkSchedule(at + "/intake", InputKind.INTAKE, people);
                checkBegun(at + "/intake", intake);
            }
            case Intake.Annual annual -> {
                if (annual.to().compareTo(annual.from()) < 0) {
                    report(
                            at + "/intake",
                            "ends in " + annual.to() + ", before it begins in " + annual.from(),
                            "swap the years or mend one");
                }
                checkBegun(at + "/intake", intake);
                checkFigure(at + "/intake/annual", InputKind.INTAKE, annual.annual());
                checkFigure(at + "/intake/realGrowth", InputKind.INTAKE_GROWTH, annual.growth());
            }
        }
    }

    private void checkBegun(String at, Intake intake) {
        FinancialYear base = proposal.appraisal().baseYear();
        if (intake.first().compareTo(base) < 0) {
            report(
                    at,
                    "takes people in in " + intake.first() + ", before the base year " + base,
                    "begin it in the base year or later, or begin the appraisal earlier");
        }
    }

    private void checkSchedule(String at, InputKind kind, SortedMap<FinancialYear, Figure> amounts) {
        amounts.forEach((year, figure) -> checkFigure(at + "/" + year.label().replace("/", "~1"), kind, figure));
    }

    /** The distribution's parameters, and only if they are right that the value is one of it. */
    private void checkFigure(String at, InputKind kind, Figure figure) {
        parameters.checkFigure(at, kind, figure);
        figure.uncertainty()
                .flatMap(Distribution::fault)
                .or(() -> CentralValueRule.conflict(figure))
                .ifPresent(fault -> problems.add(fault.at(places.apply(at + "/uncertainty"))));
    }

    private void known(String at, String name, Collection<String> names, String kind) {
        if (!names.contains(name)) {
            report(at, undefined(kind, name), Nearest.remedy(name, names));
        }
    }

    /** That a proposal has no part of a kind with a name. */
    static String undefined(String kind, String name) {
        return "no " + kind + " '" + name + "' is defined in this proposal";
    }

    private void distinct(String at, List<String> names, String kind) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i))) {
                report(
                        at + "/" + i,
                        "the " + kind + " '" + names.get(i) + "' is there more than once",
                        "keep one of each");
            }
        }
    }

    private void report(String at, String what, String remedy) {
        problems.add(new Problem(places.apply(at), what, remedy));
    }
}
