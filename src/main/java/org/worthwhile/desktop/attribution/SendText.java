package org.worthwhile.desktop.attribution;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Study;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.proposal.CountedPer;
import org.worthwhile.proposal.CountedUnit;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Valuation;
import org.worthwhile.report.Wording;
import tools.jackson.databind.JsonNode;

/** What would come of sending a finding to an effect, in words. */
final class SendText {

    private static final double ROUNDING = 1e-6;

    private SendText() {}

    static List<String> units(Attribution finding, EffectTarget target) {
        Study study = finding.basis().study();
        return List.of(
                Words.of(
                        "attribution.units.study",
                        study.roles().outcomeTitle(),
                        given(study.roles().outcomeUnit()),
                        Wording.here().significant(finding.estimate()),
                        Wording.here().significant(finding.standardError())),
                Words.of("attribution.units.impact", target.impactTitle(), given(target.unit())));
    }

    private static String given(String unit) {
        return unit.isBlank() ? Words.of("attribution.units.none") : unit;
    }

    static List<String> warnings(Attribution finding, EffectTarget target, double factor, ProposedFactor proposed) {
        List<String> warnings = new ArrayList<>();
        proposed.base().stream()
                .filter(base -> Math.abs(Math.abs(factor) * base - 1) > ROUNDING)
                .forEach(base -> warnings.add(Words.of(
                        "attribution.warning.factor",
                        Wording.here().fixed(base, 0),
                        Wording.here().exact(BigDecimal.valueOf(factor)),
                        Wording.here().exact(BigDecimal.valueOf(1 / base)))));
        if (Math.signum(factor) != proposed.factor().signum()) {
            warnings.add(Words.of("attribution.warning.sign"));
        }
        disagreement(finding.basis().study(), target).ifPresent(warnings::add);
        return warnings;
    }

    /** What was said of the effect besides its value, which does not outlast the sending. */
    static Optional<String> replaced(JsonNode effect) {
        if (effect.path("uncertainty").has("distribution")) {
            String distribution = effect.at("/uncertainty/distribution").asString("");
            return Optional.of(Words.of("attribution.warning.distribution", distribution));
        }
        if (effect.has("standardError")) {
            return Optional.of(Words.of(
                    "attribution.warning.standardError",
                    Wording.here().significant(effect.path("standardError").asDouble())));
        }
        return effect.has("parameter")
                ? Optional.of(Words.of(
                        "attribution.warning.parameter",
                        effect.path("parameter").asString("")))
                : Optional.empty();
    }

    /** What is counted by the study and by the impact where that is not the same or not known to be. */
    private static Optional<String> disagreement(Study study, EffectTarget target) {
        String unit = study.roles().outcomeUnit();
        String counted = study.informs()
                .map(Study.Informs::unit)
                .filter(informed -> !informed.isBlank())
                .orElse(CountedPer.of(unit).isPresent() ? study.roles().outcomeTitle() : unit);
        if (counted.isBlank() || target.unit().isBlank()) {
            return Optional.of(Words.of(
                    counted.isBlank() ? "attribution.warning.noStudyUnit" : "attribution.warning.noImpactUnit"));
        }
        if (CountedUnit.areSame(counted, target.unit())) {
            return Optional.empty();
        }
        boolean differ = CountedUnit.of(counted)
                .flatMap(known -> CountedUnit.of(target.unit()).map(known::differsFrom))
                .orElse(false);
        return Optional.of(Words.of(
                differ ? "attribution.warning.units" : "attribution.warning.mayDiffer", counted, target.unit()));
    }

    static List<String> objections(Attribution finding) {
        List<Diagnostic> failed = finding.failed();
        return failed.isEmpty()
                ? List.of()
                : List.of(Words.of(
                        "attribution.objection",
                        failed.stream().map(Diagnostic::title).distinct().collect(Collectors.joining("; "))));
    }

    /** The effect and the value of its option as they are and as they would be. */
    static List<String> becomes(EffectTarget target, Outcome before, Outcome after, double effect) {
        List<String> lines = new ArrayList<>();
        OptionalDouble now = effect(target, before);
        lines.add(Words.of(
                "attribution.becomes.effect",
                now.isPresent()
                        ? Wording.here().significant(now.getAsDouble())
                        : Words.of("attribution.becomes.unknown"),
                Wording.here().significant(effect)));
        lines.add(
                Words.of("attribution.becomes.value", target.optionTitle(), npsv(target, before), npsv(target, after)));
        if (after instanceof Outcome.Wrong(var _, var problems)) {
            lines.add(Words.of("attribution.becomes.wrong", problems.getFirst().sentence()));
        }
        return lines;
    }

    private static String npsv(EffectTarget target, Outcome outcome) {
        return outcome instanceof Outcome.Appraised(var _, Appraisal appraisal)
                ? Wording.here()
                        .money(
                                appraisal.options().get(target.option()).npsv(),
                                appraisal.basis().proposal().appraisal().currency())
                : Words.of("attribution.becomes.unknown");
    }

    private static OptionalDouble effect(EffectTarget target, Outcome outcome) {
        return outcome instanceof Outcome.Appraised(var _, Appraisal appraisal)
                        && appraisal
                                        .basis()
                                        .proposal()
                                        .options()
                                        .get(target.option())
                                        .impacts()
                                        .get(target.impact())
                                        .valuation()
                                instanceof Valuation.Chain chain
                ? OptionalDouble.of(value(appraisal, chain.quantity().effect()))
                : OptionalDouble.empty();
    }

    private static double value(Appraisal appraisal, Effect effect) {
        return switch (effect) {
            case Effect.Stated stated -> stated.figure().value();
            case Effect.Estimated estimated -> estimated.value();
            case Effect.CostSaved saved -> saved.value();
            case Effect.FromEvidence(String evidence, double scale) ->
                scale * appraisal.basis().evidence(evidence).estimate();
        };
    }
}
