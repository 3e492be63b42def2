package org.worthwhile.trackrecord;

/** On which ratios of outcome to forecast are modelled. */
public enum Scale {
    /** Logarithms: half and double are as far from the forecast. Needs outcomes above 0. */
    LOG_RATIO,

    /** Ratios themselves, which may be 0 or negative. */
    RATIO;

    /** A ratio on the scale. */
    public double of(double ratio) {
        return this == LOG_RATIO ? StrictMath.log(ratio) : ratio;
    }

    /** The ratio of a value on the scale. */
    public double ratio(double value) {
        return this == LOG_RATIO ? StrictMath.exp(value) : value;
    }
}
