package org.worthwhile.attribution.trial;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.options.RegressionOptions;

/**
 * What a trial finds: by Student's t, unless the outcome is so rare or so skewed, with arms so unlike in size, that t misses the truth
 * on one side, or randomisation itself comes to another verdict.
 *
 * @param finding by Student's t
 * @param dealt the randomisation test
 * @param outcome and arms by row
 */
record TrialHeadline(
        StudyCase studyCase,
        Finding finding,
        RandomisationTest.Dealt dealt,
        double[] outcome,
        boolean[] treated,
        boolean adjusted) {

    /** The skewness of the difference of means beyond which t is not relied on; t is off by about a sixth of it. */
    private static final double SKEWED = 0.25;

    /**
     * A finding and how it came about.
     *
     * @param convention a sentence
     */
    record Chosen(Finding finding, String convention) {}

    Chosen choose() {
        Study.Roles roles = studyCase.study().roles();
        Chosen student = new Chosen(finding, "Intervals and tests use Student's t.");
        boolean left = studyCase.options(TrialOptions.class).inference() == RegressionOptions.Inference.BY_CLUSTERS
                && studyCase.study().options().variance().isEmpty()
                && roles.weight().isEmpty();
        if (!left) {
            return student;
        }
        boolean skewed = roles.clusters().isEmpty() && Math.abs(skewness()) > SKEWED;
        if (skewed && !adjusted && isOfShares()) {
            return new Chosen(
                    difference()
                            .finding(finding.standardError(), finding.interval().level()),
                    "As the outcome is rare and the arms are unlike in size, the interval and the test are by the score"
                            + " (Miettinen and Nurminen).");
        }
        double share = 1 - finding.interval().level();
        boolean contradicted = finding.pValue() < share != dealt.pValue(0) < share;
        return skewed || contradicted ? randomised(skewed).orElse(student) : student;
    }

    private Optional<Chosen> randomised(boolean skewed) {
        return dealt.interval(
                        finding.estimate(),
                        finding.standardError(),
                        finding.interval().level())
                .filter(interval -> interval.low() < interval.high())
                .map(interval -> new Chosen(
                        randomised(interval),
                        (skewed
                                        ? "As the outcome is skewed and the arms are unlike in size, the"
                                        : "As Student's t and randomisation come to different verdicts, the")
                                + " interval and the test are those of randomisation: the effects, alike for all, that dealing out"
                                + " treatment again does not reject."));
    }

    private Finding randomised(Interval interval) {
        return new Finding(
                finding.estimate(),
                finding.standardError(),
                interval,
                dealt.pValue(0),
                OptionalDouble.empty(),
                List.of());
    }

    private boolean isOfShares() {
        for (double value : outcome) {
            if (value != 0 && value != 1) {
                return false;
            }
        }
        return true;
    }

    private RiskDifference difference() {
        int[] events = new int[2];
        int[] counts = new int[2];
        for (int row = 0; row < outcome.length; row++) {
            int arm = treated[row] ? 1 : 0;
            counts[arm]++;
            events[arm] += (int) outcome[row];
        }
        return new RiskDifference(events[1], counts[1], events[0], counts[0]);
    }

    /** The skewness of the difference of the arms' means, both taken to be skewed as all rows are. */
    private double skewness() {
        double[] means = new double[2];
        int[] counts = new int[2];
        for (int row = 0; row < outcome.length; row++) {
            int arm = treated[row] ? 1 : 0;
            means[arm] += outcome[row];
            counts[arm]++;
        }
        double square = 0;
        double cube = 0;
        for (int row = 0; row < outcome.length; row++) {
            int arm = treated[row] ? 1 : 0;
            double departure = outcome[row] - means[arm] / counts[arm];
            square += departure * departure;
            cube += departure * departure * departure;
        }
        double n = outcome.length;
        double one = 1.0 / counts[1];
        double other = 1.0 / counts[0];
        return square == 0
                ? 0
                : cube
                        / n
                        / StrictMath.pow(square / n, 1.5)
                        * (one * one - other * other)
                        / StrictMath.pow(one + other, 1.5);
    }
}
