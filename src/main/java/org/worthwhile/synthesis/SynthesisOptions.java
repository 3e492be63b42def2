package org.worthwhile.synthesis;

import java.util.List;
import java.util.Optional;

/**
 * How estimates are combined and what is told of them.
 *
 * @param level of confidence of all intervals, above 0 and below 1
 * @param moderators names of numbers of the studies that the effect is regressed on
 * @param prior with which estimates are combined by Bayes's theorem besides
 * @param discounts of designs
 */
public record SynthesisOptions(
        Method method,
        Inference inference,
        PredictionDegrees predictionDegrees,
        double level,
        List<String> moderators,
        Optional<Prior> prior,
        List<Discount> discounts) {

    /** What holds unless a file says otherwise. */
    public static final SynthesisOptions DEFAULT =
            new SynthesisOptions(Method.REML, Inference.HARTUNG_KNAPP, PredictionDegrees.ONE_FEWER, 0.95, List.of());

    public SynthesisOptions {
        moderators = List.copyOf(moderators);
        discounts = List.copyOf(discounts);
    }

    /** Without prior and discounts. */
    public SynthesisOptions(
            Method method,
            Inference inference,
            PredictionDegrees predictionDegrees,
            double level,
            List<String> moderators) {
        this(method, inference, predictionDegrees, level, moderators, Optional.empty(), List.of());
    }

    /** The discount of a study's design; empty where there is none. */
    Optional<Discount> discount(IncludedStudy study) {
        return discounts.stream()
                .filter(discount ->
                        study.design().filter(discount.design()::equals).isPresent())
                .findFirst();
    }

    /** How the error of the combined effect and its interval are had. */
    public enum Inference {
        /**
         * Hartung and Knapp (2001), Sidik and Jonkman (2002), with Student's t; where studies lie closer than chance the error is the
         * ordinary one and not the smaller that the formula gives (Knapp and Hartung 2003; metafor's test "adhoc").
         */
        HARTUNG_KNAPP,

        /** Likewise without that guard; metafor's test "knha". */
        HARTUNG_KNAPP_UNGUARDED,

        /** The normal distribution, which takes tau2 for known; metafor's default, "z". */
        NORMAL
    }

    /** The degrees of freedom of the prediction. */
    public enum PredictionDegrees {
        /** One fewer than studies less coefficients: k - 2 without moderators (Higgins, Thompson and Spiegelhalter 2009). */
        ONE_FEWER,

        /** Those of the test of the combined effect, as metafor has them: k - 1 by Hartung and Knapp, normal otherwise. */
        OF_THE_TEST
    }
}
