package org.worthwhile.attribution.options;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.causes.CausesOptions;
import org.worthwhile.attribution.did.DifferenceOptions;
import org.worthwhile.attribution.discontinuity.DiscontinuityOptions;
import org.worthwhile.attribution.discontinuity.Kernel;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.instrument.InstrumentOptions;
import org.worthwhile.attribution.observational.ObservationalOptions;
import org.worthwhile.attribution.observational.ObservationalOptions.Estimand;
import org.worthwhile.attribution.observational.ObservationalOptions.Estimator;
import org.worthwhile.attribution.observational.ObservationalOptions.Ties;
import org.worthwhile.attribution.panel.PanelOptions;
import org.worthwhile.attribution.synthetic.SyntheticOptions;
import org.worthwhile.attribution.timeseries.SeriesOptions;
import org.worthwhile.attribution.trial.TrialOptions;

class DesignOptionsTest {

    private static final GivenOptions NONE = GivenOptions.NONE;

    @ParameterizedTest
    @EnumSource(Design.class)
    void everyDesignUsesAnOutcomeAtTheLevelOf95PerCent(Design design) {
        DesignOptions options = design.usualOptions();

        assertThat(options.level()).isEqualTo(0.95);
        assertThat(options.variance()).isEmpty();
        assertThat(options.roles()).contains(Role.OUTCOME);
    }

    /** Where something is drawn at random the result is other options with so many draws; where nothing is, the same. */
    @ParameterizedTest
    @EnumSource(Design.class)
    void fewerDrawsChangeNothingElse(Design design) {
        DesignOptions usual = design.usualOptions();
        DesignOptions fewer = usual.withDraws(17);

        assertThat(fewer).hasSameClassAs(usual);
        switch (fewer) {
            case TrialOptions trial -> {
                assertThat(trial.randomisationDraws()).isEqualTo(17);
                assertThat(trial.bootstrapDraws()).isEqualTo(17);
            }
            case DifferenceOptions differences ->
                assertThat(differences.bandDraws()).isEqualTo(17);
            case SyntheticOptions synthetic -> assertThat(synthetic.draws()).isEqualTo(17);
            case SeriesOptions series -> assertThat(series.draws()).isEqualTo(17);
            case DiscontinuityOptions discontinuity ->
                assertThat(discontinuity.randomisationDraws()).isEqualTo(17);
            case PanelOptions panel -> assertThat(panel.bootstrapDraws()).isEqualTo(17);
            case CausesOptions causes -> assertThat(causes.draws()).isEqualTo(17);
            case InstrumentOptions _, ObservationalOptions _ ->
                assertThat(fewer).isEqualTo(usual);
            default -> throw new AssertionError("what draws are of is not said here: " + fewer);
        }
        assertThat(fewer.withDraws(5)).isEqualTo(usual.withDraws(5));
    }

    @Test
    void drawsThatNoStudyNamesAreAsManyAsThePurposeAsksFor() {
        assertThat(TrialOptions.of(NONE).randomisationDraws()).isEqualTo(1_000);
        assertThat(TrialOptions.of(NONE).bootstrapDraws()).isEqualTo(9_999);
        assertThat(PanelOptions.of(NONE).bootstrapDraws()).isEqualTo(9_999);
        assertThat(DiscontinuityOptions.of(NONE).randomisationDraws()).isEqualTo(10_000);
        assertThat(DifferenceOptions.of(NONE).bandDraws()).isEqualTo(1_000);
        assertThat(TrialOptions.of(NONE).lag()).isEmpty();
    }

    @Test
    void aConstantIsWrittenInSmallLettersWithHyphens() {
        assertThat(DesignOptions.name(DifferenceOptions.Control.NOT_YET_TREATED))
                .isEqualTo("not-yet-treated");
        assertThat(InstrumentOptions.Estimator.TWO_STAGE_LEAST_SQUARES.id()).isEqualTo("2sls");
        assertThat(InstrumentOptions.Estimator.LIML.id()).isEqualTo("liml");
    }

    /** Columns that an estimator does not use are refused, so that nobody takes a result to be weighted that is not. */
    @Test
    void aColumnThatTheEstimatorWouldIgnoreIsNoRoleOfIt() {
        assertThat(causes(CausesOptions.Estimator.LMG).roles()).doesNotContain(Role.TIME, Role.TREATMENT);
        assertThat(causes(CausesOptions.Estimator.SHAPLEY).roles())
                .contains(Role.TIME, Role.CAUSES)
                .doesNotContain(Role.TREATMENT);
        assertThat(causes(CausesOptions.Estimator.OAXACA_BLINDER).roles()).contains(Role.TIME, Role.TREATMENT);
        assertThat(DifferenceOptions.of(NONE).roles())
                .contains(Role.TREATMENT_START, Role.WEIGHT)
                .doesNotContain(Role.FIXED_EFFECTS);
        assertThat(twoWay().roles()).contains(Role.FIXED_EFFECTS);
        assertThat(discontinuity(DiscontinuityOptions.Inference.ROBUST).roles()).contains(Role.CLUSTER, Role.WEIGHT);
        assertThat(discontinuity(DiscontinuityOptions.Inference.LOCAL_RANDOMISATION)
                        .roles())
                .contains(Role.RUNNING_VARIABLE)
                .doesNotContain(Role.CLUSTER, Role.WEIGHT);
        assertThat(ObservationalOptions.of(NONE).roles()).contains(Role.TREATMENT, Role.COVARIATES);
        assertThat(panel(PanelOptions.Estimator.FIRST_DIFFERENCES).roles()).contains(Role.WEIGHT);
        assertThat(panel(PanelOptions.Estimator.RANDOM_EFFECTS).roles())
                .contains(Role.UNIT)
                .doesNotContain(Role.WEIGHT);
        assertThat(series(SeriesOptions.Estimator.SEGMENTED, SeriesOptions.Family.GAUSSIAN)
                        .roles())
                .contains(Role.UNIT);
        assertThat(series(SeriesOptions.Estimator.BAYESIAN_STRUCTURAL, SeriesOptions.Family.GAUSSIAN)
                        .roles())
                .contains(Role.TIME)
                .doesNotContain(Role.UNIT);
        assertThat(SyntheticOptions.of(NONE).roles())
                .containsExactlyInAnyOrder(Role.OUTCOME, Role.UNIT, Role.TIME, Role.TREATMENT);
        assertThat(TrialOptions.of(NONE).roles()).contains(Role.STRATA);
        assertThat(InstrumentOptions.of(NONE).roles()).contains(Role.INSTRUMENTS);
    }

    @Test
    void matchingAndEntropyBalancingAreOverTheTreatedWhateverIsAsked() {
        assertThat(comparison(Estimator.MATCHING, Estimand.AVERAGE).over()).isEqualTo(Estimand.TREATED);
        assertThat(comparison(Estimator.ENTROPY_BALANCING, Estimand.AVERAGE).over())
                .isEqualTo(Estimand.TREATED);
        assertThat(comparison(Estimator.IPW, Estimand.OVERLAP).over()).isEqualTo(Estimand.OVERLAP);
    }

    /** With replacement all controls equally near count, without it the first, unless a study says otherwise. */
    @ParameterizedTest
    @CsvSource({
        "true, , true",
        "false, , false",
        "true, FIRST, false",
        "true, AVERAGE, true",
        "false, AVERAGE, true",
        "false, FIRST, false"
    })
    void controlsEquallyNearAreAveragedWithReplacement(boolean replace, Ties ties, boolean averaged) {
        ObservationalOptions options = new ObservationalOptions(
                Estimator.MATCHING,
                Estimand.TREATED,
                1,
                replace,
                ObservationalOptions.Rule.NEAREST,
                Optional.ofNullable(ties),
                ObservationalOptions.Distance.PROPENSITY,
                List.of(),
                OptionalDouble.empty(),
                0,
                0.95);

        assertThat(options.averagesTies()).isEqualTo(averaged);
    }

    @Test
    void aSeriesIsOfCountsUnlessItsFamilyIsGaussian() {
        SeriesOptions.Estimator segmented = SeriesOptions.Estimator.SEGMENTED;
        assertThat(series(segmented, SeriesOptions.Family.GAUSSIAN).ofCounts()).isFalse();
        assertThat(series(segmented, SeriesOptions.Family.POISSON).ofCounts()).isTrue();
        assertThat(series(segmented, SeriesOptions.Family.NEGATIVE_BINOMIAL).ofCounts())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "TRIANGULAR, 0, 0.5", "TRIANGULAR, -1, 0.25", "TRIANGULAR, 2, 0", "TRIANGULAR, 3, 0",
        "UNIFORM, 0, 0.25", "UNIFORM, 2, 0.25", "UNIFORM, -2, 0.25", "UNIFORM, 2.1, 0",
        "EPANECHNIKOV, 0, 0.375", "EPANECHNIKOV, 1, 0.28125", "EPANECHNIKOV, -1, 0.28125", "EPANECHNIKOV, 2.1, 0"
    })
    void aKernelWeighsDistancesInBandwidthsOfTwo(Kernel kernel, double distance, double weight) {
        assertThat(kernel.weight(distance, 2)).isEqualTo(weight);
    }

    /** In the rule of thumb of Calonico, Cattaneo and Titiunik (2014), section S.2.6. */
    @ParameterizedTest
    @CsvSource({"TRIANGULAR, 2.576", "UNIFORM, 1.843", "EPANECHNIKOV, 2.34"})
    void aPilotBandwidthHasTheConstantOfItsKernel(Kernel kernel, double constant) {
        assertThat(kernel.pilotConstant()).isEqualTo(constant);
    }

    private static CausesOptions causes(CausesOptions.Estimator estimator) {
        return new CausesOptions(estimator, Optional.empty(), Optional.empty(), 0.95, 100, 1);
    }

    private static DifferenceOptions twoWay() {
        return new DifferenceOptions(
                DifferenceOptions.Estimator.TWOWAY_FIXED_EFFECTS,
                DifferenceOptions.Control.NEVER_TREATED,
                DifferenceOptions.Aggregate.SIMPLE,
                DifferenceOptions.BasePeriod.VARYING,
                0,
                Optional.empty(),
                Covariance.TwoWay.SMALLEST,
                RegressionOptions.Inference.BY_CLUSTERS,
                0.95,
                OptionalInt.empty(),
                1);
    }

    private static DiscontinuityOptions discontinuity(DiscontinuityOptions.Inference inference) {
        return new DiscontinuityOptions(
                0,
                Kernel.TRIANGULAR,
                1,
                OptionalDouble.empty(),
                Optional.empty(),
                0,
                inference,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                0.95,
                OptionalInt.empty(),
                1);
    }

    private static ObservationalOptions comparison(Estimator estimator, Estimand estimand) {
        return new ObservationalOptions(
                estimator,
                estimand,
                1,
                false,
                ObservationalOptions.Rule.NEAREST,
                Optional.empty(),
                ObservationalOptions.Distance.PROPENSITY,
                List.of(),
                OptionalDouble.empty(),
                0,
                0.95);
    }

    private static PanelOptions panel(PanelOptions.Estimator estimator) {
        return new PanelOptions(
                estimator,
                Optional.empty(),
                Covariance.TwoWay.SMALLEST,
                OptionalInt.empty(),
                RegressionOptions.Inference.BY_CLUSTERS,
                0.95,
                OptionalInt.empty(),
                1);
    }

    private static SeriesOptions series(SeriesOptions.Estimator estimator, SeriesOptions.Family family) {
        return new SeriesOptions(
                estimator,
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                2,
                SeriesOptions.Errors.AUTOREGRESSIVE,
                OptionalInt.empty(),
                family,
                Optional.empty(),
                0.95,
                100,
                1);
    }
}
