package org.worthwhile.attribution.synthetic;

import java.util.Arrays;
import org.worthwhile.attribution.estimation.Resampling;
import org.worthwhile.attribution.options.SyntheticOptions.Estimator;

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
     * What penalties depend on, taken once from the whole block and kept when it is resampled.
     *
     * @param unitPenalty zeta of the unit weights
     * @param timePenalty zeta of the time weights
     * @param leastDecrease where steps end
     */
    record Settings(Estimator estimator, double unitPenalty, double timePenalty, double leastDecrease) {

        static Settings of(TreatedBlock block, Estimator estimator) {
            double[] changes = new double[block.controls() * (block.before() - 1)];
            for (int i = 0; i < block.controls(); i++) {
                for (int t = 1; t < block.before(); t++) {
                    changes[i * (block.before() - 1) + t - 1] = block.outcomes()[i][t] - block.outcomes()[i][t - 1];
                }
            }
            double noise = changes.length > 1 ? Resampling.deviation(changes) : 0;
            double unit = estimator == Estimator.SYNTHETIC_CONTROL
                    ? ALMOST_NONE
                    : StrictMath.pow((double) block.treated() * block.after(), 0.25);
            return new Settings(estimator, unit * noise, ALMOST_NONE * noise, SMALL * noise);
        }
    }

    static SyntheticEstimate of(TreatedBlock block, Settings settings) {
        return of(block, settings, SimplexWeights.equal(block.controls()), SimplexWeights.equal(block.before()));
    }

    /** Estimates with weights found from where others ended. */
    static SyntheticEstimate of(TreatedBlock block, Settings settings, double[] unitStart, double[] timeStart) {
        double[] unitWeights = settings.estimator == Estimator.DID
                ? SimplexWeights.equal(block.controls())
                : unitWeights(block, settings, unitStart);
        double[] timeWeights = switch (settings.estimator) {
            case DID -> SimplexWeights.equal(block.before());
            case SYNTHETIC_CONTROL -> new double[block.before()];
            case SYNTHETIC_DID -> timeWeights(block, settings, timeStart);
        };
        return with(block, unitWeights, timeWeights);
    }

    /** Estimates with given weights. */
    static SyntheticEstimate with(TreatedBlock block, double[] unitWeights, double[] timeWeights) {
        double effect = 0;
        for (int i = 0; i < block.outcomes().length; i++) {
            double weight = i < block.controls() ? -unitWeights[i] : 1.0 / block.treated();
            effect += weight * gap(block, block.outcomes()[i], timeWeights);
        }
        return new SyntheticEstimate(effect, unitWeights, timeWeights);
    }

    private static double gap(TreatedBlock block, double[] series, double[] timeWeights) {
        double gap = 0;
        for (int t = 0; t < series.length; t++) {
            gap += series[t] * (t < block.before() ? -timeWeights[t] : 1.0 / block.after());
        }
        return gap;
    }

    private static double[] unitWeights(TreatedBlock block, Settings settings, double[] start) {
        double[][] columns = new double[block.controls()][];
        Arrays.setAll(columns, i -> Arrays.copyOf(block.outcomes()[i], block.before()));
        double[] target = new double[block.before()];
        for (int i = block.controls(); i < block.outcomes().length; i++) {
            for (int t = 0; t < target.length; t++) {
                target[t] += block.outcomes()[i][t] / block.treated();
            }
        }
        boolean intercept = settings.estimator == Estimator.SYNTHETIC_DID;
        return new SimplexWeights(columns, target, intercept, settings.unitPenalty, settings.leastDecrease).from(start);
    }

    private static double[] timeWeights(TreatedBlock block, Settings settings, double[] start) {
        double[][] columns = new double[block.before()][block.controls()];
        double[] target = new double[block.controls()];
        for (int i = 0; i < block.controls(); i++) {
            for (int t = 0; t < block.times().length; t++) {
                if (t < block.before()) {
                    columns[t][i] = block.outcomes()[i][t];
                } else {
                    target[i] += block.outcomes()[i][t] / block.after();
                }
            }
        }
        return new SimplexWeights(columns, target, true, settings.timePenalty, settings.leastDecrease).from(start);
    }

    /** The difference of treated and weighted controls at each time. */
    double[] gaps(TreatedBlock block) {
        double[] gaps = new double[block.times().length];
        for (int i = 0; i < block.outcomes().length; i++) {
            double weight = i < block.controls() ? -unitWeights[i] : 1.0 / block.treated();
            for (int t = 0; t < gaps.length; t++) {
                gaps[t] += weight * block.outcomes()[i][t];
            }
        }
        return gaps;
    }
}
