package org.worthwhile.synthesis;

/**
 * A distribution by its probability between points and its density at them; between two points the cumulative probability is the cubic that
 * has both.
 *
 * @param ends the points, rising
 * @param below the probability below each
 * @param density at each
 */
public record CumulativeDensity(double[] ends, double[] below, double[] density) {

    /**
     * From the probabilities of the panels between the ends.
     *
     * @param masses one fewer than ends; need not sum to 1
     * @param density at the ends, in the measure of the masses
     */
    public static CumulativeDensity of(double[] ends, double[] masses, double[] density) {
        double sum = 0;
        for (double mass : masses) {
            sum += mass;
        }
        double[] below = new double[ends.length];
        double[] scaled = new double[ends.length];
        for (int i = 0; i < ends.length; i++) {
            below[i] = i == 0 ? 0 : below[i - 1] + masses[i - 1] / sum;
            scaled[i] = density[i] / sum;
        }
        return new CumulativeDensity(ends, below, scaled);
    }

    /** The value below which it lies with a probability. */
    public double quantile(double probability) {
        int panel = 0;
        while (panel < ends.length - 2 && below[panel + 1] < probability) {
            panel++;
        }
        int at = panel;
        double width = ends[at + 1] - ends[at];
        return ends[at] + width * Mixture.root(share -> cubic(at, share), probability, 0, 1);
    }

    /** Hermite's cubic at a share of a panel. */
    private double cubic(int panel, double share) {
        double width = ends[panel + 1] - ends[panel];
        double rest = 1 - share;
        return below[panel] * rest * rest * (1 + 2 * share)
                + below[panel + 1] * share * share * (3 - 2 * share)
                + width * density[panel] * share * rest * rest
                - width * density[panel + 1] * share * share * rest;
    }
}
