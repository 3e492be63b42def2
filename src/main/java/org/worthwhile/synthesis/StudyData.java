package org.worthwhile.synthesis;

import java.util.OptionalDouble;

/** What a study published of its effect. */
public sealed interface StudyData {

    /**
     * Persons or units with an event in each of two arms.
     *
     * @param treatedTotal all of the treated, with an event or without
     * @param comparedTotal all whom they are compared with
     */
    record Counts(double treatedEvents, double treatedTotal, double comparedEvents, double comparedTotal)
            implements StudyData {

        /** Whether a cell of the table of events is empty. */
        public boolean hasEmptyCell() {
            return treatedEvents == 0
                    || comparedEvents == 0
                    || treatedEvents == treatedTotal
                    || comparedEvents == comparedTotal;
        }
    }

    /** Means of an outcome in two arms, with the standard deviations of units within each and the numbers of units. */
    record Means(
            double treatedMean,
            double treatedDeviation,
            double treatedTotal,
            double comparedMean,
            double comparedDeviation,
            double comparedTotal)
            implements StudyData {}

    /** A correlation of two variables over so many units. */
    record Correlation(double correlation, double total) implements StudyData {}

    /** An estimate with its standard error, both on the scale of combination: of ratios the logarithm, of correlations Fisher's z. */
    record Estimated(double estimate, double standardError) implements StudyData {}

    /**
     * An estimate with its interval.
     *
     * @param estimate in the middle of the interval unless it is given
     * @param level of confidence, above 0 and below 1
     * @param isRatio whether the figures are ratios and not their logarithms
     */
    record WithInterval(OptionalDouble estimate, double low, double high, double level, boolean isRatio)
            implements StudyData {}
}
