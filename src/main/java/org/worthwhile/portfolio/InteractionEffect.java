package org.worthwhile.portfolio;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a choice makes of an interaction.
 *
 * @param names of its two sides: the proposals' titles, with those of options where one is named
 * @param value what it is worth by the objective where both sides are chosen
 * @param outcome whether they are
 */
public record InteractionEffect(Interaction interaction, List<String> names, double value, Outcome outcome) {
    public InteractionEffect {
        names = List.copyOf(names);
    }

    /** Which sides are chosen. */
    public enum Outcome {
        /** Both, so that it takes effect. */
        TOGETHER,

        /** One of the two. */
        ONE,

        /** Neither. */
        NEITHER
    }

    /** Of every interaction that can take effect among columns, in the order of the constraints. */
    static List<InteractionEffect> of(ChoiceColumns columns, Collection<Integer> chosen, Objective objective) {
        return columns.pairs().stream()
                .map(pair -> new InteractionEffect(
                        pair.interaction(),
                        Stream.of(
                                        name(
                                                columns.all().get(pair.one()[0]),
                                                pair.interaction().one()),
                                        name(
                                                columns.all().get(pair.other()[0]),
                                                pair.interaction().other()))
                                .toList(),
                        pair.interaction().value(objective),
                        outcome(isChosen(pair.one(), chosen), isChosen(pair.other(), chosen))))
                .toList();
    }

    private static String name(Candidate candidate, Interaction.Side side) {
        return "'" + candidate.title()
                + side.option().map(_ -> ": " + candidate.optionTitle()).orElse("") + "'";
    }

    private static boolean isChosen(int[] side, Collection<Integer> chosen) {
        return IntStream.of(side).anyMatch(chosen::contains);
    }

    private static Outcome outcome(boolean one, boolean other) {
        return one && other ? Outcome.TOGETHER : one || other ? Outcome.ONE : Outcome.NEITHER;
    }

    /** Whether both sides are chosen. */
    public boolean takesEffect() {
        return outcome == Outcome.TOGETHER;
    }

    /** Whether one side is chosen without the other where both would be worth less together. */
    public boolean isAvoided() {
        return outcome == Outcome.ONE && value < 0;
    }
}
