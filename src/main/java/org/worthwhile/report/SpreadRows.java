package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.OutcomeResult;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Organisation;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.uncertainty.ResultUncertainty.Chance;
import org.worthwhile.uncertainty.ResultUncertainty.FundingSpread;
import org.worthwhile.uncertainty.ResultUncertainty.OptionSpreads;
import org.worthwhile.uncertainty.ResultUncertainty.OutcomeSpread;
import org.worthwhile.uncertainty.ResultUncertainty.PaybackSpread;
import org.worthwhile.uncertainty.ResultUncertainty.RatioSpread;
import org.worthwhile.uncertainty.ResultUncertainty.YearSpread;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/** How the results of an option besides net present social value are spread, in rows; what does not vary is left out. */
public final class SpreadRows {

    private final Proposal proposal;
    private final Wording wording;
    private final List<Row> rows = new ArrayList<>();

    /**
     * A result.
     *
     * @param low its 10th percentile
     * @param high its 90th
     * @param note the chances that the percentiles do not tell; empty for none
     */
    public record Row(String result, String low, String middle, String high, String note) {}

    private SpreadRows(Proposal proposal, Wording wording) {
        this.proposal = proposal;
        this.wording = wording;
    }

    /** All results but cash by year. */
    public static List<Row> of(Proposal proposal, OptionSpreads option, Wording wording) {
        SpreadRows rows = new SpreadRows(proposal, wording);
        if (option.publicCost().sd().value() > 0) {
            rows.rows.add(new Row(
                    "Net public cost",
                    rows.money(option.publicCost().p10()),
                    rows.money(option.publicCost().p50()),
                    rows.money(option.publicCost().p90()),
                    "above the central estimate: " + rows.percent(option.aboveCentralCost())));
        }
        rows.ratio("Benefits to costs (BCR)", option.bcr());
        rows.ratio("Savings for each pound of public cost (FROI)", option.froi());
        rows.ratio("Marginal value of public funds (MVPF)", option.mvpf());
        rows.payback(option.payback());
        option.outcomes().stream()
                .filter(outcome -> outcome.units().sd().value() > 0)
                .forEach(rows::outcome);
        option.limits().forEach(rows::limit);
        option.objectives().forEach(rows::objective);
        return List.copyOf(rows.rows);
    }

    /** The cash that each organisation needs, by the years in which it varies. */
    public static List<Row> funding(Proposal proposal, OptionSpreads option, Wording wording) {
        SpreadRows rows = new SpreadRows(proposal, wording);
        for (FundingSpread funding : option.funding()) {
            String name = proposal.organisations().stream()
                    .filter(organisation -> organisation.id().equals(funding.organisation()))
                    .map(Organisation::title)
                    .findFirst()
                    .orElse(funding.organisation());
            for (YearSpread year : funding.years()) {
                if (year.p10().value() < year.p90().value()) {
                    rows.rows.add(new Row(
                            "Cash that " + name + " needs, " + year.year().label()
                                    + (funding.nominal() ? "" : " (real)"),
                            rows.money(year.p10()),
                            rows.money(year.p50()),
                            rows.money(year.p90()),
                            ""));
                }
            }
        }
        return List.copyOf(rows.rows);
    }

    private void ratio(String name, RatioSpread ratio) {
        String note = (ratio.infinite().value() > 0 ? "infinite: " + percent(ratio.infinite()) + "; " : "")
                + (ratio.noMeaning().value() > 0 ? "no meaning: " + percent(ratio.noMeaning()) + "; " : "");
        ratio.percentiles()
                .filter(found -> found.p10().value() < found.p90().value() || !note.isEmpty())
                .ifPresent(found -> rows.add(new Row(
                        name, fixed(found.p10()), fixed(found.p50()), fixed(found.p90()), note.replaceAll("; $", ""))));
    }

    private void payback(PaybackSpread payback) {
        if (payback.years().size() > 1
                || !payback.years().isEmpty()
                        && payback.never().value() + payback.nothingPaid().value() > 0) {
            rows.add(new Row(
                    "Payback",
                    year(payback.p10()),
                    year(payback.p50()),
                    year(payback.p90()),
                    "never: " + percent(payback.never())
                            + (payback.nothingPaid().value() > 0
                                    ? "; nothing to pay back: " + percent(payback.nothingPaid())
                                    : "")));
        }
    }

    private void outcome(OutcomeSpread outcome) {
        rows.add(new Row(
                title(outcome) + (outcome.unit().isEmpty() ? "" : " (" + outcome.unit() + ")"),
                wording.significant(outcome.units().p10().value()),
                wording.significant(outcome.units().p50().value()),
                wording.significant(outcome.units().p90().value()),
                ""));
    }

    private void limit(Chance limit) {
        rows.add(new Row(
                "Spent of " + limit.words(),
                money(limit.amount().p10()),
                money(limit.amount().p50()),
                money(limit.amount().p90()),
                "more than "
                        + wording.shortMoney(limit.bound(), proposal.appraisal().currency()) + ": "
                        + percent(limit.probability())));
    }

    private void objective(Chance objective) {
        rows.add(new Row(
                "Objective: " + objective.words(),
                wording.significant(objective.amount().p10().value()),
                wording.significant(objective.amount().p50().value()),
                wording.significant(objective.amount().p90().value()),
                "missed, as less than " + wording.significant(objective.bound()) + ": "
                        + percent(objective.probability())));
    }

    /** That of the first impact on the outcome. */
    private String title(OutcomeSpread outcome) {
        return proposal.options().stream()
                .flatMap(option -> option.impacts().stream())
                .filter(impact -> OutcomeResult.outcomeOf(impact).equals(outcome.outcome())
                        && impact.unit().equals(outcome.unit()))
                .map(Impact::title)
                .findFirst()
                .orElse(outcome.outcome());
    }

    private String year(Optional<FinancialYear> year) {
        return year.map(FinancialYear::label).orElse("not within the period");
    }

    private String money(Estimate amount) {
        return wording.shortMoney(amount.value(), proposal.appraisal().currency());
    }

    private String fixed(Estimate ratio) {
        return wording.fixed(ratio.value(), 2);
    }

    private String percent(Estimate probability) {
        return wording.chance(probability.value());
    }
}
