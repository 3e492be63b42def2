package org.worthwhile.report.briefing;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.CostResult;
import org.worthwhile.appraisal.ImpactResult;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.proposal.CostKind;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.report.Wording;
import org.worthwhile.report.chart.Charts;
import org.worthwhile.report.document.Block;

/** An option's costs and benefits by year. */
record YearPicture(Appraisal appraisal, OptionResult option) {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 300;
    private static final double THOUSAND = 1000;

    Block block() {
        int years = appraisal.years().size();
        double[] costs = new double[years];
        double[] benefits = new double[years];
        add(option, 1, costs, benefits);
        appraisal
                .basis()
                .proposal()
                .businessAsUsual()
                .ifPresent(usual -> add(appraisal.option(usual.id()), -1, costs, benefits));
        Map<String, double[]> amounts = new LinkedHashMap<>();
        amounts.put("Benefits", benefits);
        String spent = costs();
        String currency = appraisal.basis().proposal().appraisal().currency();
        amounts.put(spent, costs);
        String unit = Wording.symbol(currency) + "thousand";
        return new Block.Picture(
                "Costs and benefits by year of '" + option.option().title() + "', against business as usual, real",
                "Bars for each year from " + appraisal.years().getFirst().label() + " to "
                        + appraisal.years().getLast().label() + ": benefits of "
                        + Wording.BRITISH.shortMoney(sum(benefits) * THOUSAND, currency) + " and "
                        + spent.toLowerCase(Locale.UK) + " of "
                        + Wording.BRITISH.shortMoney(-sum(costs) * THOUSAND, currency)
                        + " in all, before discounting. Benefits and savings of cost point upwards.",
                Charts.byYear(
                        appraisal.years().stream().map(FinancialYear::label).toList(), amounts, unit, WIDTH, HEIGHT),
                WIDTH,
                HEIGHT);
    }

    /** What the bars of costs count: costs, and what was taken off them. */
    private String costs() {
        Stream<CostResult> usual = appraisal.basis().proposal().businessAsUsual().stream()
                .flatMap(other -> appraisal.option(other.id()).costs().stream());
        String less = Stream.concat(option.costs().stream(), usual)
                .filter(CostResult::counted)
                .map(cost -> cost.line().kind())
                .filter(CostKind::reducesCost)
                .distinct()
                .sorted()
                .map(YearPicture::taken)
                .collect(Collectors.joining(" and "));
        return less.isEmpty() ? "Costs" : "Costs less " + less;
    }

    private static String taken(CostKind kind) {
        return switch (kind) {
            case RECEIPT -> "receipts";
            case AVOIDED_COST -> "avoided costs";
            case RESIDUAL_VALUE -> "residual values";
            case CAPITAL, REVENUE, TRANSITION -> throw new IllegalArgumentException("Not taken off costs: " + kind);
        };
    }

    private static void add(OptionResult option, int sign, double[] costs, double[] benefits) {
        for (CostResult cost : option.costs()) {
            for (int t = 0; t < costs.length && cost.counted(); t++) {
                costs[t] -= sign * cost.flows().at(t) / THOUSAND;
            }
        }
        for (ImpactResult impact : option.impacts()) {
            for (int t = 0; t < benefits.length; t++) {
                benefits[t] += sign * impact.flows().at(t) / THOUSAND;
            }
        }
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
