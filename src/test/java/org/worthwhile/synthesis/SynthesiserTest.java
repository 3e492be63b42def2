package org.worthwhile.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.worthwhile.synthesis.PublishedStudies.basis;
import static org.worthwhile.synthesis.PublishedStudies.estimated;
import static org.worthwhile.synthesis.PublishedStudies.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.synthesis.SynthesisOptions.Inference;
import org.worthwhile.synthesis.SynthesisOptions.PredictionDegrees;

class SynthesiserTest {

    private static final Percentage ROUNDING = Percentage.withPercentage(1e-6);

    private static Synthesis of(Measure measure, SynthesisOptions options, IncludedStudy... studies) {
        return Synthesiser.synthesise(basis(question(List.of(studies), measure, options)));
    }

    private static Synthesis of(IncludedStudy... studies) {
        return of(Measure.ESTIMATE, SynthesisOptions.DEFAULT, studies);
    }

    private static SynthesisOptions by(Method method) {
        return new SynthesisOptions(method, Inference.HARTUNG_KNAPP, PredictionDegrees.ONE_FEWER, 0.95, List.of());
    }

    /** The variance of 0 and 2 is 2, of which 1 is within the studies; the mean's variance is 2 over 2. */
    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"REML", "PAULE_MANDEL", "DERSIMONIAN_LAIRD"})
    void twoStudiesOfOneErrorComeToWhatIsWorkedOutByHand(Method method) {
        Synthesis found = of(Measure.ESTIMATE, by(method), estimated("A", 0, 1), estimated("B", 2, 1));
        assertThat(found.pooled().estimate()).isCloseTo(1, within(1e-12));
        assertThat(found.heterogeneity().q()).isCloseTo(2, within(1e-12));
        assertThat(found.heterogeneity().tau2()).isCloseTo(1, within(1e-9));
        assertThat(found.heterogeneity().i2()).isCloseTo(0.5, within(1e-9));
        assertThat(found.pooled().standardError()).isCloseTo(1, within(1e-9));
        // The 97.5% quantile of Student's t with one degree of freedom.
        assertThat(found.pooled().high()).isCloseTo(1 + 12.7062047, within(1e-6));
        assertThat(found.fixed().standardError()).isCloseTo(Math.sqrt(0.5), within(1e-12));
    }

    @Test
    void ofTwoStudiesTheEffectInANewPlaceIsNotKnown() {
        Synthesis found = of(estimated("A", 0, 1), estimated("B", 2, 1));
        assertThat(found.prediction()).isInstanceOf(Prediction.NotKnown.class);
        assertThat(found.notes())
                .anyMatch(note -> note.startsWith("The effect in a place that was not studied is not known"));
        assertThatThrownBy(() -> EffectDistribution.of(found, EffectDistribution.Place.NEW))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("two studies tell too little");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 1e-6, 3, 1e6, 1e12})
    void theUnitOfTheOutcomeScalesAllFiguresAlike(double unit) {
        List<IncludedStudy> studies = PublishedStudies.studies("raudenbush");
        IncludedStudy[] scaled = studies.stream()
                .map(study -> {
                    StudyData.Estimated given = (StudyData.Estimated) study.data();
                    return estimated(study.name(), unit * given.estimate(), unit * given.standardError());
                })
                .toArray(IncludedStudy[]::new);
        for (Method method : Method.values()) {
            Synthesis one = Synthesiser.synthesise(basis(question(studies, Measure.ESTIMATE, by(method))));
            Synthesis other = of(Measure.ESTIMATE, by(method), scaled);
            assertThat(other.pooled().estimate()).isCloseTo(unit * one.pooled().estimate(), ROUNDING);
            assertThat(other.pooled().standardError())
                    .isCloseTo(unit * one.pooled().standardError(), ROUNDING);
            assertThat(other.heterogeneity().tau2())
                    .isCloseTo(unit * unit * one.heterogeneity().tau2(), ROUNDING);
            assertThat(other.heterogeneity().tau2High())
                    .isCloseTo(unit * unit * one.heterogeneity().tau2High(), ROUNDING);
            assertThat(other.heterogeneity().i2()).isCloseTo(one.heterogeneity().i2(), ROUNDING);
            if (one.prediction() instanceof Prediction.Known known) {
                assertThat(((Prediction.Known) other.prediction()).high()).isCloseTo(unit * known.high(), ROUNDING);
            }
        }
    }

    /** Plain Fisher scoring goes to and fro between 0 and 0.006759 for ever in these made studies. */
    @Test
    void theVarianceBetweenStudiesIsFoundWhereStepsOvershootIt() {
        double[] estimates = {
            0.8046980808862058,
            0.29376679342242806,
            0.6146215657350215,
            0.11196338665583731,
            0.5860019690012793,
            0.6183596752797151,
            -0.022671131989391635,
            0.6036717365207944,
            0.21651384469149051,
            0.6150116496121756
        };
        double[] variances = {
            0.19628078435205723,
            0.22580198302954327,
            0.16898767247528773,
            0.04217662084823318,
            0.18452273930421673,
            0.07927162972258965,
            0.23845564529061467,
            0.05538737794497876,
            0.21214520747133456,
            0.13965906329713754
        };
        EffectModel model = EffectModel.of(IntStream.range(0, estimates.length)
                .mapToObj(i -> new EffectSize("S" + i, estimates[i], variances[i], List.of()))
                .toList());
        double tau2 = ((BetweenVariance.Converged) BetweenVariance.of(model, Method.REML)).tau2();
        assertThat(tau2).isBetween(0.0, 0.006759);
        // The score is 0 at the maximum.
        WeightedFit fit = model.at(tau2);
        assertThat(fit.squaresOfWeighted()).isCloseTo(fit.trace(), within(1e-8 * fit.trace()));
    }

    @Test
    void theOrderOfTheStudiesIsOfNoConsequence() {
        List<IncludedStudy> studies = new ArrayList<>(PublishedStudies.studies("bcg"));
        Synthesis one = Synthesiser.synthesise(basis(question(studies, Measure.RISK_RATIO, by(Method.REML))));
        Collections.shuffle(studies, new Random(1));
        Synthesis other = Synthesiser.synthesise(basis(question(studies, Measure.RISK_RATIO, by(Method.REML))));
        assertThat(other.pooled().estimate()).isCloseTo(one.pooled().estimate(), ROUNDING);
        assertThat(other.heterogeneity().tau2()).isCloseTo(one.heterogeneity().tau2(), ROUNDING);
        assertThat(other.heterogeneity().tau2Low())
                .isCloseTo(one.heterogeneity().tau2Low(), ROUNDING);
    }

    @Test
    void studiesThatAgreeMoreThanByChanceDoNotMakeTheMeanSurerThanTheirErrors() {
        IncludedStudy[] studies = {estimated("A", 1, 1), estimated("B", 1.01, 1), estimated("C", 0.99, 1)};
        Synthesis found = of(studies);
        assertThat(found.heterogeneity().tau2()).isZero();
        assertThat(found.heterogeneity().isCloserThanChance()).isTrue();
        assertThat(found.pooled().standardError()).isCloseTo(Math.sqrt(1.0 / 3), within(1e-12));
        assertThat(found.notes()).anyMatch(note -> note.startsWith("The studies agree more than chance alone"));
        SynthesisOptions unguarded = new SynthesisOptions(
                Method.REML, Inference.HARTUNG_KNAPP_UNGUARDED, PredictionDegrees.ONE_FEWER, 0.95, List.of());
        // Q is 0.0002, over 2 degrees of freedom.
        assertThat(of(Measure.ESTIMATE, unguarded, studies).pooled().standardError())
                .isCloseTo(Math.sqrt(0.0001 / 3), within(1e-9));
    }

    @Test
    void aVarianceBetweenStudiesEstimatedAsNoneIsNotToldAsCertain() {
        Synthesis found = of(estimated("A", 1, 1), estimated("B", 2, 1), estimated("C", 0.5, 1));
        assertThat(found.heterogeneity().tau2()).isZero();
        assertThat(found.heterogeneity().tau2High()).isPositive();
        assertThat(found.notes()).anyMatch(note -> note.startsWith("tau2 is estimated as 0, which is not to say"));
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        assertThatThrownBy(() -> of(
                        Measure.RISK_RATIO,
                        SynthesisOptions.DEFAULT,
                        PublishedStudies.study("A", new StudyData.Counts(12, 10, 1, 20)),
                        PublishedStudies.study("A", new StudyData.Counts(1, 10, 0.5, 20)),
                        estimated("C", 1, 0),
                        PublishedStudies.study("D", new StudyData.WithInterval(OptionalDouble.of(3), 1, 2, 0.95, true)),
                        PublishedStudies.study("E", new StudyData.Correlation(0.5, 30))))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("12 events are more than the 10 that could have one")
                .hasMessageContaining("'A' is there twice, as study 1 and as study 2")
                .hasMessageContaining("0.5 is no number of events")
                .hasMessageContaining("an error of 0 would make the estimate certain")
                .hasMessageContaining("3 is not within its interval from 1 to 2")
                .hasMessageContaining("no log risk ratio can be had of a correlation");
    }

    @Test
    void oneStudyIsNotCombined() {
        assertThatThrownBy(() -> of(estimated("A", 1, 1)))
                .hasMessage("set.json /studies: one study alone has nothing to be combined with; give at least two.");
    }

    @Test
    void moderatorsThatTellNothingAreRefused() {
        List<IncludedStudy> studies = PublishedStudies.studies("bcg").stream()
                .map(study -> new IncludedStudy(
                        study.name(),
                        study.data(),
                        study.order(),
                        study.group(),
                        study.cluster(),
                        study.design(),
                        Map.of(
                                "latitude",
                                study.moderators().getOrDefault("moderator", 0.0),
                                "twice",
                                2 * study.moderators().getOrDefault("moderator", 0.0) + 1,
                                "same",
                                5.0)))
                .toList();
        for (String moderator : List.of("twice", "same")) {
            SynthesisOptions options = new SynthesisOptions(
                    Method.REML, Inference.NORMAL, PredictionDegrees.ONE_FEWER, 0.95, List.of("latitude", moderator));
            assertThatThrownBy(() -> Synthesiser.synthesise(basis(question(studies, Measure.RISK_RATIO, options))))
                    .hasMessageContaining("'" + moderator + "' is the same for all studies, or a combination");
        }
        SynthesisOptions missing =
                new SynthesisOptions(Method.REML, Inference.NORMAL, PredictionDegrees.ONE_FEWER, 0.95, List.of("age"));
        assertThatThrownBy(() -> Synthesiser.synthesise(basis(question(studies, Measure.RISK_RATIO, missing))))
                .hasMessageContaining("'age' is not given for any study");
    }

    /** exp(0) leaves the risk as it is, and a ratio of 2 doubles it. */
    @Test
    void aRatioBecomesAChangeInRisk() {
        MetaAnalysis asked = new MetaAnalysis(
                "set",
                "Set",
                "",
                "",
                "",
                Measure.RISK_RATIO,
                List.of(
                        estimated("A", Math.log(2), 0.1),
                        estimated("B", Math.log(2), 0.1),
                        estimated("C", Math.log(2), 0.1)),
                SynthesisOptions.DEFAULT,
                Optional.empty(),
                Optional.of(new MetaAnalysis.Informs("", "", "", OptionalDouble.of(0.3), OptionalDouble.empty())),
                Optional.empty());
        EffectDistribution found =
                EffectDistribution.of(Synthesiser.synthesise(basis(asked)), EffectDistribution.Place.NEW);
        assertThat(found.draws()).hasSize(999).allMatch(draw -> draw > -0.3 && draw <= 0.7);
        assertThat(found.estimate())
                .as("the mean of what is drawn, as a central value is of any other input")
                .isCloseTo(
                        found.draws().stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElseThrow(),
                        within(1e-12));
        assertThat(found.draws().get(499)).isCloseTo(0.3, within(1e-9));
        // With one degree of freedom the distribution reaches far: no risk is above 1.
        assertThat(found.draws().getLast()).isCloseTo(0.7, within(1e-12));
    }

    /** A risk of 0.6 goes beyond 1 where the ratio is above 1.67, as about half of ratios near 1.67 are. */
    @Test
    void evidenceTellsThatARatioWouldOftenMakeTheRiskMoreThanOne() {
        for (double risk : new double[] {0.6, 0.1}) {
            MetaAnalysis asked = new MetaAnalysis(
                    "set",
                    "Set",
                    "",
                    "",
                    "",
                    Measure.RISK_RATIO,
                    List.of(
                            estimated("A", Math.log(1.67), 0.1),
                            estimated("B", Math.log(1.6), 0.1),
                            estimated("C", Math.log(1.7), 0.1)),
                    SynthesisOptions.DEFAULT,
                    Optional.empty(),
                    Optional.of(new MetaAnalysis.Informs("", "", "", OptionalDouble.of(risk), OptionalDouble.empty())),
                    Optional.empty());
            List<String> failed =
                    Synthesiser.synthesise(basis(asked)).failedAsEvidence(EffectDistribution.Place.AVERAGE);
            assertThat(failed.contains("risk-above-one")).isEqualTo(risk == 0.6);
        }
    }

    @Test
    void aDifferenceInRisksAndANameThatCannotBeAreTold() {
        assertThatThrownBy(() -> of(
                        Measure.RISK_DIFFERENCE,
                        SynthesisOptions.DEFAULT,
                        estimated("A", 4, 1),
                        estimated("B", -0.04, 0.01),
                        estimated(" Total ", 0.1, 0.1)))
                .hasMessageContaining("of 'A', 4 is no difference between two risks, each of which is from 0 to 1")
                .hasMessageContaining("the name says that it adds up or combines the others");
    }

    /** Weights of 1 and 1/4: (1 + 2/4) / 1.25 = 1.2 with the error sqrt(1 / 1.25); without the other, that of a study alone. */
    @Test
    void aFixedEffectHasTheErrorsOfItsStudiesAloneThroughout() {
        Synthesis found = of(
                Measure.ESTIMATE,
                new SynthesisOptions(
                        Method.FIXED_EFFECT, Inference.HARTUNG_KNAPP, PredictionDegrees.ONE_FEWER, 0.95, List.of()),
                estimated("A", 1, 1),
                estimated("B", 2, 2),
                estimated("C", 9, 2));
        LeaveOneOut withoutC = found.robustness().leaveOneOut().get(2);
        assertThat(withoutC.effect().estimate()).isCloseTo(1.2, within(1e-12));
        assertThat(withoutC.effect().standardError()).isCloseTo(Math.sqrt(0.8), within(1e-12));
        assertThat(withoutC.effect().degreesOfFreedom()).isEmpty();
    }

    @Test
    void moderatorsThatHardlyDifferAreTestedTogetherAllTheSame() {
        List<IncludedStudy> studies = PublishedStudies.studies("bcg").stream()
                .map(study -> new IncludedStudy(
                        study.name(),
                        study.data(),
                        study.order(),
                        study.group(),
                        study.cluster(),
                        study.design(),
                        Map.of(
                                "latitude",
                                study.moderators().getOrDefault("moderator", 0.0),
                                "nearly",
                                study.moderators().getOrDefault("moderator", 0.0)
                                        + 1e-6 * study.name().length())))
                .toList();
        SynthesisOptions options = new SynthesisOptions(
                Method.REML, Inference.NORMAL, PredictionDegrees.ONE_FEWER, 0.95, List.of("latitude", "nearly"));
        MetaRegression.ModeratorTest test = Synthesiser.synthesise(
                        basis(question(studies, Measure.RISK_RATIO, options)))
                .regression()
                .orElseThrow()
                .test()
                .orElseThrow();
        assertThat(test.pValue()).isBetween(0.0, 1.0);
    }

    @Test
    void anIntervalGivesTheErrorOfItsEstimate() {
        // 1.96 standard errors each side of the logarithm.
        StudyData published = new StudyData.WithInterval(
                OptionalDouble.of(2),
                2 * Math.exp(-1.959963984540054 * 0.3),
                2 * Math.exp(1.959963984540054 * 0.3),
                0.95,
                true);
        EffectSize found = EffectSizes.of(PublishedStudies.study("A", published), Measure.ODDS_RATIO);
        assertThat(found.estimate()).isCloseTo(Math.log(2), within(1e-12));
        assertThat(found.standardError()).isCloseTo(0.3, within(1e-12));
        assertThat(found.notes()).isEmpty();
        StudyData uneven = new StudyData.WithInterval(OptionalDouble.of(1.1), 1, 3, 0.95, false);
        assertThat(EffectSizes.of(PublishedStudies.study("A", uneven), Measure.ESTIMATE)
                        .notes())
                .singleElement()
                .asString()
                .contains("not in the middle of its interval");
    }

    /** The factor of Hedges for 10 degrees of freedom, as his table has it, against 1 - 3/39 of the approximation. */
    @Test
    void theFactorForSmallSamplesIsExact() {
        assertThat(EffectSizes.correction(10)).isCloseTo(0.9227, within(5e-5));
        // Gamma(1) over the square root of 1 times Gamma(1/2).
        assertThat(EffectSizes.correction(2)).isCloseTo(1 / Math.sqrt(Math.PI), within(1e-12));
    }
}
