package org.worthwhile.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Changes inputs by their names. The names are those of {@link InputPaths}; {@code amount} of a schedule is its total, by
 * whose change all its years are scaled, {@code annual} an amount a year that is uncertain beside the line as a whole, and {@code effect} is the effect itself wherever it came from.
 */
public final class InputChange {

    private InputChange() {}

    /** The proposal with inputs changed, each named by its path. What rests on a parameter goes with it, unless it is named itself. */
    public static Proposal apply(Proposal proposal, Map<String, Double> named) {
        Map<String, Double> changes = withUses(proposal, named);
        Parameters parameters = proposal.parameters();
        for (Map.Entry<String, Double> change : named.entrySet()) {
            Optional<String> id = Parameter.named(change.getKey());
            parameters = id.isPresent() ? parameters.with(id.get(), change.getValue()) : parameters;
        }
        List<Option> options = proposal.options().stream()
                .map(option -> new Option(
                        option.id(),
                        option.title(),
                        option.role(),
                        option.costs().stream()
                                .map(cost -> apply(cost, within(changes, option.id() + "/" + cost.id() + "/")))
                                .toList(),
                        option.impacts().stream()
                                .map(impact -> apply(impact, within(changes, option.id() + "/" + impact.id() + "/")))
                                .toList(),
                        option.unmonetised()))
                .toList();
        return proposal.withParameters(parameters).withOptions(options);
    }

    private static Map<String, Double> withUses(Proposal proposal, Map<String, Double> named) {
        if (named.keySet().stream().noneMatch(path -> Parameter.named(path).isPresent())) {
            return named;
        }
        Map<String, Double> changes = new TreeMap<>();
        InputPaths.of(proposal)
                .forEach((path, figure) -> figure.shared()
                        .flatMap(proposal.parameters()::origin)
                        .ifPresent(origin -> {
                            Double value = named.get("parameters/" + origin.parameter());
                            if (value != null) {
                                changes.put(path, value * origin.times());
                            }
                        }));
        changes.putAll(named);
        return changes;
    }

    private static Map<String, Double> within(Map<String, Double> changes, String line) {
        Map<String, Double> own = new TreeMap<>();
        changes.forEach((path, value) -> {
            if (path.startsWith(line)) {
                own.put(path.substring(line.length()), value);
            }
        });
        return own;
    }

    /** The cost with inputs changed, each named within the line. */
    public static CostLine apply(CostLine cost, Map<String, Double> changes) {
        if (changes.isEmpty()) {
            return cost;
        }
        return new CostLine(
                cost.id(),
                cost.title(),
                cost.bearer(),
                cost.kind(),
                amount(cost.amount(), changes),
                cost.basis(),
                cost.optimismBias().map(bias -> switch (bias) {
                    case OptimismBias.Mitigated mitigated ->
                        new OptimismBias.Mitigated(
                                mitigated.type(), figure(changes, "mitigation", mitigated.mitigation()));
                    case OptimismBias.Explicit explicit ->
                        new OptimismBias.Explicit(figure(changes, "uplift", explicit.uplift()));
                }),
                cost.confidence(),
                cost.assetLife(),
                cost.sunk(),
                cost.transfer(),
                cost.uncertainty(),
                cost.source());
    }

    private static Amount amount(Amount amount, Map<String, Double> changes) {
        return switch (amount) {
            case Amount.Annual annual ->
                new Amount.Annual(
                        scaled(figure(changes, "amount", annual.annual()), changes.get("annual"), annual.annual()),
                        annual.from(),
                        annual.to(),
                        figure(changes, "realGrowth", annual.realGrowth()));
            case Amount.Schedule schedule -> {
                SortedMap<FinancialYear, Figure> years = schedule(schedule.amounts(), changes);
                double total = schedule.amounts().values().stream()
                        .mapToDouble(Figure::value)
                        .sum();
                double factor = changes.containsKey("amount") && total != 0 ? changes.get("amount") / total : 1;
                years.replaceAll((_, figure) -> Figure.of(figure.value() * factor));
                yield new Amount.Schedule(years);
            }
        };
    }

    /** An amount that a change of the whole line may have changed, by what its own change makes of it. */
    private static Figure scaled(Figure amount, @Nullable Double changed, Figure base) {
        if (changed == null) {
            return amount;
        }
        return base.value() == 0 ? Figure.of(changed) : Figure.of(amount.value() * (changed / base.value()));
    }

    private static SortedMap<FinancialYear, Figure> schedule(
            SortedMap<FinancialYear, Figure> amounts, Map<String, Double> changes) {
        SortedMap<FinancialYear, Figure> changed = new TreeMap<>(amounts);
        changed.replaceAll((year, figure) -> figure(changes, "schedule/" + year.label(), figure));
        return changed;
    }

    private static Intake intake(Intake intake, Map<String, Double> changes) {
        return switch (intake) {
            case Intake.Once(Figure population, FinancialYear start) ->
                new Intake.Once(figure(changes, "population", population), start);
            case Intake.Users(Figure before, Figure after, FinancialYear start) ->
                new Intake.Users(figure(changes, "users/before", before), figure(changes, "users/after", after), start);
            case Intake.ByYear byYear -> {
                SortedMap<FinancialYear, Figure> people = new TreeMap<>(byYear.people());
                people.replaceAll((year, figure) -> figure(changes, "intake/" + year.label(), figure));
                yield new Intake.ByYear(people);
            }
            case Intake.Annual annual ->
                new Intake.Annual(
                        figure(changes, "intake", annual.annual()),
                        annual.from(),
                        annual.to(),
                        figure(changes, "intakeGrowth", annual.growth()));
        };
    }

    /** The impact with inputs changed, each named within the line. */
    public static Impact apply(Impact impact, Map<String, Double> changes) {
        if (changes.isEmpty()) {
            return impact;
        }
        Additionality old = impact.additionality();
        return new Impact(
                impact.id(),
                impact.title(),
                impact.outcome(),
                impact.unit(),
                switch (impact.valuation()) {
                    case Valuation.Schedule schedule ->
                        new Valuation.Schedule(schedule(schedule.amounts(), changes), schedule.basis());
                    case Valuation.Chain chain -> chain(chain, changes);
                },
                new Additionality(
                        figure(changes, "deadweight", old.deadweight()),
                        figure(changes, "displacement", old.displacement()),
                        figure(changes, "leakage", old.leakage()),
                        figure(changes, "substitution", old.substitution()),
                        figure(changes, "attribution", old.attribution()),
                        figure(changes, "multiplier", old.multiplier())),
                impact.category(),
                impact.health(),
                impact.savings().stream().map(saving -> saving(saving, changes)).toList(),
                impact.beneficiaries().stream()
                        .map(beneficiary -> new Beneficiary(
                                beneficiary.group(),
                                figure(
                                        changes,
                                        "beneficiaries/" + beneficiary.group() + "/share",
                                        beneficiary.share())))
                        .toList(),
                impact.confidence(),
                impact.counterfactual(),
                impact.source());
    }

    private static Saving saving(Saving saving, Map<String, Double> changes) {
        String name = "savings/" + saving.organisation() + "/";
        return new Saving(
                saving.organisation(),
                figure(changes, name + "share", saving.share()),
                figure(changes, name + "cashable", saving.cashable()),
                saving.cashableFrom());
    }

    private static Valuation.Chain chain(Valuation.Chain chain, Map<String, Double> changes) {
        Quantity quantity = chain.quantity();
        Profile profile = chain.profile();
        List<Figure> rampUp = new ArrayList<>();
        for (int i = 0; i < profile.rampUp().size(); i++) {
            rampUp.add(figure(changes, "rampUp/" + i, profile.rampUp().get(i)));
        }
        return new Valuation.Chain(
                new Quantity(
                        intake(quantity.intake(), changes),
                        figure(changes, "eligible", quantity.eligible()),
                        figure(changes, "engagement", quantity.engagement()),
                        figure(changes, "completion", quantity.completion()),
                        effect(quantity.effect(), changes)),
                new Profile(
                        figure(changes, "lag", profile.lag()),
                        rampUp,
                        figure(changes, "dropOff", profile.dropOff()),
                        profile.duration().map(duration -> figure(changes, "duration", duration))),
                switch (chain.worth()) {
                    case UnitWorth.FromLibrary library ->
                        Optional.ofNullable(changes.get("value"))
                                .<UnitWorth>map(factor ->
                                        new UnitWorth.FromLibrary(library.unitValue(), library.factor() * factor))
                                .orElse(library);
                    case UnitWorth.Typed typed ->
                        new UnitWorth.Typed(
                                figure(changes, "value", typed.amount()),
                                typed.priceYear(),
                                figure(changes, "realGrowth", typed.realGrowth()));
                });
    }

    private static Effect effect(Effect effect, Map<String, Double> changes) {
        if (effect instanceof Effect.CostSaved(Figure before, Figure after)) {
            return new Effect.CostSaved(
                    figure(changes, "costPerTrip/before", before), figure(changes, "costPerTrip/after", after));
        }
        Double changed = changes.get("effect");
        return changed == null ? effect : new Effect.Stated(Figure.of(changed));
    }

    private static Figure figure(Map<String, Double> changes, String name, Figure otherwise) {
        Double changed = changes.get(name);
        return changed == null ? otherwise : Figure.of(changed);
    }
}
