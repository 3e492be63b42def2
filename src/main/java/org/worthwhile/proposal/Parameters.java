package org.worthwhile.proposal;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the lines of a proposal share.
 *
 * @param draws of those whose values are drawn together
 */
public record Parameters(List<Parameter> all, Optional<JointDraws> draws) {

    public static final Parameters NONE = new Parameters(List.of(), Optional.empty());

    public Parameters {
        all = List.copyOf(all);
    }

    /** A parameter by its id; empty where there is none. */
    public Optional<Parameter> find(String id) {
        return all.stream().filter(parameter -> parameter.id().equals(id)).findFirst();
    }

    /** The ids of the parameters that a figure rests on, also by way of one another, as far as they are defined. */
    public Set<String> restedOn(Figure.Shared shared) {
        Set<String> passed = new LinkedHashSet<>();
        Optional<Figure.Shared> current = Optional.of(shared);
        while (current.isPresent() && passed.add(current.get().parameter())) {
            current = find(current.get().parameter())
                    .flatMap(parameter -> parameter.figure().shared());
        }
        return passed;
    }

    /**
     * The parameter that a figure rests on in the end, which is none of another, and the factor on it; empty if it is not
     * defined or rests on itself.
     */
    public Optional<Figure.Shared> origin(Figure.Shared shared) {
        Set<String> passed = new HashSet<>();
        Figure.Shared current = shared;
        while (passed.add(current.parameter())) {
            Optional<Parameter> parameter = find(current.parameter());
            if (parameter.isEmpty()) {
                return Optional.empty();
            }
            Optional<Figure.Shared> further = parameter.get().figure().shared();
            if (further.isEmpty()) {
                return Optional.of(current);
            }
            current = new Figure.Shared(further.get().parameter(), further.get().times() * current.times());
        }
        return Optional.empty();
    }

    /** How unsure a parameter is: as its joint draws are, or as was entered. */
    public Optional<Distribution> uncertainty(Parameter parameter) {
        return draws.flatMap(joint -> Optional.ofNullable(joint.values().get(parameter.id())))
                .<Distribution>map(values -> new Distribution.Empirical(values, false))
                .or(() -> parameter.figure().uncertainty());
    }

    /** The same with another central value of a parameter. */
    Parameters with(String id, double value) {
        return new Parameters(
                all.stream()
                        .map(parameter -> parameter.id().equals(id)
                                ? new Parameter(
                                        id, parameter.title(), Figure.of(value), parameter.unit(), parameter.source())
                                : parameter)
                        .toList(),
                draws);
    }
}
