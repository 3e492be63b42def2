package org.worthwhile.report.workbook;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.uncertainty.ResultUncertainty;
import org.worthwhile.uncertainty.ResultUncertainty.Chance;
import org.worthwhile.uncertainty.ResultUncertainty.FundingSpread;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;
import org.worthwhile.uncertainty.ResultUncertainty.PaybackSpread;
import org.worthwhile.uncertainty.ResultUncertainty.RatioSpread;
import org.worthwhile.uncertainty.ResultUncertainty.YearSpread;
import org.worthwhile.uncertainty.Spread;
import org.worthwhile.uncertainty.UncertaintyResult;
import org.worthwhile.uncertainty.UncertaintyResult.Driver;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;
import org.worthwhile.uncertainty.UncertaintyResult.OptionUncertainty;

/** How results besides net present social value are spread over trials, and what its variance comes from. */
final class SpreadTables {

    private static final int MOST_DRIVERS = 8;
    private static final int MOST_INPUTS = 20;

    private final SheetWriter sheet;
    private final Styles styles;

    SpreadTables(SheetWriter sheet, Styles styles) {
        this.sheet = sheet;
        this.styles = styles;
    }

    void results(ResultUncertainty results) {
        sheet.section("Other results of options, over " + results.trials() + " trials");
        sheet.headings(
                List.of("Result", "Option", "Mean", "P10", "P50", "P90", "Error of P90", "No meaning", "Infinite"), 2);
        for (OptionSpreads option : results.options()) {
            spread("Net public cost, present value", option.id(), option.publicCost(), Styles.MONEY);
            ratio("Benefits to costs (BCR)", option.id(), option.bcr());
            ratio("Savings for each pound of public cost (FROI)", option.id(), option.froi());
            ratio("Marginal value of public funds (MVPF)", option.id(), option.mvpf());
            option.outcomes()
                    .forEach(outcome -> spread(
                            outcome.outcome() + (outcome.unit().isEmpty() ? "" : " (" + outcome.unit() + ")"),
                            option.id(),
                            outcome.units(),
                            Styles.PLAIN));
        }
        sheet.text(
                sheet.row(),
                0,
                "Percentiles of a ratio are of the trials in which it has a value; a mean is given where it has one in all.");
        chances(results.options());
        bounds("Chances of breaking limits", "Most", "Broken", results, OptionSpreads::limits, Styles.MONEY);
        bounds("Chances of missing objectives", "Needed", "Missed", results, OptionSpreads::objectives, Styles.PLAIN);
        funding(results);
    }

    private void chances(List<OptionSpreads> options) {
        sheet.section("Chances of net public cost above its central estimate, and of payback");
        sheet.headings(
                List.of(
                        "Option",
                        "Cost above central",
                        "Never paid back",
                        "Nothing to pay back",
                        "Paid back by: P10",
                        "P50",
                        "P90"),
                1);
        for (OptionSpreads option : options) {
            PaybackSpread payback = option.payback();
            if (payback.nothingPaid().value() == 1) {
                continue;
            }
            int row = sheet.row();
            sheet.text(row, 0, option.id());
            percent(row, 1, option.aboveCentralCost());
            percent(row, 2, payback.never());
            percent(row, 3, payback.nothingPaid());
            year(row, 4, payback.p10());
            year(row, 5, payback.p50());
            year(row, 6, payback.p90());
        }
        sheet.text(sheet.row(), 0, "An empty year: money has not come back within the period in so many trials.");
    }

    private void bounds(
            String title,
            String bound,
            String chance,
            ResultUncertainty results,
            Function<OptionSpreads, List<Chance>> of,
            String format) {
        if (results.options().stream().allMatch(option -> of.apply(option).isEmpty())) {
            return;
        }
        sheet.section(title);
        sheet.headings(List.of("What", "Option", bound, "Mean", "P10", "P50", "P90", chance, "Error of that"), 2);
        for (OptionSpreads option : results.options()) {
            for (Chance one : of.apply(option)) {
                int row = named(one.words(), option.id());
                figures(
                        row,
                        2,
                        format,
                        one.bound(),
                        one.amount().mean().value(),
                        one.amount().p10().value(),
                        one.amount().p50().value(),
                        one.amount().p90().value());
                percent(row, 7, one.probability());
                sheet.number(row, 8, one.probability().standardError(), styles.number(Styles.PERCENT));
            }
        }
    }

    private void funding(ResultUncertainty results) {
        List<String> years = results.options().stream()
                .flatMap(option -> option.funding().stream())
                .filter(SpreadTables::varies)
                .findFirst()
                .map(funding -> funding.years().stream()
                        .map(year -> year.year().label())
                        .toList())
                .orElse(List.of());
        if (years.isEmpty()) {
            return;
        }
        sheet.section("Cash that organisations need by year, over " + results.fundingTrials() + " trials");
        sheet.headings(
                Stream.concat(Stream.of("Organisation", "Option", "Figure"), years.stream())
                        .toList(),
                3);
        for (OptionSpreads option : results.options()) {
            option.funding().stream().filter(SpreadTables::varies).forEach(funding -> {
                row(funding, option.id(), "Mean", funding.years().stream().map(YearSpread::mean));
                row(funding, option.id(), "P10", funding.years().stream().map(YearSpread::p10));
                row(funding, option.id(), "P50", funding.years().stream().map(YearSpread::p50));
                row(funding, option.id(), "P90", funding.years().stream().map(YearSpread::p90));
            });
        }
    }

    private static boolean varies(FundingSpread funding) {
        return funding.years().stream()
                .anyMatch(year -> year.p10().value() < year.p90().value());
    }

    private void row(FundingSpread funding, String option, String figure, Stream<Estimate> amounts) {
        int row = sheet.row();
        sheet.text(row, 0, funding.organisation() + (funding.nominal() ? ", cash prices" : ", real"));
        sheet.text(row, 1, option);
        sheet.text(row, 2, figure);
        int column = 3;
        for (Estimate amount : amounts.toList()) {
            sheet.number(row, column++, amount.value(), styles.number(Styles.MONEY));
        }
    }

    private void spread(String name, String option, Spread spread, String format) {
        if (spread.sd().value() > 0) {
            int row = named(name, option);
            figures(
                    row,
                    2,
                    format,
                    spread.mean().value(),
                    spread.p10().value(),
                    spread.p50().value(),
                    spread.p90().value());
            sheet.number(row, 6, spread.p90().standardError(), styles.number(format));
        }
    }

    private void ratio(String name, String option, RatioSpread ratio) {
        ratio.percentiles()
                .filter(found -> found.p10().value() < found.p90().value()
                        || ratio.noMeaning().value() > 0
                        || ratio.infinite().value() > 0)
                .ifPresent(found -> {
                    int row = named(name, option);
                    ratio.mean().ifPresent(mean -> sheet.number(row, 2, mean.value(), styles.number(Styles.RATIO)));
                    sheet.number(row, 3, found.p10().value(), styles.number(Styles.RATIO));
                    sheet.number(row, 4, found.p50().value(), styles.number(Styles.RATIO));
                    sheet.number(row, 5, found.p90().value(), styles.number(Styles.RATIO));
                    sheet.number(row, 6, found.p90().standardError(), styles.number(Styles.DECIMAL));
                    percent(row, 7, ratio.noMeaning());
                    percent(row, 8, ratio.infinite());
                });
    }

    private int named(String name, String option) {
        int row = sheet.row();
        sheet.text(row, 0, name);
        sheet.text(row, 1, option);
        return row;
    }

    private void figures(int row, int column, String format, double... figures) {
        for (int i = 0; i < figures.length; i++) {
            sheet.number(row, column + i, figures[i], styles.number(format));
        }
    }

    private void percent(int row, int column, Estimate probability) {
        sheet.number(row, column, probability.value(), styles.number(Styles.PERCENT));
    }

    private void year(int row, int column, Optional<FinancialYear> year) {
        year.ifPresent(known -> sheet.text(row, column, known.label()));
    }

    /** What knowing more would be worth to the choice. */
    void information(UncertaintyResult result) {
        sheet.section("What knowing more would be worth to the choice");
        sheet.headings(List.of("Input", "Value", "Error"), 1);
        estimate("Every input", result.evpi());
        result.groups()
                .forEach(group ->
                        estimate(group.title() + " (" + String.join(", ", group.inputs()) + ")", group.value()));
        result.evppi().stream().limit(MOST_INPUTS).forEach(value -> estimate(value.input(), value.value()));
        result.population()
                .ifPresent(population -> estimate(
                        "Every input, for " + population.decisionsPerYear() + " decisions a year over "
                                + population.years() + " years, discounted",
                        population.value()));
    }

    private void estimate(String title, Estimate estimate) {
        int row = sheet.row();
        sheet.text(row, 0, title);
        figures(row, 1, Styles.MONEY, estimate.value(), estimate.standardError());
    }

    /** What drives net present social value. */
    void drivers(UncertaintyResult result) {
        sheet.section("What drives net present social value");
        sheet.headings(
                List.of(
                        "Input",
                        "Option",
                        "Rank correlation",
                        "Variance by itself",
                        "Error",
                        "With all others",
                        "Error of that"),
                2);
        for (OptionUncertainty option : result.options()) {
            for (Driver driver : option.drivers().stream().limit(MOST_DRIVERS).toList()) {
                int row = named(driver.input(), option.id());
                sheet.number(row, 2, driver.rankCorrelation().value(), styles.number(Styles.RATIO));
                driver.index().ifPresent(index -> {
                    percent(row, 3, index.firstOrder());
                    sheet.number(row, 4, index.firstOrder().standardError(), styles.number(Styles.PERCENT));
                    percent(row, 5, index.total());
                    sheet.number(row, 6, index.total().standardError(), styles.number(Styles.PERCENT));
                });
            }
        }
        sheet.text(
                sheet.row(),
                0,
                result.whyNoShares()
                        .map(reason -> "No shares of variance: " + reason + ".")
                        .orElse(
                                "Shares of variance are Sobol's first-order and total indices, from trials of their own."));
    }
}
