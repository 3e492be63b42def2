package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.portfolio.Interaction.Side;

/**
 * What a choice is made of: the candidates by position and then a column for each interaction that can take effect, which is
 * chosen where both of its sides are. Rules hold each such column to the product of its sides, so that whatever sums over chosen
 * columns counts interactions, and every search is exact with them (McCormick 1976, Mathematical Programming 10).
 *
 * @param all the candidates, and each interaction as if it were one, of no proposal
 * @param candidates how many of them are candidates
 * @param pairs whose interactions can take effect, in the order of their columns
 * @param links the rules that hold each column to its sides
 */
record ChoiceColumns(List<Candidate> all, int candidates, List<Pair> pairs, List<Rule> links) {

    ChoiceColumns {
        all = List.copyOf(all);
        pairs = List.copyOf(pairs);
        links = List.copyOf(links);
    }

    /** An interaction with the candidates of each of its sides, by position. */
    record Pair(Interaction interaction, int[] one, int[] other) {

        static Pair of(Interaction interaction, List<Candidate> candidates) {
            return new Pair(
                    interaction, positions(interaction.one(), candidates), positions(interaction.other(), candidates));
        }

        private static int[] positions(Side side, List<Candidate> candidates) {
            return IntStream.range(0, candidates.size())
                    .filter(i -> side.includes(candidates.get(i)))
                    .toArray();
        }

        boolean takesEffect(boolean[] choice) {
            return IntStream.of(one).anyMatch(i -> choice[i])
                    && IntStream.of(other).anyMatch(i -> choice[i]);
        }
    }

    static ChoiceColumns of(List<Candidate> candidates, Constraints constraints) {
        List<Pair> pairs = constraints.interactions().stream()
                .map(interaction -> Pair.of(interaction, candidates))
                .filter(pair -> pair.one.length > 0 && pair.other.length > 0)
                .toList();
        List<Candidate> all = new ArrayList<>(candidates);
        pairs.forEach(pair -> all.add(column(pair, "interaction " + (all.size() - candidates.size()), candidates)));
        List<Rule> links = IntStream.range(0, pairs.size())
                .boxed()
                .flatMap(k -> links(pairs.get(k), candidates.size() + k, all.size()))
                .toList();
        return new ChoiceColumns(all, candidates.size(), pairs, links);
    }

    /** It has the place and the themes that both sides have. */
    private static Candidate column(Pair pair, String name, List<Candidate> candidates) {
        Candidate one = candidates.get(pair.one[0]);
        Candidate other = candidates.get(pair.other[0]);
        Interaction interaction = pair.interaction;
        return new Candidate(
                name,
                interaction.between(),
                "",
                "",
                one.place().equals(other.place()) ? one.place() : "",
                one.themes().stream().filter(other.themes()::contains).toList(),
                Arrays.stream(Objective.values()).collect(Collectors.toMap(Function.identity(), interaction::value)),
                interaction.cost(),
                interaction.spending());
    }

    /** No more than either side, and no less than both leave over one. */
    private static Stream<Rule> links(Pair pair, int column, int columns) {
        double[] one = new double[columns];
        double[] other = new double[columns];
        double[] both = new double[columns];
        for (int i : pair.one) {
            one[i] = 1;
            both[i] = 1;
        }
        for (int i : pair.other) {
            other[i] = 1;
            both[i] = 1;
        }
        one[column] = -1;
        other[column] = -1;
        both[column] = -1;
        String words = pair.interaction.between() + " together";
        return Stream.of(
                new Rule(words, one, 0, Double.POSITIVE_INFINITY),
                new Rule(words, other, 0, Double.POSITIVE_INFINITY),
                new Rule(words, both, 0, 1));
    }

    /** Rules, and what holds interactions to their sides. */
    List<Rule> linked(List<Rule> rules) {
        return links.isEmpty()
                ? rules
                : Stream.concat(rules.stream(), links.stream()).toList();
    }

    /** The same choice of candidates with the interactions that take effect in it, and no others. */
    boolean[] completed(boolean[] choice) {
        boolean[] completed = Arrays.copyOf(choice, all.size());
        for (int k = 0; k < pairs.size(); k++) {
            completed[candidates + k] = pairs.get(k).takesEffect(choice);
        }
        return completed;
    }

    /** The positions of the candidates of a choice, and after them of the interactions that take effect. */
    List<Integer> completed(Collection<Integer> chosen) {
        boolean[] choice = new boolean[all.size()];
        chosen.stream().filter(this::isCandidate).forEach(i -> choice[i] = true);
        boolean[] completed = completed(choice);
        return IntStream.range(0, completed.length)
                .filter(i -> completed[i])
                .boxed()
                .toList();
    }

    boolean isCandidate(int position) {
        return position < candidates;
    }

    /** The candidates among chosen columns. */
    List<Candidate> candidates(Collection<Integer> chosen) {
        return chosen.stream().filter(this::isCandidate).map(all::get).toList();
    }

    /** Their paths. */
    List<String> paths(Collection<Integer> chosen) {
        return candidates(chosen).stream().map(Candidate::path).toList();
    }

    /** The interactions among chosen columns. */
    List<Interaction> interactions(Collection<Integer> chosen) {
        return chosen.stream()
                .filter(i -> !isCandidate(i))
                .map(i -> pairs.get(i - candidates).interaction)
                .toList();
    }

    /** What columns come to by an objective. */
    double[] values(Objective objective) {
        return all.stream().mapToDouble(each -> each.value(objective)).toArray();
    }

    /** By candidate that is a side of interactions, their columns. */
    Map<Integer, List<Integer>> interactionsOf() {
        Map<Integer, List<Integer>> columns = new HashMap<>();
        for (int k = 0; k < pairs.size(); k++) {
            int column = candidates + k;
            IntStream.concat(IntStream.of(pairs.get(k).one), IntStream.of(pairs.get(k).other))
                    .forEach(i ->
                            columns.computeIfAbsent(i, _ -> new ArrayList<>()).add(column));
        }
        return columns;
    }
}
