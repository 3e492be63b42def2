package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.worthwhile.appraisal.Appraisal;
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
        return List.of(
                leading.title() + ", '" + leading.option().option().title() + "', in real terms and not discounted: "
                        + leading.money(spentMore(leading, CostKind.CAPITAL)) + " of capital and "
                        + leading.money(spentMore(leading, CostKind.REVENUE))
                        + " of revenue spending over the period more than business as usual, of which "
                        + leading.money(firstYear(leading)) + " in "
                        + leading.appraisal().years().getFirst().label()
                        + ". Gross, with what business as usual spends too, it is "
                        + leading.money(spent(leading.option(), CostKind.CAPITAL)) + " of capital and "
                        + leading.money(spent(leading.option(), CostKind.REVENUE)) + " of revenue.");
    }

    private static double spentMore(Leading leading, CostKind kind) {
        return overUsual(leading, option -> spent(option, kind));
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

    private static double spent(OptionResult option, CostKind kind) {
        return option.costs().stream()
                .filter(cost -> cost.line().kind() == kind && !cost.line().sunk())
                .mapToDouble(cost -> cost.flows().total())
                .sum();
    }

    private static double firstYear(Leading leading) {
        return overUsual(
                leading,
                option -> option.costs().stream()
                        .filter(cost -> !cost.line().sunk()
                                && (cost.line().kind() == CostKind.CAPITAL
                                        || cost.line().kind() == CostKind.REVENUE))
                        .mapToDouble(cost -> cost.flows().at(0))
                        .sum());
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
