package org.worthwhile.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.NumberText;

/** What must hold of parameters, of the figures that rest on them and of their joint draws. */
final class ParameterRules {

    private final Parameters parameters;
    private final Map<String, List<ParameterUse>> uses;
    private final BiConsumer<String, Fault> report;

    /** @param report takes the place of a fault, as a JSON pointer, and the fault */
    ParameterRules(Proposal proposal, BiConsumer<String, Fault> report) {
        this.parameters = proposal.parameters();
        this.uses = ParameterUse.of(proposal);
        this.report = report;
    }

    void check() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < parameters.all().size(); i++) {
            Parameter parameter = parameters.all().get(i);
            String at = "/parameters/" + i;
            if (!seen.add(parameter.id())) {
                fault(at, "the parameter '" + parameter.id() + "' is there more than once", "keep one of each");
            }
            parameter.figure().shared().ifPresent(shared -> checkReference(at + "/value", parameter, shared));
            parameter
                    .figure()
                    .uncertainty()
                    .flatMap(Distribution::fault)
                    .or(() -> CentralValueRule.conflict(parameter.figure()))
                    .ifPresent(fault -> report.accept(at + "/uncertainty", fault));
        }
        parameters.draws().ifPresent(this::checkDraws);
    }

    private void checkReference(String at, Parameter parameter, Figure.Shared shared) {
        if (parameters.find(shared.parameter()).isEmpty()) {
            unknown(at, shared.parameter());
        } else if (isCircular(shared)) {
            fault(
                    at,
                    "the parameter '" + parameter.id() + "' rests on itself by way of '" + shared.parameter() + "'",
                    "give one of them a number");
        } else {
            Optional<InputKind.Unit> other = parameters.find(shared.parameter()).flatMap(Parameter::unit);
            parameter.unit().ifPresent(unit -> checkUnit(at, shared, unit, other));
        }
    }

    private boolean isCircular(Figure.Shared shared) {
        Set<String> passed = new HashSet<>();
        Optional<Figure.Shared> current = Optional.of(shared);
        while (current.isPresent()) {
            if (!passed.add(current.get().parameter())) {
                return true;
            }
            current = parameters
                    .find(current.get().parameter())
                    .flatMap(parameter -> parameter.figure().shared());
        }
        return false;
    }

    /** Of a figure of a line. */
    void checkFigure(String at, InputKind kind, Figure figure) {
        if (figure.shared().isEmpty()) {
            return;
        }
        Figure.Shared shared = figure.shared().get();
        Optional<Parameter> parameter = parameters.find(shared.parameter());
        if (parameter.isEmpty()) {
            unknown(at, shared.parameter());
        } else if (parameters.origin(shared).isPresent()) {
            checkUnit(at, shared, kind.unit(), parameter.get().unit());
            checkValue(at, kind, figure.value());
        }
    }

    private void checkUnit(String at, Figure.Shared shared, InputKind.Unit needed, Optional<InputKind.Unit> unit) {
        unit.filter(given -> given != needed)
                .ifPresent(given -> fault(
                        at,
                        "the parameter '" + shared.parameter() + "' is measured in " + given.words() + ", and here "
                                + needed.words() + " stand",
                        "name another parameter, or leave out its unit if what it is multiplied by turns one into the"
                                + " other"));
    }

    private void checkValue(String at, InputKind kind, double value) {
        InputBounds bounds = kind.bounds();
        if (!bounds.holds(value) || Math.abs(value) > DistributionRules.LARGEST_VALUE) {
            fault(
                    at,
                    "the parameter makes it " + NumberText.of(value) + ", which it cannot be",
                    "mend the parameter or what it is multiplied by");
        } else if (kind.unit() == InputKind.Unit.YEARS && value != Math.rint(value)) {
            fault(at, "the parameter makes it " + NumberText.of(value) + " years", "make it a whole number of years");
        }
    }

    private void checkDraws(JointDraws draws) {
        draws.values().forEach((id, values) -> {
            String at = "/draws/values/" + id;
            Optional<Parameter> parameter = parameters.find(id);
            if (parameter.isEmpty()) {
                unknown(at, id);
                return;
            }
            if (parameter.get().figure().shared().isPresent()) {
                fault(
                        at,
                        "the parameter '" + id + "' is another one's value times a factor",
                        "draw the other one, or give this one a number");
                return;
            }
            if (parameter.get().figure().uncertainty().isPresent()) {
                fault(
                        at,
                        "the parameter '" + id + "' has an uncertainty of its own beside its draws",
                        "keep one or the other");
            }
            if (values.size() != draws.rows()) {
                fault(
                        at,
                        "has " + values.size() + " draws and another parameter " + draws.rows(),
                        "give every parameter a value in every row");
            }
            Distribution.Empirical drawn = new Distribution.Empirical(values, false);
            drawn.fault()
                    .or(() -> CentralValueRule.conflict(
                                    new Figure(parameter.get().figure().value(), Optional.of(drawn)))
                            .map(conflict -> new Fault(
                                    conflict.what(),
                                    "mend the parameter's value or its draws, which are values and not factors on it")))
                    .ifPresent(fault -> report.accept(at, fault));
            checkPossible(at, id, values);
        });
    }

    /** Of draws that belong together none can be left out for another value. */
    private void checkPossible(String at, String id, List<Double> values) {
        InputBounds bounds = uses.getOrDefault(id, List.of()).stream()
                .map(ParameterUse::bounds)
                .reduce(InputBounds.NONE, InputBounds::and);
        int[] outside = IntStream.range(0, values.size())
                .filter(row -> !bounds.holds(values.get(row)))
                .toArray();
        if (outside.length > 0) {
            fault(
                    at + "/" + outside[0],
                    "the draw of '" + id + "' is " + NumberText.of(values.get(outside[0])) + ", "
                            + bounds.beyond(values.get(outside[0])) + ", which it cannot be"
                            + (outside.length == 1
                                    ? ""
                                    : "; it is the first of " + outside.length + " such draws of " + values.size()),
                    "mend the draws, or what the parameter is multiplied by where it is used");
        }
    }

    private void unknown(String at, String id) {
        List<String> known = new ArrayList<>();
        parameters.all().forEach(parameter -> known.add(parameter.id()));
        fault(at, "no parameter '" + id + "' is defined in this proposal", Nearest.remedy(id, known));
    }

    private void fault(String at, String what, String remedy) {
        report.accept(at, new Fault(what, remedy));
    }
}
