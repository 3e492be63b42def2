package org.worthwhile.attribution.instrument;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.ResultFields;

/**
 * What an instrumental-variable study finds beyond the headline.
 *
 * @param firstStage the instruments' coefficients in the regression of treatment on them and the covariates
 * @param firstStageF the conventional partial F of the instruments
 * @param effectiveF the robust one of Montiel Olea and Pflueger (2013)
 * @param reducedForm the instruments' coefficients in the regression of the outcome on them and the covariates
 * @param wuHausman the F that treatment is not confounded, with errors of equal variance
 * @param endogeneity the same with the study's own variance
 * @param overidentification Sargan's statistic, with errors of equal variance; absent with one instrument
 * @param hansenJ the same with the study's own variance; absent with one instrument or too few clusters
 * @param andersonRubin the interval that holds however weak the instruments are
 * @param kappa 1 for two-stage least squares
 */
public record InstrumentDetails(
        List<Coefficient> firstStage,
        double firstStageF,
        double effectiveF,
        List<Coefficient> reducedForm,
        double wuHausman,
        Test endogeneity,
        Optional<Double> overidentification,
        Optional<Test> hansenJ,
        Bounds andersonRubin,
        double kappa)
        implements Details {

    /**
     * The effective F from which the bias of two-stage least squares is at most a tenth of the worst there is, at the 5% level
     * (Montiel Olea and Pflueger 2013, one instrument: 23.1).
     */
    static final double STRONG = 23.1;

    public InstrumentDetails {
        firstStage = List.copyOf(firstStage);
        reducedForm = List.copyOf(reducedForm);
    }

    /** Whether the headline's interval and test are those of Anderson and Rubin. */
    boolean isByAndersonRubin() {
        return effectiveF < STRONG && andersonRubin.pValue().isPresent() && !andersonRubin.isEmpty();
    }

    @Override
    public void describe(ResultFields to) {
        to.list("firstStage", firstStage, Coefficient::describe)
                .number("firstStageF", firstStageF)
                .number("effectiveF", effectiveF)
                .list("reducedForm", reducedForm, Coefficient::describe)
                .number("wuHausman", wuHausman)
                .object("endogeneity", endogeneity::describe)
                .number("overidentification", optional(overidentification))
                .object("hansenJ", hansenJ, Test::describe)
                .object(
                        "andersonRubin",
                        of -> of.number("low", optional(andersonRubin.low()))
                                .number("high", optional(andersonRubin.high()))
                                .flag("known", andersonRubin.known())
                                .number("pValue", optional(andersonRubin.pValue())))
                .number("kappa", kappa);
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
    }

    /**
     * An end is absent where the interval has none.
     *
     * @param known whether the test can be computed at all, for which there must be more clusters than instruments
     * @param pValue of the hypothesis that the effect is 0; absent where the test cannot be computed
     */
    public record Bounds(Optional<Double> low, Optional<Double> high, boolean known, Optional<Double> pValue) {

        /** Whether no effect at all agrees with the instruments, which then disagree with one another. */
        boolean isEmpty() {
            return low.isPresent() && low.equals(high);
        }

        Interval interval(double level) {
            return new Interval(low.orElse(Double.NEGATIVE_INFINITY), high.orElse(Double.POSITIVE_INFINITY), level);
        }
    }

    /** A test with its degrees of freedom, the denominator's absent where it is chi-squared. */
    public record Test(double statistic, int degreesOfFreedom, Optional<Integer> denominator, double pValue) {

        void describe(ResultFields to) {
            to.number("statistic", statistic).number("degreesOfFreedom", degreesOfFreedom);
            denominator.ifPresentOrElse(of -> to.number("denominator", of), () -> to.absent("denominator"));
            to.number("pValue", pValue);
        }

        /** Of the numerator, and of the denominator where there is one. */
        double[] degrees() {
            return denominator.map(of -> new double[] {degreesOfFreedom, of}).orElseGet(() ->
                    new double[] {degreesOfFreedom});
        }
    }
}
