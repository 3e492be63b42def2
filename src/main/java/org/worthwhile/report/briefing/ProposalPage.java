package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Check;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.proposal.Objective;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Role;
import org.worthwhile.report.IncrementText;
import org.worthwhile.report.SensitivityText;
import org.worthwhile.report.StandingText;
import org.worthwhile.report.Wording;
import org.worthwhile.report.briefing.Briefing.Appraised;
import org.worthwhile.report.chart.Charts;
import org.worthwhile.report.document.Block;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;
import org.worthwhile.uncertainty.SensitivityResult.Bar;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** What one proposal is, costs, achieves and rests on. */
final class ProposalPage {

    private static final int WIDTH = 960;
    private static final int MOST_BARS = 6;
    private static final double THOUSAND = 1000;

    private final Appraisal appraisal;
    private final Proposal proposal;
    private final Optional<UncertaintyAnalysis> uncertainty;
    private final Sentences sentences;
    private final String currency;

    ProposalPage(Appraised appraised) {
        this.appraisal = appraised.appraisal();
        this.proposal = appraisal.basis().proposal();
        this.uncertainty = appraised.uncertainty();
        this.sentences = new Sentences(proposal);
        this.currency = proposal.appraisal().currency();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, proposal.title()));
        String what = Stream.of(
                        proposal.summary(),
                        proposal.sponsor().isEmpty() ? "" : "Sponsor: " + proposal.sponsor() + ".",
                        proposal.place().isEmpty() ? "" : "Place: " + proposal.place() + ".")
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        if (!what.isEmpty()) {
            blocks.add(new Block.Paragraph(what));
        }
        if (!proposal.objectives().isEmpty()) {
            blocks.add(new Block.Heading(2, "What it is for"));
            blocks.add(new Block.Bullets(
                    proposal.objectives().stream().map(ProposalPage::objective).toList()));
        }
        Sentences.leading(appraisal).ifPresent(leading -> addLeading(blocks, leading));
        return blocks;
    }

    /** The options compared, what moves the result most, and what a careful reader would ask. */
    List<Block> annex() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(2, proposal.title()));
        blocks.add(options());
        if (appraisal.options().size() > 1) {
            blocks.add(new Block.Paragraph(IncrementText.COMPARED + " " + IncrementText.LEFT_OUT));
            blocks.addAll(new IncrementTables(appraisal).blocks());
        }
        Sentences.leading(appraisal).ifPresent(leading -> {
            blocks.add(new Block.Paragraph(
                    "What '" + leading.option().title() + "' comes to where one thing is taken otherwise:"));
            blocks.add(new Block.Bullets(SensitivityText.lines(leading, Wording.BRITISH, currency)));
            if (uncertainty.isPresent()) {
                tornado(leading).ifPresent(blocks::add);
            }
            if (!leading.checks().isEmpty()) {
                blocks.add(new Block.Paragraph("A careful reader would ask:"));
                blocks.add(new Block.Bullets(leading.checks().stream()
                        .map(Check::message)
                        .map(ProposalPage::sentence)
                        .toList()));
            }
        });
        return blocks;
    }

    /** Of each option but business as usual a page of what it brings and one of its cash. */
    List<Block> optionPages(Optional<Briefing.Portfolio> portfolio) {
        List<Block> blocks = new ArrayList<>();
        for (OptionResult option : appraisal.options()) {
            if (option.option().role() != Role.BUSINESS_AS_USUAL) {
                blocks.add(new Block.NewPage());
                blocks.addAll(new AppraisalSummary(appraisal, option, uncertainty).blocks());
                blocks.add(new Block.NewPage());
                blocks.addAll(new CashPage(appraisal, option).blocks(spreads(option), portfolio));
            }
        }
        return blocks;
    }

    private static String objective(Objective objective) {
        String measure = objective.measure().isEmpty() ? "" : ": " + objective.measure();
        String change = objective.baseline().isPresent() && objective.target().isPresent()
                ? ", from " + figure(objective.baseline()) + " to " + figure(objective.target())
                : objective.target().isPresent() ? ", to " + figure(objective.target()) : "";
        return objective.title()
                + measure
                + change
                + objective.by().map(year -> " by " + year.label()).orElse("");
    }

    private static String figure(OptionalDouble value) {
        return Rounded.plain(value.getAsDouble());
    }

    private void addLeading(List<Block> blocks, OptionResult option) {
        blocks.add(new Block.Heading(2, "What it costs, and whom"));
        blocks.add(new Block.Paragraph("Of " + appraisal.options().size() + " options, this page is about '"
                + option.option().title() + "'. " + sentences.worth(option) + " " + sentences.ratio(option)));
        StandingText.lines(appraisal).forEach(words -> blocks.add(new Block.Paragraph(words)));
        List<String> budgets = sentences.budgets(option);
        if (!budgets.isEmpty()) {
            blocks.add(new Block.Paragraph(sentences.budgetsLead()));
            blocks.add(new Block.Bullets(budgets));
        }
        blocks.add(new YearPicture(appraisal, option).block());
        blocks.add(new Block.Heading(2, "What it is expected to achieve"));
        blocks.add(achieves(option));
        blocks.add(new Block.Heading(2, "How sure, and what would have to be true"));
        blocks.addAll(howSure(option));
        blocks.add(new Block.Heading(2, "Who gains, and what could not be valued"));
        blocks.add(new Gains(appraisal, option).block());
        List<String> unvalued = sentences.unvalued(option);
        if (unvalued.isEmpty()) {
            blocks.add(new Block.Paragraph("The proposal names nothing that could not be valued."));
        } else {
            blocks.add(new Block.Paragraph("Named but not valued in money:"));
            blocks.add(new Block.Bullets(unvalued));
        }
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1) + ".";
    }

    private Block achieves(OptionResult option) {
        List<List<String>> rows = new ArrayList<>();
        for (ImpactResult impact : option.impacts()) {
            double quantity = impact.quantity().total();
            boolean counted = !impact.line().unit().isEmpty();
            rows.add(List.of(
                    impact.line().title(),
                    impact.line().counterfactual().isEmpty()
                            ? "–"
                            : impact.line().counterfactual(),
                    counted
                            ? String.format(
                                    Locale.UK,
                                    Math.abs(quantity) >= 100 ? "%,.0f %s" : "%,.1f %s",
                                    quantity,
                                    plural(impact.line().unit(), quantity))
                            : "–",
                    Wording.BRITISH.shortMoney(
                            impact.flows()
                                    .presentValue(
                                            appraisal.factors(impact.line().health())),
                            currency)));
        }
        return rows.isEmpty()
                ? new Block.Paragraph("The option has no impact that is valued in money.")
                : new Block.Table(
                        "Impacts over the whole period, additional to what would happen anyway",
                        List.of("Impact", "What would happen otherwise", "How many, additional", "Present value"),
                        rows,
                        2);
    }

    private static String plural(String unit, double quantity) {
        return Math.abs(quantity) == 1 || unit.endsWith("s") || unit.contains(" ") ? unit : unit + "s";
    }

    private List<Block> howSure(OptionResult option) {
        if (uncertainty.isEmpty()) {
            return List.of(new Block.ToComplete(
                    "how sure these results are was not worked out; run the appraisal with trials."));
        }
        List<Block> blocks = new ArrayList<>();
        uncertainty.get().simulated().options().stream()
                .filter(each -> each.id().equals(option.option().id()))
                .findFirst()
                .ifPresent(each -> blocks.add(new Block.Paragraph(sentences.sure(each, option.npsv()))));
        spreads(option).ifPresent(spreads -> blocks.addAll(new SpreadBlocks(proposal).results(option, spreads)));
        List<String> conditions = new Conditions(proposal, uncertainty.get().sensitivity())
                .of(option.option().id());
        blocks.add(new Block.Paragraph(sentences.conditionsLead(option, !conditions.isEmpty())));
        if (!conditions.isEmpty()) {
            blocks.add(new Block.Bullets(conditions));
        }
        return blocks;
    }

    private Optional<OptionSpreads> spreads(OptionResult option) {
        return uncertainty.stream()
                .flatMap(analysis -> analysis.results().options().stream())
                .filter(spreads -> spreads.id().equals(option.option().id()))
                .findFirst();
    }

    private Optional<Block> tornado(OptionResult option) {
        Map<String, double[]> ranges = new LinkedHashMap<>();
        for (Bar bar : uncertainty.orElseThrow().sensitivity().tornado()) {
            if (bar.option().equals(option.option().id()) && ranges.size() < MOST_BARS) {
                ranges.put(
                        InputWords.name(proposal, bar.input(), bar.option()),
                        new double[] {bar.npsvAtLow() / THOUSAND, bar.npsvAtHigh() / THOUSAND});
            }
        }
        if (ranges.isEmpty()) {
            return Optional.empty();
        }
        int height = 150 + 62 * ranges.size();
        return Optional.of(new Block.Picture(
                "What moves the net present social value most",
                "A bar for each uncertain input, from the value at its 5th to that at its 95th percentile. The widest is "
                        + ranges.keySet().iterator().next() + ".",
                Charts.ranges(
                        ranges,
                        option.npsv() / THOUSAND,
                        Wording.symbol(currency) + "thousand, net present social value",
                        WIDTH,
                        height),
                WIDTH,
                height));
    }

    private Block options() {
        List<List<String>> rows = new ArrayList<>();
        for (OptionResult option : appraisal.options()) {
            rows.add(List.of(
                    option.option().title(),
                    Wording.BRITISH.shortMoney(option.pvc(), currency),
                    Wording.BRITISH.shortMoney(option.pvb(), currency),
                    Wording.BRITISH.shortMoney(option.npsv(), currency),
                    option.bcr().value().isPresent()
                            ? Wording.BRITISH.toOne(option.bcr().value().getAsDouble())
                            : "–",
                    Wording.year(option.payback())));
        }
        return new Block.Table(
                "Present values against business as usual",
                List.of("Option", "Costs", "Benefits", "Net present social value", "Benefits to costs", "Payback"),
                rows,
                1);
    }
}
