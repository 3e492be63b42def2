package org.worthwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.uncertainty.ResultUncertainty.Chance;
import org.worthwhile.uncertainty.ResultUncertainty.FundingSpread;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;
import org.worthwhile.uncertainty.ResultUncertainty.OutcomeSpread;
import org.worthwhile.uncertainty.ResultUncertainty.PaybackSpread;
import org.worthwhile.uncertainty.ResultUncertainty.PaybackYear;
import org.worthwhile.uncertainty.ResultUncertainty.RatioPercentiles;
import org.worthwhile.uncertainty.ResultUncertainty.RatioSpread;
import org.worthwhile.uncertainty.ResultUncertainty.YearSpread;
import org.worthwhile.uncertainty.Spread;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** What is said of how results are spread. */
class ResultSpreadsTextTest {

    private static final FinancialYear YEAR = new FinancialYear(2028);

    @Test
    void whatVariesIsSaidAndWhatDoesNotIsLeftOut() {
        OptionSpreads option = new OptionSpreads(
                "do",
                spread(50, 10, -30, 50, 130),
                at(0.375),
                new RatioSpread(at(0.25), at(0), Optional.empty(), percentiles(0.74, 1.33, 6.67)),
                new RatioSpread(at(0), at(0), Optional.of(at(0.5)), percentiles(0.5, 0.5, 0.5)),
                new RatioSpread(at(0.1), at(0.5), Optional.empty(), percentiles(0.7, 1.2, 6)),
                new PaybackSpread(
                        List.of(new PaybackYear(YEAR, at(0.5))),
                        at(0.5),
                        at(0),
                        Optional.of(YEAR),
                        Optional.of(YEAR),
                        Optional.empty()),
                List.of(new OutcomeSpread("stays", "stay", spread(60, 0, 60, 60, 60))),
                List.of(new FundingSpread(
                        "county",
                        true,
                        List.of(
                                new YearSpread(YEAR, at(5), at(5), at(5), at(5)),
                                new YearSpread(YEAR.plus(1), at(5), at(1), at(5), at(9))))),
                List.of(),
                List.of(new Chance("the budget", 100, spread(50, 10, -30, 50, 130), at(0.25))),
                List.of(new Chance("Fewer falls", 150, spread(120, 10, 90, 120, 150), at(0.9))));
        assertThat(ResultSpreadsText.lines(option, "GBP"))
                .containsExactly(
                        "public cost £50 on average, 80% between -£30 and £130; above the central estimate in 37.5%",
                        "BCR 1.33 in the middle, 80% between 0.74 and 6.67 where it has a value; without meaning in 25.0%",
                        "MVPF 1.20 in the middle, 80% between 0.70 and 6.00 where it has a value; infinite in 50.0%; without meaning in 10.0%",
                        "paid back by 2028/29 in half of the trials; never in 50.0%",
                        "cash that county needs, 80%, in cash prices: 2029/30 £1 to £9",
                        "more than the budget of £100 in 25% of the trials",
                        "objective 'Fewer falls' missed in 90% of the trials: it takes 150, and there are 120 on average");
    }

    private static Optional<RatioPercentiles> percentiles(double p10, double p50, double p90) {
        return Optional.of(new RatioPercentiles(at(p10), at(p50), at(p90)));
    }

    private static Spread spread(double mean, double sd, double p10, double p50, double p90) {
        return new Spread(at(mean), at(sd), at(p10), at(p50), at(p90));
    }

    private static Estimate at(double value) {
        return new Estimate(value, 0);
    }
}
