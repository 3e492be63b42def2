package org.worthwhile.desktop.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.Flows;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.chart.Bars;
import org.worthwhile.desktop.chart.Waterfall;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.Role;
import org.worthwhile.report.SensitivityText;
import org.worthwhile.report.StandingText;
import org.worthwhile.report.Wording;

/**
 * What the options screen says of a proposal.
 *
 * @param rows in the proposal's order
 * @param preferred the position of the option shown first
 * @param standing how many of the figures that it rests on are not verified; empty where all are
 * @param figures which those are
 * @param stepByStep what each option adds to the next cheaper one worth considering
 */
public record OptionsViewModel(
        String title,
        String summary,
        String basis,
        List<Row> rows,
        int preferred,
        List<String> years,
        List<String> stepByStep,
        Optional<String> standing,
        List<String> figures) {

    /** An option's line in the table, every figure as it is written. */
    public record Row(
            String title,
            String npsv,
            String bcr,
            String bcrReason,
            String publicCost,
            String payback,
            String valueForMoney,
            List<Bars> bars,
            List<Waterfall.Step> steps,
            List<Payer> payers,
            List<Gainer> gainers,
            List<String> unvalued,
            List<String> otherwise,
            List<String> checks) {}

    /** What an option does to an organisation's budget; positive is money out. */
    public record Payer(
            String organisation,
            String sector,
            String costs,
            String savings,
            String cashable,
            String net,
            Bars byYear) {}

    /** What comes to a group, before and after its distributional weight. */
    public record Gainer(String group, String gain, String weight, String weighted) {}

    private static final double THOUSAND = 1000;

    public static OptionsViewModel of(Appraisal appraisal) {
        var proposal = appraisal.basis().proposal();
        List<Row> rows = appraisal.options().stream()
                .map(result -> row(result, appraisal))
                .toList();
        int preferred = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (appraisal.options().get(i).option().role() == Role.PREFERRED) {
                preferred = i;
                break;
            }
        }
        return new OptionsViewModel(
                proposal.title(),
                proposal.summary(),
                Words.of(
                        "options.basis",
                        appraisal.basis().framework().title(),
                        appraisal.basis().framework().edition(),
                        Integer.toString(appraisal.years().size()),
                        appraisal.years().getFirst().label(),
                        proposal.appraisal().priceYear().label()),
                rows,
                preferred,
                appraisal.years().stream().map(year -> year.label()).toList(),
                Breakdown.stepByStep(appraisal),
                StandingText.summary(appraisal),
                StandingText.lines(appraisal));
    }

    private static Row row(OptionResult result, Appraisal appraisal) {
        String currency = appraisal.basis().proposal().appraisal().currency();
        return new Row(
                result.option().title(),
                Wording.here().money(result.npsv(), currency),
                Wording.here().ratio(result.bcr()),
                result.bcr().reason(),
                Wording.here().money(result.pvPublicCost(), currency),
                Wording.year(result.payback()),
                result.valueForMoney().orElse("–"),
                bars(result, appraisal),
                Breakdown.steps(result, appraisal),
                Breakdown.payers(result, appraisal),
                Breakdown.gainers(result, currency),
                Breakdown.unvalued(result, currency),
                SensitivityText.lines(result, Wording.here(), currency),
                result.checks().stream()
                        .map(check -> check.message() + "; " + check.remedy() + ".")
                        .toList());
    }

    private static List<Bars> bars(OptionResult result, Appraisal appraisal) {
        Flows nothing = Flows.zero(appraisal.years().size());
        Optional<OptionResult> before =
                appraisal.basis().proposal().businessAsUsual().map(option -> appraisal.option(option.id()));
        List<Bars> bars = new ArrayList<>();
        Flows costs = costs(result, nothing)
                .minus(before.map(usual -> costs(usual, nothing)).orElse(nothing));
        add(bars, Words.of("options.costs"), "costs", costs.times(-1));
        for (Category category : Category.values()) {
            Flows benefits = benefits(result, category, nothing)
                    .minus(before.map(usual -> benefits(usual, category, nothing))
                            .orElse(nothing));
            add(bars, Words.of("options." + category), category.name().toLowerCase(Locale.ROOT), benefits);
        }
        return bars;
    }

    private static Flows costs(OptionResult result, Flows nothing) {
        return result.costs().stream()
                .filter(CostResult::counted)
                .map(CostResult::flows)
                .reduce(nothing, Flows::plus);
    }

    private static Flows benefits(OptionResult result, Category category, Flows nothing) {
        return result.impacts().stream()
                .filter(impact -> impact.line().category() == category)
                .map(ImpactResult::flows)
                .reduce(nothing, Flows::plus);
    }

    private static void add(List<Bars> bars, String kind, String style, Flows flows) {
        double[] amounts = flows.times(1 / THOUSAND).toArray();
        if (Arrays.stream(amounts).anyMatch(amount -> amount != 0)) {
            bars.add(new Bars(kind, style, amounts));
        }
    }
}
