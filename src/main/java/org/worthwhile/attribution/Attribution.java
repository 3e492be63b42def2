package org.worthwhile.attribution;

import java.util.List;

/**
 * The answer to a study.
 *
 * @param estimator the name of the option that chose it
 * @param estimand what is estimated, in words
 * @param finding the effect of treatment, or the design's headline aggregate
 * @param observations rows used
 * @param units different units among them
 * @param conventions how variance, degrees of freedom and intervals were computed, a sentence each
 * @param assumptions what identification rests on, a sentence each
 * @param marylandLevel on the Maryland scientific methods scale, 1 to 5
 */
public record Attribution(
        StudyCase basis,
        String estimator,
        String estimand,
        Finding finding,
        long observations,
        long units,
        List<Dropped> dropped,
        List<Coefficient> coefficients,
        Details details,
        List<Diagnostic> diagnostics,
        List<Series> series,
        List<String> conventions,
        List<String> assumptions,
        int marylandLevel) {
    public Attribution {
        dropped = List.copyOf(dropped);
        coefficients = List.copyOf(coefficients);
        diagnostics = List.copyOf(diagnostics);
        series = List.copyOf(series);
        conventions = List.copyOf(conventions);
        assumptions = List.copyOf(assumptions);
    }

    public double estimate() {
        return finding.estimate();
    }

    public double standardError() {
        return finding.standardError();
    }

    public Interval interval() {
        return finding.interval();
    }

    public double pValue() {
        return finding.pValue();
    }
}
