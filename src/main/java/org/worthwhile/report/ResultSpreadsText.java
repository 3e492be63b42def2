package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.uncertainty.ResultUncertainty.FundingSpread;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;
import org.worthwhile.uncertainty.ResultUncertainty.PaybackSpread;
import org.worthwhile.uncertainty.ResultUncertainty.RatioSpread;
import org.worthwhile.uncertainty.ResultUncertainty.YearSpread;
import org.worthwhile.uncertainty.Spread;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** How the results of an option besides net present social value are spread, in lines of text; what does not vary is left out. */
public final class ResultSpreadsText {

    private ResultSpreadsText() {}

    public static List<String> lines(OptionSpreads option, String currency) {
        List<String> lines = new ArrayList<>();
        if (varies(option.publicCost())) {
            lines.add("public cost "
                    + Wording.BRITISH.money(option.publicCost().mean().value(), currency) + " on average, 80% between "
                    + Wording.BRITISH.money(option.publicCost().p10().value(), currency) + " and "
                    + Wording.BRITISH.money(option.publicCost().p90().value(), currency)
                    + "; above the central estimate in " + percent(option.aboveCentralCost()));
        }
        ratio("BCR", option.bcr(), lines);
        ratio("savings for each pound of public cost (FROI)", option.froi(), lines);
        ratio("MVPF", option.mvpf(), lines);
        payback(option.payback(), lines);
        option.outcomes().stream()
                .filter(outcome -> varies(outcome.units()))
                .forEach(outcome -> lines.add(outcome.outcome() + ": "
                        + Wording.BRITISH.significant(outcome.units().mean().value())
                        + (outcome.unit().isEmpty() ? "" : " x " + outcome.unit())
                        + " on average, 80% between "
                        + Wording.BRITISH.significant(outcome.units().p10().value()) + " and "
                        + Wording.BRITISH.significant(outcome.units().p90().value())));
        option.funding().forEach(funding -> funding(funding, currency, lines));
        option.limits()
                .forEach(limit -> lines.add("more than " + limit.words() + " of "
                        + Wording.BRITISH.money(limit.bound(), currency) + " "
                        + RobustReport.howOften(limit.probability().value(), "the trials")));
        option.objectives()
                .forEach(objective -> lines.add("objective '" + objective.words() + "' missed "
                        + RobustReport.howOften(objective.probability().value(), "the trials") + ": it takes "
                        + Wording.BRITISH.significant(objective.bound()) + ", and there are "
                        + Wording.BRITISH.significant(objective.amount().mean().value()) + " on average"));
        return lines;
    }

    private static boolean varies(Spread spread) {
        return spread.sd().value() > 0;
    }

    private static void ratio(String name, RatioSpread ratio, List<String> lines) {
        boolean isSometimes = ratio.noMeaning().value() > 0 || ratio.infinite().value() > 0;
        String without = (ratio.infinite().value() > 0 ? "; infinite in " + percent(ratio.infinite()) : "")
                + (ratio.noMeaning().value() > 0 ? "; without meaning in " + percent(ratio.noMeaning()) : "");
        ratio.percentiles()
                .filter(found -> found.p10().value() < found.p90().value())
                .ifPresent(found -> lines.add(name + " " + fixed(found.p50()) + " in the middle, 80% between "
                        + fixed(found.p10()) + " and " + fixed(found.p90())
                        + (isSometimes ? " where it has a value" : "") + without));
    }

    private static void payback(PaybackSpread payback, List<String> lines) {
        if (payback.never().value() < 1
                && payback.nothingPaid().value() < 1
                && (payback.years().size() > 1
                        || payback.never().value() > 0
                        || payback.nothingPaid().value() > 0)) {
            lines.add("paid back by "
                    + payback.p50()
                            .map(FinancialYear::label)
                            .map(year -> year + " in half of the trials")
                            .orElse("no year in half of the trials")
                    + payback.p90()
                            .map(FinancialYear::label)
                            .map(year -> ", by " + year + " in nine of ten")
                            .orElse("")
                    + "; never in " + percent(payback.never())
                    + (payback.nothingPaid().value() > 0
                            ? "; nothing to pay back in " + percent(payback.nothingPaid())
                            : ""));
        }
    }

    /** The years in which what is needed varies, each with its tenth and ninetieth percentile. */
    private static void funding(FundingSpread funding, String currency, List<String> lines) {
        List<String> years = funding.years().stream()
                .filter(year -> year.p10().value() < year.p90().value())
                .map(year -> year(year, currency))
                .toList();
        if (!years.isEmpty()) {
            lines.add("cash that " + funding.organisation() + " needs, 80%, "
                    + (funding.nominal() ? "in cash prices" : "real") + ": "
                    + String.join("; ", years));
        }
    }

    private static String year(YearSpread year, String currency) {
        return year.year().label() + " " + Wording.BRITISH.money(year.p10().value(), currency) + " to "
                + Wording.BRITISH.money(year.p90().value(), currency);
    }

    private static String fixed(Estimate ratio) {
        return Wording.BRITISH.fixed(ratio.value(), 2);
    }

    private static String percent(Estimate probability) {
        return Wording.BRITISH.chance(probability.value());
    }
}
