package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.report.Wording;
import org.worthwhile.report.briefing.Briefing.Appraised;
import org.worthwhile.report.document.Block;

/** The headings that a committee's papers go through, with what the appraisal knows and what is left for the author. */
final class Implications {

    private Implications() {}

    static List<Block> blocks(Briefing briefing) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "Implications"));
        add(
                blocks,
                "Resource implications",
                known(briefing, Implications::resources),
                "how the cost will be funded, and staff.");
        add(
                blocks,
                "Procurement and contractual implications",
                List.of(),
                "whether anything must be procured, and how.");
        add(
                blocks,
                "Statutory, legal and risk implications",
                known(briefing, Implications::risks),
                "the powers relied on, and the risk register.");
        add(
                blocks,
                "Equality and diversity implications",
                known(briefing, Implications::groups),
                "the equality impact assessment, with the protected characteristics that these figures do not cover.");
        add(blocks, "Engagement and communications implications", List.of(), "who was consulted, and what they said.");
        add(
                blocks,
                "Localism and place implications",
                known(briefing, Implications::places),
                "the views of local members.");
        add(
                blocks,
                "Public health implications",
                known(
                        briefing,
                        appraisal -> impacts(appraisal, impact -> impact.line().health(), "Effects on health")),
                "what the Director of Public Health says.");
        add(
                blocks,
                "Climate change and environment implications",
                known(
                        briefing,
                        appraisal -> impacts(
                                appraisal,
                                impact -> impact.line().category() == Category.ENVIRONMENTAL,
                                "Effects on the environment")),
                "emissions and anything else that was not valued.");
        return blocks;
    }

    private static void add(List<Block> blocks, String title, List<String> known, String left) {
        blocks.add(new Block.Heading(2, title));
        if (!known.isEmpty()) {
            blocks.add(new Block.Bullets(known));
        }
        blocks.add(new Block.ToComplete(left));
    }

    /** What is known of a proposal's leading option. */
    private interface Knowledge {
        List<String> of(Leading leading);
    }

    private record Leading(Appraisal appraisal, OptionResult option) {
        String title() {
            return appraisal.basis().proposal().title();
        }

        String money(double amount) {
            return Wording.BRITISH.shortMoney(
                    amount, appraisal.basis().proposal().appraisal().currency());
        }
    }

    private static List<String> known(Briefing briefing, Knowledge knowledge) {
        List<String> known = new ArrayList<>();
        for (Appraised proposal : briefing.proposals()) {
            Sentences.leading(proposal.appraisal())
                    .ifPresent(option -> knowledge
                            .of(new Leading(proposal.appraisal(), option))
                            .forEach(known::add));
        }
        return known;
    }

    private static List<String> resources(Leading leading) {
        return List.of(leading.title() + ", '" + leading.option().option().title()
                + "', by public organisations, in real terms, not discounted and before savings: "
                + leading.money(spentMore(leading, CostKind::isOfCapital)) + " of capital and "
                + leading.money(spentMore(leading, kind -> !kind.isOfCapital()))
                + " of revenue less receipts over the period more than business as usual, of which "
                + leading.money(overUsual(
                        leading,
                        option -> spent(leading, option, _ -> true)
                                .mapToDouble(cost -> cost.flows().at(0))
                                .sum()))
                + " in " + leading.appraisal().years().getFirst().label()
                + ". Gross, with what business as usual spends too, it is "
                + leading.money(total(leading, leading.option(), CostKind::isOfCapital)) + " of capital and "
                + leading.money(total(leading, leading.option(), kind -> !kind.isOfCapital())) + " of revenue.");
    }

    private static double spentMore(Leading leading, Predicate<CostKind> kinds) {
        return overUsual(leading, option -> total(leading, option, kinds));
    }

    private static double overUsual(Leading leading, ToDoubleFunction<OptionResult> own) {
        return own.applyAsDouble(leading.option())
                - leading.appraisal()
                        .basis()
                        .proposal()
                        .businessAsUsual()
                        .map(usual -> own.applyAsDouble(leading.appraisal().option(usual.id())))
                        .orElse(0.0);
    }

    private static double total(Leading leading, OptionResult option, Predicate<CostKind> kinds) {
        return spent(leading, option, kinds)
                .mapToDouble(cost -> cost.flows().total())
                .sum();
    }

    /** What public organisations spend, of which receipts are taken off; what assets are worth at the end is not in hand. */
    private static Stream<CostResult> spent(Leading leading, OptionResult option, Predicate<CostKind> kinds) {
        Set<String> publicBodies = leading.appraisal().basis().proposal().publicBodies();
        return option.costs().stream()
                .filter(cost -> cost.line().isSpent()
                        && publicBodies.contains(cost.line().bearer())
                        && kinds.test(cost.line().kind()));
    }

    private static List<String> risks(Leading leading) {
        int checks = leading.option().checks().size();
        return checks == 0
                ? List.of()
                : List.of(leading.title() + ": the appraisal raises " + checks
                        + (checks == 1 ? " question" : " questions") + ", listed in the annex under '" + leading.title()
                        + "'.");
    }

    private static List<String> groups(Leading leading) {
        List<String> gains = new Gains(leading.appraisal(), leading.option()).phrases();
        return gains.isEmpty()
                ? List.of()
                : List.of(leading.title() + ": " + String.join("; ", gains) + " (present values).");
    }

    private static List<String> places(Leading leading) {
        var proposal = leading.appraisal().basis().proposal();
        return proposal.place().isEmpty()
                ? List.of()
                : List.of(leading.title() + ": " + proposal.place()
                        + (proposal.themes().isEmpty() ? "." : " (" + String.join(", ", proposal.themes()) + ")."));
    }

    private static List<String> impacts(Leading leading, Predicate<ImpactResult> chosen, String lead) {
        List<ImpactResult> impacts =
                leading.option().impacts().stream().filter(chosen).toList();
        if (impacts.isEmpty()) {
            return List.of();
        }
        double total = impacts.stream()
                .mapToDouble(impact -> impact.flows()
                        .presentValue(leading.appraisal().factors(impact.line().health())))
                .sum();
        return List.of(leading.title() + ": " + lead.toLowerCase(java.util.Locale.UK) + " valued at "
                + leading.money(total)
                + " (present value): "
                + String.join(
                        ", ",
                        impacts.stream().map(impact -> impact.line().title()).toList()) + ".");
    }
}
