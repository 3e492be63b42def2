package org.worthwhile.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.uncertainty.UncertaintyResult.Estimate;

/**
 * The expected value of partial perfect information by regression (Strong, Oakley and Brennan 2014, Medical Decision Making
 * 34): the options' net values are regressed on the input, and what is fitted is what knowing the input would tell. The
 * regression is a smoothing spline over the mean values of the input's strata, as smooth as predicts each replicate best from
 * the others, for each option by itself. The standard error is the jackknife's over replicates, so that it holds the noise of
 * the fit, together with what a fit that bends more would change beyond the noise of that change, which stands for the bias of the
 * smoothing.
 */
final class PartialInformation {

    private static final int MOST_STRATA = 256;
    private static final int LEAST_STRATA = 4;

    /** So many trials to a stratum, or more. */
    private static final int STRATUM = 64;

    /** The smallest lambda, for values from 0 to 1 and weights that sum to 1, and the steps from there. */
    private static final double SMALLEST = 1e-14;

    private static final double STEP = 5;
    private static final int STEPS = 25;

    /** A fit with a lambda so many steps smaller has about three times the freedom. */
    private static final int RICHER = 3;

    /** The largest lambda that leaves a curve more than a line, 0.008; beyond it all fits are alike. */
    private static final int BENT = 17;

    private final Replicates trials;
    private final double[][] npsv;
    private final int strata;
    private final int independent;

    /**
     * What inputs tell of options.
     *
     * @param trials of which there are draws
     * @param npsv by option and trial
     * @param independent the most trials that can count as independent
     */
    PartialInformation(Replicates trials, double[][] npsv, int independent) {
        this.independent = independent;
        this.trials = trials;
        this.npsv = npsv;
        this.strata = Math.clamp(trials.trials() / STRATUM, LEAST_STRATA, MOST_STRATA);
    }

    /**
     * The value of knowing an input, which is nothing where there is no choice.
     *
     * @param probabilities at which it was drawn, by trial
     * @param values what was drawn
     * @param isOfRows whether these are of the rows of joint draws
     */
    Estimate value(double[] probabilities, double[] values, boolean isOfRows) {
        if (npsv.length == 1) {
            return new Estimate(0, 0);
        }
        Strata byValue = Strata.of(trials, probabilities, values, npsv, strata, isOfRows);
        List<SmoothingSpline> splines = splines(byValue);
        double[][] fitted = byValue.means().clone();
        double[][] richer = byValue.means().clone();
        double[][][] without = byValue.without().clone();
        double[][][] richerWithout = byValue.without().clone();
        for (int option = 0; !splines.isEmpty() && option < npsv.length; option++) {
            int best = isLevel(npsv[option]) ? splines.size() - 1 : best(splines, byValue, option);
            fitted[option] = splines.get(best).fit(byValue.means()[option]);
            SmoothingSpline bending = splines.get(Math.max(0, Math.min(best, BENT) - RICHER));
            richer[option] = bending.fit(byValue.means()[option]);
            without[option] =
                    Arrays.stream(without[option]).map(splines.get(best)::fit).toArray(double[][]::new);
            richerWithout[option] =
                    Arrays.stream(richerWithout[option]).map(bending::fit).toArray(double[][]::new);
        }
        double gain = gain(fitted, byValue.weights());
        double[] jackknife = gains(without, byValue.weights());
        double[] changes = gains(richerWithout, byValue.weights());
        Arrays.setAll(changes, replicate -> changes[replicate] - jackknife[replicate]);
        double fit = Replicates.jackknifeError(jackknife);
        double error;
        if (trials.count() == 1) {
            error = 0;
        } else if (gain == 0) {
            error = errorOfNothing(richer, richerWithout, byValue.weights());
        } else {
            double change = gain(richer, byValue.weights()) - gain;
            double noise = Replicates.jackknifeError(changes);
            error = StrictMath.hypot(fit, Math.sqrt(Math.max(0, change * change - noise * noise)));
        }
        return new Estimate(
                gain, independent < trials.trials() ? Math.max(error, errorOfRows(fitted, byValue.weights())) : error);
    }

    /**
     * The error of a gain of nothing, as where the fits are lines that do not cross. The jackknife, whose steps are
     * small, does not see how near they are to crossing: so the gain is taken at fits that bend more, a standard error away from
     * theirs in the direction of each replicate.
     */
    private double errorOfNothing(double[][] fitted, double[][][] without, double[] weights) {
        double step = Math.sqrt(trials.count() - 1);
        double squares = 0;
        for (int replicate = 0; replicate < trials.count(); replicate++) {
            double[][] away = new double[fitted.length][weights.length];
            for (int option = 0; option < fitted.length; option++) {
                for (int i = 0; i < weights.length; i++) {
                    away[option][i] = fitted[option][i] + step * (fitted[option][i] - without[option][replicate][i]);
                }
            }
            squares += StrictMath.pow(gain(away, weights), 2);
        }
        return Math.sqrt(squares / trials.count());
    }

    /** The gain by what is fitted without each replicate in turn. */
    private double[] gains(double[][][] without, double[] weights) {
        return IntStream.range(0, trials.count())
                .mapToDouble(replicate -> gain(
                        Arrays.stream(without).map(option -> option[replicate]).toArray(double[][]::new), weights))
                .toArray();
    }

    /** None where there are too few values to bend between. */
    private static List<SmoothingSpline> splines(Strata strata) {
        return strata.count() < 3
                ? List.of()
                : IntStream.range(0, STEPS)
                        .mapToObj(step -> new SmoothingSpline(
                                strata.values(), strata.weights(), SMALLEST * StrictMath.pow(STEP, step)))
                        .toList();
    }

    private static boolean isLevel(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }

    /** The position of the spline that predicts best; the straightest where there is nothing to predict. */
    private int best(List<SmoothingSpline> splines, Strata strata, int option) {
        int best = splines.size() - 1;
        double least = Double.POSITIVE_INFINITY;
        for (int place = splines.size() - 1; place >= 0 && trials.count() > 1; place--) {
            double score = crossValidation(splines.get(place), strata, option);
            if (score < least) {
                least = score;
                best = place;
            }
        }
        return best;
    }

    /**
     * How far what is fitted to the other replicates lies from the means of each, summed over its trials. Replicates are drawn
     * independently of one another, however evenly each is spread.
     */
    private double crossValidation(SmoothingSpline spline, Strata strata, int option) {
        double sum = 0;
        for (int replicate = 0; replicate < trials.count(); replicate++) {
            double[] fitted = spline.fit(strata.without()[option][replicate]);
            double[] own = strata.parts()[option][replicate];
            for (int i = 0; i < fitted.length; i++) {
                sum += strata.counts()[replicate][i] * (own[i] - fitted[i]) * (own[i] - fitted[i]);
            }
        }
        return sum;
    }

    /** Of the mean gain over so many independent values of the input, as far as the fit is known. */
    private double errorOfRows(double[][] fitted, double[] weights) {
        double[] means = Arrays.stream(fitted)
                .mapToDouble(option -> IntStream.range(0, weights.length)
                        .mapToDouble(i -> weights[i] * option[i])
                        .sum())
                .toArray();
        int best = IntStream.range(0, means.length)
                .reduce((a, b) -> means[b] > means[a] ? b : a)
                .orElseThrow();
        double mean = 0;
        double squares = 0;
        for (int i = 0; i < weights.length; i++) {
            int stratum = i;
            double gain = Arrays.stream(fitted)
                            .mapToDouble(option -> option[stratum])
                            .max()
                            .orElseThrow()
                    - fitted[best][i];
            mean += weights[i] * gain;
            squares += weights[i] * gain * gain;
        }
        return Math.sqrt(Math.max(0, squares - mean * mean) / independent);
    }

    /** By how much choosing anew in each stratum is better on average than the option that is best on average. */
    private static double gain(double[][] fitted, double[] weights) {
        double knowing = 0;
        double[] means = new double[fitted.length];
        for (int i = 0; i < weights.length; i++) {
            double highest = Double.NEGATIVE_INFINITY;
            for (int option = 0; option < fitted.length; option++) {
                highest = Math.max(highest, fitted[option][i]);
                means[option] += weights[i] * fitted[option][i];
            }
            knowing += weights[i] * highest;
        }
        return Math.max(0, knowing - Arrays.stream(means).max().orElseThrow());
    }
}
