package org.worthwhile.attribution.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Rounded;

/** What an instrumental-variable study rests on, checked as far as data can. */
final class InstrumentDiagnostics {

    /** Staiger and Stock's rule of thumb, below which the estimate itself may be far out. */
    private static final double MODERATE = 10;

    private static final double SIGNIFICANT = 0.05;

    private InstrumentDiagnostics() {}

    static List<Diagnostic> of(Equation equation, InstrumentDetails details, Optional<Details.Pair> limited) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        diagnostics.add(strength(details));
        limited.ifPresent(pair -> diagnostics.add(new Diagnostic(
                "liml",
                "By limited-information maximum likelihood",
                Outcome.INFO,
                OptionalDouble.of(pair.estimate()),
                OptionalDouble.empty(),
                "This estimator, which several weak instruments bias less, gives " + Rounded.plain(pair.estimate())
                        + " with a standard error of " + Rounded.plain(pair.standardError()) + ".")));
        diagnostics.add(Diagnostic.of(
                "anderson-rubin",
                "Interval however weak the instrument",
                details.andersonRubin().isEmpty() ? Outcome.WARN : Outcome.INFO,
                bounds(details.andersonRubin())));
        double endogenous = details.endogeneity().pValue();
        diagnostics.add(new Diagnostic(
                        "wu-hausman",
                        "Whether an instrument was needed",
                        Outcome.INFO,
                        OptionalDouble.of(details.endogeneity().statistic()),
                        OptionalDouble.of(endogenous),
                        endogenous < SIGNIFICANT
                                ? "The estimate differs from a plain regression's by more than chance: the plain one is misled."
                                : "The estimate does not differ from a plain regression's by more than chance.")
                .withDegreesOfFreedom(details.endogeneity().degrees()));
        details.hansenJ().ifPresent(test -> {
            double pValue = test.pValue();
            diagnostics.add(new Diagnostic(
                            "overidentification",
                            "The instruments agree",
                            pValue >= SIGNIFICANT ? Outcome.PASS : Outcome.FAIL,
                            OptionalDouble.of(test.statistic()),
                            OptionalDouble.of(pValue),
                            pValue >= SIGNIFICANT
                                    ? "The instruments give the same answer as far as the data can tell."
                                    : "The instruments give answers that differ by more than chance: at least one of them moves the"
                                            + " outcome by another way.")
                    .withDegreesOfFreedom(test.degrees()));
        });
        if (details.hansenJ().isEmpty() && equation.instruments().length > 1) {
            diagnostics.add(
                    Diagnostic.of(
                            "overidentification",
                            "The instruments agree",
                            Outcome.WARN,
                            "It cannot be tested whether the instruments agree, there being no more clusters than instruments."));
        }
        Diagnostic.collinear(equation.collinear()).ifPresent(diagnostics::add);
        return diagnostics;
    }

    private static Diagnostic strength(InstrumentDetails details) {
        double f = details.effectiveF();
        String shown = details.isByAndersonRubin()
                ? "the interval and the test are those of Anderson and Rubin, which hold however weak it is"
                : "the usual interval can mislead, and that of Anderson and Rubin cannot be had";
        return new Diagnostic(
                "instrument-strength",
                "The instrument moves treatment",
                f >= InstrumentDetails.STRONG ? Outcome.PASS : f >= MODERATE ? Outcome.WARN : Outcome.FAIL,
                OptionalDouble.of(f),
                OptionalDouble.empty(),
                f >= InstrumentDetails.STRONG
                        ? "The instrument moves treatment strongly enough for the usual interval to be trusted."
                        : f >= MODERATE
                                ? "The instrument moves treatment, but not strongly enough for the usual interval to be"
                                        + " trusted: " + shown + "."
                                : "The instrument moves treatment so weakly that the estimate may be far from the truth: "
                                        + shown + ".");
    }

    private static String bounds(InstrumentDetails.Bounds bounds) {
        if (!bounds.known()) {
            return "It cannot be computed, there being no more clusters than instruments.";
        }
        if (bounds.isEmpty()) {
            return "No effect agrees with all instruments: at least one of them moves the outcome by another way.";
        }
        return "Whatever the instrument's strength, the effect lies between "
                + bounds.low().map(Rounded::plain).orElse("no lower limit") + " and "
                + bounds.high().map(Rounded::plain).orElse("no upper limit") + ".";
    }
}
