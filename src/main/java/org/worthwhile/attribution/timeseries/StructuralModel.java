package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.SerialErrors;
import org.worthwhile.attribution.estimation.Term;

/**
 * A Bayesian structural series (Brodersen and others 2015, Annals of Applied Statistics 9): outcome = level + regressors x
 * coefficients + a first-order autoregression, alone or with independent noise about it, fitted to the times before the interruption alone and carried on after it from the
 * last of them. They stand for its drifting level and noise: they go from white noise to a random walk and to one beneath noise, and
 * the series decides between them, where a prior that holds the level all but still gives intervals that are far too narrow for a series
 * with memory.
 *
 * <p>Priors: those of {@link SerialErrors} on memory and noise; nothing is known beforehand of level, coefficients and, in logarithms,
 * the variance. Draws are independent.
 *
 * @param paths what the outcome would have been, by draw and time after the interruption
 * @param fitted the mean of level and regressors over draws, by time before it
 */
record StructuralModel(double[][] paths, double[] fitted) {

    /**
     * Draws.
     *
     * @param outcome at every time; only the first {@code before} are looked at
     * @param regressors by regressor and time; with the level, none explains another before the interruption, where there are
     *     fewer of them than times
     * @param periods of the times, rising; errors are the less alike the longer a gap
     */
    static StructuralModel draw(
            double[] outcome, double[][] regressors, int[] periods, int before, int draws, long seed) {
        double[] y = Arrays.copyOf(outcome, before);
        double centre = Arrays.stream(y).average().orElseThrow();
        double scale = deviation(y, centre);
        for (int t = 0; t < before; t++) {
            y[t] = (y[t] - centre) / scale;
        }
        double[][] x = standardised(regressors, before);
        List<Term> terms = new ArrayList<>(List.of(LinearModel.intercept(before)));
        for (int j = 0; j < x.length; j++) {
            terms.add(new Term("regressor " + j, Arrays.copyOf(x[j], before)));
        }
        int after = outcome.length - before;
        double[][] paths = new double[draws][after];
        double[] fitted = new double[before];
        SplittableRandom random = new SplittableRandom(seed);
        int[] fittedPeriods = Arrays.copyOf(periods, before);
        List<SerialErrors.Draw> drawn = SerialErrors.draws(y, terms, fittedPeriods, draws, random);
        double[] left = new double[before];
        for (int draw = 0; draw < draws; draw++) {
            SerialErrors.Draw of = drawn.get(draw);
            for (int t = 0; t < before; t++) {
                double mean = mean(of, x, t);
                fitted[t] += (centre + scale * mean) / draws;
                left[t] = y[t] - mean;
            }
            double memory = of.last(left, fittedPeriods, random);
            double lasting = of.variance() * (1 - of.noise());
            double noise = Math.sqrt(of.variance() * of.noise());
            for (int t = 0; t < after; t++) {
                double alike = of.alike(periods[before + t] - periods[before + t - 1]);
                memory = alike * memory + Math.sqrt(lasting * (1 - alike * alike)) * random.nextGaussian();
                double error = noise == 0 ? memory : memory + noise * random.nextGaussian();
                paths[draw][t] = centre + scale * (mean(of, x, before + t) + error);
            }
        }
        return new StructuralModel(paths, fitted);
    }

    private static double mean(SerialErrors.Draw draw, double[][] x, int t) {
        double sum = draw.coefficients()[0];
        for (int j = 0; j < x.length; j++) {
            sum += x[j][t] * draw.coefficients()[1 + j];
        }
        return sum;
    }

    private static double[][] standardised(double[][] regressors, int before) {
        double[][] standardised = new double[regressors.length][];
        for (int j = 0; j < regressors.length; j++) {
            double centre = Arrays.stream(regressors[j], 0, before).average().orElseThrow();
            double scale = deviation(Arrays.copyOf(regressors[j], before), centre);
            standardised[j] = Arrays.stream(regressors[j])
                    .map(value -> (value - centre) / scale)
                    .toArray();
        }
        return standardised;
    }

    /** About the mean; 1 where there is none. */
    static double deviation(double[] values, double mean) {
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum == 0 ? 1 : Math.sqrt(sum / (values.length - 1));
    }
}
