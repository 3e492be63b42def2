package org.worthwhile.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.worthwhile.synthesis.PublishedStudies.basis;
import static org.worthwhile.synthesis.PublishedStudies.estimated;
import static org.worthwhile.synthesis.PublishedStudies.question;
import static org.worthwhile.synthesis.PublishedStudies.study;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.worthwhile.synthesis.SynthesisOptions.Inference;
import org.worthwhile.synthesis.SynthesisOptions.PredictionDegrees;

/** Conversions, bounds and notes of combined estimates, each against a value worked out by hand. */
class HandWorkedSynthesisTest {

    private static final Offset<Double> ROUNDING = within(1e-12);

    private static SynthesisOptions options(Method method, String... moderators) {
        return new SynthesisOptions(method, Inference.NORMAL, PredictionDegrees.ONE_FEWER, 0.95, List.of(moderators));
    }

    private static Synthesis of(Measure measure, SynthesisOptions options, List<IncludedStudy> studies) {
        return Synthesiser.synthesise(basis(question(studies, measure, options)));
    }

    private static Synthesis of(List<IncludedStudy> studies) {
        return of(Measure.ESTIMATE, SynthesisOptions.DEFAULT, studies);
    }

    /** Studies of an error of 1 that found 0 and 1 in turn. */
    private static List<IncludedStudy> alternating(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> estimated("S" + i, i % 2, 1))
                .toList();
    }

    private static IncludedStudy with(
            String name, double estimate, double error, Map<String, Double> moderators, Optional<String> cluster) {
        return new IncludedStudy(
                name,
                new StudyData.Estimated(estimate, error),
                OptionalDouble.empty(),
                Optional.empty(),
                cluster,
                Optional.empty(),
                moderators);
    }

    /**
     * With 4 degrees of freedom the factor of Hedges is sqrt(2 / pi), and so is the difference of 2 over a deviation of 2; its variance
     * is 2/3 and d squared over 12. Times pi over the square root of 3 it is a log odds ratio.
     */
    @Test
    void meansBecomeAStandardisedDifferenceAndThatALogOddsRatio() {
        StudyData means = new StudyData.Means(12, 2, 3, 10, 2, 3);
        EffectSize standardised = EffectSizes.of(study("A", means), Measure.STANDARDISED_MEAN_DIFFERENCE);
        double variance = 2.0 / 3 + 1 / (6 * Math.PI);
        assertThat(standardised.estimate()).isCloseTo(Math.sqrt(2 / Math.PI), ROUNDING);
        assertThat(standardised.variance()).isCloseTo(variance, ROUNDING);
        EffectSize odds = EffectSizes.of(study("A", means), Measure.ODDS_RATIO);
        assertThat(odds.estimate()).isCloseTo(Math.sqrt(2 * Math.PI / 3), ROUNDING);
        assertThat(odds.variance()).isCloseTo(variance * Math.PI * Math.PI / 3, ROUNDING);
    }

    /** 2 x 0.6 over 0.8, with the variance 4 over 25 x 0.64; Fisher's z of 0.6 is the logarithm of 2, with the variance 1/23. */
    @Test
    void aCorrelationBecomesAStandardisedDifference() {
        IncludedStudy study = study("A", new StudyData.Correlation(0.6, 26));
        EffectSize difference = EffectSizes.of(study, Measure.STANDARDISED_MEAN_DIFFERENCE);
        assertThat(difference.estimate()).isCloseTo(1.5, ROUNDING);
        assertThat(difference.variance()).isCloseTo(0.25, ROUNDING);
        EffectSize z = EffectSizes.of(study, Measure.CORRELATION);
        assertThat(z.estimate()).isCloseTo(Math.log(2), ROUNDING);
        assertThat(z.variance()).isCloseTo(1.0 / 23, ROUNDING);
    }

    @Test
    void ratiosAndCorrelationsAreToldOnTheScaleThatReadersKnow() {
        for (Measure measure : Measure.values()) {
            boolean isRatio = measure == Measure.RISK_RATIO || measure == Measure.ODDS_RATIO;
            boolean isCorrelation = measure == Measure.CORRELATION;
            assertThat(measure.isRatio()).as("%s", measure).isEqualTo(isRatio);
            assertThat(measure.hasFamiliarScale()).as("%s", measure).isEqualTo(isRatio || isCorrelation);
            assertThat(measure.familiar(Math.log(2)))
                    .as("%s", measure)
                    .isCloseTo(isRatio ? 2 : isCorrelation ? 0.6 : Math.log(2), ROUNDING);
        }
    }

    /** What is just possible is not refused, and what is just not is. */
    @Test
    void figuresAreRefusedFromTheBoundOn() {
        assertThat(StudyRules.faults(study("A", new StudyData.Counts(10, 10, 0, 1)), Measure.RISK_RATIO))
                .isEmpty();
        assertThat(StudyRules.faults(study("A", new StudyData.Counts(11, 10, -1, 0)), Measure.RISK_RATIO))
                .extracting(StudyRules.StudyFault::field)
                .containsExactly("treatedEvents", "comparedTotal", "comparedEvents");
        assertThat(StudyRules.faults(study("A", new StudyData.Means(1, 0.1, 2, 1, 0.1, 2)), Measure.MEAN_DIFFERENCE))
                .isEmpty();
        assertThat(StudyRules.faults(study("A", new StudyData.Means(1, 0, 2, 1, 0.1, 1)), Measure.MEAN_DIFFERENCE))
                .extracting(StudyRules.StudyFault::field)
                .containsExactly("treatedDeviation", "comparedTotal");
        assertThat(StudyRules.faults(study("A", interval(0.5, 1, true)), Measure.RISK_RATIO))
                .isEmpty();
        assertThat(StudyRules.faults(study("A", interval(0, 1, true)), Measure.RISK_RATIO))
                .extracting(StudyRules.StudyFault::field)
                .containsExactly("low");
        assertThat(StudyRules.faults(study("A", interval(0, 1, false)), Measure.ESTIMATE))
                .isEmpty();
        assertThat(StudyRules.faults(study("A", interval(1, 1, false)), Measure.ESTIMATE))
                .extracting(StudyRules.StudyFault::field)
                .containsExactly("low");
        assertThat(StudyRules.faults(estimated("A", 1, 0.1), Measure.RISK_DIFFERENCE))
                .isEmpty();
    }

    private static StudyData interval(double low, double high, boolean isRatio) {
        return new StudyData.WithInterval(OptionalDouble.empty(), low, high, 0.95, isRatio);
    }

    /** The generalised Q of 0 and 2 with variances of 1 is 2 over 1 and tau2. */
    @Test
    void theVarianceBetweenStudiesAtAQIsWorkedOutByHand() {
        EffectModel model =
                EffectModel.of(List.of(new EffectSize("A", 0, 1, List.of()), new EffectSize("B", 2, 1, List.of())));
        assertThat(Heterogeneity.tau2At(model, 0.5)).isCloseTo(3, within(1e-9));
        assertThat(Heterogeneity.tau2At(model, 1e-3)).isCloseTo(1999, within(1e-6));
        assertThat(Heterogeneity.tau2At(model, 2)).isZero();
        assertThat(Heterogeneity.tau2At(model, 3)).isZero();
    }

    /** Weights are 1 over the squared errors. */
    @Test
    void theWeightsOfAFixedEffectAreSharesByPrecision() {
        Synthesis found = of(
                Measure.ESTIMATE,
                options(Method.FIXED_EFFECT),
                List.of(estimated("A", 1, 1), estimated("B", 2, 2), estimated("C", 2, 2)));
        assertThat(found.weights().get(0)).isCloseTo(2.0 / 3, ROUNDING);
        assertThat(found.weights().get(1)).isCloseTo(1.0 / 6, ROUNDING);
        assertThat(found.pooled().estimate()).isCloseTo(4.0 / 3, ROUNDING);
    }

    /** A normal prior of 0 with variance 1 and a study of 2 with error 1 come to 1 with variance 1/2. */
    @Test
    void anOwnStudyIsCombinedAsANormalPriorAndANormalEstimateAre() {
        OwnStudy found =
                OwnStudy.of(new EffectSize("Own", 2, 1, List.of()), NormalDistribution.of(0, 1)::density, 0, 1, 0.95);
        assertThat(found.mean()).isCloseTo(1, within(1e-9));
        assertThat(found.deviation()).isCloseTo(Math.sqrt(0.5), within(1e-9));
        assertThat(found.high()).isCloseTo(1 + 1.959963984540054 * Math.sqrt(0.5), within(1e-6));
        assertThat(found.quantiles().get(499)).isCloseTo(1, within(1e-7));
        List<Double> x = found.curves().getFirst().x();
        assertThat(x.getFirst()).isCloseTo(-4, ROUNDING);
        assertThat(x.getLast()).isCloseTo(6, ROUNDING);
        assertThat(x.get(60)).isCloseTo(1, ROUNDING);
        List<Double> densities =
                found.curves().stream().map(curve -> curve.density().get(60)).toList();
        double standard = Math.exp(-0.5) / Math.sqrt(2 * Math.PI);
        assertThat(densities.get(0)).isCloseTo(standard, ROUNDING);
        assertThat(densities.get(1)).isCloseTo(standard, ROUNDING);
        assertThat(densities.get(2)).isCloseTo(1 / Math.sqrt(Math.PI), within(1e-9));
    }

    @Test
    void aStandardisedDifferenceIsAChangeInTheOutcomeByItsDeviation() {
        for (Optional<Prior> prior : List.of(
                Optional.<Prior>empty(),
                Optional.of(new Prior(Prior.Shape.HALF_NORMAL, 0.5, OptionalDouble.empty(), OptionalDouble.empty())))) {
            SynthesisOptions options = new SynthesisOptions(
                    Method.REML, Inference.NORMAL, PredictionDegrees.ONE_FEWER, 0.95, List.of(), prior, List.of());
            EffectDistribution plain = evidence(options, OptionalDouble.empty());
            EffectDistribution changed = evidence(options, OptionalDouble.of(4));
            assertThat(changed.estimate()).isCloseTo(4 * plain.estimate(), ROUNDING);
            assertThat(changed.standardError()).isCloseTo(4 * plain.standardError(), ROUNDING);
            assertThat(changed.draws()).hasSameSizeAs(plain.draws());
            for (int i = 0; i < plain.draws().size(); i++) {
                assertThat(changed.draws().get(i)).isCloseTo(4 * plain.draws().get(i), ROUNDING);
            }
        }
    }

    private static EffectDistribution evidence(SynthesisOptions options, OptionalDouble deviation) {
        MetaAnalysis asked = new MetaAnalysis(
                "set",
                "Set",
                "",
                "",
                "",
                Measure.STANDARDISED_MEAN_DIFFERENCE,
                List.of(estimated("A", 0.1, 0.1), estimated("B", 0.4, 0.1), estimated("C", 0.3, 0.2)),
                options,
                Optional.empty(),
                Optional.of(new MetaAnalysis.Informs("", "", "", OptionalDouble.empty(), deviation)),
                Optional.empty());
        return EffectDistribution.of(Synthesiser.synthesise(basis(asked)), EffectDistribution.Place.NEW);
    }

    @Test
    void oneModeratorWithClustersIsTestedByTheSquareOfItsTAndSeveralAreNot() {
        List<IncludedStudy> studies = IntStream.range(0, 12)
                .mapToObj(i -> with(
                        "S" + i,
                        i % 3 + 0.1 * i * i,
                        1,
                        Map.of("age", (double) i, "income", i % 5 * 1.0),
                        Optional.of("C" + i / 2)))
                .toList();
        MetaRegression one = of(Measure.ESTIMATE, options(Method.REML, "age"), studies)
                .regression()
                .orElseThrow();
        PooledEffect age = one.coefficients().getLast().effect();
        MetaRegression.ModeratorTest test = one.test().orElseThrow();
        assertThat(test.statistic()).isCloseTo(age.statistic() * age.statistic(), ROUNDING);
        assertThat(test.pValue()).isEqualTo(age.pValue());
        assertThat(of(Measure.ESTIMATE, options(Method.REML, "age", "income"), studies)
                        .regression()
                        .orElseThrow()
                        .test())
                .isEmpty();
    }

    @Test
    void moderatorsNeedTwoStudiesMoreThanThereAreAndAValueForEach() {
        List<IncludedStudy> three = List.of(
                with("A", 1, 1, Map.of("age", 1.0), Optional.empty()),
                with("B", 2, 1, Map.of("age", 2.0), Optional.empty()),
                with("C", 4, 1, Map.of("age", 4.0), Optional.empty()));
        assertThat(of(Measure.ESTIMATE, options(Method.REML, "age"), three).regression())
                .isPresent();
        assertThatThrownBy(() -> of(Measure.ESTIMATE, options(Method.REML, "age"), three.subList(0, 2)))
                .hasMessageContaining("2 studies are too few for 1 moderator; leave moderators out");
        List<IncludedStudy> some = IntStream.range(0, 9)
                .mapToObj(i -> with("S" + i, i, 1, i < 2 ? Map.of("age", 1.0 * i) : Map.of(), Optional.empty()))
                .toList();
        assertThatThrownBy(() -> of(Measure.ESTIMATE, options(Method.REML, "age"), some))
                .hasMessageContaining("'age' is not given for S2, S3, S4, S5, S6 and 2 more");
        assertThatThrownBy(() -> of(Measure.ESTIMATE, options(Method.REML, "age"), some.subList(0, 7)))
                .hasMessageContaining("'age' is not given for S2, S3, S4, S5, S6; ");
    }

    @Test
    void fewStudiesAreToldFromFourDownAndPredictionsFromNineteen() {
        String few = "how far effects differ between places is hardly known";
        String prediction = "a prediction interval covers less often than its level says";
        for (int many : new int[] {3, 4, 5, 19, 20}) {
            Synthesis found = of(alternating(many));
            assertThat(found.notes().stream().anyMatch(note -> note.contains(few)))
                    .as("%d studies", many)
                    .isEqualTo(many < 5);
            assertThat(found.failed().contains("few-studies"))
                    .as("%d studies", many)
                    .isEqualTo(many < 5);
            assertThat(found.notes().stream().anyMatch(note -> note.contains(prediction)))
                    .as("%d studies", many)
                    .isEqualTo(many < 20);
        }
    }

    /** Estimates that rise with their errors are those of small studies; of nine studies that is not held against them. */
    @Test
    void studiesThatFoundMoreTheLessSureTheyAreFailTheCheckOfSmallStudiesFromTenOn() {
        for (int many : new int[] {9, 10}) {
            List<IncludedStudy> studies = IntStream.range(0, many)
                    .mapToObj(i -> estimated("S" + i, 3 * (0.1 + 0.1 * i) + 0.01 * (i % 2), 0.1 + 0.1 * i))
                    .toList();
            Synthesis found = of(studies);
            assertThat(found.failed().contains("small-studies"))
                    .as("%d studies", many)
                    .isEqualTo(many == 10);
            assertThat(found.notes().stream().anyMatch(note -> note.contains("With fewer than 10 studies")))
                    .as("%d studies", many)
                    .isEqualTo(many == 9);
        }
        List<IncludedStudy> even = IntStream.range(0, 10)
                .mapToObj(i -> estimated("S" + i, i / 2 % 2 == 0 ? 1 : -1, 0.1 + 0.1 * (i / 2 + i % 2)))
                .toList();
        assertThat(of(even).failed()).doesNotContain("small-studies");
    }

    /** Where PET leaves an effect the less biased PEESE is gone by. */
    @Test
    void theEffectWithoutSmallStudiesIsByVariancesOnlyWhereOneIsLeft() {
        SmallStudies nothing = smallStudies(0);
        assertThat(nothing.usesVariance()).isFalse();
        assertThat(nothing.conditional()).isEqualTo(nothing.precision());
        SmallStudies effect = smallStudies(5);
        assertThat(effect.usesVariance()).isTrue();
        assertThat(effect.conditional()).isEqualTo(effect.variance());
    }

    private static SmallStudies smallStudies(double effect) {
        return of(IntStream.range(0, 8)
                        .mapToObj(i -> estimated("S" + i, effect + (i % 2 == 0 ? 0.05 : -0.05), 0.1 + 0.05 * i))
                        .toList())
                .robustness()
                .smallStudies()
                .orElseThrow();
    }

    @Test
    void whatMovesTheEffectIsNamedAndCounted() {
        List<IncludedStudy> studies = IntStream.range(0, 10)
                .mapToObj(i -> estimated("S" + i, i == 9 ? 9 : 0.1 * (i % 3), 0.3))
                .toList();
        assertThat(of(studies).notes()).contains("S9 moves the combined effect much.");
        assertThat(of(alternating(10)).notes()).noneMatch(note -> note.contains("the combined effect much"));
    }
}
