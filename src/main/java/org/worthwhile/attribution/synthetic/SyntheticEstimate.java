package org.worthwhile.attribution.synthetic;

import java.util.Arrays;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.synthetic.SyntheticOptions.Estimator;

/**
 * The effect on treated units against weighted controls, and against weighted times before.
 *
 * @param unitWeights of the controls
 * @param timeWeights of the times before treatment; all 0 where these are not differenced out
 */
record SyntheticEstimate(double effect, double[] unitWeights, double[] timeWeights) {

    private static final double ALMOST_NONE = 1e-6;
    private static final double SMALL = 1e-5;

    /**
     * What penalties depend on, taken once from the whole panel and kept when it is resampled.
     *
     * @param unitPenalty zeta of the unit weights
     * @param timePenalty zeta of the time weights
     * @param leastDecrease where steps end
     */
    record Settings(Estimator estimator, double unitPenalty, double timePenalty, double leastDecrease) {

        static Settings of(PanelMatrix matrix, Estimator estimator) {
            double[] changes = new double[matrix.controls() * (matrix.before() - 1)];
            for (int i = 0; i < matrix.controls(); i++) {
                for (int t = 1; t < matrix.before(); t++) {
                    changes[i * (matrix.before() - 1) + t - 1] = matrix.outcomes()[i][t] - matrix.outcomes()[i][t - 1];
                }
            }
            double noise = changes.length > 1 ? Resampling.deviation(changes) : 0;
            double unit = estimator == Estimator.SYNTHETIC_CONTROL
                    ? ALMOST_NONE
                    : StrictMath.pow((double) matrix.treated() * matrix.after(), 0.25);
            return new Settings(estimator, unit * noise, ALMOST_NONE * noise, SMALL * noise);
        }
    }

    static SyntheticEstimate of(PanelMatrix matrix, Settings settings) {
        return of(matrix, settings, SimplexWeights.equal(matrix.controls()), SimplexWeights.equal(matrix.before()));
    }

    /** Estimates with weights found from where others ended. */
    static SyntheticEstimate of(PanelMatrix matrix, Settings settings, double[] unitStart, double[] timeStart) {
        double[] unitWeights = settings.estimator == Estimator.DID
                ? SimplexWeights.equal(matrix.controls())
                : unitWeights(matrix, settings, unitStart);
        double[] timeWeights = switch (settings.estimator) {
            case DID -> SimplexWeights.equal(matrix.before());
            case SYNTHETIC_CONTROL -> new double[matrix.before()];
            case SYNTHETIC_DID -> timeWeights(matrix, settings, timeStart);
        };
        return with(matrix, unitWeights, timeWeights);
    }

    /** Estimates with given weights. */
    static SyntheticEstimate with(PanelMatrix matrix, double[] unitWeights, double[] timeWeights) {
        double effect = 0;
        for (int i = 0; i < matrix.outcomes().length; i++) {
            double weight = i < matrix.controls() ? -unitWeights[i] : 1.0 / matrix.treated();
            effect += weight * gap(matrix, matrix.outcomes()[i], timeWeights);
        }
        return new SyntheticEstimate(effect, unitWeights, timeWeights);
    }

    private static double gap(PanelMatrix matrix, double[] series, double[] timeWeights) {
        double gap = 0;
        for (int t = 0; t < series.length; t++) {
            gap += series[t] * (t < matrix.before() ? -timeWeights[t] : 1.0 / matrix.after());
        }
        return gap;
    }

    private static double[] unitWeights(PanelMatrix matrix, Settings settings, double[] start) {
        double[][] columns = new double[matrix.controls()][];
        Arrays.setAll(columns, i -> Arrays.copyOf(matrix.outcomes()[i], matrix.before()));
        double[] target = new double[matrix.before()];
        for (int i = matrix.controls(); i < matrix.outcomes().length; i++) {
            for (int t = 0; t < target.length; t++) {
                target[t] += matrix.outcomes()[i][t] / matrix.treated();
            }
        }
        boolean intercept = settings.estimator == Estimator.SYNTHETIC_DID;
        return new SimplexWeights(columns, target, intercept, settings.unitPenalty, settings.leastDecrease).from(start);
    }

    private static double[] timeWeights(PanelMatrix matrix, Settings settings, double[] start) {
        double[][] columns = new double[matrix.before()][matrix.controls()];
        double[] target = new double[matrix.controls()];
        for (int i = 0; i < matrix.controls(); i++) {
            for (int t = 0; t < matrix.periods().length; t++) {
                if (t < matrix.before()) {
                    columns[t][i] = matrix.outcomes()[i][t];
                } else {
                    target[i] += matrix.outcomes()[i][t] / matrix.after();
                }
            }
        }
        return new SimplexWeights(columns, target, true, settings.timePenalty, settings.leastDecrease).from(start);
    }

    /** The difference of treated and weighted controls at each time. */
    double[] gaps(PanelMatrix matrix) {
        double[] gaps = new double[matrix.periods().length];
        for (int i = 0; i < matrix.outcomes().length; i++) {
            double weight = i < matrix.controls() ? -unitWeights[i] : 1.0 / matrix.treated();
            for (int t = 0; t < gaps.length; t++) {
                gaps[t] += weight * matrix.outcomes()[i][t];
            }
        }
        return gaps;
    }
}
