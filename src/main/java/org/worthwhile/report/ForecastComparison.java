package org.worthwhile.report;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Finding;
import org.worthwhile.proposal.Effect;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.Impact;
import org.worthwhile.proposal.Option;
import org.worthwhile.proposal.Valuation;

/**
 * What a proposal counted on beside what a study of it found.
 *
 * @param path of the effect in the proposal
 * @param forecast the effect that the proposal counts on, in its own units
 * @param scale what turns the study's estimate into those units
 * @param circular the evidence record by which the forecast rests on this very study or its data, so that the two agree by
 *     construction; empty where it does not
 */
public record ForecastComparison(String path, double forecast, double scale, Finding found, Optional<String> circular) {

    /** Empty unless the study says which effect of the proposal it informs, and the proposal has it. */
    public static Optional<ForecastComparison> of(AppraisalCase proposal, Attribution attribution) {
        return attribution
                .basis()
                .study()
                .informs()
                .flatMap(informs -> informs.effect())
                .flatMap(path -> proposal.proposal().options().stream()
                        .flatMap(option -> option.impacts().stream()
                                .filter(impact -> path.equals(path(option, impact)))
                                .flatMap(impact -> effect(impact)))
                        .findFirst()
                        .map(effect -> of(path, effect, proposal, attribution)));
    }

    private static String path(Option option, Impact impact) {
        return option.id() + "/" + impact.id() + "/effect";
    }

    private static Stream<Effect> effect(Impact impact) {
        return switch (impact.valuation()) {
            case Valuation.Chain chain -> Stream.of(chain.quantity().effect());
            case Valuation.Schedule _ -> Stream.empty();
        };
    }

    private static ForecastComparison of(String path, Effect effect, AppraisalCase proposal, Attribution attribution) {
        double forecast = proposal.central(effect);
        return switch (effect) {
            case Effect.FromEvidence(String id, double scale) ->
                new ForecastComparison(
                        path,
                        forecast,
                        scale,
                        attribution.finding(),
                        Optional.of(id).filter(_ -> isFrom(proposal.evidence(id), attribution)));
            case Effect.Stated _, Effect.Estimated _, Effect.CostSaved _ ->
                new ForecastComparison(path, forecast, 1, attribution.finding(), Optional.empty());
        };
    }

    /** Whether evidence is the answer of the same study, or of another study of the same data. */
    private static boolean isFrom(Evidence evidence, Attribution attribution) {
        String sha256 = attribution.basis().dataset().sha256();
        boolean sameStudy = evidence.source() instanceof Evidence.Source.Study study
                && study.study().equals(attribution.basis().study().id());
        return sameStudy || (!sha256.isEmpty() && evidence.datasetFingerprint().equals(Optional.of(sha256)));
    }

    /** One line, such as: the proposal counts on 0.03, the study finds 0.02 (0.01 to 0.03). */
    public String line() {
        if (found.cannotTell().isPresent()) {
            return String.format(
                    Locale.UK,
                    "Forecast and outcome of %s: the proposal counts on %s, and the study cannot tell the effect: %s.",
                    path,
                    Wording.BRITISH.significant(forecast),
                    found.cannotTell().orElseThrow());
        }
        double first = found.interval().low() * scale;
        double second = found.interval().high() * scale;
        double low = Math.min(first, second);
        double high = Math.max(first, second);
        String within = forecast < low || forecast > high
                ? "what it counts on lies outside that interval"
                : "what it counts on lies within that interval";
        String verdict = circular.map(id -> "the comparison is circular: what it counts on comes from this study by the"
                        + " evidence record " + id + ", so that their agreement confirms nothing")
                .orElse(within);
        return String.format(
                Locale.UK,
                "Forecast and outcome of %s: the proposal counts on %s, the study finds %s (%.0f%% interval %s to %s); %s.",
                path,
                Wording.BRITISH.significant(forecast),
                Wording.BRITISH.significant(found.estimate() * scale),
                found.interval().level() * 100,
                Wording.BRITISH.significant(low),
                Wording.BRITISH.significant(high),
                verdict);
    }
}
