package org.worthwhile.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.worthwhile.synthesis.PublishedStudies.basis;
import static org.worthwhile.synthesis.PublishedStudies.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.RecordedValues;
import org.worthwhile.synthesis.SynthesisOptions.Inference;
import org.worthwhile.synthesis.SynthesisOptions.PredictionDegrees;

/** How combined estimates hang on single studies, as metafor and clubSandwich find it. */
class RobustnessTest {

    private static final RecordedValues METAFOR = RecordedValues.of("synthesis");

    private static SynthesisOptions options(Method method, String... moderators) {
        return new SynthesisOptions(method, Inference.NORMAL, PredictionDegrees.ONE_FEWER, 0.95, List.of(moderators));
    }

    private static Robustness bcg() {
        return PublishedStudies.synthesis("bcg", Measure.RISK_RATIO, options(Method.REML))
                .robustness();
    }

    private static void same(String name, String what, double found) {
        double recorded = METAFOR.of(name, what);
        assertThat(found).as(name + "." + what).isCloseTo(recorded, within(1e-6 * Math.max(Math.abs(recorded), 1e-3)));
    }

    private static void steps(String name, int i, LeaveOneOut found) {
        same(name + i, "estimate", found.effect().estimate());
        same(name + i, "error", found.effect().standardError());
        same(name + i, "tau2", found.tau2());
    }

    @Test
    void theEffectWithoutEachStudyIsThatOfMetafor() {
        List<LeaveOneOut> found = bcg().leaveOneOut();
        assertThat(found).hasSize(13);
        for (int i = 0; i < 13; i++) {
            steps("leave.", i + 1, found.get(i));
            same("leave." + (i + 1), "q", found.get(i).q());
            same("leave." + (i + 1), "i2", 100 * found.get(i).i2());
        }
    }

    @Test
    void theEffectOfMoreAndMoreStudiesIsThatOfMetafor() {
        List<LeaveOneOut> found = bcg().cumulative();
        assertThat(found).hasSize(12);
        for (int i = 0; i < 12; i++) {
            steps("cumulative.", i + 2, found.get(i));
        }
    }

    @Test
    void theInfluenceOfStudiesIsThatOfMetafor() {
        List<Influence> found = bcg().influence();
        for (int i = 0; i < 13; i++) {
            String name = "influence." + (i + 1);
            same(name, "rstudent", found.get(i).residual());
            same(name, "dffits", found.get(i).dffits());
            same(name, "cook", found.get(i).cook());
            same(name, "cov", found.get(i).covarianceRatio());
            same(name, "tau2", found.get(i).tau2());
            same(name, "qe", found.get(i).q());
            same(name, "hat", found.get(i).hat());
        }
        assertThat(found.stream().filter(Influence::isInfluential).count())
                .isEqualTo((long) METAFOR.of("influence", "marked"));
    }

    @Test
    void groupsHaveAVarianceOfTheirOwnAndAreCompared() {
        Subgroups found = bcg().subgroups().orElseThrow();
        assertThat(found.groups())
                .extracting(Subgroups.Group::name)
                .containsExactly("alternate", "random", "systematic");
        for (int i = 0; i < 3; i++) {
            same(
                    "subgroups." + (i + 1),
                    "estimate",
                    found.groups().get(i).effect().estimate());
            same("subgroups." + (i + 1), "error", found.groups().get(i).effect().standardError());
            same("subgroups." + (i + 1), "tau2", found.groups().get(i).tau2().orElseThrow());
        }
        same("subgroups", "q", found.q());
        same("subgroups", "p", found.pValue());
    }

    @ParameterizedTest
    @CsvSource({"bcg, RISK_RATIO", "hackshaw, ODDS_RATIO", "egger, ODDS_RATIO", "raudenbush, ESTIMATE"})
    void smallStudiesAreTestedAndFilledInAsByMetafor(String set, Measure measure) {
        SmallStudies found = PublishedStudies.synthesis(set, measure, options(Method.REML))
                .robustness()
                .smallStudies()
                .orElseThrow();
        same(set + ".egger", "statistic", found.egger().statistic());
        same(set + ".egger", "p", found.egger().pValue());
        same(set + ".egger", "df", found.egger().degreesOfFreedom().orElseThrow());
        line(set + ".pet", found.precision());
        line(set + ".peese", found.variance());
        Map.of("reml", Method.REML, "fe", Method.FIXED_EFFECT, "dl", Method.DERSIMONIAN_LAIRD)
                .forEach((name, method) -> filled(set + ".filled." + name, set, measure, method));
    }

    private static void line(String name, PooledEffect found) {
        same(name, "estimate", found.estimate());
        same(name, "error", found.standardError());
        same(name, "p", found.pValue());
    }

    private static void filled(String name, String set, Measure measure, Method method) {
        TrimAndFill found = PublishedStudies.synthesis(set, measure, options(method))
                .robustness()
                .smallStudies()
                .flatMap(SmallStudies::filled)
                .orElseThrow();
        same(name, "k0", found.missing());
        assertThat(found.isLeft()).isEqualTo(METAFOR.of(name, "left") == 1);
        same(name, "estimate", found.effect().estimate());
        same(name, "error", found.effect().standardError());
        same(name, "tau2", found.tau2());
    }

    @Test
    void errorsOfSeveralEffectsAStudyAreRobustToWhatTheyShare() {
        Synthesis found = Synthesiser.synthesise(basis(question(
                PublishedStudies.clustered("konstantopoulos"),
                Measure.STANDARDISED_MEAN_DIFFERENCE,
                options(Method.REML))));
        robust("konstantopoulos.cr2", found.pooled());
        same("konstantopoulos.cr2", "p", found.pooled().pValue());
        assertThat(found.clusters()).hasValue(11);
        assertThat(found.robustness()).isEqualTo(Robustness.NOT_TOLD);
        assertThat(((Prediction.Known) found.prediction()).degreesOfFreedom()).hasValue(9);
        MetaRegression regression = Synthesiser.synthesise(basis(question(
                        PublishedStudies.clustered("konstantopoulos"),
                        Measure.STANDARDISED_MEAN_DIFFERENCE,
                        options(Method.REML, "second"))))
                .regression()
                .orElseThrow();
        robust("konstantopoulos-year.cr2.0", regression.coefficients().get(0).effect());
        robust("konstantopoulos-year.cr2.1", regression.coefficients().get(1).effect());
    }

    private static void robust(String name, PooledEffect found) {
        same(name, "estimate", found.estimate());
        same(name, "error", found.standardError());
        same(name, "df", found.degreesOfFreedom().orElseThrow());
    }

    @Test
    void estimatesOfOneClusterAloneAreRefused() {
        List<IncludedStudy> studies = List.of(ofOne("A", 1), ofOne("B", 2));
        assertThatThrownBy(() ->
                        Synthesiser.synthesise(basis(question(studies, Measure.ESTIMATE, SynthesisOptions.DEFAULT))))
                .hasMessageContaining("all estimates are of one cluster");
    }

    private static IncludedStudy ofOne(String name, double estimate) {
        return new IncludedStudy(
                name,
                new StudyData.Estimated(estimate, 1),
                OptionalDouble.empty(),
                Optional.empty(),
                Optional.of("one trial"),
                Optional.empty(),
                Map.of());
    }
}
