package org.worthwhile.trackrecord;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.worthwhile.synthesis.Mixture;

/**
 * What the next project can be expected to come to, as a ratio to its forecast.
 *
 * @param typical the ratio of the kind that is as likely to be exceeded as not, by the mean on the scale of the analysis
 * @param mean the ratio of the kind on average; the middle is the median of what is known of it
 * @param low with {@code high} the prediction interval of the next project's ratio
 * @param p10 the ratio that the next project stays below with a probability of 10%, and so on
 */
public record NextProject(
        Range typical,
        Range mean,
        double low,
        double high,
        double p10,
        double p20,
        double p50,
        double p80,
        double p90) {

    private static final int QUANTILES = 199;

    static NextProject of(PartialPooling fit, int kind, Scale scale, double level) {
        Mixture next = fit.next(kind);
        DoubleUnaryOperator at = probability -> scale.ratio(next.quantile(probability));
        Range typical = range(fit.mean(kind), scale, level);
        return new NextProject(
                typical,
                scale == Scale.LOG_RATIO ? range(fit.logOfMeanRatio(kind), scale, level) : typical,
                at.applyAsDouble((1 - level) / 2),
                at.applyAsDouble((1 + level) / 2),
                at.applyAsDouble(0.1),
                at.applyAsDouble(0.2),
                at.applyAsDouble(0.5),
                at.applyAsDouble(0.8),
                at.applyAsDouble(0.9));
    }

    /** Ratios of the next project, each as likely as the others. */
    static List<Double> draws(PartialPooling fit, int kind, Scale scale) {
        Mixture next = fit.next(kind);
        return IntStream.range(0, QUANTILES)
                .mapToObj(i -> scale.ratio(next.quantile((i + 0.5) / QUANTILES)))
                .toList();
    }

    private static Range range(Mixture mixture, Scale scale, double level) {
        return new Range(
                scale.ratio(mixture.quantile(0.5)),
                scale.ratio(mixture.quantile((1 - level) / 2)),
                scale.ratio(mixture.quantile((1 + level) / 2)));
    }
}
