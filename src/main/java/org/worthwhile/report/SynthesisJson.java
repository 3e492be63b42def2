package org.worthwhile.report;

import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.synthesis.EffectSize;
import org.worthwhile.synthesis.Heterogeneity;
import org.worthwhile.synthesis.Measure;
import org.worthwhile.synthesis.MetaAnalysis;
import org.worthwhile.synthesis.MetaRegression;
import org.worthwhile.synthesis.PooledEffect;
import org.worthwhile.synthesis.Prediction;
import org.worthwhile.synthesis.Synthesis;

/** Combined estimates as JSON; the fields are those of synthesis-result.schema.json. */
public final class SynthesisJson {

    private static final String NORMAL = "the distribution is normal";

    private SynthesisJson() {}

    public static String text(Synthesis synthesis) {
        return JsonText.of(JsonFields.of(to -> describe(synthesis, to)));
    }

    private static void describe(Synthesis synthesis, ResultFields to) {
        MetaAnalysis question = synthesis.question();
        Measure measure = question.measure();
        to.text("format", "worthwhile-synthesis/1")
                .text("metaAnalysis", question.id())
                .text("title", question.title())
                .text("question", question.question())
                .text("outcome", question.outcome())
                .text("unit", question.unit())
                .text("measure", JsonText.nameOf(measure))
                .text("scale", measure.scale())
                .text("method", JsonText.nameOf(question.options().method()))
                .text("inference", JsonText.nameOf(question.options().inference()))
                .number("level", question.options().level())
                .number("studies", synthesis.effects().size())
                .number("clusters", clusters(synthesis));
        if (synthesis.clusters().isEmpty()) {
            to.text("clustersReason", "the studies are independent of one another");
        }
        to.object("pooled", of -> effect(measure, synthesis.pooled(), of))
                .object("fixedEffect", of -> effect(measure, synthesis.fixed(), of));
        prediction(measure, synthesis.prediction(), to);
        to.object("heterogeneity", of -> heterogeneity(synthesis.heterogeneity(), of))
                .list(
                        "effects",
                        IntStream.range(0, synthesis.effects().size()).boxed().toList(),
                        (i, of) -> study(
                                synthesis.effects().get(i), synthesis.weights().get(i), of))
                .list("methods", synthesis.methods(), (each, of) -> {
                    of.text("method", JsonText.nameOf(each.method())).number("tau2", each.tau2());
                    effect(measure, each.effect(), of);
                })
                .object("regression", synthesis.regression(), SynthesisJson::regression);
        if (synthesis.regression().isEmpty()) {
            to.text("regressionReason", "no moderators are named");
        }
        RobustnessJson.describe(measure, synthesis.robustness(), to);
        SynthesisExtrasJson.describe(synthesis, to);
        to.texts("notes", synthesis.notes());
        question.dataset().ifPresent(sha256 -> to.object("dataset", of -> of.text("sha256", sha256)));
        to.text("software", Software.NAME_AND_VERSION);
    }

    private static OptionalDouble clusters(Synthesis synthesis) {
        return synthesis.clusters().stream().asDoubleStream().findFirst();
    }

    static void effect(Measure measure, PooledEffect effect, ResultFields to) {
        to.estimate(effect.estimate(), effect.standardError(), effect.low(), effect.high())
                .number("statistic", effect.statistic())
                .number("degreesOfFreedom", effect.degreesOfFreedom());
        if (effect.degreesOfFreedom().isEmpty()) {
            to.text("degreesOfFreedomReason", NORMAL);
        }
        to.number("pValue", effect.pValue());
        if (measure.hasFamiliarScale()) {
            to.object(
                    measure.isRatio() ? "asRatio" : "asCorrelation",
                    of -> of.number("estimate", measure.familiar(effect.estimate()))
                            .number("low", measure.familiar(effect.low()))
                            .number("high", measure.familiar(effect.high())));
        }
    }

    private static void prediction(Measure measure, Prediction prediction, ResultFields to) {
        switch (prediction) {
            case Prediction.Known known ->
                to.object("prediction", of -> {
                    of.estimate(known.mean(), known.scale(), known.low(), known.high())
                            .number("degreesOfFreedom", known.degreesOfFreedom());
                    if (known.degreesOfFreedom().isEmpty()) {
                        of.text("degreesOfFreedomReason", NORMAL);
                    }
                    if (measure.hasFamiliarScale()) {
                        of.object(
                                measure.isRatio() ? "asRatio" : "asCorrelation",
                                as -> as.number("estimate", measure.familiar(known.mean()))
                                        .number("low", measure.familiar(known.low()))
                                        .number("high", measure.familiar(known.high())));
                    }
                });
            case Prediction.NotKnown(String reason) -> to.absent("prediction").text("predictionReason", reason);
        }
    }

    private static void heterogeneity(Heterogeneity found, ResultFields to) {
        to.number("q", found.q())
                .number("degreesOfFreedom", found.degreesOfFreedom())
                .number("pValue", found.pValue())
                .number("tau2", found.tau2())
                .number("tau2Low", found.tau2Low())
                .number("tau2High", found.tau2High())
                .number("i2", found.i2())
                .number("i2Low", found.i2Low())
                .number("i2High", found.i2High())
                .number("h2", found.h2())
                .number("h2Low", found.h2Low())
                .number("h2High", found.h2High());
    }

    private static void study(EffectSize effect, double weight, ResultFields to) {
        to.text("study", effect.study())
                .estimate(effect.estimate(), effect.standardError())
                .number("weight", weight)
                .texts("notes", effect.notes());
    }

    private static void regression(MetaRegression regression, ResultFields to) {
        to.list("coefficients", regression.coefficients(), (each, of) -> {
                    of.text("term", each.term());
                    effect(Measure.ESTIMATE, each.effect(), of);
                })
                .object("residual", of -> heterogeneity(regression.residual(), of))
                .number("r2", regression.r2());
        if (regression.r2().isEmpty()) {
            to.text("r2Reason", "tau2 is 0 without moderators");
        }
        to.object("test", regression.test(), SynthesisJson::test);
        if (regression.test().isEmpty()) {
            to.text("testReason", "none is had of several moderators with errors robust to clusters");
        }
    }

    private static void test(MetaRegression.ModeratorTest test, ResultFields to) {
        to.number("statistic", test.statistic())
                .number("numerator", test.numerator())
                .number("denominator", test.denominator());
        if (test.denominator().isEmpty()) {
            to.text("denominatorReason", "the statistic is chi-squared");
        }
        to.number("pValue", test.pValue());
    }
}
