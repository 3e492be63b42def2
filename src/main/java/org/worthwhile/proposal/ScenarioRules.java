package org.worthwhile.proposal;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.NumberText;

/** What scenarios may set inputs to: what could be typed in their place, also where it comes of a parameter. */
final class ScenarioRules {

    private final Proposal proposal;
    private final SortedMap<String, Figure> inputs;
    private final BiConsumer<String, Fault> problems;

    /** @param problems takes each fault at the pointer of a part of the proposal */
    ScenarioRules(Proposal proposal, BiConsumer<String, Fault> problems) {
        this.proposal = proposal;
        this.inputs = InputPaths.of(proposal);
        this.problems = problems;
    }

    void check() {
        for (int i = 0; i < proposal.scenarios().size(); i++) {
            check("/scenarios/" + i + "/set/", proposal.scenarios().get(i).set());
        }
    }

    private void check(String at, Map<String, Double> set) {
        Map<String, Double> known = new TreeMap<>();
        set.forEach((path, value) -> {
            if (inputs.containsKey(path)) {
                known.put(path, value);
            } else {
                report(
                        at,
                        path,
                        new Fault(
                                "no input '" + path + "' is defined in this proposal",
                                Nearest.remedy(path, inputs.keySet())));
            }
        });
        Set<String> told = new HashSet<>();
        InputPaths.of(InputChange.apply(proposal, known))
                .forEach((path, changed) -> source(path, set).ifPresent(source -> {
                    Optional<Fault> fault = fault(path, source, changed.value());
                    if (fault.isPresent() && told.add(source)) {
                        report(at, source, fault.get());
                    }
                }));
    }

    private void report(String at, String path, Fault fault) {
        problems.accept(at + path.replace("/", "~1"), fault);
    }

    /** The entry of the scenario that an input's value comes from. */
    private Optional<String> source(String path, Map<String, Double> set) {
        if (Parameter.named(path).isPresent() || !inputs.containsKey(path)) {
            return Optional.empty();
        }
        if (set.containsKey(path)) {
            return Optional.of(path);
        }
        return inputs.get(path)
                .shared()
                .flatMap(proposal.parameters()::origin)
                .map(origin -> "parameters/" + origin.parameter())
                .filter(set::containsKey);
    }

    private static Optional<Fault> fault(String path, String source, double value) {
        InputKind kind = InputKind.of(path.split("/", 3)[2]);
        String what = source.equals(path) ? "" : "makes '" + path + "' " + NumberText.of(value) + ", which ";
        double least = Math.max(kind.bounds().low(), -DistributionRules.LARGEST_VALUE);
        double greatest = Math.min(kind.bounds().high(), DistributionRules.LARGEST_VALUE);
        if (value < least || value > greatest) {
            return Optional.of(new Fault(
                    what
                            + (value < least
                                    ? "is below " + NumberText.of(least) + ", the least it can be"
                                    : "is above " + NumberText.of(greatest) + ", the greatest it can be"),
                    "give a value that could be typed in the line itself"));
        }
        return kind.unit() == InputKind.Unit.YEARS && value != Math.rint(value)
                ? Optional.of(new Fault(
                        what + "is no whole number of years", "give a whole number of years, as in the line itself"))
                : Optional.empty();
    }
}
