package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.estimation.WaldTest;
import org.worthwhile.attribution.period.Starts;

/** A study by regression on treatment with fixed effects of unit and time. */
final class TwoWayFixedEffects {

    private static final int LEVEL = 3;
    private static final String TREATED = "treated";
    private static final String EVENT = "event ";

    private final StudyCase given;
    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final PanelRows rows;

    /** The effect by periods since treatment, relative to the period before it, where the start of treatment is known. */
    record TwoWayDetails(
            List<EventTime> eventTime,
            List<String> fixedEffects,
            List<String> collinear,
            List<Decomposition.Labelled> decomposition)
            implements Details {}

    record EventTime(int time, double estimate, double standardError) {}

    /** A study that names no cluster is clustered by unit, whose errors are alike over time (Bertrand and others 2004). */
    TwoWayFixedEffects(StudyCase given) {
        this.roles = given.study().roles();
        String unit = roles.unit().orElseThrow(() -> missing(given, "unit"));
        if (!roles.named().contains(Role.TIME)) {
            throw missing(given, "time");
        }
        if (roles.treatment().isEmpty() && !roles.named().contains(Role.TREATMENT_START)) {
            throw missing(given, "treatment or treatmentStart");
        }
        this.given = given;
        this.studyCase = given.clusteredBy(unit);
        this.rows = PanelRows.of(given);
    }

    private static RuntimeException missing(StudyCase studyCase, String role) {
        return studyCase.unusable("/columns", "two-way fixed effects need a " + role, "name its column under columns");
    }

    Attribution attribute() {
        String name = roles.treatment().orElse(TREATED);
        double[] treatment = roles.treatment()
                .map(column -> rows.sample().numbers("/columns/treatment", column))
                .orElseGet(this::afterStart);
        Starts first = firstTreated(treatment);
        requireControl(first);
        RegressionStudy fit = fit(List.of(new Term(name, treatment)));
        Coefficient effect = fit.coefficient(studyCase, name);
        Optional<RegressionStudy> eventStudy = eventStudy();
        TwoWayChecks checks = checks(treatment, first);
        Optional<Decomposition> decomposition = checks.decomposition();
        List<Diagnostic> diagnostics = diagnostics(fit, eventStudy, first);
        diagnostics.addAll(rows.periods().calendar().diagnostics());
        decomposition.ifPresent(found -> diagnostics.add(TwoWayChecks.diagnostic(found)));
        if (first.groups().length > 0) {
            diagnostics.add(checks.placeboDate());
        }
        checks.leaveOneGroupOut(effect.estimate()).ifPresent(diagnostics::add);
        reversals(treatment, first).ifPresent(diagnostics::add);
        return new Attribution(
                given,
                "twoway-fixed-effects",
                "The change in " + roles.outcome()
                        + " when a unit becomes treated, less the change elsewhere over the same time",
                fit.finding(studyCase, effect),
                rows.sample().size(),
                rows.units().size(),
                rows.dropped(),
                fit.coefficients(),
                new TwoWayDetails(
                        eventStudy.map(TwoWayFixedEffects::eventTimes).orElse(List.of()),
                        fixedEffects(),
                        fit.regression().collinear(),
                        decomposition
                                .map(found -> found.labelled(rows.periods().calendar()))
                                .orElse(List.of())),
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

    /** Somebody must be untreated while others are treated. */
    private void requireControl(Starts first) {
        int[] groups = first.groups();
        boolean someNever = IntStream.of(first.periods()).anyMatch(start -> start == Starts.NEVER);
        if (groups.length == 1 && !someNever) {
            throw studyCase.unusable(
                    roles.treatment().isPresent() ? "/columns/treatment" : "/columns/treatmentStart",
                    "all units are treated from " + rows.periods().calendar().label(groups[0])
                            + ", so that there is no control to compare them with",
                    "use data with units that were not treated, or were treated later");
        }
    }

    private RegressionStudy fit(List<Term> treatment) {
        List<Term> terms = new ArrayList<>(treatment);
        terms.addAll(LinearModel.covariates(rows.sample(), roles.covariates()));
        return RegressionStudy.fit(studyCase, rows.sample(), terms, fixedEffects());
    }

    private TwoWayChecks checks(double[] treatment, Starts first) {
        return new TwoWayChecks(
                rows.sample().numbers("/columns/outcome", roles.outcome()),
                treatment,
                first,
                rows.periods(),
                rows.units(),
                LinearModel.covariates(rows.sample(), roles.covariates()),
                fixedEffects().stream().map(rows.sample()::grouping).toList(),
                studyCase.study().roles().clusters().stream()
                        .map(rows.sample()::grouping)
                        .toList(),
                RegressionStudy.weights(studyCase, rows.sample()),
                Inference.normal(studyCase.study().options().level()));
    }

    private List<String> fixedEffects() {
        return roles.fixedEffects().isEmpty()
                ? List.of(roles.unit().orElseThrow(), rows.periods().column())
                : roles.fixedEffects();
    }

    private double[] afterStart() {
        Starts starts = rows.starts().orElseThrow();
        return IntStream.range(0, rows.periods().rows())
                .mapToDouble(row -> starts.isTreated(row, rows.periods().of(row)) ? 1 : 0)
                .toArray();
    }

    /** An indicator for each number of periods since treatment but the last before it; empty where the start is not known. */
    private Optional<RegressionStudy> eventStudy() {
        if (rows.starts().isEmpty()) {
            return Optional.empty();
        }
        Starts starts = rows.starts().get();
        int[] since = IntStream.range(0, rows.periods().rows())
                .map(row -> starts.isNever(row) ? Starts.NEVER : rows.periods().of(row) - starts.of(row))
                .toArray();
        int[] events = IntStream.of(since)
                .filter(event -> event != Starts.NEVER)
                .distinct()
                .sorted()
                .toArray();
        int reference = IntStream.of(events).filter(event -> event < 0).max().orElse(-1);
        List<Term> indicators = IntStream.of(events)
                .filter(event -> event != reference)
                .mapToObj(event -> new Term(
                        EVENT + event,
                        IntStream.of(since)
                                .mapToDouble(value -> value == event ? 1 : 0)
                                .toArray()))
                .toList();
        return indicators.isEmpty() ? Optional.empty() : Optional.of(fit(indicators));
    }

    private static List<EventTime> eventTimes(RegressionStudy events) {
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
                .filter(coefficient -> coefficient.term().startsWith(EVENT));
    }

    private static int eventOf(Coefficient coefficient) {
        return Integer.parseInt(coefficient.term().substring(EVENT.length()));
    }

    private List<Diagnostic> diagnostics(RegressionStudy fit, Optional<RegressionStudy> eventStudy, Starts first) {
        List<Diagnostic> diagnostics = new ArrayList<>();
        eventStudy.ifPresent(events -> diagnostics.add(preTrends(events)));
        int firstTimes = first.groups().length;
        diagnostics.add(
                firstTimes > 1
                        ? new Diagnostic(
                                "staggered-timing",
                                "Treatment at one time",
                                Outcome.WARN,
                                OptionalDouble.of(firstTimes),
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

    /** The period in which each row's unit is first treated. */
    private Starts firstTreated(double[] treatment) {
        int[] first = new int[rows.units().size()];
        Arrays.fill(first, Starts.NEVER);
        for (int row = 0; row < treatment.length; row++) {
            if (treatment[row] != 0) {
                int unit = rows.units().codes()[row];
                first[unit] = Math.min(first[unit], rows.periods().of(row));
            }
        }
        return new Starts(
                IntStream.of(rows.units().codes()).map(unit -> first[unit]).toArray());
    }

    /** That the treatment of some units ends again, where it does. */
    private Optional<Diagnostic> reversals(double[] treatment, Starts first) {
        if (DoubleStream.of(treatment).anyMatch(value -> value != 0 && value != 1)) {
            return Optional.empty();
        }
        long units = IntStream.range(0, treatment.length)
                .filter(row -> treatment[row] == 0
                        && first.isTreated(row, rows.periods().of(row)))
                .map(row -> rows.units().codes()[row])
                .distinct()
                .count();
        return units == 0
                ? Optional.empty()
                : Optional.of(new Diagnostic(
                        "treatment-ends",
                        "Treatment stays once begun",
                        Outcome.WARN,
                        OptionalDouble.of(units),
                        OptionalDouble.empty(),
                        "The treatment of " + units + (units == 1 ? " unit" : " units")
                                + " ends again. The estimate takes the effect"
                                + " to end with it, and an outcome that stays moved is then counted against it."));
    }

    private static Diagnostic preTrends(RegressionStudy events) {
        int[] before = IntStream.range(0, events.coefficients().size())
                .filter(term -> events.coefficients().get(term).term().startsWith(EVENT + "-"))
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
