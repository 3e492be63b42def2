package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Fits of an autoregression, alone and with noise about it, with the weight of each by its restricted likelihood. */
final class WeighedFits {

    private final List<AutoregressiveLikelihood.Fit> fits;
    private final double[] weights;

    private WeighedFits(List<AutoregressiveLikelihood.Fit> fits, double[] beforehand) {
        double most = AutoregressiveLikelihood.likeliest(fits).logLikelihood();
        double[] weighed = new double[beforehand.length];
        Arrays.setAll(weighed, i -> beforehand[i] * StrictMath.exp(fits.get(i).logLikelihood() - most));
        double whole = Arrays.stream(weighed).sum();
        this.fits = fits;
        this.weights = Arrays.stream(weighed).map(weight -> weight / whole).toArray();
    }

    /**
     * Of both kinds.
     *
     * @param autoregressionAlone the weight beforehand, from 0 to 1, of an autoregression without noise
     */
    static WeighedFits of(AutoregressiveLikelihood likelihood, double autoregressionAlone) {
        List<AutoregressiveLikelihood.Fit> alone = likelihood.grid();
        List<AutoregressiveLikelihood.Fit> noisy = likelihood.noisyGrid();
        List<AutoregressiveLikelihood.Fit> fits = new ArrayList<>(alone);
        fits.addAll(noisy);
        return new WeighedFits(
                fits,
                fits.stream()
                        .mapToDouble(fit -> fit.noise() == 0
                                ? autoregressionAlone / alone.size()
                                : (1 - autoregressionAlone) / noisy.size())
                        .toArray());
    }

    /** Those with noise alone, by weights of their own however little all of them have. */
    WeighedFits withNoise() {
        List<AutoregressiveLikelihood.Fit> noisy =
                fits.stream().filter(fit -> fit.noise() > 0).toList();
        double[] alike = new double[noisy.size()];
        Arrays.fill(alike, 1);
        return new WeighedFits(noisy, alike);
    }

    List<AutoregressiveLikelihood.Fit> fits() {
        return fits;
    }

    /** The weights, which sum to 1. */
    double[] weights() {
        return weights.clone();
    }

    /** The mean of coefficients. */
    double[] mean() {
        double[] mean = new double[fits.getFirst().squares().coefficients().length];
        for (int i = 0; i < weights.length; i++) {
            double[] coefficients = fits.get(i).squares().coefficients();
            for (int j = 0; j < mean.length; j++) {
                mean[j] += weights[i] * coefficients[j];
            }
        }
        return mean;
    }

    /** Means of the variance and of the squared distance from estimates. */
    double[][] covariance(double[] estimates) {
        int k = estimates.length;
        double[][] matrix = new double[k][k];
        for (int fit = 0; fit < weights.length; fit++) {
            AutoregressiveLikelihood.Fit of = fits.get(fit);
            double[][] inverse = of.squares().inverseCrossProduct();
            double[] coefficients = of.squares().coefficients();
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    matrix[i][j] += weights[fit]
                            * (of.variance() * inverse[i][j]
                                    + (coefficients[i] - estimates[i]) * (coefficients[j] - estimates[j]));
                }
            }
        }
        return matrix;
    }
}
