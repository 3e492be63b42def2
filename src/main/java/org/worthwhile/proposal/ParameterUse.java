package org.worthwhile.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An input of a line that rests on a parameter.
 *
 * @param path of the input: option, line and name
 * @param times what the parameter is multiplied by there
 */
public record ParameterUse(String path, double times) {

    /** Where each parameter that is none of another is used, by its id, also by way of others; those of no use have no entry. */
    public static SortedMap<String, List<ParameterUse>> of(Proposal proposal) {
        SortedMap<String, List<ParameterUse>> uses = new TreeMap<>();
        InputPaths.of(proposal)
                .forEach((path, figure) -> figure.shared()
                        .flatMap(proposal.parameters()::origin)
                        .ifPresent(origin -> uses.computeIfAbsent(origin.parameter(), _ -> new ArrayList<>())
                                .add(new ParameterUse(path, origin.times()))));
        return uses;
    }

    /** The parameters that no line rests on, neither directly nor by way of another. */
    public static List<Parameter> unused(Proposal proposal) {
        if (proposal.parameters().all().isEmpty()) {
            return List.of();
        }
        Set<String> used = new HashSet<>();
        InputPaths.Visitor mark = (_, _, figure) -> {
            if (figure.shared().isPresent()
                    && !used.contains(figure.shared().get().parameter())) {
                used.addAll(proposal.parameters().restedOn(figure.shared().get()));
            }
        };
        for (Option option : proposal.options()) {
            option.costs().forEach(cost -> InputPaths.visit(cost, mark));
            option.impacts().forEach(impact -> InputPaths.visit(impact, mark));
        }
        return proposal.parameters().all().stream()
                .filter(parameter -> !used.contains(parameter.id()))
                .toList();
    }

    /** The kind of the input that rests on the parameter. */
    public InputKind kind() {
        return InputKind.of(path.split("/", 3)[2]);
    }

    /** What the parameter can be for this input to be what it can be. */
    public InputBounds bounds() {
        return kind().bounds().per(times);
    }
}
