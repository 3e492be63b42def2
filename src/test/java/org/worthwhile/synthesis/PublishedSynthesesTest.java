package org.worthwhile.synthesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.RecordedValues;
import org.worthwhile.synthesis.SynthesisOptions.Inference;
import org.worthwhile.synthesis.SynthesisOptions.PredictionDegrees;

/** Published meta-analyses come to what metafor finds. */
class PublishedSynthesesTest {

    private static final RecordedValues METAFOR = RecordedValues.of("synthesis");

    private static SynthesisOptions options(Method method, Inference inference) {
        return new SynthesisOptions(method, inference, PredictionDegrees.OF_THE_TEST, 0.95, List.of());
    }

    private static String name(Method method) {
        return switch (method) {
            case REML -> "reml";
            case PAULE_MANDEL -> "pm";
            case DERSIMONIAN_LAIRD -> "dl";
            case FIXED_EFFECT -> "fixed";
        };
    }

    private static String name(Inference inference) {
        return switch (inference) {
            case HARTUNG_KNAPP -> "adhoc";
            case HARTUNG_KNAPP_UNGUARDED -> "knha";
            case NORMAL -> "z";
        };
    }

    /** To six digits beside the size of the error, where R prints four. */
    private static void same(String name, double found, double recorded) {
        assertThat(found).as(name).isCloseTo(recorded, within(1e-6 * Math.max(Math.abs(recorded), 1e-3)));
    }

    private static void same(String name, PooledEffect found) {
        same(name + ".estimate", found.estimate(), METAFOR.of(name, "estimate"));
        same(name + ".error", found.standardError(), METAFOR.of(name, "error"));
        same(name + ".low", found.low(), METAFOR.of(name, "low"));
        same(name + ".high", found.high(), METAFOR.of(name, "high"));
        same(name + ".p", found.pValue(), METAFOR.of(name, "p"));
    }

    @ParameterizedTest
    @CsvSource({
        "bcg, RISK_RATIO, rr",
        "bcg, ODDS_RATIO, or",
        "bcg, RISK_DIFFERENCE, rd",
        "bcg, STANDARDISED_MEAN_DIFFERENCE, or2dl",
        "hackshaw, ODDS_RATIO, gen",
        "normand, MEAN_DIFFERENCE, md",
        "normand, STANDARDISED_MEAN_DIFFERENCE, smd",
        "raudenbush, STANDARDISED_MEAN_DIFFERENCE, gen",
        "li, ODDS_RATIO, or",
        "egger, ODDS_RATIO, or",
        "linde, RISK_RATIO, rr",
        "molloy, CORRELATION, zcor",
        "hine, RISK_DIFFERENCE, rd",
        "cohen, CORRELATION, zcor",
        "nielweise, RISK_RATIO, rr",
        "nielweise, RISK_DIFFERENCE, rd",
        "baskerville, STANDARDISED_MEAN_DIFFERENCE, gen",
        "konstantopoulos, STANDARDISED_MEAN_DIFFERENCE, gen"
    })
    void everyEstimatorAndIntervalIsThatOfMetafor(String set, Measure measure, String escalc) {
        String name = set + "-" + escalc;
        for (Method method : List.of(Method.REML, Method.PAULE_MANDEL, Method.DERSIMONIAN_LAIRD)) {
            for (Inference inference : Inference.values()) {
                Synthesis found = PublishedStudies.synthesis(set, measure, options(method, inference));
                String fit = String.join(".", name, name(method), name(inference));
                same(fit, found.pooled());
                Prediction.Known prediction = (Prediction.Known) found.prediction();
                same(fit + ".predictionLow", prediction.low(), METAFOR.of(fit, "predictionLow"));
                same(fit + ".predictionHigh", prediction.high(), METAFOR.of(fit, "predictionHigh"));
                same(name + ".fixed", found.fixed());
                heterogeneity(name + "." + name(method), found.heterogeneity());
                same(name + ".q", found.heterogeneity().q(), METAFOR.of(name, "q"));
                same(name + ".qp", found.heterogeneity().pValue(), METAFOR.of(name, "qp"));
                same(name, found.effects());
            }
        }
    }

    private static void heterogeneity(String name, Heterogeneity found) {
        same(name + ".tau2", found.tau2(), METAFOR.of(name, "tau2"));
        same(name + ".tau2Low", found.tau2Low(), METAFOR.of(name, "tau2Low"));
        same(name + ".tau2High", found.tau2High(), METAFOR.of(name, "tau2High"));
        same(name + ".i2", 100 * found.i2(), METAFOR.of(name, "i2"));
        same(name + ".i2Low", 100 * found.i2Low(), METAFOR.of(name, "i2Low"));
        same(name + ".i2High", 100 * found.i2High(), METAFOR.of(name, "i2High"));
        same(name + ".h2", found.h2(), METAFOR.of(name, "h2"));
        same(name + ".h2Low", found.h2Low(), METAFOR.of(name, "h2Low"));
        same(name + ".h2High", found.h2High(), METAFOR.of(name, "h2High"));
    }

    private static void same(String name, List<EffectSize> effects) {
        same(name + ".firstEstimate", effects.getFirst().estimate(), METAFOR.of(name, "firstEstimate"));
        same(name + ".firstVariance", effects.getFirst().variance(), METAFOR.of(name, "firstVariance"));
        same(
                name + ".sumEstimate",
                effects.stream().mapToDouble(EffectSize::estimate).sum(),
                METAFOR.of(name, "sumEstimate"));
        same(
                name + ".sumVariance",
                effects.stream().mapToDouble(EffectSize::variance).sum(),
                METAFOR.of(name, "sumVariance"));
    }

    /** As printed in Viechtbauer (2010), Conducting Meta-Analyses in R with the metafor Package. */
    @Test
    void theTrialsOfTheTuberculosisVaccineComeToThePrintedDigits() {
        Synthesis found = PublishedStudies.synthesis("bcg", Measure.RISK_RATIO, options(Method.REML, Inference.NORMAL));
        assertThat(printed(found.pooled().estimate(), 4)).isEqualTo("-0.7145");
        assertThat(printed(found.pooled().standardError(), 4)).isEqualTo("0.1798");
        assertThat(printed(found.pooled().statistic(), 4)).isEqualTo("-3.9744");
        assertThat(printed(found.pooled().low(), 4)).isEqualTo("-1.0669");
        assertThat(printed(found.pooled().high(), 4)).isEqualTo("-0.3622");
        assertThat(printed(found.heterogeneity().tau2(), 4)).isEqualTo("0.3132");
        assertThat(printed(100 * found.heterogeneity().i2(), 2)).isEqualTo("92.22");
        assertThat(printed(found.heterogeneity().h2(), 2)).isEqualTo("12.86");
        assertThat(printed(found.heterogeneity().q(), 4)).isEqualTo("152.2330");
    }

    private static String printed(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    @ParameterizedTest
    @CsvSource({"bcg, bcg, RISK_RATIO", "raudenbush, raudenbush, STANDARDISED_MEAN_DIFFERENCE"})
    void theEffectByModeratorsIsThatOfMetafor(String set, String name, Measure measure) {
        for (Inference inference : Inference.values()) {
            regression(set, measure, Method.REML, inference, List.of("moderator"), name + "-one." + name(inference));
            if (set.equals("bcg")) {
                List<String> both = List.of("moderator", "second");
                regression(set, measure, Method.REML, inference, both, name + "-two." + name(inference));
            }
        }
    }

    @Test
    void theEffectByModeratorsHasTheEstimatorAskedFor() {
        List<String> one = List.of("moderator");
        regression("bcg", Measure.RISK_RATIO, Method.DERSIMONIAN_LAIRD, Inference.NORMAL, one, "bcg-dl");
        regression("bcg", Measure.RISK_RATIO, Method.PAULE_MANDEL, Inference.NORMAL, one, "bcg-pm");
    }

    private static void regression(
            String set, Measure measure, Method method, Inference inference, List<String> moderators, String name) {
        MetaRegression found = PublishedStudies.synthesis(
                        set,
                        measure,
                        new SynthesisOptions(method, inference, PredictionDegrees.OF_THE_TEST, 0.95, moderators))
                .regression()
                .orElseThrow();
        for (int j = 0; j <= moderators.size(); j++) {
            same(name + "." + j, found.coefficients().get(j).effect());
        }
        same(name + ".tau2", found.residual().tau2(), METAFOR.of(name, "tau2"));
        same(name + ".i2", 100 * found.residual().i2(), METAFOR.of(name, "i2"));
        same(name + ".h2", found.residual().h2(), METAFOR.of(name, "h2"));
        same(name + ".r2", 100 * found.r2().orElseThrow(), METAFOR.of(name, "r2"));
        same(name + ".qe", found.residual().q(), METAFOR.of(name, "qe"));
        same(name + ".qep", found.residual().pValue(), METAFOR.of(name, "qep"));
        same(name + ".qm", found.test().orElseThrow().statistic(), METAFOR.of(name, "qm"));
        same(name + ".qmp", found.test().orElseThrow().pValue(), METAFOR.of(name, "qmp"));
    }
}
