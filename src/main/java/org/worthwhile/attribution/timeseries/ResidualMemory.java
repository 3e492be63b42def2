package org.worthwhile.attribution.timeseries;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.SerialErrors;

/**
 * Whether what a model leaves unexplained says something of what it leaves later. The test of Ljung and Box keeps to its 5% on
 * innovations of an autoregression in 24 to 96 times if no degree of freedom is taken off for its correlation.
 *
 * @param residuals in the order of units and within each of periods
 * @param times of the series that is asked about
 */
record ResidualMemory(double[] residuals, Grouping units, int[] periods, int times) {

    private static final double SIGNIFICANT = 0.05;

    /** In fewer times a random walk passes the test of its memory nearly always. */
    private static final int ENOUGH_TO_TELL = 20;

    /** Standard errors, of about one over the root of the times, of a correlation that is seen in four cases of five. */
    private static final double SEEN_MOSTLY = 2.8;

    /**
     * The check.
     *
     * @param autoregressive whether the residuals are innovations of an autoregression
     */
    Diagnostic diagnostic(boolean autoregressive) {
        int lags = Math.max(1, Math.min(10, times / 5));
        double statistic = ljungBox(lags);
        double pValue = Inference.chiSquaredPValue(statistic, lags);
        boolean unlike = pValue >= SIGNIFICANT;
        return new Diagnostic(
                "autocorrelation",
                "What is left is without memory",
                unlike ? Outcome.PASS : Outcome.WARN,
                OptionalDouble.of(statistic),
                OptionalDouble.of(pValue),
                message(unlike, autoregressive));
    }

    /** A forecast of what may be a random walk is too sure, as the trend before takes up part of its wandering. */
    static Diagnostic randomWalk(SerialErrors.LikelihoodRatio longMemory, int before) {
        boolean near = longMemory.pValue() < SIGNIFICANT;
        boolean few = before < ENOUGH_TO_TELL;
        return new Diagnostic(
                "random-walk",
                "Holds to its level and trend",
                near || few ? Outcome.WARN : Outcome.PASS,
                OptionalDouble.of(longMemory.statistic()),
                OptionalDouble.of(longMemory.pValue()),
                near
                        ? "The series before has a longer memory than a correlation of 0.6 from one time to the next, and may be near"
                                + " a random walk, which holds to no level: how far it would have gone cannot be told from it, and"
                                + " the interval may be too narrow."
                        : few
                                ? before
                                        + " times before cannot tell a series that comes back to its level and trend from a random"
                                        + " walk, which holds to none: after one the interval may be too narrow."
                                : "The series before is as likely with a correlation of 0.6 or less from one time to the next, with"
                                        + " which it comes back to its level and trend, as far as " + before
                                        + " times can tell.");
    }

    private String message(boolean unlike, boolean autoregressive) {
        String seen = String.format(
                Locale.UK,
                " In %d times only a correlation above about %.1f between what is left at different times would show.",
                times,
                Math.min(1, SEEN_MOSTLY / Math.sqrt(times)));
        if (autoregressive) {
            return unlike
                    ? "Beyond the correlation of neighbouring times that the errors allow for, no memory is found in what the"
                            + " model leaves unexplained." + seen
                    : "What the model leaves unexplained has more memory than the correlation of neighbouring times that the"
                            + " errors allow for: the interval may be too narrow, and trend or season may be missing something.";
        }
        return unlike
                ? "No memory is found in what the model leaves unexplained." + seen
                : "What the model leaves unexplained at one time goes on at the next. Newey and West's errors are too small"
                        + " where that is strong or the series is short; errors as an autoregression, the default, are not.";
    }

    /** Ljung and Box (1978, Biometrika 65), over the pairs of rows of a series that are so many periods apart. */
    private double ljungBox(int lags) {
        int n = residuals.length;
        double square = 0;
        for (double residual : residuals) {
            square += residual * residual;
        }
        double[] products = new double[lags + 1];
        for (int i = 0; i < n; i++) {
            for (int j = i - 1; j >= 0 && units.codes()[j] == units.codes()[i]; j--) {
                int lag = periods[i] - periods[j];
                if (lag <= lags) {
                    products[lag] += residuals[i] * residuals[j];
                }
            }
        }
        double sum = 0;
        for (int lag = 1; lag <= lags; lag++) {
            double correlation = square == 0 ? 0 : products[lag] / square;
            sum += correlation * correlation / (n - lag);
        }
        return n * (n + 2.0) * sum;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResidualMemory memory
                && times == memory.times
                && Arrays.equals(residuals, memory.residuals)
                && Arrays.equals(periods, memory.periods)
                && units.equals(memory.units);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(residuals);
    }
}
