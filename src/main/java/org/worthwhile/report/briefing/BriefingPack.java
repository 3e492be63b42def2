package org.worthwhile.report.briefing;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.report.Software;
import org.worthwhile.report.Wording;
import org.worthwhile.report.briefing.Briefing.Appraised;
import org.worthwhile.report.document.Block;
import org.worthwhile.report.document.Paper;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;

/** Puts together the paper for a committee's agenda. */
public final class BriefingPack {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private BriefingPack() {}

    public static Paper of(Briefing briefing) {
        boolean several = briefing.proposals().size() > 1;
        String title = several
                ? briefing.proposals().size() + " proposals: costs, benefits and evidence"
                : briefing.proposals().getFirst().appraisal().basis().proposal().title();
        List<Block> blocks = new ArrayList<>(purpose(briefing));
        if (several) {
            blocks.addAll(atAGlance(briefing));
        }
        for (Appraised proposal : briefing.proposals()) {
            if (several) {
                blocks.add(new Block.NewPage());
            }
            blocks.addAll(new ProposalPage(proposal).blocks());
        }
        briefing.portfolio().ifPresent(portfolio -> {
            blocks.add(new Block.NewPage());
            blocks.addAll(PortfolioPage.blocks(portfolio, briefing.currency()));
        });
        List<Attribution> used =
                briefing.studies().stream().filter(briefing::rests).toList();
        if (!used.isEmpty()) {
            blocks.addAll(EvidencePages.blocks(used));
        }
        notUsed(briefing, used).ifPresent(blocks::add);
        blocks.addAll(Implications.blocks(briefing));
        blocks.add(new Block.NewPage());
        blocks.add(new Block.Heading(1, "Annex: options compared, and what moves the results"));
        briefing.proposals().forEach(proposal -> blocks.addAll(new ProposalPage(proposal).annex()));
        briefing.proposals()
                .forEach(proposal -> blocks.addAll(new ProposalPage(proposal).optionPages(briefing.portfolio())));
        blocks.add(new Block.NewPage());
        blocks.addAll(Sources.blocks(briefing));
        blocks.addAll(Glossary.blocks());
        return new Paper(
                title,
                "Briefing for decision, " + DATE.format(briefing.date()),
                Software.NAME_AND_VERSION + ", " + DATE.format(briefing.date()),
                blocks);
    }

    /** The studies that no impact of the proposals rests on, in a line. */
    private static Optional<Block> notUsed(Briefing briefing, List<Attribution> used) {
        String titles = briefing.studies().stream()
                .filter(study -> !used.contains(study))
                .map(study -> study.basis().study().title())
                .collect(Collectors.joining("; "));
        return titles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Paragraph(
                        "Studies not used, as no impact of these proposals rests on them: " + titles + "."));
    }

    /** Proposals that are not told of, in a line. */
    private static Optional<Block> notAppraised(Briefing briefing) {
        List<String> titles = briefing.notAppraised();
        return titles.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Paragraph("Not in this briefing, as " + (titles.size() == 1 ? "it" : "they")
                        + " cannot be appraised: " + String.join("; ", titles) + "."));
    }

    private static List<Block> purpose(Briefing briefing) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "Purpose and recommendation"));
        blocks.add(new Block.Paragraph("This paper sets out, for "
                + (briefing.proposals().size() == 1
                        ? "a proposal"
                        : "each of " + briefing.proposals().size() + " proposals")
                + ", what it would cost and whom, what it is expected to achieve, how sure that is, who gains and what could"
                + " not be valued. Money is "
                + (briefing.proposals()
                                .getFirst()
                                .appraisal()
                                .basis()
                                .proposal()
                                .appraisal()
                                .priceYear())
                        .label()
                + " prices, future years discounted, unless it says otherwise."));
        notAppraised(briefing).ifPresent(blocks::add);
        List<String> points = new ArrayList<>();
        briefing.portfolio().ifPresent(portfolio -> points.addAll(PortfolioPage.summary(briefing, portfolio)));
        for (Appraised proposal : briefing.proposals()) {
            recommendation(proposal).ifPresent(points::add);
        }
        blocks.add(new Block.Paragraph("On the central values of this paper:"));
        blocks.add(new Block.Bullets(points));
        blocks.add(new Block.ToComplete(
                "state what the committee is asked to decide. The figures inform a decision; they do not make it."));
        return blocks;
    }

    private static Optional<String> recommendation(Appraised proposal) {
        Appraisal appraisal = proposal.appraisal();
        String currency = appraisal.basis().proposal().appraisal().currency();
        return Sentences.leading(appraisal).map(leading -> {
            OptionResult best = appraisal.ranking().getFirst();
            String title = appraisal.basis().proposal().title() + ": ";
            if (best.npsv() <= 0 && leading.npsv() < 0) {
                return title + "no option would be worth more than it costs; '"
                        + leading.option().title() + "' falls short by "
                        + Wording.BRITISH.shortMoney(-leading.npsv(), currency) + "." + doubt(proposal, leading);
            }
            String result = title + "'" + leading.option().title() + "' would be worth "
                    + Wording.BRITISH.shortMoney(Math.abs(leading.npsv()), currency)
                    + (leading.npsv() >= 0 ? " more than it costs" : " less than it costs");
            String compared = best == leading || best.npsv() <= leading.npsv()
                    ? ", as much as or more than any other option."
                    : "; '" + best.option().title() + "' would be worth "
                            + Wording.BRITISH.shortMoney(best.npsv() - leading.npsv(), currency) + " more still.";
            return result + compared + doubt(proposal, leading);
        });
    }

    /** Where what is unsure speaks against the central values, that it does. */
    private static String doubt(Appraised proposal, OptionResult option) {
        return simulated(proposal, option)
                .filter(simulated -> simulated.probabilityPositive().value() < 0.5 == option.npsv() > 0)
                .map(simulated -> " Counting what is unsure, it is "
                        + Sentences.chance(simulated.probabilityPositive().value()) + " that "
                        + (option.npsv() > 0 ? "'" + option.option().title() + "' is" : "it is") + " worth its cost.")
                .orElse("");
    }

    private static Optional<OptionUncertainty> simulated(Appraised proposal, OptionResult option) {
        return proposal.uncertainty().stream()
                .flatMap(analysis -> analysis.simulated().options().stream())
                .filter(each -> each.id().equals(option.option().id()) && each.isKnown())
                .findFirst();
    }

    private static String percent(double probability) {
        return probability > 0.995
                ? "over 99%"
                : probability < 0.005 ? "under 1%" : Math.round(probability * 100) + "%";
    }

    /** The option that the paper is about of each proposal and, where a choice was made, what of the proposal is chosen. */
    private static List<Block> atAGlance(Briefing briefing) {
        List<String> headings = new ArrayList<>(List.of("Proposal", "Option that this paper is about"));
        briefing.portfolio()
                .ifPresent(portfolio -> headings.add("Chosen within " + PortfolioPage.within(portfolio.choice())));
        int texts = headings.size();
        headings.addAll(List.of(
                "Net public cost", "Net present social value", "Benefits to costs", "Chance of being worth it"));
        List<List<String>> rows = new ArrayList<>();
        for (Appraised proposal : briefing.proposals()) {
            Sentences.leading(proposal.appraisal()).ifPresent(option -> {
                List<String> row = new ArrayList<>(List.of(
                        proposal.appraisal().basis().proposal().title(),
                        option.option().title()));
                briefing.portfolio()
                        .ifPresent(portfolio ->
                                row.add(PortfolioPage.chosenOf(portfolio.choice(), proposal.appraisal(), option)));
                row.addAll(figures(proposal, option));
                rows.add(row);
            });
        }
        String caption = briefing.portfolio()
                .map(portfolio -> "Preferred options, present values; where another option is chosen within "
                        + PortfolioPage.within(portfolio.choice()) + ", its figures are on the page of the choice")
                .orElse("Preferred options, present values");
        return List.of(
                new Block.Heading(1, "The proposals at a glance"), new Block.Table(caption, headings, rows, texts));
    }

    private static List<String> figures(Appraised proposal, OptionResult option) {
        String currency = proposal.appraisal().basis().proposal().appraisal().currency();
        return List.of(
                Wording.BRITISH.shortMoney(option.pvPublicCost(), currency),
                Wording.BRITISH.shortMoney(option.npsv(), currency),
                option.bcr().value().isPresent()
                        ? Wording.BRITISH.toOne(option.bcr().value().getAsDouble())
                        : "–",
                simulated(proposal, option)
                        .map(found -> percent(found.probabilityPositive().value()))
                        .orElse("–"));
    }
}
