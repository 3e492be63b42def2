package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.SpreadRows;
import org.worthwhile.report.Wording;
import org.worthwhile.report.chart.CloudChart;
import org.worthwhile.report.document.Block;
import org.worthwhile.uncertainty.ResultUncertainty.Draw;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;

/** How the results of an option are spread over trials: a table, and a picture of costs against benefits. */
final class SpreadBlocks {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 460;
    private static final double THOUSAND = 1000;

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

    /** Of cash by year; nothing where none varies. */
    List<Block> funding(OptionSpreads spreads) {
        List<SpreadRows.Row> rows = SpreadRows.funding(proposal, spreads, Wording.BRITISH);
        return rows.isEmpty()
                ? List.of()
                : List.of(table("Cash that may be needed: in one of ten trials less, in one of ten more", rows));
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
