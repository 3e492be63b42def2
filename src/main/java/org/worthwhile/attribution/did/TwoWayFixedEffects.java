package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Role;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.period.Starts;
import org.worthwhile.attribution.trends.TrendSensitivity;

/** A study by regression on treatment with fixed effects of unit and time. */
final class TwoWayFixedEffects {

    private static final int LEVEL = 3;
    private static final String TREATED = "treated";

    private final StudyCase given;
    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final int anticipation;
    private final PanelRows all;
    private final PanelRows rows;
    private final double[] treatment;
    private final Starts first;

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
        this.anticipation = given.options(DifferenceOptions.class).anticipation();
        this.all = PanelRows.of(given).withoutStartsBeyond(anticipation);
        double[] everywhere = treatment(all);
        Starts starts = firstTreated(all, everywhere);
        this.rows = all.without(
                given,
                row -> !starts.isNever(row)
                        && all.periods().of(row) < starts.of(row)
                        && all.periods().of(row) >= starts.of(row) - anticipation,
                "rows just before treatment, in which it may have been anticipated");
        this.treatment = treatment(rows);
        this.first = firstTreated(rows, treatment);
    }

    private static RuntimeException missing(StudyCase studyCase, String role) {
        return studyCase.unusable("/columns", "two-way fixed effects need a " + role, "name its column under columns");
    }

    Attribution attribute() {
        String name = roles.treatment().orElse(TREATED);
        requireControl();
        RegressionStudy fit = fit(rows, List.of(new Term(name, treatment)));
        Coefficient effect = fit.coefficient(studyCase, name);
        Optional<TwoWayEventStudy> eventStudy =
                TwoWayEventStudy.of(all, anticipation, indicators -> fit(all, indicators));
        TwoWayChecks checks = checks();
        Optional<Decomposition> decomposition = checks.decomposition();
        Optional<LoneCluster> alone = alone(fit, name);
        Finding finding = alone.map(this::ofOneTreated).orElseGet(() -> fit.finding(studyCase, effect));
        TrendSensitivity sensitivity = eventStudy
                .flatMap(events -> events.eventStudy(
                        all,
                        RegressionStudy.weights(studyCase, all.sample()),
                        finding.interval().level()))
                .map(TrendSensitivity::of)
                .orElse(TrendSensitivity.UNKNOWN);
        List<Diagnostic> diagnostics = new ArrayList<>();
        eventStudy.ifPresent(events -> diagnostics.add(events.preTrends(finding, steps(fit, name))));
        diagnostics.addAll(diagnostics(fit));
        alone.map(found -> found.placebos().diagnostic()).ifPresent(diagnostics::add);
        diagnostics.addAll(rows.periods().calendar().diagnostics());
        if (eventStudy.isPresent()) {
            diagnostics.add(sensitivity.diagnostic());
        }
        decomposition.ifPresent(found -> diagnostics.add(TwoWayChecks.diagnostic(found)));
        if (first.groups().length > 0) {
            diagnostics.add(checks.placeboDate());
        }
        checks.leaveOneGroupOut(effect.estimate()).ifPresent(diagnostics::add);
        reversals().ifPresent(diagnostics::add);
        return new Attribution(
                given,
                "twoway-fixed-effects",
                "The change in " + roles.outcomeTitle()
                        + " when a unit becomes treated, less the change elsewhere over the same time",
                finding,
                rows.sample().size(),
                rows.units().size(),
                rows.dropped(),
                fit.coefficients(),
                new TwoWayDetails(
                        eventStudy.map(TwoWayEventStudy::eventTimes).orElse(List.of()),
                        fixedEffects(),
                        fit.regression().collinear(),
                        decomposition
                                .map(found -> found.labelled(rows.periods().calendar()))
                                .orElse(List.of()),
                        sensitivity.multiples(),
                        sensitivity.slopeChanges(),
                        sensitivity.breakdown()),
                diagnostics,
                Stream.concat(eventStudy.map(TwoWayEventStudy::series).stream(), sensitivity.series().stream())
                        .toList(),
                List.of(
                        fit.covariance().convention(),
                        alone.isEmpty()
                                ? "Intervals and tests use Student's t."
                                : "With one treated unit or cluster the headline takes it to vary as the others do, by what their"
                                        + " residuals would count for in its place, with Student's t."),
                assumptions(),
                LEVEL,
                StudySize.UNKNOWN);
    }

    /** The one treated cluster, where errors are clustered one way and as usual. */
    private Optional<LoneCluster> alone(RegressionStudy fit, String name) {
        List<String> clusters = studyCase.study().roles().clusters();
        return studyCase.study().options().variance().isEmpty() && clusters.size() == 1
                ? LoneCluster.of(
                        fit,
                        name,
                        treatment,
                        rows.sample().grouping(clusters.getFirst()),
                        rows.periods().grouping())
                : Optional.empty();
    }

    private Finding ofOneTreated(LoneCluster alone) {
        Sample sample = rows.sample();
        Grouping clusters = sample.grouping(studyCase.study().roles().clusters().getFirst());
        double[] outcome = sample.numbers("/columns/outcome", roles.outcome());
        return EarlierVariation.judged(
                alone.finding(studyCase.study().options().level()),
                rows.seen(clusters, first, outcome, RegressionStudy.weights(studyCase, sample)),
                clusters.size(),
                anticipation);
    }

    private List<String> assumptions() {
        List<String> assumptions = new ArrayList<>(List.of(
                "Without treatment, the treated would have changed as the others did.",
                "The effect is the same for every unit and at every time since treatment.",
                "The treatment of some units did not spill over to the others."));
        if (anticipation > 0) {
            assumptions.add("Nobody changed behaviour more than "
                    + rows.periods().calendar().span(anticipation) + " before treatment.");
        }
        return assumptions;
    }

    /** Somebody must be untreated while others are treated. */
    private void requireControl() {
        int[] groups = first.groups();
        NoneTreated.refuse(studyCase, groups.length == 0 && roles.treatment().isEmpty());
        boolean someNever = IntStream.of(first.periods()).anyMatch(start -> start == Starts.NEVER);
        if (groups.length == 1 && !someNever) {
            throw studyCase.unusable(
                    roles.treatment().isPresent() ? "/columns/treatment" : "/columns/treatmentStart",
                    "all units are treated from " + rows.periods().calendar().label(groups[0])
                            + ", so that there is no control to compare them with",
                    "use data with units that were not treated, or were treated later");
        }
    }

    private RegressionStudy fit(PanelRows of, List<Term> regressors) {
        List<Term> terms = new ArrayList<>(regressors);
        terms.addAll(LinearModel.covariates(of.sample(), roles.covariates()));
        return RegressionStudy.fit(studyCase, of.sample(), terms, fixedEffects());
    }

    private TwoWayChecks checks() {
        return new TwoWayChecks(
                rows.sample().numbers("/columns/outcome", roles.outcome()),
                treatment,
                first,
                anticipation,
                rows.periods(),
                rows.units(),
                LinearModel.covariates(rows.sample(), roles.covariates()),
                fixedEffects().stream().map(rows.sample()::grouping).toList(),
                studyCase.study().roles().clusters().stream()
                        .map(rows.sample()::grouping)
                        .toList(),
                RegressionStudy.weights(studyCase, rows.sample()));
    }

    private List<String> fixedEffects() {
        return roles.fixedEffects().isEmpty()
                ? List.of(roles.unit().orElseThrow(), rows.periods().column())
                : roles.fixedEffects();
    }

    private double[] treatment(PanelRows of) {
        return roles.treatment()
                .map(column -> of.sample().numbers("/columns/treatment", column))
                .orElseGet(() -> afterStart(of));
    }

    private static double[] afterStart(PanelRows of) {
        Starts starts = of.starts().orElseThrow();
        return IntStream.range(0, of.periods().rows())
                .mapToDouble(row -> starts.isTreated(row, of.periods().of(row)) ? 1 : 0)
                .toArray();
    }

    /** By how many times its size a drift of the treated by so much a period moves the effect. */
    private double steps(RegressionStudy fit, String name) {
        return fit.regression()
                .coefficientsOf(TwoWayEventStudy.drift(first, rows.periods()))[
                fit.regression().terms().indexOf(name)];
    }

    private List<Diagnostic> diagnostics(RegressionStudy fit) {
        List<Diagnostic> diagnostics = new ArrayList<>();
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
    private static Starts firstTreated(PanelRows of, double[] treatment) {
        int[] first = new int[of.units().size()];
        Arrays.fill(first, Starts.NEVER);
        for (int row = 0; row < treatment.length; row++) {
            if (treatment[row] != 0) {
                int unit = of.units().codes()[row];
                first[unit] = Math.min(first[unit], of.periods().of(row));
            }
        }
        return new Starts(
                IntStream.of(of.units().codes()).map(unit -> first[unit]).toArray());
    }

    /** That the treatment of some units ends again, where it does. */
    private Optional<Diagnostic> reversals() {
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
}
