package org.worthwhile.attribution.discontinuity;

/** How rows count by their distance from the cutoff, in bandwidths. */
public enum Kernel {
    TRIANGULAR(2.576),
    UNIFORM(1.843),
    EPANECHNIKOV(2.34);

    private final double pilotConstant;

    Kernel(double pilotConstant) {
        this.pilotConstant = pilotConstant;
    }

    /** In the first bandwidth of the selector, C x spread x n^(-1/5). */
    public double pilotConstant() {
        return pilotConstant;
    }

    /** The weight at a distance with a bandwidth; 0 beyond it. */
    public double weight(double distance, double bandwidth) {
        double share = Math.abs(distance / bandwidth);
        if (share > 1) {
            return 0;
        }
        return switch (this) {
            case TRIANGULAR -> (1 - share) / bandwidth;
            case UNIFORM -> 0.5 / bandwidth;
            case EPANECHNIKOV -> 0.75 * (1 - share * share) / bandwidth;
        };
    }
}
