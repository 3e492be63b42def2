package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.monitoring.Approval;
import org.worthwhile.monitoring.LineWatch;
import org.worthwhile.monitoring.MeasureId;
import org.worthwhile.monitoring.Monitoring;
import org.worthwhile.monitoring.MonitoringCase;
import org.worthwhile.monitoring.Reappraisal;
import org.worthwhile.monitoring.Reappraisal.Contribution;
import org.worthwhile.monitoring.Reappraisal.Spread;
import org.worthwhile.monitoring.Registered;
import org.worthwhile.monitoring.Review;
import org.worthwhile.proposal.FinancialYear;

/** The monitoring of an approved option as text. */
public final class MonitoringText {

    private MonitoringText() {}

    /** What was approved, what was expected of it, and what is to be measured. */
    public static List<String> register(MonitoringCase monitored) {
        Monitoring monitoring = monitored.monitoring();
        List<String> lines = new ArrayList<>(heading(monitored));
        lines.add("");
        List<List<String>> rows = new ArrayList<>();
        for (Registered one : monitoring.register()) {
            Approval.Expected first = one.expected().get(one.due());
            rows.add(List.of(
                    one.measure().toString(),
                    one.unit(),
                    one.owner(),
                    one.due().label(),
                    first == null ? "" : rounded(first.central()),
                    first == null ? "" : range(first.low(), first.high())));
        }
        lines.addAll(TextTable.lines(
                List.of("measure", "unit", "owner", "due", "expected then", "80% of what is recorded"), rows, 4));
        monitoring.objectives().forEach(one -> {
            FinancialYear by = one.objective().by().orElse(monitoring.until());
            lines.add("Objective: " + one.objective().title() + ", by " + by.label());
        });
        return lines;
    }

    private static List<String> heading(MonitoringCase monitored) {
        Approval approval = monitored.monitoring().approval();
        Approval.Expected npsv = approval.npsv();
        return List.of(
                monitored.monitoring().title(),
                "Option '" + monitored.option().title() + "', approved by " + approval.by() + " on " + approval.on(),
                "Version: " + approval.version(),
                "Net present social value as approved: " + rounded(npsv.central()) + " (mean " + rounded(npsv.mean())
                        + ", 80% between " + range(npsv.low(), npsv.high()) + ")");
    }

    /** What came of it so far. */
    public static List<String> review(Review review) {
        List<String> lines = new ArrayList<>(heading(review.basis()));
        lines.add("");
        lines.addAll(outcomes(review));
        lines.add("");
        lines.addAll(warnings(review));
        review.reappraisal().ifPresent(again -> {
            lines.add("");
            lines.addAll(reappraisal(review, again));
        });
        return lines;
    }

    private static List<String> outcomes(Review review) {
        List<List<String>> rows = new ArrayList<>();
        boolean isConverted = isConverted(review);
        for (Review.Path path : review.paths()) {
            for (Map.Entry<FinancialYear, Double> actual : path.actuals().entrySet()) {
                Approval.Expected expected = path.registered().expected().get(actual.getKey());
                MeasureId measure = path.registered().measure();
                List<String> row = new ArrayList<>(List.of(
                        measure.toString(),
                        path.registered().unit(),
                        actual.getKey().label(),
                        expected == null ? "0" : rounded(expected.central()),
                        expected == null ? "" : range(expected.low(), expected.high()),
                        rounded(actual.getValue()),
                        standing(review, measure, actual.getKey(), actual.getValue(), expected)));
                if (isConverted) {
                    row.add(5, rounded(recorded(review, measure, actual.getKey())));
                }
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return List.of("No actuals yet.");
        }
        List<String> headings =
                new ArrayList<>(List.of("measure", "unit", "year", "forecast", "80% band", "actual", "standing"));
        List<String> lines = new ArrayList<>();
        if (isConverted) {
            headings.add(5, "as recorded");
        }
        lines.addAll(TextTable.lines(headings, rows, 3));
        if (isConverted) {
            lines.add("Money is at the prices of "
                    + review.basis().basis().proposal().appraisal().priceYear() + ", except as recorded.");
        }
        return lines;
    }

    /** Whether any spend was recorded at other prices than those of the appraisal. */
    private static boolean isConverted(Review review) {
        return review.paths().stream()
                .anyMatch(path -> path.actuals().entrySet().stream()
                        .anyMatch(actual -> actual.getValue()
                                != recorded(review, path.registered().measure(), actual.getKey())));
    }

    private static double recorded(Review review, MeasureId measure, FinancialYear year) {
        return review.basis().monitoring().actuals().stream()
                .filter(one -> one.measure().equals(measure) && one.year().equals(year))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static String standing(
            Review review, MeasureId measure, FinancialYear year, double actual, Approval.@Nullable Expected expected) {
        boolean isWarned = review.lines().stream()
                .flatMap(line -> line.departures().stream())
                .anyMatch(one -> one.measure().equals(measure) && one.year().equals(year));
        if (isWarned) {
            return "WARNING";
        }
        if (expected == null) {
            return "not forecast";
        }
        return actual < expected.low() ? "below band" : actual > expected.high() ? "above band" : "within band";
    }

    private static List<String> warnings(Review review) {
        List<String> lines = new ArrayList<>();
        for (LineWatch line : review.lines()) {
            for (LineWatch.Departure one : line.departures()) {
                lines.add("Warning: " + sentence(one));
            }
        }
        if (lines.isEmpty()) {
            lines.add("No line has left its limits.");
        }
        lines.add(String.format(
                Locale.UK,
                "A line that goes as forecast is warned of in at least one of its measures and years in %s%% of cases at most.",
                Rounded.plain(100 * review.basis().monitoring().falseAlarms())));
        review.lines().stream()
                .filter(line -> line.critical() == 0)
                .forEach(line -> lines.add("Of " + line.line() + " nothing can be warned of, since "
                        + (line.isCertain()
                                ? "its forecast is certain and its record exact: whatever differs from it was not forecast."
                                : "the trials are too few for its measures and years; approve with more.")));
        return lines;
    }

    /** A departure in words, without a full stop before its measure is told. */
    static String sentence(LineWatch.Departure one) {
        boolean isBelow = one.actual() < one.limits().low();
        return one.measure() + " of " + one.year() + (one.toDate() ? ", added up to date," : "") + " is "
                + rounded(one.actual()) + ", " + (isBelow ? "below " : "above ")
                + rounded(isBelow ? one.limits().low() : one.limits().high())
                + ", beyond which it does not go as forecast.";
    }

    private static List<String> reappraisal(Review review, Reappraisal again) {
        List<String> lines = new ArrayList<>();
        int trials = review.basis().monitoring().approval().trials();
        lines.add("Appraised again with actuals in place, what lies ahead from " + again.from());
        lines.add(String.format(
                Locale.UK, "Weighted by what was seen, %,d trials are worth %,.0f", trials, again.effective()));
        if (!again.updated()) {
            lines.add(
                    "These are too few: what is left is as it was forecast, and was not updated. The actuals are far from"
                            + " what was forecast; appraise what is left anew, or approve with more trials.");
        } else if (again.effective() < Reappraisal.FEW_EFFECTIVE) {
            lines.add("These are few, so that figures are rough; approve with more trials.");
        }
        lines.add("Net present social value: " + spread(again.npsv()) + "; at central values "
                + rounded(again.central()));
        lines.add("Going on, what was spent apart: " + spread(again.goingOn()));
        lines.add("Going on, if those already taken in keep their effects without it: "
                + spread(again.beyondEffectsThatStay()));
        lines.add("What changed it from "
                + rounded(review.basis().monitoring().approval().npsv().mean()) + " on average:");
        for (Contribution one : again.contributions()) {
            lines.add("  " + (one.amount() > 0 ? "+" : "") + rounded(one.amount()) + "  " + cause(one));
        }
        return lines;
    }

    private static String spread(Spread spread) {
        return String.format(
                Locale.UK,
                "%s on average (standard error %s), 80%% between %s, above 0 in %s",
                rounded(spread.mean()),
                rounded(spread.standardError()),
                range(spread.low(), spread.high()),
                Wording.BRITISH.chance(spread.aboveZero()));
    }

    /** What a contribution is of. */
    static String cause(Contribution one) {
        String line = one.line().isEmpty() ? "business as usual" : one.line();
        return switch (one.cause()) {
            case SPEND -> "spend on " + line;
            case PEOPLE -> "people reached by " + line;
            case OUTCOMES -> "outcomes of " + line;
            case UPDATE -> "what actuals tell of other years of " + line;
        };
    }

    private static String range(double low, double high) {
        return rounded(low) + " and " + rounded(high);
    }

    /** To four digits, and whole from a thousand on. */
    static String rounded(double number) {
        if (Math.abs(number) >= Long.MAX_VALUE) {
            return String.format(Locale.UK, "%.3e", number);
        }
        return Math.abs(number) >= 1000 ? String.format(Locale.UK, "%,d", Math.round(number)) : Rounded.plain(number);
    }
}
