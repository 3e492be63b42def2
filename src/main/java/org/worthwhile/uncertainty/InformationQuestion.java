package org.worthwhile.uncertainty;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of the value of information besides that of each input and of all.
 *
 * @param groups of inputs to know together
 * @param population of decisions that the information would serve
 */
public record InformationQuestion(List<Group> groups, Optional<Population> population) {

    /** Nothing more. */
    public static final InformationQuestion NONE = new InformationQuestion(List.of(), Optional.empty());

    public InformationQuestion {
        groups = List.copyOf(groups);
    }

    /**
     * Inputs that one study could tell together.
     *
     * @param inputs paths, or beginnings of paths up to a slash, as of an option or a line
     */
    public record Group(String title, List<String> inputs) {
        public Group {
            inputs = List.copyOf(inputs);
        }

        boolean holds(UncertainInput input) {
            return inputs.stream().anyMatch(path -> holds(path, input));
        }

        /** Whether a path, or a beginning of one, names an input or a place that takes its value. */
        static boolean holds(String named, UncertainInput input) {
            return isAt(input.path(), named)
                    || input.uses().stream()
                            .anyMatch(use -> isAt(use.option() + "/" + use.line() + "/" + use.name(), named));
        }

        private static boolean isAt(String path, String start) {
            return path.equals(start) || path.startsWith(start.endsWith("/") ? start : start + "/");
        }
    }

    /**
     * Places or times at which the same decision is taken, each of the size of the proposal.
     *
     * @param decisionsPerYear above 0
     * @param years in which they are taken, from the base year
     */
    public record Population(double decisionsPerYear, int years) {}
}
