package org.worthwhile.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.Constraints.Kind;
import org.worthwhile.portfolio.Constraints.Limit;
import org.worthwhile.portfolio.Interaction;
import org.worthwhile.portfolio.Objective;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.report.Wording;
import org.worthwhile.report.document.Block;
import org.worthwhile.samples.Samples;

class PortfolioPageTest {

    private static final List<Candidate> CANDIDATES =
            List.of(candidate("bus", 3_000_000), candidate("tram", 2_000_000));

    private static Candidate candidate(String proposal, double npsv) {
        return new Candidate(
                proposal, proposal, "o", "o", "", List.of(), Map.of(Objective.NPSV, npsv), 1_000_000, List.of());
    }

    private static PortfolioChoice within(double budget) {
        return PortfolioChooser.choose(CANDIDATES, Constraints.NONE.withBudget(budget));
    }

    private static String text(PortfolioChoice choice) {
        return PortfolioPage.blocks(new Briefing.Portfolio(choice, Optional.empty()), "GBP").stream()
                .filter(Block.Paragraph.class::isInstance)
                .map(block -> ((Block.Paragraph) block).text())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void whatLimitsTheChoiceIsNamedWithWhatItCosts() {
        assertThat(text(within(1_000_000)))
                .contains("What limits the choice: the budget, without which it could be worth £2.0 million more.")
                .contains("A budget larger by a tenth would bring nothing more.");
    }

    @Test
    void wherePartOfALargerBudgetBuysMoreItIsSaidHowMuch() {
        assertThat(text(within(1_900_000)))
                .contains("Each pound of the next tenth of the budget would add £10.53 of net value on average.");
    }

    @Test
    void whereNothingLimitsTheChoiceThatIsSaid() {
        assertThat(text(within(2_000_000))).contains("No better choice was found without any one of the limits.");
    }

    @Test
    void ofABudgetOfZeroNoTenthIsTold() {
        assertThat(text(within(0)))
                .contains("What limits the choice: the budget")
                .doesNotContain("tenth");
    }

    /** The lamps cost far more capital than the 7 million there are. */
    @Test
    void theFirstPageNamesWhatIsChosenAndWhyWhatThePaperLeadsWithIsNot() {
        Constraints constraints = Constraints.NONE
                .withBudget(12_000_000)
                .withLimits(
                        List.of(new Limit(7_000_000, Optional.empty(), Optional.of(Kind.CAPITAL), Optional.empty())));
        List<Appraisal> samples = Samples.appraisals();
        PortfolioChoice choice = PortfolioChooser.choose(Candidate.of(samples), constraints);
        Briefing.Portfolio portfolio = new Briefing.Portfolio(choice, Optional.empty());
        Briefing briefing = new Briefing(
                samples.stream()
                        .map(each -> new Briefing.Appraised(each, Optional.empty()))
                        .toList(),
                List.of(),
                Optional.of(portfolio),
                LocalDate.of(2026, 11, 24));

        List<String> points = PortfolioPage.summary(briefing, portfolio);

        assertThat(points.getFirst())
                .contains(" Chosen: ")
                .contains("'Dim the present lamps' (Street-light LED replacement)")
                .doesNotContain("LED lamps over three years");
        assertThat(points)
                .contains(
                        "Not chosen: 'LED lamps over three years' (Street-light LED replacement); no choice with it keeps"
                                + " to the constraints.")
                .noneMatch(
                        point -> point.startsWith("Not chosen") && point.contains("minibuses' (Rural on-demand bus);"));
    }

    @Test
    void aChoiceWithinLimitsOnSpendingAloneIsToldWithoutABudget() {
        Constraints limited = Constraints.NONE.withLimits(List.of(
                new Limit(1_000_000, Optional.of(FinancialYear.of("2027/28")), Optional.empty(), Optional.empty())));
        PortfolioChoice choice = PortfolioChooser.choose(CANDIDATES, limited);

        assertThat(text(choice))
                .contains(
                        "Within the limits on spending, the choice worth most is 2 proposals, together worth £5.0 million.")
                .doesNotContain("tenth of the budget");
        assertThat(choice.steps())
                .extracting(PortfolioChoice.Step::cost)
                .containsExactly(0.0, 1_000_000.0, 2_000_000.0);
    }

    /** Together bus and tram are worth 3 and 2 million, 0.5 million less for people counted twice, and cost a tenth of a million less. */
    @Test
    void whatPairsComeToTogetherIsNamedWithItsReasonAndAddsUp() {
        PortfolioChoice together = PortfolioChooser.choose(
                CANDIDATES, Constraints.NONE.withBudget(2_000_000).withInteractions(List.of(overlap(-600_000))));

        assertThat(text(together))
                .contains("Chosen together: 'bus' and 'tram', £500,000 less value, £100,000 less public cost (the same"
                        + " passengers).");
        assertThat(PortfolioPage.blocks(new Briefing.Portfolio(together, Optional.empty()), "GBP").stream()
                        .filter(Block.Table.class::isInstance)
                        .map(block -> ((Block.Table) block).rows())
                        .findFirst()
                        .orElseThrow())
                .contains(List.of("Together: 'bus' and 'tram'", "the same passengers", "-£100,000", "-£500,000"));
    }

    /** An overlap of 2.5 million is more than the tram adds. */
    @Test
    void whatIsKeptApartByAnOverlapIsNamedWithItsReason() {
        PortfolioChoice apart = PortfolioChooser.choose(
                CANDIDATES, Constraints.NONE.withBudget(2_000_000).withInteractions(List.of(overlap(-2_600_000))));

        assertThat(apart.chosen()).extracting(Candidate::proposal).containsExactly("bus");
        assertThat(text(apart))
                .contains(
                        "Not chosen together: 'bus' and 'tram', £2.5 million less value, £100,000 less public cost (the same"
                                + " passengers).");
    }

    private static Interaction overlap(double benefit) {
        return new Interaction(
                new Interaction.Side("bus", Optional.empty()),
                new Interaction.Side("tram", Optional.empty()),
                benefit,
                -100_000,
                List.of(),
                "the same passengers");
    }

    @Test
    void budgetsBuyInStepsAtTheCostsOfTheSets() {
        PortfolioChoice choice = within(1_000_000);

        assertThat(PortfolioPage.blocks(new Briefing.Portfolio(choice, Optional.empty()), "GBP"))
                .filteredOn(Block.Picture.class::isInstance)
                .extracting(block -> ((Block.Picture) block).alternative())
                .singleElement()
                .asString()
                .startsWith("Steps of the best net present social value by budget, from ")
                .endsWith(" at "
                        + Wording.BRITISH.shortMoney(choice.steps().getLast().cost(), "GBP") + ".");
        assertThat(text(choice))
                .contains("What budgets buy rises in " + choice.steps().size() + " steps, from ")
                .contains("it is proven that no budget buys more than the step that it reaches.");
    }

    @Test
    void howMuchBetterAnotherChoiceCouldBeIsMoneyAndNoPercentage() {
        PortfolioChoice proven = within(1_000_000);
        PortfolioChoice unproven = new PortfolioChoice(
                proven.constraints(),
                proven.chosen(),
                proven.interactions(),
                proven.value(),
                proven.cost(),
                false,
                250_000,
                proven.byRatio(),
                proven.lossByRatio(),
                proven.frontier(),
                proven.steps(),
                proven.nextPound(),
                proven.largerBudget(),
                OptionalDouble.empty(),
                proven.binding(),
                proven.limits(),
                proven.leftOut(),
                proven.nearBest());
        assertThat(text(unproven))
                .contains("It was not proven best: another set of options could be worth up to £250,000 more.")
                .doesNotContain("%");
    }
}
