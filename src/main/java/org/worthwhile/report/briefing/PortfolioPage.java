package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.InteractionEffect;
import org.worthwhile.portfolio.Objective;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChoice.Step;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.report.BudgetStepsReport;
import org.worthwhile.report.ChoiceSensitivityReport;
import org.worthwhile.report.InteractionsReport;
import org.worthwhile.report.RobustReport;
import org.worthwhile.report.Wording;
import org.worthwhile.report.briefing.Briefing.Portfolio;
import org.worthwhile.report.chart.Charts;
import org.worthwhile.report.document.Block;

/** The choice among the proposals within the budget. */
final class PortfolioPage {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 340;
    private static final double MILLION = 1e6;
    private static final double LEAST_SHOWN = 0.005;

    private PortfolioPage() {}

    private static String recommendation(Portfolio portfolio, String currency) {
        PortfolioChoice choice = portfolio.choice();
        if (choice.chosen().isEmpty()) {
            return "Within the limits given, choosing nothing is worth most.";
        }
        return (choice.constraints().budget().isPresent()
                        ? "Within a budget of "
                                + Wording.BRITISH.shortMoney(
                                        choice.constraints().budget().getAsDouble(), currency)
                                + " (present value of net public cost) and the other limits given, the choice worth most is "
                        : "Within the limits on spending, the choice worth most is ")
                + choice.chosen().size()
                + (choice.chosen().size() == 1 ? " proposal" : " proposals")
                + ", together worth " + Wording.BRITISH.shortMoney(choice.value(), currency) + ".";
    }

    /** What is chosen, and of each option that the paper leads with and that is not, what would come of choosing it. */
    static List<String> summary(Briefing briefing, Portfolio portfolio) {
        PortfolioChoice choice = portfolio.choice();
        String currency = briefing.currency();
        List<String> points = new ArrayList<>();
        points.add(recommendation(portfolio, currency)
                + (choice.chosen().isEmpty()
                        ? ""
                        : " Chosen: "
                                + choice.chosen().stream()
                                        .map(PortfolioPage::name)
                                        .collect(Collectors.joining("; "))
                                + "."));
        for (Briefing.Appraised proposal : briefing.proposals()) {
            Sentences.leading(proposal.appraisal())
                    .flatMap(leading -> choice.leftOut().stream()
                            .filter(left -> left.candidate()
                                            .proposal()
                                            .equals(proposal.appraisal()
                                                    .basis()
                                                    .proposal()
                                                    .id())
                                    && left.candidate()
                                            .option()
                                            .equals(leading.option().id()))
                            .findFirst())
                    .ifPresent(left -> points.add("Not chosen: " + name(left.candidate()) + "; "
                            + ChoiceSensitivityReport.consequence(left, PortfolioPage::name, currency) + "."));
        }
        return points;
    }

    /** What a choice takes of a proposal: the option, another one by its title, or none. */
    static String chosenOf(PortfolioChoice choice, Appraisal appraisal, OptionResult option) {
        return choice.chosen().stream()
                .filter(candidate ->
                        candidate.proposal().equals(appraisal.basis().proposal().id()))
                .map(candidate -> (candidate.option().equals(option.option().id())
                                ? "Yes"
                                : "No: '" + candidate.optionTitle() + "' instead")
                        + candidate
                                .start()
                                .map(year -> ", from " + year.label())
                                .orElse(""))
                .findFirst()
                .orElse("No");
    }

    private static String name(Candidate candidate) {
        return "'" + candidate.optionTitle() + "' (" + candidate.title() + ")";
    }

    /** What a choice is made within. */
    static String within(PortfolioChoice choice) {
        return choice.constraints().budget().isPresent() ? "the budget" : "the limits";
    }

    static List<Block> blocks(Portfolio portfolio, String currency) {
        PortfolioChoice choice = portfolio.choice();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "The choice within " + within(choice)));
        blocks.add(new Block.Paragraph(recommendation(portfolio, currency)
                + (choice.proven()
                        ? " No other set of options within the limits is worth more."
                        : " It was not proven best: another set of options could be worth up to "
                                + Wording.BRITISH.shortMoney(choice.gap(), currency) + " more.")));
        List<List<String>> rows = new ArrayList<>();
        for (Candidate candidate : choice.chosen()) {
            rows.add(List.of(
                    candidate.title(),
                    candidate.optionTitle(),
                    Wording.BRITISH.shortMoney(candidate.cost(), currency),
                    Wording.BRITISH.shortMoney(candidate.value(Objective.NPSV), currency)));
        }
        for (InteractionEffect effect : choice.interactions()) {
            if (effect.takesEffect()) {
                rows.add(List.of(
                        "Together: " + String.join(" and ", effect.names()),
                        effect.interaction().reason(),
                        Wording.BRITISH.shortMoney(effect.interaction().cost(), currency),
                        Wording.BRITISH.shortMoney(effect.interaction().npsv(), currency)));
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(
                    "Chosen options, present values",
                    List.of("Proposal", "Option", "Net public cost", "Net present social value"),
                    rows,
                    2));
        }
        List<String> together =
                InteractionsReport.sentences(choice, amount -> Wording.BRITISH.shortMoney(amount, currency));
        if (!together.isEmpty()) {
            blocks.add(new Block.Paragraph(String.join(". ", together) + "."));
        }
        blocks.add(new Block.Paragraph(byRatio(choice, currency)));
        blocks.add(new Block.Paragraph(limits(choice, currency)));
        blocks.addAll(ChoiceTables.of(choice, currency));
        portfolio.robust().ifPresent(robust -> blocks.add(new Block.Paragraph(robustness(robust, currency))));
        if (choice.steps().size() > 1
                && choice.steps().getLast().value() - choice.steps().getFirst().value() >= 0.5) {
            blocks.add(steps(choice, currency));
            blocks.add(new Block.Paragraph(String.join(" ", BudgetStepsReport.sentences(choice, currency))));
        }
        return blocks;
    }

    /** Each best set from its own cost on; the last one goes on to the largest budget that was tried. */
    private static Block steps(PortfolioChoice choice, String currency) {
        List<Step> steps = choice.steps();
        OptionalDouble budget = choice.constraints().budget();
        DoubleStream costs = steps.stream().mapToDouble(Step::cost);
        double largest = choice.frontier().getLast().budget();
        double[] x = DoubleStream.concat(costs, DoubleStream.of(largest))
                .map(amount -> amount / MILLION)
                .toArray();
        double[] y = DoubleStream.concat(
                        steps.stream().mapToDouble(Step::value),
                        DoubleStream.of(steps.getLast().value()))
                .map(amount -> amount / MILLION)
                .toArray();
        return new Block.Picture(
                "What budgets buy: each step is at the cost of the best set that begins there"
                        + (budget.isPresent() ? "; the upright line is the budget" : ""),
                "Steps of the best net present social value by budget, from "
                        + Wording.BRITISH.shortMoney(steps.getFirst().value(), currency) + " at "
                        + Wording.BRITISH.shortMoney(steps.getFirst().cost(), currency) + " to "
                        + Wording.BRITISH.shortMoney(steps.getLast().value(), currency) + " at "
                        + Wording.BRITISH.shortMoney(steps.getLast().cost(), currency) + ".",
                Charts.steps(
                        x,
                        y,
                        budget.stream().map(amount -> amount / MILLION).findFirst(),
                        "Budget, million",
                        "Net present social value, million",
                        WIDTH,
                        HEIGHT),
                WIDTH,
                HEIGHT);
    }

    private static String robustness(RobustChoice robust, String currency) {
        RobustChoice.SetOutcome chosen = robust.chosen();
        String money = String.format(
                Locale.UK,
                "Over %,d simulated sets of values and costs the choice is worth %s to %s and has a net public cost of %s to %s in the"
                        + " middle 80 in 100.",
                robust.draws(),
                Wording.BRITISH.shortMoney(chosen.value().p10().value(), currency),
                Wording.BRITISH.shortMoney(chosen.value().p90().value(), currency),
                Wording.BRITISH.shortMoney(chosen.cost().p10().value(), currency),
                Wording.BRITISH.shortMoney(chosen.cost().p90().value(), currency));
        String limits = chosen.limits().stream()
                .map(limit -> limit.words() + " "
                        + RobustReport.howOften(limit.broken().value(), "them"))
                .collect(Collectors.joining(", to "));
        return money + " It does not keep to " + limits + ". It falls short of the best set by "
                + Wording.BRITISH.shortMoney(chosen.expectedRegret().value(), currency)
                + " on average. More is in the portfolio workbook.";
    }

    /** What each constraint costs, the one that costs most first, and what a larger budget would buy. */
    private static String limits(PortfolioChoice choice, String currency) {
        String binding = choice.binding().isEmpty()
                ? "No better choice was found without any one of the limits."
                : "What limits the choice: "
                        + choice.binding().stream()
                                .map(one -> one.words() + ", without which it could be worth "
                                        + Wording.BRITISH.shortMoney(one.loss(), currency) + " more")
                                .collect(Collectors.joining("; "))
                        + ".";
        return choice.nextPound().isEmpty()
                ? binding
                : binding + " " + nextPound(choice.nextPound().getAsDouble(), currency);
    }

    private static String nextPound(double value, String currency) {
        return value >= LEAST_SHOWN
                ? "Each pound of the next tenth of the budget would add " + Wording.symbol(currency)
                        + String.format(Locale.UK, "%.2f", value) + " of net value on average."
                : "A budget larger by a tenth would bring nothing more.";
    }

    private static String byRatio(PortfolioChoice choice, String currency) {
        if (choice.lossByRatio().isEmpty()) {
            return "Taking proposals in the order of their benefit-cost ratios would not have kept to the constraints.";
        }
        double loss = choice.lossByRatio().getAsDouble();
        return loss >= 0.5
                ? "Taking proposals in the order of their benefit-cost ratios would have lost "
                        + Wording.BRITISH.shortMoney(loss, currency) + " of net value."
                : "Taking proposals in the order of their benefit-cost ratios would have come to a choice of the same"
                        + " value.";
    }
}
