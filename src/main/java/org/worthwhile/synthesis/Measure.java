package org.worthwhile.synthesis;

/** The scale on which estimates are combined. */
public enum Measure {
    RISK_RATIO("log risk ratio", true),
    ODDS_RATIO("log odds ratio", true),
    RISK_DIFFERENCE("risk difference", false),
    MEAN_DIFFERENCE("mean difference", false),
    STANDARDISED_MEAN_DIFFERENCE("standardised mean difference", false),
    CORRELATION("Fisher's z of the correlation", false),
    ESTIMATE("estimate", false);

    private final String scale;
    private final boolean isRatio;

    Measure(String scale, boolean isRatio) {
        this.scale = scale;
        this.isRatio = isRatio;
    }

    /** What is combined, in words. */
    public String scale() {
        return scale;
    }

    /** Whether the exponential of what is combined is a ratio. */
    public boolean isRatio() {
        return isRatio;
    }

    /** Whether what is combined can be told on a scale that more readers know: a ratio, or a correlation. */
    public boolean hasFamiliarScale() {
        return isRatio || this == CORRELATION;
    }

    /** A figure of the scale of combination on the scale that readers know: the ratio of a logarithm, the correlation of Fisher's z. */
    public double familiar(double value) {
        return isRatio ? StrictMath.exp(value) : this == CORRELATION ? StrictMath.tanh(value) : value;
    }
}
