package org.worthwhile.desktop.portfolio;

import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.chart.Waterfall;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Snapshot;
import org.worthwhile.proposal.Role;
import org.worthwhile.report.Wording;

/**
 * What the portfolio screen says, on the preferred option of each proposal.
 *
 * @param values the net present social value of each that could be appraised, in one money; none where they differ in it
 */
public record PortfolioRows(List<Row> rows, List<Waterfall.Step> values, String total) {

    /**
     * A proposal.
     *
     * @param name in the file
     * @param state what is wrong with it or to be checked of the option; empty when nothing is
     */
    public record Row(
            String name,
            String title,
            String sponsor,
            String option,
            String npsv,
            String bcr,
            String publicCost,
            String valueForMoney,
            String state,
            boolean wrong) {}

    public static PortfolioRows of(Snapshot snapshot) {
        List<Row> rows = snapshot.outcomes().stream().map(PortfolioRows::row).toList();
        long wrong = rows.stream().filter(Row::wrong).count();
        return new PortfolioRows(rows, values(snapshot), Words.of("portfolio.count", rows.size(), wrong));
    }

    private static List<Waterfall.Step> values(Snapshot snapshot) {
        long monies = snapshot.appraisals().stream()
                .map(appraisal -> appraisal.basis().proposal().appraisal())
                .map(settings -> settings.currency() + settings.priceYear() + settings.baseYear())
                .distinct()
                .count();
        return monies > 1
                ? List.of()
                : snapshot.appraisals().stream()
                        .flatMap(appraisal -> shown(appraisal).stream().map(result -> step(appraisal, result)))
                        .toList();
    }

    private static Waterfall.Step step(Appraisal appraisal, OptionResult result) {
        var proposal = appraisal.basis().proposal();
        return new Waterfall.Step(
                proposal.title(),
                result.npsv(),
                Wording.here().shortMoney(result.npsv(), proposal.appraisal().currency()),
                true);
    }

    private static Row row(Outcome outcome) {
        String sponsor = outcome.document().tree().path("sponsor").asString("");
        return switch (outcome) {
            case Outcome.Wrong wrong ->
                new Row(
                        outcome.name(),
                        outcome.title(),
                        sponsor,
                        "",
                        "–",
                        "–",
                        "–",
                        "–",
                        Words.of("portfolio.wrong", wrong.problems().size()),
                        true);
            case Outcome.Appraised appraised -> row(outcome, sponsor, appraised.appraisal());
        };
    }

    private static Row row(Outcome outcome, String sponsor, Appraisal appraisal) {
        String currency = appraisal.basis().proposal().appraisal().currency();
        Optional<OptionResult> shown = shown(appraisal);
        int checks = shown.map(result -> result.checks().size()).orElse(0);
        return new Row(
                outcome.name(),
                outcome.title(),
                sponsor,
                shown.map(result -> result.option().title()).orElse(""),
                shown.map(result -> Wording.here().shortMoney(result.npsv(), currency))
                        .orElse("–"),
                shown.map(result -> Wording.here().ratio(result.bcr())).orElse("–"),
                shown.map(result -> Wording.here().shortMoney(result.pvPublicCost(), currency))
                        .orElse("–"),
                shown.flatMap(OptionResult::valueForMoney).orElse("–"),
                checks == 0 ? "" : Words.of("portfolio.checks", checks),
                false);
    }

    /** The option that stands for a proposal: the preferred one, or else the best. */
    public static Optional<OptionResult> shown(Appraisal appraisal) {
        return appraisal.options().stream()
                .filter(result -> result.option().role() == Role.PREFERRED)
                .findFirst()
                .or(() -> appraisal.ranking().stream().findFirst());
    }
}
