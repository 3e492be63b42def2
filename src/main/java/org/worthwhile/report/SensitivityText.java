package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.worthwhile.appraisal.Indicators;
import org.worthwhile.appraisal.OptionResult;

/** What an option comes to at other discount rates and without what its result may lean on. */
public final class SensitivityText {

    /** What the equivalent annual value is, as there are several conventions. */
    public static final String ANNUAL_VALUE = "Equivalent annual value (in every year, the first included)";

    /** What is told of the rate at which nothing is left. */
    public static final String SWITCHING_RATE = "Discount rate at which NPSV is zero (real internal rate of return)";

    private SensitivityText() {}

    /** The headline where one thing is taken otherwise. */
    public record Row(String what, Indicators indicators) {}

    /** The rows that there are for an option; each option of an appraisal has the same but for residual values. */
    public static List<Row> rows(OptionResult result) {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("Without optimism bias", result.withoutOptimism()));
        result.longHorizon().ifPresent(lower -> rows.add(new Row("At the lower long-horizon rates", lower)));
        result.sensitivities()
                .atOtherRates()
                .forEach(at -> rows.add(new Row("At a discount rate of " + at.label(), at.indicators())));
        result.sensitivities()
                .withoutResidual()
                .ifPresent(without -> rows.add(new Row("Without residual values", without)));
        result.sensitivities()
                .withCostOfPublicFunds()
                .ifPresent(with -> rows.add(new Row("With the marginal cost of public funds", with)));
        return rows;
    }

    /** The rate at which nothing is left, as a percentage, or why there is none. */
    public static String switchingRate(OptionResult result) {
        return result.switchingRate().value().isPresent()
                ? String.format(
                        Locale.UK, "%.1f%%", result.switchingRate().value().getAsDouble() * 100 + 0.0)
                : "not meaningful: " + result.switchingRate().reason();
    }

    /** Every row in a line of its own, with the rate and the yearly value. */
    public static List<String> lines(OptionResult result, Wording wording, String currency) {
        List<String> lines = new ArrayList<>();
        rows(result)
                .forEach(row -> lines.add(row.what() + ": NPSV "
                        + wording.money(row.indicators().npsv(), currency) + ", BCR "
                        + wording.ratio(row.indicators().bcr())));
        lines.add(SWITCHING_RATE + ": " + switchingRate(result));
        lines.add(ANNUAL_VALUE + ": " + wording.money(result.equivalentAnnualValue(), currency));
        return lines;
    }
}
