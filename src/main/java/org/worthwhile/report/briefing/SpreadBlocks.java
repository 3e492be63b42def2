package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.SpreadRows;
import org.worthwhile.report.Wording;
import org.worthwhile.report.chart.CloudChart;
import org.worthwhile.report.document.Block;
import org.worthwhile.uncertainty.ResultUncertainty.Draw;
import org.worthwhile.uncertainty.ResultUncertainty.FundingSpread;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;
import org.worthwhile.uncertainty.ResultUncertainty.YearSpread;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** How the results of an option are spread over trials: a table, and a picture of costs against benefits. */
final class SpreadBlocks {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 460;
    private static final double THOUSAND = 1000;
    private static final int MOST_YEARS = 15;
    private static final int FIRST_YEARS = 10;
    private static final int EACH = 5;

    private final Proposal proposal;

    SpreadBlocks(Proposal proposal) {
        this.proposal = proposal;
    }

    /** Of all results but cash by year; nothing where none varies. */
    List<Block> results(OptionResult option, OptionSpreads spreads) {
        List<SpreadRows.Row> rows = SpreadRows.of(proposal, spreads, Wording.BRITISH);
        List<Block> blocks = new ArrayList<>();
        if (!rows.isEmpty()) {
            blocks.add(table(
                    "How far results may lie from one another: in one of ten trials they are lower, in one of ten higher",
                    rows));
        }
        if (spreads.draws().stream().distinct().count() > 1) {
            blocks.add(cloud(option, spreads.draws()));
        }
        return blocks;
    }

    /** Of cash by year, an organisation a column; nothing where none varies. */
    List<Block> funding(OptionSpreads spreads) {
        List<FundingSpread> varying = spreads.funding().stream()
                .filter(funding -> funding.years().stream().anyMatch(SpreadBlocks::varies))
                .toList();
        if (varying.isEmpty()) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        for (YearSpread year : varying.getFirst().years()) {
            List<String> row = new ArrayList<>(List.of(year.year().label()));
            varying.forEach(funding -> row.add(range(funding, year.year())));
            rows.add(row);
        }
        boolean isLong = rows.size() > MOST_YEARS;
        List<List<String>> shown = IntStream.range(0, rows.size())
                .filter(t -> !isLong || t < FIRST_YEARS || (t - FIRST_YEARS) % EACH == EACH - 1)
                .mapToObj(rows::get)
                .toList();
        List<String> headings = new ArrayList<>(List.of("Year"));
        varying.forEach(funding -> headings.add(title(funding)));
        return List.of(new Block.Table(
                "Funding need that trials give"
                        + (varying.getFirst().nominal() ? ", at the prices of each year" : ", real")
                        + ": in one of ten less than the first amount, in one of ten more than the second"
                        + (isLong ? "; after ten years each fifth" : ""),
                headings,
                shown,
                1));
    }

    private static boolean varies(YearSpread year) {
        return year.p10().value() < year.p90().value();
    }

    private String range(FundingSpread funding, FinancialYear at) {
        return funding.years().stream()
                .filter(year -> year.year().equals(at))
                .map(year -> varies(year) ? money(year.p10()) + " to " + money(year.p90()) : money(year.p50()))
                .findFirst()
                .orElse("–");
    }

    private String money(Estimate amount) {
        return Wording.BRITISH.shortMoney(amount.value(), proposal.appraisal().currency());
    }

    private String title(FundingSpread funding) {
        return proposal.organisations().stream()
                .filter(organisation -> organisation.id().equals(funding.organisation()))
                .map(Organisation::title)
                .findFirst()
                .orElse(funding.organisation());
    }

    private static Block table(String caption, List<SpreadRows.Row> rows) {
        boolean hasNotes = rows.stream().anyMatch(row -> !row.note().isEmpty());
        List<String> headings = new ArrayList<>(List.of("Result", "One in ten below", "Middle", "One in ten above"));
        if (hasNotes) {
            headings.add("Chances");
        }
        return new Block.Table(
                caption,
                headings,
                rows.stream()
                        .map(row -> hasNotes
                                ? List.of(row.result(), row.low(), row.middle(), row.high(), row.note())
                                : List.of(row.result(), row.low(), row.middle(), row.high()))
                        .toList(),
                1);
    }

    private Block cloud(OptionResult option, List<Draw> draws) {
        String money = Wording.symbol(proposal.appraisal().currency()) + "thousand";
        long above =
                draws.stream().filter(draw -> draw.benefits() > draw.costs()).count();
        return new Block.Picture(
                "Costs and benefits in " + draws.size() + " trials, present values",
                "A point for each trial, by costs across and benefits up; " + above + " of " + draws.size()
                        + " lie above the line on which benefits are as much as costs.",
                CloudChart.png(
                        draws.stream()
                                .mapToDouble(draw -> draw.costs() / THOUSAND)
                                .toArray(),
                        draws.stream()
                                .mapToDouble(draw -> draw.benefits() / THOUSAND)
                                .toArray(),
                        "a trial",
                        new double[] {option.pvc() / THOUSAND, option.pvb() / THOUSAND},
                        "central values",
                        "Costs, " + money,
                        "Benefits, " + money,
                        WIDTH,
                        HEIGHT),
                WIDTH,
                HEIGHT);
    }
}
