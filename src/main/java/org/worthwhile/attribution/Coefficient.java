package org.worthwhile.attribution;

/** An estimated term with its confidence interval at the study's level. */
public record Coefficient(String term, double estimate, double standardError, double low, double high, double pValue) {

    /** Tells each field under its name in result files. */
    public void describe(ResultFields to) {
        to.text("term", term).estimate(estimate, standardError, low, high).number("pValue", pValue);
    }
}
