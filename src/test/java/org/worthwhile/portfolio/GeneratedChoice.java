package org.worthwhile.portfolio;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.worthwhile.portfolio.Constraints.Kind;
import org.worthwhile.portfolio.Constraints.Limit;
import org.worthwhile.portfolio.Constraints.MinimumShare;
import org.worthwhile.proposal.FinancialYear;

/**
 * A choice drawn at random: 1 to 12 proposals of 1 to 4 options, money of any size, whole or not, and constraints of every
 * kind, of which many have no slack at all.
 */
record GeneratedChoice(List<Candidate> candidates, Constraints constraints) {

    /** So that every way of choosing can be gone through. */
    private static final int MOST_CHOICES = 5_000;

    private static final List<FinancialYear> YEARS =
            List.of(FinancialYear.of("2026/27"), FinancialYear.of("2027/28"), FinancialYear.of("2028/29"));
    private static final List<String> ORGANISATIONS = List.of("county", "nhs");
    private static final List<String> PLACES = List.of("Fenland", "City", "");
    private static final List<String> THEMES = List.of("health", "transport");
    private static final double[] UNITS = {0.01, 1, 1000, 1e6, 1e10};

    static GeneratedChoice of(long seed) {
        return new Generator(new Random(seed)).generate();
    }

    /** The same problem with one to six pairs of its proposals that come to something besides, to more or to less. */
    static GeneratedChoice withInteractions(long seed) {
        Generator generator = new Generator(new Random(seed));
        GeneratedChoice without = generator.generate();
        return new GeneratedChoice(without.candidates, without.constraints.withInteractions(generator.interactions()));
    }

    /** The money of one generated choice. */
    private static final class Generator {

        private final Random random;
        private final double unit;
        private final boolean whole;
        private final int most;
        private final double share;
        private final List<Candidate> candidates = new ArrayList<>();

        Generator(Random random) {
            this.random = random;
            this.unit = UNITS[random.nextInt(UNITS.length)];
            this.whole = random.nextBoolean();
            this.most = random.nextBoolean() ? 5 : 1000;
            this.share = random.nextInt(4) == 0 ? random.nextDouble() : 0.15;
        }

        GeneratedChoice generate() {
            int proposals = 1 + random.nextInt(12);
            long choices = 1;
            for (int proposal = 0; proposal < proposals; proposal++) {
                int options = 1 + random.nextInt(4);
                while (options > 1 && choices * (options + 1) << (proposals - proposal - 1) > MOST_CHOICES) {
                    options--;
                }
                choices *= options + 1;
                String place = PLACES.get(random.nextInt(PLACES.size()));
                List<String> themes =
                        THEMES.stream().filter(_ -> random.nextBoolean()).toList();
                for (int option = 0; option < options; option++) {
                    candidates.add(candidate("p" + proposal, "o" + option, place, themes));
                }
            }
            return new GeneratedChoice(List.copyOf(candidates), constraints(proposals));
        }

        /** Money up to {@code most} units, of which {@link #share} is below zero. */
        private double money() {
            double amount = whole ? random.nextInt(most + 1) : most * random.nextDouble();
            return unit * (random.nextDouble() < share ? -amount : amount);
        }

        private Candidate candidate(String proposal, String option, String place, List<String> themes) {
            Map<Objective, Double> values = new EnumMap<>(Objective.class);
            for (Objective objective : Objective.values()) {
                values.put(objective, money());
            }
            double cost = money();
            List<Spending> spending = new ArrayList<>();
            for (int line = random.nextInt(4); line > 0; line--) {
                spending.add(new Spending(
                        ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size())),
                        random.nextBoolean(),
                        YEARS.get(random.nextInt(YEARS.size())),
                        money()));
            }
            if (!candidates.isEmpty() && random.nextInt(6) == 0) {
                Candidate same = candidates.get(random.nextInt(candidates.size()));
                values = same.values();
                cost = same.cost();
                spending = same.spending();
            }
            return new Candidate(proposal, proposal, option, option, place, themes, values, cost, spending);
        }

        private Constraints constraints(int proposals) {
            List<Limit> limits = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                Limit limit = new Limit(
                        0,
                        maybe(YEARS.get(random.nextInt(YEARS.size()))),
                        maybe(Kind.values()[random.nextInt(2)]),
                        maybe(ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size()))));
                limits.add(new Limit(
                        most(candidates.stream().mapToDouble(limit::taken).toArray()),
                        limit.year(),
                        limit.kind(),
                        limit.organisation()));
            }
            List<MinimumShare> shares = new ArrayList<>();
            for (int count = random.nextInt(5) - 2; count > 0; count--) {
                boolean place = random.nextBoolean();
                shares.add(new MinimumShare(
                        place ? Optional.of(PLACES.get(random.nextInt(2))) : Optional.empty(),
                        place && random.nextInt(3) > 0
                                ? Optional.empty()
                                : Optional.of(THEMES.get(random.nextInt(THEMES.size()))),
                        random.nextInt(5) / 4.0 * random.nextInt(2) + random.nextInt(2) * 0.1));
            }
            return Constraints.NONE
                    .withObjective(Objective.values()[random.nextInt(Objective.values().length)])
                    .withBudget(most(
                            candidates.stream().mapToDouble(Candidate::cost).toArray()))
                    .withLimits(limits)
                    .withSelection(new SelectionRules(
                            some(proposals, 0.1),
                            some(proposals, 0.1),
                            groups(proposals, 2 + random.nextInt(2)),
                            groups(proposals, 2)))
                    .withMinimumShares(shares.stream()
                            .filter(minimum -> minimum.share() <= 1)
                            .toList());
        }

        List<Interaction> interactions() {
            List<Interaction> interactions = new ArrayList<>();
            for (int count = 1 + random.nextInt(6); count > 0; count--) {
                Candidate one = candidates.get(random.nextInt(candidates.size()));
                Candidate other = candidates.get(random.nextInt(candidates.size()));
                if (!one.proposal().equals(other.proposal())) {
                    interactions.add(new Interaction(
                            new Interaction.Side(one.proposal(), maybe(one.option())),
                            new Interaction.Side(other.proposal(), maybe(other.option())),
                            eitherSign(),
                            eitherSign(),
                            random.nextBoolean()
                                    ? List.of()
                                    : List.of(new Spending(
                                            ORGANISATIONS.get(random.nextInt(ORGANISATIONS.size())),
                                            random.nextBoolean(),
                                            YEARS.get(random.nextInt(YEARS.size())),
                                            eitherSign())),
                            "drawn at random"));
                }
            }
            return interactions;
        }

        private double eitherSign() {
            return random.nextInt(4) == 0 ? 0 : random.nextBoolean() ? money() : -money();
        }

        /** What some candidates take, to the last digit; or nothing, or more than there is, or a part, or below zero. */
        private double most(double[] amounts) {
            double all = IntStream.range(0, amounts.length)
                    .mapToDouble(i -> Math.abs(amounts[i]))
                    .sum();
            return switch (random.nextInt(8)) {
                case 0 -> 0;
                case 1 -> 2 * all;
                case 2 -> all * random.nextDouble() / 2;
                case 3 -> -all * random.nextDouble() / 8;
                default ->
                    IntStream.range(0, amounts.length)
                            .filter(_ -> random.nextInt(3) == 0)
                            .mapToDouble(i -> amounts[i])
                            .sum();
            };
        }

        private <T> Optional<T> maybe(T value) {
            return random.nextBoolean() ? Optional.of(value) : Optional.empty();
        }

        private List<String> some(int proposals, double probability) {
            return IntStream.range(0, proposals)
                    .filter(_ -> random.nextDouble() < probability)
                    .mapToObj(proposal -> "p" + proposal)
                    .toList();
        }

        private List<List<String>> groups(int proposals, int size) {
            List<List<String>> groups = new ArrayList<>();
            for (int count = random.nextInt(3); count > 0 && proposals >= size; count--) {
                List<String> group = random.ints(0, proposals)
                        .distinct()
                        .limit(size)
                        .mapToObj(proposal -> "p" + proposal)
                        .toList();
                groups.add(group);
            }
            return groups;
        }
    }
}
