package org.worthwhile.uncertainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.Distribution;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.Figure;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.InputKind;
import org.worthwhile.proposal.InputPaths;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Parameter;
import org.worthwhile.proposal.ParameterUse;
import org.worthwhile.proposal.Parameters;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.UnitWorth;
import org.worthwhile.proposal.Valuation;

/** Finds the uncertain inputs of a case that move its present values, by path. */
public final class UncertainInputs {

    private static final double WIDEST = 10;

    private UncertainInputs() {}

    /**
     * The uncertain inputs in order of their paths. An effect from evidence has the evidence's draws or,
     * without any, Student's t or a normal distribution with its standard error; a unit value of the library with a low and a high value is triangular.
     */
    public static List<UncertainInput> of(AppraisalCase basis) {
        return of(basis, name -> moves(name, basis));
    }

    /**
     * Whether benefits or costs depend on an input: how savings are divided is no matter of either, unless those of public bodies
     * are taken off costs.
     *
     * @param name within its line
     */
    private static boolean moves(String name, AppraisalCase basis) {
        return InputKind.of(name).movesPresentValues()
                || basis.framework().denominator().savingsNetted()
                        && basis.proposal().publicBodies().stream()
                                .anyMatch(organisation -> name.equals(savingShare(organisation)));
    }

    /** The name of an organisation's share of a saving within its line. */
    static String savingShare(String organisation) {
        return InputKind.SAVINGS.word() + "/" + organisation + "/share";
    }

    /** The uncertain inputs that move present values weighted by who gains: the same and the shares of groups. */
    static List<UncertainInput> ofWeighted(AppraisalCase basis) {
        return of(basis, name -> InputKind.of(name).movesWeightedValues() || moves(name, basis));
    }

    /** The uncertain inputs that move any result: those that move present values, in their order, then the shares of savings. */
    static List<UncertainInput> ofResults(AppraisalCase basis) {
        List<String> moving = of(basis).stream().map(UncertainInput::path).toList();
        List<UncertainInput> all =
                of(basis, name -> InputKind.of(name).movesPresentValues() || InputKind.of(name) == InputKind.SAVINGS);
        return Stream.concat(
                        all.stream().filter(input -> moving.contains(input.path())),
                        all.stream().filter(input -> !moving.contains(input.path())))
                .toList();
    }

    private static List<UncertainInput> of(AppraisalCase basis, Predicate<String> moves) {
        SortedMap<String, UncertainInput> inputs = new TreeMap<>();
        for (Option option : basis.proposal().options()) {
            for (CostLine cost : option.costs()) {
                addCost(inputs, option.id() + "/" + cost.id() + "/", cost);
            }
            for (Impact impact : option.impacts()) {
                addImpact(inputs, option.id() + "/" + impact.id() + "/", impact, basis, moves);
            }
        }
        Parameters parameters = basis.proposal().parameters();
        uses(basis.proposal(), moves)
                .forEach((id, uses) -> parameters
                        .find(id)
                        .flatMap(parameters::uncertainty)
                        .ifPresent(distribution -> add(inputs, parameters, id, distribution, uses)));
        return new ArrayList<>(inputs.values());
    }

    /** What was entered as uncertain and moves no present value, by path: parameters of no use, and how a value is divided. */
    static List<String> idle(AppraisalCase basis) {
        Set<String> moving = of(basis).stream().map(UncertainInput::path).collect(Collectors.toSet());
        return InputPaths.of(basis.proposal()).entrySet().stream()
                .filter(input -> input.getValue().uncertainty().isPresent() && !moving.contains(input.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void add(
            Map<String, UncertainInput> inputs,
            Parameters parameters,
            String id,
            Distribution distribution,
            List<UncertainInput.Use> uses) {
        Parameter parameter = parameters.find(id).orElseThrow();
        inputs.put(
                parameter.path(),
                new UncertainInput(parameter.path(), parameter.figure().value(), distribution, "", false, uses));
    }

    /** Where each parameter moves what is asked for, by its id. */
    private static SortedMap<String, List<UncertainInput.Use>> uses(Proposal proposal, Predicate<String> moves) {
        SortedMap<String, List<UncertainInput.Use>> uses = new TreeMap<>();
        ParameterUse.of(proposal).forEach((id, all) -> {
            List<UncertainInput.Use> moving = all.stream()
                    .map(use -> UncertainInput.Use.of(use.path(), use.times()))
                    .filter(use -> moves.test(use.name()))
                    .toList();
            if (!moving.isEmpty()) {
                uses.put(id, moving);
            }
        });
        return uses;
    }

    /**
     * Every input of a case that can move its present values, by path; what rests on a parameter moves with it alone. One
     * that is not uncertain has a range all the same: a share all of 0 to 1, growth a tenth up or down a year, years up to
     * the appraisal's, any other ten times itself up or down, of which people, multipliers, amounts of money, what a unit is
     * worth and what a trip costs do not pass zero.
     */
    public static List<UncertainInput> all(AppraisalCase basis) {
        SortedMap<String, UncertainInput> inputs = new TreeMap<>();
        Parameters parameters = basis.proposal().parameters();
        InputPaths.of(basis.proposal()).forEach((path, figure) -> {
            if (Parameter.named(path).isPresent() || figure.shared().isPresent()) {
                return;
            }
            InputKind kind = InputKind.of(UncertainInput.Use.of(path, 1).name());
            if (kind.movesPresentValues()) {
                inputs.put(
                        path,
                        new UncertainInput(path, figure.value(), anyValue(kind, figure.value(), basis), "", false));
            }
        });
        uses(basis.proposal(), name -> InputKind.of(name).movesPresentValues()).forEach((id, uses) -> {
            Parameter parameter = parameters.find(id).orElseThrow();
            double base = parameter.figure().value();
            InputKind first = InputKind.of(uses.getFirst().name());
            Distribution any = parameter
                    .unit()
                    .filter(unit -> unit != first.unit())
                    .map(unit -> anyValue(unit, base, basis))
                    .orElseGet(() -> anyValue(first, base, basis));
            add(inputs, parameters, id, any, uses);
        });
        of(basis).forEach(input -> inputs.put(input.path(), input));
        return new ArrayList<>(inputs.values());
    }

    private static Distribution anyValue(InputKind kind, double base, AppraisalCase basis) {
        return kind == InputKind.COST_PER_TRIP ? onItsSideOfZero(base) : anyValue(kind.unit(), base, basis);
    }

    private static Distribution anyValue(InputKind.Unit unit, double base, AppraisalCase basis) {
        return switch (unit) {
            case SHARE -> new Distribution.Uniform(0, 1, false);
            case GROWTH -> new Distribution.Uniform(-0.1, 0.1, false);
            case YEARS ->
                new Distribution.Uniform(0, basis.proposal().appraisal().years(), false);
            case PEOPLE, MULTIPLIER, MONEY, PRICE -> onItsSideOfZero(base);
            case UPLIFT, EFFECT ->
                new Distribution.Uniform(base - WIDEST * reach(base), base + WIDEST * reach(base), false);
        };
    }

    /** There are no fewer people than none, and a cost that turned into a receipt, or a gain into a loss, would be another line. */
    private static Distribution onItsSideOfZero(double base) {
        double far = WIDEST * reach(base);
        return base >= 0
                ? new Distribution.Uniform(0, base + far, false)
                : new Distribution.Uniform(base - far, 0, false);
    }

    private static double reach(double base) {
        return base == 0 ? 1 : Math.abs(base);
    }

    private static void addCost(Map<String, UncertainInput> inputs, String line, CostLine cost) {
        InputPaths.of(cost).forEach((name, figure) -> add(inputs, line + name, figure.value(), figure.uncertainty()));
        if (cost.uncertainty().isEmpty() && cost.amount() instanceof Amount.Annual annual) {
            add(
                    inputs,
                    line + "amount",
                    annual.annual().value(),
                    annual.annual().uncertainty());
        }
    }

    private static void addImpact(
            Map<String, UncertainInput> inputs,
            String line,
            Impact impact,
            AppraisalCase basis,
            Predicate<String> moves) {
        InputPaths.of(impact).forEach((name, figure) -> {
            boolean isDrawn = moves.test(name) && InputKind.of(name) != InputKind.EFFECT;
            add(inputs, line + name, figure.value(), isDrawn ? figure.uncertainty() : Optional.empty());
        });
        if (impact.valuation() instanceof Valuation.Chain chain) {
            Effect effect = chain.quantity().effect();
            String truth = effect instanceof Effect.FromEvidence evidence ? "evidence " + evidence.evidence() : "";
            boolean falling = effect instanceof Effect.FromEvidence evidence && evidence.scale() < 0;
            uncertainty(effect, basis)
                    .ifPresent(distribution -> inputs.put(
                            line + "effect",
                            new UncertainInput(line + "effect", basis.central(effect), distribution, truth, falling)));
            if (chain.worth() instanceof UnitWorth.FromLibrary library) {
                range(basis.unitValue(library.unitValue()))
                        .ifPresent(distribution -> inputs.put(
                                line + "value",
                                new UncertainInput(
                                        line + "value", 1, distribution, "unit value " + library.unitValue(), false)));
            }
        }
    }

    private static Optional<Distribution> uncertainty(Effect effect, AppraisalCase basis) {
        return switch (effect) {
            case Effect.Stated(Figure figure) -> figure.uncertainty();
            case Effect.CostSaved _ -> Optional.empty();
            case Effect.Estimated(double value, double standardError) ->
                Optional.of(new Distribution.Normal(value, standardError, false));
            case Effect.FromEvidence(String id, double scale) -> {
                Evidence evidence = basis.evidence(id);
                yield Optional.of(samplingDistribution(evidence, scale));
            }
        };
    }

    private static Distribution samplingDistribution(Evidence evidence, double scale) {
        if (!evidence.draws().isEmpty()) {
            return new Distribution.Empirical(
                    evidence.draws().stream().map(draw -> draw * scale).toList(), false);
        }
        double centre = evidence.estimate() * scale;
        double spread = evidence.standardError() * Math.abs(scale);
        return evidence.degreesOfFreedom().isPresent()
                ? new Distribution.StudentT(
                        centre, spread, evidence.degreesOfFreedom().getAsDouble(), false)
                : new Distribution.Normal(centre, spread, false);
    }

    private static Optional<Distribution> range(UnitValue value) {
        if (value.low().isEmpty()
                || value.high().isEmpty()
                || value.value() <= 0
                || !value.byYear().isEmpty()) {
            return Optional.empty();
        }
        double low = value.low().getAsDouble() / value.value();
        double high = value.high().getAsDouble() / value.value();
        return low <= 1 && high >= 1 ? Optional.of(new Distribution.Triangular(low, 1, high, true)) : Optional.empty();
    }

    private static void add(
            Map<String, UncertainInput> inputs, String path, double base, Optional<Distribution> distribution) {
        distribution.ifPresent(known -> inputs.put(path, new UncertainInput(path, base, known, "", false)));
    }
}
