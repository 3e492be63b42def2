package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.worthwhile.portfolio.Constraints.Limit;
import org.worthwhile.portfolio.Constraints.MinimumShare;

/** Goes through every way of choosing none or one option of each proposal, and keeps to the constraints word by word. */
final class Enumeration {

    private final List<List<Candidate>> proposals;
    private final Constraints constraints;
    private final List<Way> ways = new ArrayList<>();

    /**
     * A way of choosing.
     *
     * @param chosen none or one option of each proposal
     * @param broken the constraints that it breaks, in words; whether it fits the budget is left open
     */
    record Way(List<Candidate> chosen, double value, double cost, double size, List<String> broken) {
        boolean costsAtMost(double budget) {
            return atMost(cost, budget, size);
        }
    }

    private Enumeration(List<Candidate> candidates, Constraints constraints) {
        Map<String, List<Candidate>> byProposal = new LinkedHashMap<>();
        candidates.forEach(candidate -> byProposal
                .computeIfAbsent(candidate.proposal(), _ -> new ArrayList<>())
                .add(candidate));
        this.proposals = List.copyOf(byProposal.values());
        this.constraints = constraints;
    }

    static Enumeration of(List<Candidate> candidates, Constraints constraints) {
        Enumeration enumeration = new Enumeration(candidates, constraints);
        enumeration.visit(0, new ArrayList<>());
        return enumeration;
    }

    private void visit(int proposal, List<Candidate> chosen) {
        if (proposal == proposals.size()) {
            ways.add(way(chosen, constraints));
            return;
        }
        visit(proposal + 1, chosen);
        for (Candidate candidate : proposals.get(proposal)) {
            chosen.addLast(candidate);
            visit(proposal + 1, chosen);
            chosen.removeLast();
        }
    }

    /** Every way, in an order that depends on how many options each proposal has alone. */
    List<Way> ways() {
        return List.copyOf(ways);
    }

    /** The greatest value within a budget; empty where nothing keeps to the constraints. */
    OptionalDouble best(double budget) {
        return ways.stream()
                .filter(way -> way.broken.isEmpty() && way.costsAtMost(budget))
                .mapToDouble(Way::value)
                .max();
    }

    /** The constraints without any one of which a greater value can be had, and how much greater by each. */
    Map<String, Double> losses(double rounding) {
        double budget = constraints.budget().orElseThrow();
        double best = best(budget).orElseThrow();
        Map<String, Double> without = new LinkedHashMap<>();
        for (Way way : ways) {
            boolean costly = !way.costsAtMost(budget);
            if (way.broken.size() + (costly ? 1 : 0) == 1 && way.value > best + rounding) {
                without.merge(costly ? "the budget" : way.broken.getFirst(), way.value - best, Math::max);
            }
        }
        return without;
    }

    /** Whether some way keeps to all constraints that are named, and to the budget if that is. */
    boolean canBeKept(List<String> named) {
        double budget = constraints.budget().orElseThrow();
        return ways.stream()
                .anyMatch(way -> way.broken.stream().noneMatch(named::contains)
                        && (!named.contains("the budget") || way.costsAtMost(budget)));
    }

    /** A ten-thousandth of a penny and a millionth of a millionth of what is summed are roundings, not money. */
    private static boolean atMost(double sum, double most, double size) {
        return sum <= most + 1e-6 + 1e-12 * size;
    }

    static Way way(List<Candidate> chosen, Constraints constraints) {
        List<String> broken = new ArrayList<>();
        List<Interaction> together = constraints.interactions().stream()
                .filter(interaction -> has(chosen, interaction.one()) && has(chosen, interaction.other()))
                .toList();
        for (Limit limit : constraints.limits()) {
            double taken = 0;
            double size = 0;
            for (List<Spending> each : spending(chosen, together)) {
                for (Spending spending : each) {
                    if ((limit.year().isEmpty() || limit.year().get().equals(spending.year()))
                            && (limit.kind().isEmpty()
                                    || spending.capital() == (limit.kind().get() == Constraints.Kind.CAPITAL))
                            && (limit.organisation().isEmpty()
                                    || limit.organisation().get().equals(spending.organisation()))) {
                        taken += spending.amount();
                        size += Math.abs(spending.amount());
                    }
                }
            }
            if (!atMost(taken, limit.amount(), size)) {
                broken.add(limit.words());
            }
        }
        for (MinimumShare minimum : constraints.minimumShares()) {
            double counted = 0;
            double all = 0;
            double size = 0;
            for (Candidate candidate : chosen) {
                boolean counts = counts(minimum, candidate);
                for (Spending spending : candidate.spending()) {
                    counted += counts ? spending.amount() : 0;
                    all += spending.amount();
                    size += Math.abs(spending.amount());
                }
            }
            for (Interaction interaction : together) {
                boolean counts =
                        counts(minimum, chosen, interaction.one()) && counts(minimum, chosen, interaction.other());
                for (Spending spending : interaction.spending()) {
                    counted += counts ? spending.amount() : 0;
                    all += spending.amount();
                    size += Math.abs(spending.amount());
                }
            }
            if (!atMost(minimum.share() * all, counted, size)) {
                broken.add(minimum.words());
            }
        }
        List<String> ids = chosen.stream().map(Candidate::proposal).toList();
        for (String id : constraints.selection().must()) {
            if (!ids.contains(id)) {
                broken.add("'" + id + "' must be chosen");
            }
        }
        for (String id : constraints.selection().mustNot()) {
            if (ids.contains(id)) {
                broken.add("'" + id + "' must not be chosen");
            }
        }
        for (List<String> set : constraints.selection().exclusive()) {
            if (set.stream().filter(ids::contains).count() > 1) {
                broken.add("at most one of '" + String.join("', '", set) + "'");
            }
        }
        for (List<String> pair : constraints.selection().requires()) {
            if (ids.contains(pair.get(0)) && !ids.contains(pair.get(1))) {
                broken.add("'" + pair.get(0) + "' needs '" + pair.get(1) + "'");
            }
        }
        double value = 0;
        double cost = 0;
        double size = 0;
        for (Candidate candidate : chosen) {
            value += candidate.value(constraints.objective());
            cost += candidate.cost();
            size += Math.abs(candidate.cost());
        }
        for (Interaction interaction : together) {
            cost += interaction.cost();
            size += Math.abs(interaction.cost());
            value += switch (constraints.objective()) {
                case NPSV, WEIGHTED_NPSV -> interaction.benefit() - interaction.cost();
                case PVB -> interaction.benefit();
                case PUBLIC_SAVING -> -interaction.cost();
            };
        }
        return new Way(
                List.copyOf(chosen),
                value,
                cost,
                size,
                broken.stream().distinct().toList());
    }

    private static boolean has(List<Candidate> chosen, Interaction.Side side) {
        return chosen.stream()
                .anyMatch(candidate -> candidate.proposal().equals(side.proposal())
                        && (side.option().isEmpty() || side.option().get().equals(candidate.option())));
    }

    private static boolean counts(MinimumShare minimum, Candidate candidate) {
        return (minimum.place().isEmpty() || minimum.place().get().equals(candidate.place()))
                && (minimum.theme().isEmpty()
                        || candidate.themes().contains(minimum.theme().get()));
    }

    private static boolean counts(MinimumShare minimum, List<Candidate> chosen, Interaction.Side side) {
        return chosen.stream()
                .filter(candidate -> candidate.proposal().equals(side.proposal()))
                .allMatch(candidate -> counts(minimum, candidate));
    }

    private static List<List<Spending>> spending(List<Candidate> chosen, List<Interaction> together) {
        return Stream.concat(
                        chosen.stream().map(Candidate::spending),
                        together.stream().map(Interaction::spending))
                .toList();
    }

    /** What a way takes of a limit. */
    static double taken(Limit limit, Way way, Constraints constraints) {
        return Stream.concat(
                        way.chosen().stream().map(Candidate::spending),
                        constraints.interactions().stream()
                                .filter(each -> way.chosen().stream().anyMatch(each.one()::includes)
                                        && way.chosen().stream().anyMatch(each.other()::includes))
                                .map(Interaction::spending))
                .flatMap(List::stream)
                .filter(each -> limit.year().map(each.year()::equals).orElse(true)
                        && limit.kind()
                                .map(kind -> each.capital() == (kind == Constraints.Kind.CAPITAL))
                                .orElse(true)
                        && limit.organisation().map(each.organisation()::equals).orElse(true))
                .mapToDouble(Spending::amount)
                .sum();
    }
}
