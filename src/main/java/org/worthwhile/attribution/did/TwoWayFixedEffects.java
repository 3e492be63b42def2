package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.estimation.WaldTest;

/** A study by regression on treatment with fixed effects of unit and time. */
final class TwoWayFixedEffects {

    private static final int LEVEL = 3;
    private static final String TREATED = "treated";

    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final Sample sample;
    private final Grouping units;
    private final double[] time;
    private final Optional<double[]> starts;

    /** The effect by periods since treatment, relative to the period before it, where the start of treatment is known. */
    record TwoWayDetails(
            List<EventTime> eventTime,
            List<String> fixedEffects,
            List<String> collinear,
            List<Decomposition.Comparison> decomposition)
            implements Details {}

    record EventTime(double time, double estimate, double standardError) {}

    TwoWayFixedEffects(StudyCase studyCase) {
        this.studyCase = studyCase;
        this.roles = studyCase.study().roles();
        String unit = roles.unit().orElseThrow(() -> missing("unit"));
        String timeColumn = roles.time().orElseThrow(() -> missing("time"));
        if (roles.treatment().isEmpty() && roles.treatmentStart().isEmpty()) {
            throw missing("treatment or treatmentStart");
        }
        this.sample = Sample.of(
                studyCase, roles.columns(), roles.treatmentStart().map(Set::of).orElse(Set.of()));
        this.units = sample.grouping(unit);
        this.time = sample.numbers("/columns/time", timeColumn);
        this.starts = roles.treatmentStart()
                .map(column -> Arrays.stream(sample.numbers("/columns/treatmentStart", column))
                        .map(start -> Double.isNaN(start) || start == 0 ? Observations.NEVER : start)
                        .toArray());
    }

    private RuntimeException missing(String role) {
        return studyCase.unusable("/columns", "two-way fixed effects need a " + role, "name its column under columns");
    }

    Attribution attribute() {
        String name = roles.treatment().orElse(TREATED);
        double[] treatment = roles.treatment()
                .map(column -> sample.numbers("/columns/treatment", column))
                .orElseGet(this::afterStart);
        RegressionStudy fit = fit(List.of(new Term(name, treatment)));
        Coefficient effect = fit.coefficient(studyCase, name);
        Optional<RegressionStudy> eventStudy = eventStudy();
        TwoWayChecks checks = checks(treatment);
        Optional<Decomposition> decomposition = checks.decomposition();
        List<Diagnostic> diagnostics = diagnostics(fit, eventStudy, treatment);
        decomposition.ifPresent(found -> diagnostics.add(TwoWayChecks.diagnostic(found)));
        if (DoubleStream.of(checks.first()).anyMatch(Double::isFinite)) {
            diagnostics.add(checks.placeboDate());
        }
        checks.leaveOneGroupOut(effect.estimate()).ifPresent(diagnostics::add);
        return new Attribution(
                studyCase,
                "twoway-fixed-effects",
                "The change in " + roles.outcome()
                        + " when a unit becomes treated, less the change elsewhere over the same time",
                fit.finding(studyCase, effect),
                sample.size(),
                units.size(),
                sample.dropped(),
                fit.coefficients(),
                new TwoWayDetails(
                        eventStudy.map(this::eventTimes).orElse(List.of()),
                        fixedEffects(),
                        fit.regression().collinear(),
                        decomposition.map(Decomposition::comparisons).orElse(List.of())),
                diagnostics,
                eventStudy
                        .map(events -> List.of(new Series(
                                "event-study", "Effect relative to the period before treatment", points(events))))
                        .orElse(List.of()),
                List.of(fit.covariance().convention(), "Intervals and tests use Student's t."),
                List.of(
                        "Without treatment, the treated would have changed as the others did.",
                        "The effect is the same for every unit and at every time since treatment.",
                        "The treatment of some units did not spill over to the others."),
                LEVEL);
    }

    private RegressionStudy fit(List<Term> treatment) {
        List<Term> terms = new ArrayList<>(treatment);
        terms.addAll(LinearModel.covariates(sample, roles.covariates()));
        return RegressionStudy.fit(studyCase, sample, terms, fixedEffects());
    }

    private TwoWayChecks checks(double[] treatment) {
        return new TwoWayChecks(
                sample.numbers("/columns/outcome", roles.outcome()),
                treatment,
                firstTreated(treatment),
                time,
                units,
                LinearModel.covariates(sample, roles.covariates()),
                fixedEffects().stream().map(sample::grouping).toList(),
                roles.clusters().stream().map(sample::grouping).toList(),
                RegressionStudy.weights(studyCase, sample),
                Inference.normal(studyCase.study().options().level()));
    }

    private List<String> fixedEffects() {
        return roles.fixedEffects().isEmpty()
                ? List.of(roles.unit().orElseThrow(), roles.time().orElseThrow())
                : roles.fixedEffects();
    }

    private double[] afterStart() {
        double[] start = starts.orElseThrow();
        return IntStream.range(0, time.length)
                .mapToDouble(row -> time[row] >= start[row] ? 1 : 0)
                .toArray();
    }

    /** An indicator for each number of periods since treatment but -1; empty where the start is not known. */
    private Optional<RegressionStudy> eventStudy() {
        if (starts.isEmpty()) {
            return Optional.empty();
        }
        double[] since = IntStream.range(0, time.length)
                .mapToDouble(row -> time[row] - starts.get()[row])
                .toArray();
        List<Term> indicators = DoubleStream.of(since)
                .filter(event -> Double.isFinite(event) && event != -1)
                .distinct()
                .sorted()
                .mapToObj(event -> new Term(
                        termOf(event),
                        DoubleStream.of(since)
                                .map(value -> value == event ? 1 : 0)
                                .toArray()))
                .toList();
        return indicators.isEmpty() ? Optional.empty() : Optional.of(fit(indicators));
    }

    private static String termOf(double event) {
        return "event " + Column.Numeric.text(event);
    }

    private List<EventTime> eventTimes(RegressionStudy events) {
        return eventCoefficients(events)
                .map(coefficient ->
                        new EventTime(eventOf(coefficient), coefficient.estimate(), coefficient.standardError()))
                .toList();
    }

    private static List<Series.Point> points(RegressionStudy events) {
        return eventCoefficients(events)
                .map(coefficient -> new Series.Point(
                        eventOf(coefficient) < 0 ? "before" : "after",
                        eventOf(coefficient),
                        coefficient.estimate(),
                        coefficient.low(),
                        coefficient.high()))
                .toList();
    }

    private static java.util.stream.Stream<Coefficient> eventCoefficients(RegressionStudy events) {
        return events.coefficients().stream()
                .filter(coefficient -> coefficient.term().startsWith("event "));
    }

    private static double eventOf(Coefficient coefficient) {
        return Double.parseDouble(coefficient.term().substring("event ".length()));
    }

    private List<Diagnostic> diagnostics(
            RegressionStudy fit, Optional<RegressionStudy> eventStudy, double[] treatment) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        eventStudy.ifPresent(events -> diagnostics.add(preTrends(events)));
        long firstTimes = DoubleStream.of(firstTreated(treatment))
                .filter(Double::isFinite)
                .distinct()
                .count();
        diagnostics.add(
                firstTimes > 1
                        ? new Diagnostic(
                                "staggered-timing",
                                "Treatment at one time",
                                Outcome.WARN,
                                OptionalDouble.of((double) firstTimes),
                                OptionalDouble.empty(),
                                "Treatment began at " + firstTimes
                                        + " different times. This estimator then compares some newly treated units with"
                                        + " others treated earlier, which misleads when effects grow or fade; the"
                                        + " group-time estimator does not.")
                        : Diagnostic.of(
                                "staggered-timing",
                                "Treatment at one time",
                                Outcome.PASS,
                                "All treated units were treated from the same time, so that none serves as another's"
                                        + " control."));
        diagnostics.addAll(fit.diagnostics(studyCase, roles.treatment().orElse(TREATED)));
        return diagnostics;
    }

    /** When each row's unit is first treated. */
    private double[] firstTreated(double[] treatment) {
        double[] first = new double[units.size()];
        Arrays.fill(first, Observations.NEVER);
        for (int row = 0; row < treatment.length; row++) {
            if (treatment[row] != 0) {
                int unit = units.codes()[row];
                first[unit] = Math.min(first[unit], time[row]);
            }
        }
        return IntStream.of(units.codes()).mapToDouble(unit -> first[unit]).toArray();
    }

    private Diagnostic preTrends(RegressionStudy events) {
        int[] before = IntStream.range(0, events.coefficients().size())
                .filter(term -> events.coefficients().get(term).term().startsWith("event -"))
                .toArray();
        double[] estimates = IntStream.of(before)
                .mapToDouble(term -> events.regression().coefficients()[term])
                .toArray();
        double[][] covariance = new double[before.length][before.length];
        for (int i = 0; i < before.length; i++) {
            for (int j = 0; j < before.length; j++) {
                covariance[i][j] = events.covariance().matrix()[before[i]][before[j]];
            }
        }
        return PreTrends.diagnostic(WaldTest.of(estimates, covariance), estimates.length);
    }
}
