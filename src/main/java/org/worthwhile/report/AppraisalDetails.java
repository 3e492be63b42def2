package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.BudgetImpact;
import org.worthwhile.appraisal.CostEffectiveness;
import org.worthwhile.appraisal.Indicator;
import org.worthwhile.appraisal.Indicators;
import org.worthwhile.appraisal.OptionResult;

/** Everything that the appraisal of a proposal found, in lines of text. */
public final class AppraisalDetails {

    private final String currency;
    private final List<String> lines = new ArrayList<>();

    private AppraisalDetails(String currency) {
        this.currency = currency;
    }

    public static List<String> lines(Appraisal appraisal) {
        AppraisalDetails details =
                new AppraisalDetails(appraisal.basis().proposal().appraisal().currency());
        details.lines.add(appraisal.basis().proposal().title());
        appraisal.options().forEach(result -> details.option(result, appraisal));
        details.increments(appraisal);
        return details.lines;
    }

    private void option(OptionResult result, Appraisal appraisal) {
        lines.add("  " + result.option().title());
        money("NPSV", result.npsv());
        money("PVB", result.pvb());
        money("PVC", result.pvc());
        ratio("BCR", result.bcr());
        AdjustedView.of(result, appraisal).ifPresent(words -> line("Value for money", words));
        result.views()
                .forEach(view -> ratio(
                        "BCR over " + view.denominator().words(),
                        view.indicators().bcr()));
        ratio("NPSV for each pound of public cost", result.npsvPerPublicPound());
        ratio("Marginal value of public funds", result.mvpf());
        ratio("Fiscal return (FROI)", result.froi());
        line(
                "Payback of public funding",
                Wording.year(result.payback()) + ", discounted " + Wording.year(result.discountedPayback())
                        + " (cashable savings alone; no residual value)");
        line(
                "Peak of public funding",
                Wording.BRITISH.money(result.funding().peak(), currency)
                        + result.funding().peakYear().map(year -> " in " + year).orElse(""));
        money(SensitivityText.ANNUAL_VALUE, result.equivalentAnnualValue());
        line(SensitivityText.SWITCHING_RATE, SensitivityText.switchingRate(result));
        SensitivityText.rows(result).forEach(row -> indicators(row.what(), row.indicators()));
        if (!result.incidence().groups().isEmpty()) {
            money("NPSV with distributional weights", result.incidence().weightedNpsv());
            result.incidence()
                    .groups()
                    .forEach(gain -> line(
                            "  Gain of " + gain.group().title(),
                            Wording.BRITISH.money(gain.presentValue(), currency) + ", weight "
                                    + String.format(Locale.UK, "%.2f", gain.weight()) + ", weighted "
                                    + Wording.BRITISH.money(gain.weighted(), currency)));
            money("  Not allocated to a group, less costs", result.incidence().notAllocated());
        }
        for (BudgetImpact budget : result.budget()) {
            money(
                    "  Net cost to " + budget.organisation().title() + ", savings that release no cash included",
                    budget.present());
            money(
                    "  Funding need of " + budget.organisation().title() + ", as a present value",
                    budget.fundingNeed().presentValue(appraisal.standardFactors()));
        }
        result.outcomes()
                .forEach(outcome -> line(
                        "  Public cost for each " + IncrementText.unit(appraisal, outcome.outcome(), outcome.unit()),
                        words(
                                        outcome.costPerUnit(),
                                        Wording.BRITISH.money(
                                                outcome.costPerUnit().value().orElse(0), currency))
                                + "; "
                                + Wording.BRITISH.significant(outcome.units()) + " in all"));
        result.unmonetised()
                .forEach(impact -> line(
                        "  Not valued: " + impact.impact().title(),
                        "to change the ranking it would need to be worth "
                                + words(
                                        impact.toChangeRanking(),
                                        Wording.BRITISH.money(
                                                impact.toChangeRanking().value().orElse(0), currency))));
        result.checks().forEach(check -> line("  Check", check.message() + "; " + check.remedy()));
    }

    private void increments(Appraisal appraisal) {
        IncrementText text = new IncrementText(Wording.BRITISH, currency, id -> id);
        lines.add("  From the cheapest option up");
        appraisal.increments().forEach(increment -> line("  " + increment.option(), text.inMoney(increment)));
        for (CostEffectiveness compared : appraisal.costEffectiveness()) {
            String unit = IncrementText.unit(appraisal, compared);
            lines.add("  Public cost for one more " + unit + ", discounted, from the cheapest option up");
            compared.rows().forEach(increment -> line("  " + increment.option(), text.inUnits(increment, unit)));
        }
    }

    private void indicators(String what, Indicators indicators) {
        line(
                what,
                "NPSV " + Wording.BRITISH.money(indicators.npsv(), currency) + ", BCR "
                        + words(indicators.bcr(), Wording.BRITISH.ratio(indicators.bcr())));
    }

    private void money(String what, double amount) {
        line(what, Wording.BRITISH.money(amount, currency));
    }

    private void ratio(String what, Indicator indicator) {
        line(what, words(indicator, Wording.BRITISH.ratio(indicator)));
    }

    private static String words(Indicator indicator, String value) {
        return indicator.value().isPresent() ? value : "not meaningful: " + indicator.reason();
    }

    private void line(String what, String value) {
        lines.add("    " + what + ": " + value);
    }
}
