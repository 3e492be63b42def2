package org.worthwhile.uncertainty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.worthwhile.proposal.Option;
import org.worthwhile.uncertainty.LineInputs.Drawn;

/** Which inputs are drawn for each line of a case, by the names that they have within it. */
record DrawnInputs(Map<String, Map<String, Drawn>> byLine) {

    static DrawnInputs of(List<UncertainInput> inputs) {
        Map<String, Map<String, Drawn>> byLine = new HashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            for (UncertainInput.Use use : inputs.get(i).uses()) {
                byLine.computeIfAbsent(key(use.option(), use.line()), _ -> new HashMap<>())
                        .put(use.name(), new Drawn(i, use.times()));
            }
        }
        return new DrawnInputs(byLine);
    }

    Map<String, Drawn> of(Option option, String line) {
        return byLine.getOrDefault(key(option.id(), line), Map.of());
    }

    private static String key(String option, String line) {
        return option + "/" + line;
    }
}
