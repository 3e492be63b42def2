package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.portfolio.Constraints.Limit;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut;
import org.worthwhile.portfolio.PortfolioChoice.LeftOut.Verdict;
import org.worthwhile.portfolio.PortfolioChoice.LimitUse;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.proposal.FinancialYear;

/** What a choice makes of its limits, and what its left-out options would lose it. */
class ChoiceSensitivityTest {

    private static final FinancialYear YEAR = FinancialYear.of("2026/27");
    private static final double MILLION = 1e6;

    /** Of 10 million a and b take 6 and 4, and are worth 60 and 40; c would take 5 for 45, and d 12 for 100. */
    private static final List<Candidate> FOUR =
            List.of(candidate("a", 60, 6), candidate("b", 40, 4), candidate("c", 45, 5), candidate("d", 100, 12));

    /** With c there is room for b beside it but not for a: 85 instead of 100. d costs more than there is. */
    @Test
    void whatIsLeftOutLosesWhatItDisplaces() {
        List<LeftOut> leftOut = PortfolioChooser.choose(FOUR, limited(10, 20)).leftOut();

        assertThat(leftOut).extracting(left -> left.candidate().proposal()).containsExactly("c", "d");
        assertThat(leftOut.get(0).verdict()).isEqualTo(Verdict.LOSES);
        assertThat(leftOut.get(0).loss().orElseThrow()).isCloseTo(15 * MILLION, within(1e-3));
        assertThat(leftOut.get(0).displaced()).containsExactly(FOUR.get(0));
        assertThat(leftOut.get(1).verdict()).isEqualTo(Verdict.IMPOSSIBLE);
        assertThat(leftOut.get(1).loss()).isEmpty();
    }

    /** More money would buy parts of c, at 45 for 5; less would take parts of a or b away, at 10 for 1. */
    @Test
    void aLimitThatIsMetExactlyHasOnePriceForMoreAndAnotherForLess() {
        List<LimitUse> limits = PortfolioChooser.choose(FOUR, limited(10, 20)).limits();

        assertThat(limits)
                .extracting(LimitUse::words)
                .containsExactly("the budget", "the limit on all public spending");
        assertThat(limits.get(0).slack()).isCloseTo(0, within(1e-6));
        assertThat(limits.get(0).valueOfMore().orElseThrow()).isCloseTo(9, within(1e-9));
        assertThat(limits.get(0).valueOfLess().orElseThrow()).isCloseTo(10, within(1e-9));
        assertThat(limits.get(1).use()).isCloseTo(10 * MILLION, within(1e-6));
        assertThat(limits.get(1).slack()).isCloseTo(10 * MILLION, within(1e-6));
        assertThat(limits.get(1).valueOfMore().orElseThrow()).isZero();
        assertThat(limits.get(1).valueOfLess().orElseThrow()).isZero();
    }

    @Test
    void everyLossIsThatOfGoingThroughAllWaysWithTheOption() {
        int compared = 0;
        for (long seed = 0; compared < 1_000; seed++) {
            GeneratedChoice generated = GeneratedChoice.of(seed);
            Optional<PortfolioChoice> choice = choice(generated);
            if (choice.isPresent()) {
                List<Enumeration.Way> kept =
                        Enumeration.of(generated.candidates(), generated.constraints()).ways().stream()
                                .filter(way -> way.broken().isEmpty()
                                        && way.costsAtMost(
                                                generated.constraints().budget().orElseThrow()))
                                .toList();
                double size = kept.stream()
                        .mapToDouble(way -> Math.abs(way.value()))
                        .max()
                        .orElse(0);
                for (LeftOut left : choice.get().leftOut()) {
                    OptionalDouble best = kept.stream()
                            .filter(way -> way.chosen().contains(left.candidate()))
                            .mapToDouble(Enumeration.Way::value)
                            .max();
                    assertThat(left.verdict()).isEqualTo(best.isPresent() ? Verdict.LOSES : Verdict.IMPOSSIBLE);
                    assertThat(left.loss().isPresent()).isEqualTo(best.isPresent());
                    assertThat(left.least()).isEqualTo(left.loss());
                    left.loss()
                            .ifPresent(loss -> assertThat(loss)
                                    .isCloseTo(choice.get().value() - best.orElseThrow(), within(1e-9 * (1 + size))));
                    compared++;
                }
                choice.get()
                        .limits()
                        .forEach(limit -> limit.valueOfLess()
                                .ifPresent(
                                        less -> assertThat(limit.valueOfMore().orElseThrow())
                                                .isLessThanOrEqualTo(less * (1 + 1e-6) + 1e-6)));
            }
        }
    }

    /** What is not proven is told with what it loses at least, and more work finds the loss between the two. */
    @Test
    void lossesThatAreNotProvenLieBetweenWhatIsToldOfThem() {
        Random random = new Random(5);
        List<Candidate> many = IntStream.range(0, 240)
                .mapToObj(i -> candidate("p" + i / 4, 1 + 9 * random.nextDouble(), 1 + 9 * random.nextDouble()))
                .toList();
        List<Rule> rules = Rule.of(many, limited(100, 95));
        double[] values =
                many.stream().mapToDouble(each -> each.value(Objective.NPSV)).toArray();
        ChoiceColumns columns = ChoiceColumns.of(many, Constraints.NONE);
        ChoiceSensitivity sensitivity = new ChoiceSensitivity(
                columns,
                values,
                rules,
                PortfolioChooser.best(columns, values, rules).orElseThrow());
        List<LeftOut> hasty = sensitivity.leftOut(sensitivity.limits(), 4_000_000);
        List<LeftOut> thorough = sensitivity.leftOut(sensitivity.limits(), 4_000_000_000L);

        int between = 0;
        for (int i = 0; i < hasty.size(); i++) {
            if (hasty.get(i).verdict() == Verdict.LOSES_AT_MOST) {
                assertThat(thorough.get(i).verdict()).isEqualTo(Verdict.LOSES);
                assertThat(thorough.get(i).loss().orElseThrow())
                        .isBetween(
                                hasty.get(i).least().orElseThrow() - 1e-3,
                                hasty.get(i).loss().orElseThrow() + 1e-3);
                between++;
            }
        }
        assertThat(between).isPositive();
    }

    /** 1,500 options of one million each, worth 1 to 1,500 millions, of which ten can be had: the next best are asked of, not all. */
    @Test
    void ofVeryManyOptionsThoseAreAskedOfThatComeClosest() {
        List<Candidate> many = IntStream.rangeClosed(1, 1500)
                .mapToObj(i -> candidate("p" + i, i, 1))
                .toList();
        List<LeftOut> leftOut = PortfolioChooser.choose(many, limited(10, 20)).leftOut();

        assertThat(leftOut).hasSize(1490);
        List<Verdict> verdicts = leftOut.stream().map(LeftOut::verdict).toList();
        int sought = verdicts.indexOf(Verdict.LOSES);
        assertThat(sought).isBetween(1, 1480);
        assertThat(verdicts.subList(0, sought)).containsOnly(Verdict.NOT_SOUGHT);
        assertThat(verdicts.subList(sought, 1490)).containsOnly(Verdict.LOSES);
        assertThat(leftOut.getLast().loss().orElseThrow()).isCloseTo(MILLION, within(1e-3));
    }

    /**
     * Ten of one million each are worth a hundred; of those left out half are worth 90 at a cost of 9, so that they would displace 900,
     * and half 89 at a cost of 1.
     */
    @Test
    void thoseComeClosestThatAreWorthMostBeyondWhatTheyUseOfTheBudget() {
        List<Candidate> many = IntStream.range(0, 1500)
                .mapToObj(i -> i < 10
                        ? candidate("best" + i, 100, 1)
                        : i % 2 == 0 ? candidate("dear" + i, 90, 9) : candidate("cheap" + i, 89, 1))
                .toList();
        List<LeftOut> leftOut =
                PortfolioChooser.choose(many, limited(10, 5_000)).leftOut();

        List<String> sought = leftOut.stream()
                .filter(left -> left.verdict() != Verdict.NOT_SOUGHT)
                .map(left -> left.candidate().proposal())
                .toList();
        assertThat(sought).hasSizeBetween(1, 745).allMatch(proposal -> proposal.startsWith("cheap"));
    }

    private static Optional<PortfolioChoice> choice(GeneratedChoice generated) {
        try {
            return Optional.of(PortfolioChooser.choose(generated.candidates(), generated.constraints()));
        } catch (InvalidInput impossible) {
            return Optional.empty();
        }
    }

    /** In millions. */
    private static Constraints limited(double budget, double spending) {
        return Constraints.NONE
                .withBudget(budget * MILLION)
                .withLimits(
                        List.of(new Limit(spending * MILLION, Optional.empty(), Optional.empty(), Optional.empty())));
    }

    private static Candidate candidate(String proposal, double value, double cost) {
        return new Candidate(
                proposal,
                proposal,
                "o",
                "O",
                "",
                List.of(),
                Map.of(Objective.NPSV, value * MILLION),
                cost * MILLION,
                List.of(new Spending("county", false, YEAR, cost * MILLION)));
    }
}
