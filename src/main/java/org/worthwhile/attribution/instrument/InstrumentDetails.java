package org.worthwhile.attribution.instrument;

import java.util.List;
import java.util.Optional;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Details;

/**
 * What an instrumental-variable study finds beyond the headline.
 *
 * @param firstStage the instruments' coefficients in the regression of treatment on them and the covariates
 * @param firstStageF the conventional partial F of the instruments
 * @param effectiveF the robust one of Montiel Olea and Pflueger (2013)
 * @param reducedForm the instruments' coefficients in the regression of the outcome on them and the covariates
 * @param wuHausman the F that treatment is not confounded
 * @param overidentification Sargan's statistic; absent with one instrument
 * @param andersonRubin the interval that holds however weak the instruments are
 * @param kappa 1 for two-stage least squares
 */
public record InstrumentDetails(
        List<Coefficient> firstStage,
        double firstStageF,
        double effectiveF,
        List<Coefficient> reducedForm,
        double wuHausman,
        Optional<Double> overidentification,
        Bounds andersonRubin,
        double kappa)
        implements Details {
    public InstrumentDetails {
        firstStage = List.copyOf(firstStage);
        reducedForm = List.copyOf(reducedForm);
    }

    /** An end is absent where the interval has none. */
    public record Bounds(Optional<Double> low, Optional<Double> high) {}
}
