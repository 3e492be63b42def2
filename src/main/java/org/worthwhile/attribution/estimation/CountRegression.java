package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A regression of counts: the logarithm of their mean is a sum of terms and of the logarithm of their exposure. Fitted by
 * iteratively reweighted least squares (McCullagh and Nelder 1989, section 2.5). A negative binomial has variance
 * mean + mean^2 / theta, with theta by maximum likelihood in turn with the mean (Venables and Ripley 2002, section 7.4).
 *
 * @param working the last least-squares step, on rows times the roots of their weights, so that a row's regressors times its
 *     residual are its score and the covariance estimators of least squares are the sandwich estimators of the model
 * @param means that are fitted
 * @param theta infinite for Poisson
 */
public record CountRegression(Regression working, double[] means, double theta) {

    private static final int MOST_STEPS = 200;
    private static final double SAME = 1e-13;
    private static final double SAME_MEANS = 1e-9;

    /** A change of a variance, as a share of Poisson's. */
    private static final double SAME_VARIANCE = 1e-10;

    /** Beyond, the reciprocals take longer than their difference is worth. */
    private static final double MOST_SUMMED = 1e4;

    private static final int FREE_STEPS = 10;
    private static final int MOST_SERIAL_STEPS = 60;

    /** A step by which means grow so many times over, in logarithms, leads nowhere. */
    private static final double FAR = 50;

    /** A negative binomial with a greater theta is a Poisson distribution. */
    private static final double GREATEST_THETA = 1e7;

    /**
     * Fits by Poisson's distribution.
     *
     * @param counts none below 0
     * @param exposure by row, above 0
     * @return empty if the iteration does not end
     */
    public static Optional<CountRegression> poisson(double[] counts, List<Term> terms, double[] exposure) {
        double[] start = Arrays.stream(counts).map(count -> count + 0.1).toArray();
        return iterate(counts, terms, exposure, Double.POSITIVE_INFINITY, start);
    }

    /** The same by a negative binomial distribution; Poisson's where counts do not vary more than that allows. */
    public static Optional<CountRegression> negativeBinomial(double[] counts, List<Term> terms, double[] exposure) {
        Optional<CountRegression> fit = poisson(counts, terms, exposure);
        double theta = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS && fit.isPresent(); step++) {
            double next = theta(counts, fit.get().means);
            if (!(next < GREATEST_THETA)) {
                return poisson(counts, terms, exposure);
            }
            fit = iterate(counts, terms, exposure, next, fit.get().means);
            double largest = Arrays.stream(fit.map(CountRegression::means).orElse(new double[1]))
                    .max()
                    .orElseThrow();
            // What theta is for is the variance: mean + mean^2 / theta.
            if (largest * Math.abs(1 / next - 1 / theta) <= SAME_VARIANCE) {
                return fit;
            }
            theta = next;
        }
        return Optional.empty();
    }

    private static Optional<CountRegression> iterate(
            double[] counts, List<Term> terms, double[] exposure, double theta, double[] start) {
        double[] means = start.clone();
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            Regression working = step(counts, terms, exposure, theta, means);
            double[] next = means(working, terms, exposure);
            double deviance = deviance(counts, next, theta);
            if (!Double.isFinite(deviance)) {
                return Optional.empty();
            }
            means = next;
            if (Math.abs(deviance - before) <= SAME * (Math.abs(deviance) + 0.1)) {
                return Optional.of(new CountRegression(step(counts, terms, exposure, theta, means), means, theta));
            }
            before = deviance;
        }
        return Optional.empty();
    }

    /**
     * Counts whose departures from their means, over the roots of their variances, are an autoregression.
     *
     * @param counts with the means that this gives
     * @param errors of the last working regression, whose variance is that of the family times a dispersion
     */
    public record Serial(CountRegression counts, AutoregressiveErrors errors) {}

    /**
     * The same model by quasi-likelihood with errors that are an autoregression: each working regression is fitted by restricted
     * maximum likelihood (as glmmPQL of the R package MASS does); theta stays. Where that does not end, as with many counts of 0,
     * the first working regression stands, from the means of counts without memory, which are right in long series too.
     *
     * @param units of the rows, which are in the order of units and within each of periods
     */
    public Serial autoregressive(double[] counts, List<Term> terms, double[] exposure, Grouping units, int[] periods) {
        List<Term> kept = terms.stream()
                .filter(term -> working.terms().contains(term.name()))
                .toList();
        Function<double[], AutoregressiveErrors> fit = at -> {
            double[] roots = Arrays.stream(weights(theta, at)).map(Math::sqrt).toArray();
            return AutoregressiveErrors.fit(
                    product(response(counts, exposure, at), roots),
                    kept.stream()
                            .map(term -> new Term(term.name(), product(term.values(), roots)))
                            .toList(),
                    units,
                    periods);
        };
        AutoregressiveErrors first = fit.apply(means);
        AutoregressiveErrors errors = first;
        double[] now = means;
        for (int step = 0; step < MOST_SERIAL_STEPS; step++) {
            double[] next = means(errors.regression(), kept, exposure);
            double change = 0;
            for (int row = 0; row < next.length; row++) {
                change = Math.max(change, Math.abs(StrictMath.log(next[row] / now[row])));
            }
            if (change <= SAME_MEANS) {
                return new Serial(new CountRegression(step(counts, kept, exposure, theta, next), next, theta), errors);
            }
            if (!(change < FAR)) {
                break;
            }
            now = step < FREE_STEPS ? next : middle(now, next);
            errors = fit.apply(now);
        }
        double[] last = means(first.regression(), kept, exposure);
        return new Serial(new CountRegression(step(counts, kept, exposure, theta, last), last, theta), first);
    }

    private static double[] middle(double[] first, double[] second) {
        return IntStream.range(0, first.length)
                .mapToDouble(row -> Math.sqrt(first[row] * second[row]))
                .toArray();
    }

    private static double[] product(double[] values, double[] factors) {
        return IntStream.range(0, values.length)
                .mapToDouble(row -> values[row] * factors[row])
                .toArray();
    }

    private static double[] response(double[] counts, double[] exposure, double[] means) {
        return IntStream.range(0, counts.length)
                .mapToDouble(
                        row -> StrictMath.log(means[row] / exposure[row]) + (counts[row] - means[row]) / means[row])
                .toArray();
    }

    private static double[] weights(double theta, double[] means) {
        return Arrays.stream(means).map(mean -> mean / (1 + mean / theta)).toArray();
    }

    private static Regression step(double[] counts, List<Term> terms, double[] exposure, double theta, double[] means) {
        return Regression.fit(response(counts, exposure, means), terms, List.of(), weights(theta, means));
    }

    private static double[] means(Regression working, List<Term> terms, double[] exposure) {
        double[] logs = new double[exposure.length];
        for (int j = 0; j < working.terms().size(); j++) {
            String name = working.terms().get(j);
            double[] values = terms.stream()
                    .filter(term -> term.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .values();
            for (int row = 0; row < logs.length; row++) {
                logs[row] += working.coefficients()[j] * values[row];
            }
        }
        return IntStream.range(0, logs.length)
                .mapToDouble(row -> exposure[row] * StrictMath.exp(logs[row]))
                .toArray();
    }

    /** Twice the likelihood's shortfall from that of a mean for each row. */
    private static double deviance(double[] counts, double[] means, double theta) {
        double sum = 0;
        for (int row = 0; row < counts.length; row++) {
            double own = counts[row] == 0 ? 0 : counts[row] * StrictMath.log(counts[row] / means[row]);
            sum += Double.isInfinite(theta)
                    ? own - (counts[row] - means[row])
                    : own - (counts[row] + theta) * StrictMath.log1p((counts[row] - means[row]) / (means[row] + theta));
        }
        return 2 * sum;
    }

    /** The likelihood's theta given the means, by Newton's method on its logarithm. */
    private static double theta(double[] counts, double[] means) {
        double spread = 0;
        for (int row = 0; row < counts.length; row++) {
            double apart = counts[row] / means[row] - 1;
            spread += apart * apart;
        }
        double theta = counts.length / spread;
        for (int step = 0; step < MOST_STEPS; step++) {
            double score = 0;
            double information = 0;
            for (int row = 0; row < counts.length; row++) {
                double sum = counts[row] + theta;
                double whole = means[row] + theta;
                // Small differences of large numbers, were digammas taken from one another, do not let theta settle.
                score += above(theta, counts[row])
                        - StrictMath.log1p(means[row] / theta)
                        + (means[row] - counts[row]) / whole;
                information += trigamma(theta) - trigamma(sum) - 1 / theta + 2 / whole - sum / (whole * whole);
            }
            double curvature = information * theta - score;
            double move = curvature > 0 ? score / curvature : Math.signum(score);
            double next = theta * StrictMath.exp(Math.clamp(move, -1, 1));
            if (!(next < GREATEST_THETA) || Math.abs(next - theta) <= 1e-12 * theta) {
                return next;
            }
            theta = next;
        }
        return theta;
    }

    /** How far digamma rises over a count, which is one reciprocal after another where it is whole. */
    private static double above(double theta, double count) {
        if (count != Math.rint(count) || count > MOST_SUMMED) {
            return digamma(theta + count) - digamma(theta);
        }
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += 1 / (theta + k);
        }
        return sum;
    }

    /** By its recurrence up to 20 and Stirling's series from there (Abramowitz and Stegun 6.3.18). */
    private static double digamma(double value) {
        double sum = 0;
        double x = value;
        for (; x < 20; x++) {
            sum -= 1 / x;
        }
        double square = 1 / (x * x);
        return sum
                + StrictMath.log(x)
                - 0.5 / x
                - square * (1.0 / 12 - square * (1.0 / 120 - square * (1.0 / 252 - square / 240)));
    }

    /** Likewise (Abramowitz and Stegun 6.4.12). */
    private static double trigamma(double value) {
        double sum = 0;
        double x = value;
        for (; x < 20; x++) {
            sum += 1 / (x * x);
        }
        double square = 1 / (x * x);
        return sum
                + 1 / x
                + square / 2
                + square / x * (1.0 / 6 - square * (1.0 / 30 - square * (1.0 / 42 - square / 30)));
    }

    /** The sum of squared Pearson residuals over the degrees of freedom: 1 where counts vary as the model has it. */
    public double dispersion() {
        return working.residualSumOfSquares() / working.degreesOfFreedom();
    }
}
