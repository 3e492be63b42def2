package org.worthwhile.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.synthesis.EffectSize;
import org.worthwhile.synthesis.Heterogeneity;
import org.worthwhile.synthesis.Measure;
import org.worthwhile.synthesis.MetaRegression;
import org.worthwhile.synthesis.PooledEffect;
import org.worthwhile.synthesis.Prediction;
import org.worthwhile.synthesis.Synthesis;

/** Combined estimates in lines of text: the effect on average and in a new place, how far effects differ, and the studies in a table. */
public final class SynthesisText {

    private SynthesisText() {}

    public static List<String> lines(Synthesis synthesis) {
        Measure measure = synthesis.question().measure();
        double level = synthesis.question().options().level();
        List<String> lines = new ArrayList<>();
        lines.add(synthesis.question().title());
        if (!synthesis.question().question().isEmpty()) {
            lines.add("  " + synthesis.question().question());
        }
        PooledEffect pooled = synthesis.pooled();
        lines.add(String.format(
                Locale.UK,
                "  %s over %,d studies, %s:",
                capital(measure.scale()),
                synthesis.effects().size(),
                synthesis.question().options().method().title()));
        lines.add("  On average " + number(pooled.estimate()) + ", standard error " + number(pooled.standardError())
                + ", " + percent(level) + " interval " + interval(pooled.low(), pooled.high())
                + familiar(measure, pooled.estimate(), pooled.low(), pooled.high()));
        lines.add("  " + test(pooled));
        lines.add("  " + prediction(measure, synthesis.prediction(), level));
        lines.add("  " + heterogeneity(synthesis.heterogeneity(), level));
        lines.addAll(SynthesisExtrasText.lines(synthesis));
        synthesis.notes().forEach(note -> lines.add("  Note: " + note));
        table(lines, "The studies", List.of("study", "estimate", "standard error", "weight"), studies(synthesis));
        table(
                lines,
                "By method",
                List.of("method", "tau2", "estimate", "standard error", "low", "high"),
                synthesis.methods().stream()
                        .map(each -> row(each.method().title(), number(each.tau2()), each.effect()))
                        .toList());
        synthesis.regression().ifPresent(regression -> regression(lines, regression));
        lines.addAll(RobustnessText.lines(synthesis.robustness()));
        return lines;
    }

    private static void table(List<String> lines, String title, List<String> headings, List<List<String>> rows) {
        lines.add("");
        lines.add("  " + title);
        TextTable.lines(headings, rows, 1).forEach(line -> lines.add("  " + line));
    }

    private static List<List<String>> studies(Synthesis synthesis) {
        return IntStream.range(0, synthesis.effects().size())
                .mapToObj(i -> {
                    EffectSize effect = synthesis.effects().get(i);
                    return List.of(
                            effect.study(),
                            number(effect.estimate()),
                            number(effect.standardError()),
                            String.format(
                                    Locale.UK,
                                    "%.1f%%",
                                    100 * synthesis.weights().get(i)));
                })
                .toList();
    }

    private static List<String> row(String title, String first, PooledEffect effect) {
        return List.of(
                title,
                first,
                number(effect.estimate()),
                number(effect.standardError()),
                number(effect.low()),
                number(effect.high()));
    }

    private static void regression(List<String> lines, MetaRegression regression) {
        table(
                lines,
                "The effect by moderators",
                List.of("term", "p-value", "estimate", "standard error", "low", "high"),
                regression.coefficients().stream()
                        .map(each -> row(
                                each.term(),
                                Wording.BRITISH.probability(each.effect().pValue()),
                                each.effect()))
                        .toList());
        regression.test().ifPresent(test -> lines.add("  All moderators together: " + test(test)));
        lines.add("  tau2 left " + number(regression.residual().tau2())
                + "; of tau2 without moderators they account for " + share(regression.r2()));
    }

    private static String test(MetaRegression.ModeratorTest test) {
        return (test.denominator().isPresent()
                        ? "F(" + test.numerator() + ", "
                                + number(test.denominator().getAsDouble()) + ") "
                        : "chi-squared(" + test.numerator() + ") ")
                + number(test.statistic()) + ", p-value " + Wording.BRITISH.probability(test.pValue());
    }

    private static String share(OptionalDouble share) {
        if (share.isPresent()) {
            return share.getAsDouble() > 0 ? percent(share.getAsDouble()) : "nothing, as tau2 is no smaller with them";
        }
        return "a share that is not known, as tau2 is 0 without them";
    }

    private static String test(PooledEffect pooled) {
        String degrees = pooled.degreesOfFreedom().isPresent()
                ? "t(" + number(pooled.degreesOfFreedom().getAsDouble()) + ")"
                : "z";
        return degrees + " " + number(pooled.statistic()) + ", p-value " + Wording.BRITISH.probability(pooled.pValue());
    }

    private static String prediction(Measure measure, Prediction prediction, double level) {
        return switch (prediction) {
            case Prediction.Known known ->
                "In a place that was not studied " + number(known.mean()) + ", " + percent(level)
                        + " prediction interval "
                        + interval(known.low(), known.high())
                        + familiar(measure, known.mean(), known.low(), known.high())
                        + (known.low() < 0 && known.high() > 0 ? ": it may be of either sign" : "");
            case Prediction.NotKnown(String reason) -> "In a place that was not studied: not known, as " + reason;
        };
    }

    private static String heterogeneity(Heterogeneity found, double level) {
        return "Between studies: tau2 " + number(found.tau2()) + " (" + percent(level) + " interval "
                + interval(found.tau2Low(), found.tau2High()) + "), I2 " + percent(found.i2()) + " ("
                + percent(found.i2Low()) + " to " + percent(found.i2High()) + "), H2 " + number(found.h2()) + "; Q("
                + found.degreesOfFreedom() + ") " + number(found.q()) + ", p-value "
                + Wording.BRITISH.probability(found.pValue());
    }

    private static String familiar(Measure measure, double estimate, double low, double high) {
        return measure.hasFamiliarScale()
                ? " (as a " + (measure.isRatio() ? "ratio " : "correlation ") + number(measure.familiar(estimate))
                        + ", " + interval(measure.familiar(low), measure.familiar(high)) + ")"
                : "";
    }

    private static String interval(double low, double high) {
        return number(low) + " to " + number(high);
    }

    private static String number(double value) {
        return Rounded.plain(value);
    }

    private static String percent(double share) {
        return Rounded.plain(100 * share) + "%";
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
