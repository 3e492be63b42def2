package org.worthwhile.attribution;

/** An estimated term with its confidence interval at the study's level. */
public record Coefficient(String term, double estimate, double standardError, double low, double high, double pValue) {}
