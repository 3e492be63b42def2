package org.worthwhile.report.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.Option;

/** What is checked of results: that sums reached in different ways are the same, and that the engine came to them too. */
record ResultChecks(
        Appraisal appraisal,
        Map<String, CalculationSheet> calculations,
        ResultSheet results,
        FlowSheet flows,
        BudgetSheet budgets,
        List<DistributionSheet.Shares> shares,
        NamedResults named) {

    private static final double SHARE = 1e-6;

    List<WorkbookCheck> all() {
        List<WorkbookCheck> checks = new ArrayList<>(named.checks());
        double largest = named.largest();
        for (OptionResult result : appraisal.options()) {
            Option option = result.option();
            CalculationSheet own = CalculationSheet.of(option, calculations);
            String net = flows.nets().get(option.id());
            if (net != null) {
                checks.add(WorkbookCheck.money(
                        "Steps of " + option.id(),
                        results.npsv(option.id()),
                        net,
                        largest,
                        "The steps on the sheet By year end at the net present social value."));
            }
            checks.add(WorkbookCheck.money(
                    "Costs of " + option.id(),
                    results.costs(option.id()),
                    own.cost() + "-" + own.costOf("sunk") + "-" + own.costOf("transfer"),
                    largest,
                    "Every cost line is somebody's, sunk or a transfer."));
            checks.add(WorkbookCheck.money(
                    "Benefits of " + option.id(),
                    results.benefit(option.id()),
                    Stream.of(Category.values())
                            .map(category -> own.benefitOf(JsonText.nameOf(category)))
                            .collect(Collectors.joining("+")),
                    largest,
                    "The categories' benefits add up to all benefits."));
            if (!result.budget().isEmpty()) {
                checks.add(WorkbookCheck.money(
                        "Budgets of " + option.id(),
                        budgets.costs(option.id()),
                        own.budgetCost()
                                + appraisal
                                        .basis()
                                        .proposal()
                                        .businessAsUsual()
                                        .map(usual -> "-("
                                                + CalculationSheet.of(usual, calculations)
                                                        .budgetCost() + ")")
                                        .orElse(""),
                        largest,
                        "What organisations pay adds up to the cost lines."));
            }
        }
        for (DistributionSheet.Shares share : shares) {
            checks.add(new WorkbookCheck(
                    "Shares of " + share.option() + "/" + share.line(),
                    "MAX(0," + share.sum() + "-1)",
                    new WorkbookCheck.Figure.Value(0),
                    new WorkbookCheck.Figure.Value(SHARE),
                    "Groups do not share more than the whole impact.",
                    false));
        }
        return checks;
    }
}
