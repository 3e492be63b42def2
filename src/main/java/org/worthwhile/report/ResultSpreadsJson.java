package org.worthwhile.report;

import java.util.Optional;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.uncertainty.ResultUncertainty.FundingSpread;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;
import org.worthwhile.uncertainty.ResultUncertainty.PaybackSpread;
import org.worthwhile.uncertainty.ResultUncertainty.RatioSpread;
import org.worthwhile.uncertainty.ResultUncertainty.YearSpread;
import org.worthwhile.uncertainty.Spread;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** How the results of an option besides net present social value are spread, as fields of JSON. */
final class ResultSpreadsJson {

    private ResultSpreadsJson() {}

    static void fields(OptionSpreads option, ResultFields to) {
        to.object("publicCost", of -> spread(option.publicCost(), of))
                .object("probabilityCostAboveCentral", of -> estimate(option.aboveCentralCost(), of))
                .object("bcr", of -> ratio(option.bcr(), of))
                .object("froi", of -> ratio(option.froi(), of))
                .object(
                        "mvpf",
                        of -> ratio(option.mvpf(), of)
                                .object("infinite", in -> estimate(option.mvpf().infinite(), in)))
                .object("payback", of -> payback(option.payback(), of))
                .list(
                        "outcomes",
                        option.outcomes(),
                        (outcome, of) -> of.text("outcome", outcome.outcome())
                                .text("unit", outcome.unit())
                                .object("units", in -> spread(outcome.units(), in)))
                .list("funding", option.funding(), ResultSpreadsJson::funding)
                .list(
                        "limits",
                        option.limits(),
                        (limit, of) -> of.text("limit", limit.words())
                                .number("most", limit.bound())
                                .object("use", in -> spread(limit.amount(), in))
                                .object("broken", in -> estimate(limit.probability(), in)))
                .list(
                        "objectives",
                        option.objectives(),
                        (objective, of) -> of.text("objective", objective.words())
                                .number("needed", objective.bound())
                                .object("units", in -> spread(objective.amount(), in))
                                .object("missed", in -> estimate(objective.probability(), in)));
    }

    static void spread(Spread spread, ResultFields to) {
        to.object("mean", of -> estimate(spread.mean(), of))
                .object("sd", of -> estimate(spread.sd(), of))
                .object("p10", of -> estimate(spread.p10(), of))
                .object("p50", of -> estimate(spread.p50(), of))
                .object("p90", of -> estimate(spread.p90(), of));
    }

    static void estimate(Estimate estimate, ResultFields to) {
        to.number("value", estimate.value()).number("standardError", estimate.standardError());
    }

    private static ResultFields ratio(RatioSpread ratio, ResultFields to) {
        to.object("noMeaning", of -> estimate(ratio.noMeaning(), of));
        ratio.mean()
                .ifPresentOrElse(
                        mean -> to.object("mean", of -> estimate(mean, of)),
                        () -> to.absent("mean")
                                .text("meanAbsent", "the ratio has no value in some trials, and so no mean over all"));
        ratio.percentiles()
                .ifPresentOrElse(
                        percentiles -> to.object("p10", of -> estimate(percentiles.p10(), of))
                                .object("p50", of -> estimate(percentiles.p50(), of))
                                .object("p90", of -> estimate(percentiles.p90(), of)),
                        () -> to.absent("p10").absent("p50").absent("p90"));
        return to;
    }

    private static void payback(PaybackSpread payback, ResultFields to) {
        year("p10", payback.p10(), to);
        year("p50", payback.p50(), to);
        year("p90", payback.p90(), to);
        to.object("never", of -> estimate(payback.never(), of))
                .object("nothingPaid", of -> estimate(payback.nothingPaid(), of))
                .list(
                        "years",
                        payback.years(),
                        (year, of) -> of.text("year", year.year().label())
                                .object("probability", in -> estimate(year.probability(), in)));
    }

    private static void year(String name, Optional<FinancialYear> year, ResultFields to) {
        year.ifPresentOrElse(known -> to.text(name, known.label()), () -> to.absent(name));
    }

    private static void funding(FundingSpread funding, ResultFields to) {
        to.text("organisation", funding.organisation())
                .text("prices", funding.nominal() ? "nominal" : "real")
                .list("years", funding.years(), ResultSpreadsJson::year);
    }

    private static void year(YearSpread year, ResultFields to) {
        to.text("year", year.year().label())
                .object("mean", of -> estimate(year.mean(), of))
                .object("p10", of -> estimate(year.p10(), of))
                .object("p50", of -> estimate(year.p50(), of))
                .object("p90", of -> estimate(year.p90(), of));
    }
}
