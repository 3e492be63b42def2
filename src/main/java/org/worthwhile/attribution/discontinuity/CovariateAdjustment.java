package org.worthwhile.attribution.discontinuity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.worthwhile.attribution.estimation.QrLeastSquares;

/**
 * Outcome and treatment received without what covariates explain of them near the cutoff, their effects being the same on
 * every side given (Calonico, Cattaneo, Farrell and Titiunik 2019, Review of Economics and Statistics 101).
 */
final class CovariateAdjustment {

    private static final double COLLINEAR = 1e-10;

    private CovariateAdjustment() {}

    /**
     * The sides, all their rows kept, adjusted by effects estimated within the bandwidth; themselves where there are no
     * covariates.
     */
    static List<Side> of(List<Side> sides, int order, Kernel kernel, double bandwidth) {
        if (sides.getFirst().covariates().length == 0) {
            return sides;
        }
        double[] ofOutcome = effects(sides, Side::y, order, kernel, bandwidth);
        double[] ofTreatment =
                sides.getFirst().isFuzzy() ? effects(sides, Side::treatment, order, kernel, bandwidth) : new double[0];
        return sides.stream().map(side -> side.without(ofOutcome, ofTreatment)).toList();
    }

    private static double[] effects(
            List<Side> sides, Function<Side, double[]> variable, int order, Kernel kernel, double bandwidth) {
        int count = sides.getFirst().covariates().length;
        List<double[]> responses = new ArrayList<>();
        List<double[][]> regressors = new ArrayList<>();
        List<double[][]> given = new ArrayList<>();
        for (Side all : sides) {
            Side near = all.within(kernel, bandwidth);
            LocalPolynomial fit = LocalPolynomial.fit(near, order, kernel, bandwidth);
            responses.add(weighted(fit.residuals(near.x(), variable.apply(near)), near, kernel, bandwidth));
            double[][] own = new double[count][];
            Arrays.setAll(own, j -> weighted(fit.residuals(near.x(), near.covariates()[j]), near, kernel, bandwidth));
            regressors.add(own);
            double[][] plain = new double[count][];
            Arrays.setAll(plain, j -> weighted(near.covariates()[j], near, kernel, bandwidth));
            given.add(plain);
        }
        double[] response = joined(responses);
        double[][] columns = joined(regressors, count);
        // What a polynomial leaves of a covariate that does not vary is rounding, which is judged by what it was.
        double[] lengths = QrLeastSquares.lengths(joined(given, count));
        QrLeastSquares fit = QrLeastSquares.fit(columns, response, lengths, COLLINEAR);
        double[] effects = new double[count];
        for (int i = 0; i < fit.kept().length; i++) {
            effects[fit.kept()[i]] = fit.coefficients()[i];
        }
        return effects;
    }

    private static double[] weighted(double[] values, Side side, Kernel kernel, double bandwidth) {
        double[] weighted = new double[values.length];
        Arrays.setAll(weighted, i -> values[i] * Math.sqrt(side.weight(i, kernel, bandwidth)));
        return weighted;
    }

    private static double[][] joined(List<double[][]> parts, int count) {
        double[][] columns = new double[count][];
        Arrays.setAll(columns, j -> joined(parts.stream().map(own -> own[j]).toList()));
        return columns;
    }

    private static double[] joined(List<double[]> parts) {
        return parts.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
