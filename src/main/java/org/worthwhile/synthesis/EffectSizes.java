package org.worthwhile.synthesis;

import java.util.List;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Effect sizes from what studies publish, by the formulas of Borenstein, Hedges, Higgins and Rothstein (2009), Introduction to
 * Meta-Analysis, chapters 4 to 7, as metafor's escalc has them.
 */
final class EffectSizes {

    /** What is added to every cell of a table of events with an empty cell. */
    private static final double ADDED = 0.5;

    /** Of the logistic distribution's standard deviation to that of the normal: Hasselblad and Hedges (1995). */
    private static final double LOGISTIC = Math.sqrt(3) / Math.PI;

    /** Further than this share of half its width from the middle, an estimate cannot be there by rounding. */
    private static final double UNEVEN = 0.1;

    private EffectSizes() {}

    /**
     * The effect size of a study.
     *
     * @throws IllegalArgumentException if the measure cannot be had of what the study published
     */
    static EffectSize of(IncludedStudy study, Measure measure) {
        return switch (study.data()) {
            case StudyData.Counts counts -> ofCounts(study.name(), counts, measure);
            case StudyData.Means means -> ofMeans(study.name(), means, measure);
            case StudyData.Correlation correlation -> ofCorrelation(study.name(), correlation, measure);
            case StudyData.Estimated given ->
                new EffectSize(
                        study.name(), given.estimate(), given.standardError() * given.standardError(), List.of());
            case StudyData.WithInterval given -> ofInterval(study.name(), given);
        };
    }

    /** Whether the measure can be had of what a study published. */
    static boolean canConvert(StudyData data, Measure measure) {
        return switch (data) {
            case StudyData.Counts _ ->
                switch (measure) {
                    case RISK_RATIO, ODDS_RATIO, RISK_DIFFERENCE, STANDARDISED_MEAN_DIFFERENCE -> true;
                    case MEAN_DIFFERENCE, CORRELATION, ESTIMATE -> false;
                };
            case StudyData.Means _ ->
                switch (measure) {
                    case MEAN_DIFFERENCE, STANDARDISED_MEAN_DIFFERENCE, ODDS_RATIO -> true;
                    case RISK_RATIO, RISK_DIFFERENCE, CORRELATION, ESTIMATE -> false;
                };
            case StudyData.Correlation _ ->
                measure == Measure.CORRELATION || measure == Measure.STANDARDISED_MEAN_DIFFERENCE;
            case StudyData.WithInterval given -> !given.isRatio() || measure.isRatio();
            case StudyData.Estimated _ -> true;
        };
    }

    private static EffectSize ofCounts(String name, StudyData.Counts counts, Measure measure) {
        double added = counts.hasEmptyCell() ? ADDED : 0;
        double a = counts.treatedEvents() + added;
        double b = counts.treatedTotal() - counts.treatedEvents() + added;
        double c = counts.comparedEvents() + added;
        double d = counts.comparedTotal() - counts.comparedEvents() + added;
        List<String> notes =
                added == 0 ? List.of() : List.of("1/2 was added to each cell of its table, one of which is empty");
        double logOdds = StrictMath.log(a * d / (b * c));
        double oddsVariance = 1 / a + 1 / b + 1 / c + 1 / d;
        return switch (measure) {
            case RISK_RATIO ->
                new EffectSize(
                        name,
                        StrictMath.log(a / (a + b) / (c / (c + d))),
                        1 / a - 1 / (a + b) + 1 / c - 1 / (c + d),
                        notes);
            case ODDS_RATIO -> new EffectSize(name, logOdds, oddsVariance, notes);
            case RISK_DIFFERENCE ->
                new EffectSize(name, a / (a + b) - c / (c + d), a * b / cubed(a + b) + c * d / cubed(c + d), notes);
            case STANDARDISED_MEAN_DIFFERENCE ->
                new EffectSize(name, LOGISTIC * logOdds, LOGISTIC * LOGISTIC * oddsVariance, notes);
            case MEAN_DIFFERENCE, CORRELATION, ESTIMATE -> throw cannot(name, measure);
        };
    }

    private static double cubed(double value) {
        return value * value * value;
    }

    private static EffectSize ofMeans(String name, StudyData.Means means, Measure measure) {
        double difference = means.treatedMean() - means.comparedMean();
        double treated = means.treatedDeviation() * means.treatedDeviation();
        double compared = means.comparedDeviation() * means.comparedDeviation();
        if (measure == Measure.MEAN_DIFFERENCE) {
            return new EffectSize(
                    name, difference, treated / means.treatedTotal() + compared / means.comparedTotal(), List.of());
        }
        double degrees = means.treatedTotal() + means.comparedTotal() - 2;
        double pooled =
                Math.sqrt(((means.treatedTotal() - 1) * treated + (means.comparedTotal() - 1) * compared) / degrees);
        double standardised = correction(degrees) * difference / pooled;
        double variance = 1 / means.treatedTotal()
                + 1 / means.comparedTotal()
                + standardised * standardised / (2 * (means.treatedTotal() + means.comparedTotal()));
        return switch (measure) {
            case STANDARDISED_MEAN_DIFFERENCE -> new EffectSize(name, standardised, variance, List.of());
            case ODDS_RATIO ->
                new EffectSize(name, standardised / LOGISTIC, variance / (LOGISTIC * LOGISTIC), List.of());
            default -> throw cannot(name, measure);
        };
    }

    /** The exact factor that takes the bias out of a standardised difference: Hedges (1981), equation 6e. */
    static double correction(double degrees) {
        return StrictMath.exp(
                Gamma.logGamma(degrees / 2) - StrictMath.log(degrees / 2) / 2 - Gamma.logGamma((degrees - 1) / 2));
    }

    private static EffectSize ofCorrelation(String name, StudyData.Correlation data, Measure measure) {
        double r = data.correlation();
        double rest = 1 - r * r;
        return switch (measure) {
            case CORRELATION ->
                new EffectSize(
                        name, (StrictMath.log1p(r) - StrictMath.log1p(-r)) / 2, 1 / (data.total() - 3), List.of());
            case STANDARDISED_MEAN_DIFFERENCE ->
                new EffectSize(name, 2 * r / Math.sqrt(rest), 4 / ((data.total() - 1) * rest), List.of());
            default -> throw cannot(name, measure);
        };
    }

    private static EffectSize ofInterval(String name, StudyData.WithInterval given) {
        double low = given.isRatio() ? StrictMath.log(given.low()) : given.low();
        double high = given.isRatio() ? StrictMath.log(given.high()) : given.high();
        double middle = low + (high - low) / 2;
        double estimate = given.estimate().isPresent()
                ? given.isRatio()
                        ? StrictMath.log(given.estimate().getAsDouble())
                        : given.estimate().getAsDouble()
                : middle;
        double error =
                (high - low) / (2 * NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - given.level()) / 2));
        boolean isUneven = Math.abs(estimate - middle) > UNEVEN * (high - low) / 2;
        return new EffectSize(
                name,
                estimate,
                error * error,
                isUneven
                        ? List.of(
                                "its estimate is not in the middle of its interval, whose width alone gives the error")
                        : List.of());
    }

    private static IllegalArgumentException cannot(String name, Measure measure) {
        return new IllegalArgumentException("No " + measure.scale() + " can be had of " + name);
    }
}
