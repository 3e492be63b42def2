package org.worthwhile.proposal;

import java.util.ArrayList;
import java.util.List;
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

    public InputKind kind() {
        return InputKind.of(path.split("/", 3)[2]);
    }

    /** What the parameter can be for this input to be what it can be. */
    public InputBounds bounds() {
        return kind().unit().bounds().per(times);
    }
}
