package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.CheckStatistic;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.StudySize;

/** The figures of a finding in sentences, for those who check them and for those who decide by them. */
public final class FindingText {

    private FindingText() {}

    /** Such as {@code -30.85 per 100,000 people (95% interval -36.31 to -25.38)}. */
    public static String estimate(Attribution attribution) {
        String unit = attribution.basis().study().roles().outcomeUnit();
        return String.format(
                Locale.UK,
                "%s%s (%.0f%% interval %s)",
                number(attribution.estimate()),
                unit.isEmpty() ? "" : " " + unit,
                attribution.interval().level() * 100,
                range(attribution.interval()));
    }

    private static String range(Interval interval) {
        boolean isBelow = Double.isInfinite(interval.low());
        boolean isAbove = Double.isInfinite(interval.high());
        if (isBelow && isAbove) {
            return "without limits";
        }
        return isBelow
                ? "up to " + number(interval.high())
                : isAbove
                        ? "from " + number(interval.low()) + " without an upper limit"
                        : number(interval.low()) + " to " + number(interval.high());
    }

    /**
     * Such as {@code standard error 1.459}; where interval and test are of another estimate than the headline's, that one with its
     * own standard error, so that a reader can work them out.
     */
    public static String standardError(Attribution attribution) {
        return "standard error " + number(attribution.standardError())
                + attribution
                        .details()
                        .ofInterval()
                        .filter(pair -> pair.estimate() != attribution.estimate()
                                || pair.standardError() != attribution.standardError())
                        .map(pair -> "; interval and test are those of the bias-corrected estimate "
                                + number(pair.estimate()) + " with its robust standard error "
                                + number(pair.standardError()))
                        .orElse("");
    }

    /** Such as {@code t = -11.37 with 119 degrees of freedom, p-value below 0.001}. */
    public static String test(Attribution attribution) {
        Finding finding = attribution.finding();
        if (finding.cannotTell().isPresent()) {
            return "no p-value, as no test is known that would be right here";
        }
        String pValue = "p-value " + Wording.BRITISH.probability(finding.pValue());
        if (finding.statistic().isEmpty()) {
            return pValue + " by the design's own test";
        }
        String statistic = number(finding.statistic().getAsDouble());
        return finding.degreesOfFreedom().isPresent()
                ? "t = " + statistic + " with "
                        + number(finding.degreesOfFreedom().getAsDouble())
                        + (finding.degreesOfFreedom().getAsDouble() == 1 ? " degree" : " degrees") + " of freedom, "
                        + pValue
                : "z = " + statistic + " of the normal distribution, " + pValue;
    }

    /** What it means, for those who decide. */
    public static String inWords(Attribution attribution) {
        if (attribution.finding().cannotTell().isPresent()) {
            return "These data cannot tell the effect: "
                    + attribution.finding().cannotTell().orElseThrow() + ".";
        }
        boolean clear =
                attribution.interval().low() > 0 || attribution.interval().high() < 0;
        if (!clear) {
            return "These data cannot tell the effect from none. That is not proof that there is none.";
        }
        return attribution.failed().isEmpty()
                ? "An effect in that direction is clear in these data, as far as what it rests on holds."
                : "An effect in that direction is clear in these data, but checks failed that it rests on, so it may owe to"
                        + " something else.";
    }

    /** The design, and how many rows, units and periods it rests on. */
    public static String basis(Attribution attribution) {
        StudySize size = attribution.size();
        StringBuilder text = new StringBuilder(String.format(
                Locale.UK,
                "%s (%s); %,d %s of %,d %s",
                attribution.basis().study().design().title(),
                attribution.estimator(),
                attribution.observations(),
                attribution.observations() == 1 ? "observation" : "observations",
                attribution.units(),
                attribution.units() == 1 ? "unit" : "units"));
        if (size.treated().isPresent() && size.compared().isPresent()) {
            text.append(String.format(
                    Locale.UK,
                    ", %,d treated and %,d compared",
                    size.treated().getAsLong(),
                    size.compared().getAsLong()));
        }
        if (size.periods().isPresent()) {
            text.append(String.format(
                    Locale.UK,
                    ", in %,d %s from %s to %s",
                    size.periods().getAsInt(),
                    size.periods().getAsInt() == 1 ? "period" : "periods",
                    size.first(),
                    size.last()));
        }
        return text + "; level " + attribution.marylandLevel() + " of 5 on the Maryland scale";
    }

    /** The statistic of a check with its distribution, its p-value and from where on it is not passed; empty where it has none. */
    public static String figures(Diagnostic diagnostic) {
        return CheckStatistic.of(diagnostic)
                .map(named -> figures(diagnostic, named))
                .orElse("");
    }

    private static String figures(Diagnostic diagnostic, CheckStatistic named) {
        List<String> parts = new ArrayList<>();
        String degrees =
                diagnostic.degreesOfFreedom().stream().map(FindingText::number).collect(Collectors.joining(" and "));
        parts.add(named.name()
                + (diagnostic.statistic().isPresent()
                        ? " " + number(diagnostic.statistic().getAsDouble())
                        : "")
                + (degrees.isEmpty()
                        ? ""
                        : " on " + degrees + (degrees.equals("1") ? " degree" : " degrees") + " of freedom"));
        diagnostic.pValue().ifPresent(value -> parts.add("p-value " + Wording.BRITISH.probability(value)));
        if (!named.threshold().isEmpty() && diagnostic.outcome() != Diagnostic.Outcome.INFO) {
            parts.add("passed unless " + named.threshold());
        }
        return String.join(", ", parts);
    }

    private static String number(double value) {
        return Wording.BRITISH.significant(value);
    }
}
