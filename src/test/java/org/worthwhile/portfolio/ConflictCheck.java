package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.problem.InvalidInput;

/** What is told where nothing keeps to the constraints, against every way of choosing. */
final class ConflictCheck {

    static final String CONFLICT = "no choice keeps to all of these: ";

    private static final Pattern RAISE = Pattern.compile("raise (.+?) from -?[0-9,.]+ to (-?[0-9,.]+) or more");

    private ConflictCheck() {}

    static void check(long seed, InvalidInput infeasible, Constraints constraints, Enumeration enumeration) {
        checkConflict(seed, infeasible, enumeration);
        checkRaises(seed, infeasible, constraints, enumeration);
    }

    /** Those named cannot be kept together, and all but any one of them can. */
    private static void checkConflict(long seed, InvalidInput infeasible, Enumeration enumeration) {
        String sentence = infeasible.problems().getFirst().sentence();
        assertThat(sentence).as("seed %d", seed).contains(CONFLICT);
        String listed = sentence.substring(sentence.indexOf(CONFLICT) + CONFLICT.length());
        List<String> named = Arrays.stream(listed.split("; "))
                .filter(clause -> !clause.startsWith("loosen"))
                .toList();
        assertThat(enumeration.canBeKept(named)).as("seed %d: %s", seed, named).isFalse();
        for (String one : named) {
            List<String> others =
                    named.stream().filter(other -> !other.equals(one)).toList();
            assertThat(enumeration.canBeKept(others))
                    .as("seed %d: %s without %s", seed, named, one)
                    .isTrue();
        }
    }

    /** To what a limit is said to have to be raised is what the cheapest way takes of it that keeps to everything else, in pence upwards. */
    private static void checkRaises(
            long seed, InvalidInput infeasible, Constraints constraints, Enumeration enumeration) {
        String sentence = infeasible.problems().getFirst().sentence();
        Matcher raises = RAISE.matcher(sentence);
        Map<String, Double> told = new HashMap<>();
        while (raises.find()) {
            told.put(raises.group(1), Double.parseDouble(raises.group(2).replace(",", "")));
        }
        String named = sentence.substring(sentence.indexOf(CONFLICT), sentence.indexOf("; loosen"));
        List<String> fighting = Arrays.asList(named.substring(CONFLICT.length()).split("; "));
        Map<String, ToDoubleFunction<Enumeration.Way>> uses = new HashMap<>();
        uses.put("the budget", Enumeration.Way::cost);
        constraints
                .limits()
                .forEach(limit -> uses.put(limit.words(), way -> Enumeration.taken(limit, way, constraints)));
        uses.forEach((words, use) -> {
            OptionalDouble least = enumeration.ways().stream()
                    .filter(way -> way.broken().stream().allMatch(words::equals))
                    .filter(way -> words.equals("the budget")
                            || way.costsAtMost(constraints.budget().orElseThrow()))
                    .mapToDouble(use)
                    .min();
            boolean isTold = fighting.contains(words) && least.isPresent();
            assertThat(told.containsKey(words))
                    .as("seed %d: %s in %s", seed, words, sentence)
                    .isEqualTo(isTold);
            if (isTold) {
                double rounding = 1e-5 + 1e-11 * Math.abs(least.getAsDouble()) + 1e-11 * sizeOf(enumeration);
                assertThat(told.get(words))
                        .as("seed %d: %s in %s", seed, words, sentence)
                        .isBetween(least.getAsDouble() - rounding, least.getAsDouble() + 0.01 + rounding);
            }
        });
    }

    private static double sizeOf(Enumeration enumeration) {
        return enumeration.ways().stream()
                .mapToDouble(Enumeration.Way::size)
                .max()
                .orElse(0);
    }
}
