package org.worthwhile.attribution.estimation;

import java.util.Arrays;

/** Covariances of coefficients where errors close in time are alike. */
public final class SerialCovariance {

    private SerialCovariance() {}

    /**
     * Newey and West (1987, Econometrica 55) with Bartlett's weights and the factor n / (n - K), within each unit.
     *
     * @param units of the rows
     * @param periods of the rows, as indices on the study's calendar
     * @param lag the greatest distance in periods at which errors are taken to be alike; rows further apart are not alike
     *     because nothing was observed between them
     */
    public static Covariance neweyWest(Regression regression, Grouping units, int[] periods, int lag) {
        int n = regression.rows();
        Integer[] order = new Integer[n];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, (a, b) -> {
            int unit = Integer.compare(units.codes()[a], units.codes()[b]);
            return unit != 0 ? unit : Integer.compare(periods[a], periods[b]);
        });
        double[][] scores = new double[n][];
        int[] unit = new int[n];
        int[] period = new int[n];
        for (int i = 0; i < n; i++) {
            scores[i] = score(regression, order[i]);
            unit[i] = units.codes()[order[i]];
            period[i] = periods[order[i]];
        }
        double[][] meat = bartlett(scores, unit, period, lag);
        int df = regression.degreesOfFreedom();
        return new Covariance(
                Matrices.times(Matrices.sandwich(regression.bread(), meat), (double) n / df),
                df,
                "Standard errors are robust to errors alike within " + lag
                        + " periods (Newey and West) with the correction n/(n-K); degrees of freedom " + df
                        + ".");
    }

    /**
     * Driscoll and Kraay (1998, Review of Economics and Statistics 80): errors at one time may be alike across units, and
     * near in time; with the factors T / (T - 1) and (n - 1) / (n - K).
     *
     * @param periods of the rows, as indices on the study's calendar
     */
    public static Covariance driscollKraay(Regression regression, int[] periods, int lag) {
        int[] times = Arrays.stream(periods).sorted().distinct().toArray();
        double[][] scores = new double[times.length][regression.terms().size()];
        for (int row = 0; row < periods.length; row++) {
            double[] own = score(regression, row);
            double[] sum = scores[Arrays.binarySearch(times, periods[row])];
            for (int j = 0; j < sum.length; j++) {
                sum[j] += own[j];
            }
        }
        double[][] meat = bartlett(scores, new int[times.length], times, lag);
        int n = regression.rows();
        double correction = times.length / (times.length - 1.0) * (n - 1.0) / (n - regression.parameters());
        return new Covariance(
                Matrices.times(Matrices.sandwich(regression.bread(), meat), correction),
                times.length - 1,
                "Standard errors are robust to errors alike at one time and within " + lag
                        + " periods of it (Driscoll and Kraay), with the corrections T/(T-1) and (n-1)/(n-K); degrees of"
                        + " freedom " + (times.length - 1) + ".");
    }

    private static double[] score(Regression regression, int row) {
        double[] score = new double[regression.terms().size()];
        for (int j = 0; j < score.length; j++) {
            score[j] = regression.regressors()[j][row] * regression.residuals()[row];
        }
        return score;
    }

    /** Rows in the order of units and periods. */
    private static double[][] bartlett(double[][] scores, int[] unit, int[] period, int lag) {
        int k = scores[0].length;
        double[][] meat = new double[k][k];
        for (int i = 0; i < scores.length; i++) {
            for (int other = i; other >= 0 && unit[other] == unit[i] && period[i] - period[other] <= lag; other--) {
                double weight = 1 - (period[i] - period[other]) / (lag + 1.0);
                for (int a = 0; a < k; a++) {
                    for (int b = 0; b < k; b++) {
                        double product = scores[i][a] * scores[other][b];
                        meat[a][b] += weight * product;
                        if (other < i) {
                            meat[b][a] += weight * product;
                        }
                    }
                }
            }
        }
        return meat;
    }
}
