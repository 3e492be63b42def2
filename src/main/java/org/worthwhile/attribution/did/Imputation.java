package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Coefficient;
import org.worthwhile.attribution.Details;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.Interval;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.attribution.Series;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudySize;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.period.Periods;
import org.worthwhile.attribution.period.Starts;
import org.worthwhile.attribution.trends.TrendSensitivity;

/**
 * Outcomes without treatment are imputed from a model fitted on untreated rows alone, and the effect is the average of treated
 * rows less their imputed outcomes (Borusyak, Jaravel and Spiess 2024, Review of Economic Studies 91).
 */
final class Imputation {

    private static final int LEVEL = 3;
    private static final String EVENT = "event ";

    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final PanelRows rows;
    private final Periods periods;
    private final Starts starts;
    private final boolean[] untreated;
    private final double[] outcome;
    private final List<Term> covariates;
    private final double[] weights;

    /** The effect by periods since treatment began; before it, how far the treated were from their level and the common course. */
    record ImputationDetails(
            List<EventTime> eventTime,
            int treatedRows,
            int untreatedRows,
            List<TrendSensitivity.Multiple> trendSensitivity,
            List<TrendSensitivity.SlopeChange> trendSmoothness,
            Optional<TrendSensitivity.Breakdown> trendBreakdown)
            implements Details {

        @Override
        public void describe(ResultFields to) {
            to.list(
                            "eventTime",
                            eventTime,
                            (each, of) ->
                                    of.number("time", each.time()).estimate(each.estimate(), each.standardError()))
                    .number("treatedRows", treatedRows)
                    .number("untreatedRows", untreatedRows);
            TrendSensitivity.describe(trendSensitivity, trendSmoothness, trendBreakdown, to);
        }
    }

    record EventTime(int time, double estimate, double standardError) {}

    /** The effect at a time since treatment began. */
    record Timed(int time, Finding found) {

        private EventTime plain() {
            return new EventTime(time, found.estimate(), found.standardError());
        }

        private Coefficient coefficient() {
            return new Coefficient(
                    EVENT + time,
                    found.estimate(),
                    found.standardError(),
                    found.interval().low(),
                    found.interval().high(),
                    found.pValue());
        }
    }

    Imputation(StudyCase studyCase) {
        this.studyCase = studyCase;
        this.roles = studyCase.study().roles();
        int anticipation = studyCase.options(DifferenceOptions.class).anticipation();
        this.rows = PanelRows.withStarts(studyCase).withoutStartsBeyond(anticipation);
        this.periods = rows.periods();
        this.starts = rows.starts().orElseThrow();
        this.outcome = rows.sample().numbers("/columns/outcome", roles.outcome());
        this.covariates = LinearModel.covariates(rows.sample(), roles.covariates());
        this.weights = UnitPanel.normalised(RegressionStudy.weights(studyCase, rows.sample()));
        this.untreated = new boolean[outcome.length];
        for (int row = 0; row < outcome.length; row++) {
            untreated[row] = starts.isNever(row) || periods.of(row) < starts.of(row) - anticipation;
        }
    }

    private boolean isTreated(int row) {
        return starts.isTreated(row, periods.of(row));
    }

    /** Periods since the treatment of a row's unit began. */
    private int since(int row) {
        return periods.of(row) - starts.of(row);
    }

    private int[] rowsWhere(java.util.function.IntPredicate chosen) {
        return IntStream.range(0, outcome.length).filter(chosen).toArray();
    }

    Attribution attribute() {
        int[] untreatedRows = rowsWhere(row -> untreated[row]);
        if (untreatedRows.length == 0) {
            throw unidentified("no row is untreated");
        }
        NoneTreated.refuse(studyCase, rowsWhere(this::isTreated).length == 0);
        UntreatedModel model =
                UntreatedModel.fit(rows.units(), periods.grouping(), untreated, covariates, outcome, weights);
        boolean[] identified = model.identified();
        int[] counted = rowsWhere(row -> isTreated(row) && identified[row]);
        if (counted.length == 0) {
            throw unidentified(
                    "no treated unit is seen before its treatment together with an untreated one that is also seen"
                            + " in a period of treatment, so that a change common to all cannot be told from the effect");
        }
        Grouping clusters = roles.clusters().isEmpty()
                ? rows.units()
                : rows.sample().grouping(roles.clusters().getFirst());
        ImputedEffects effects = new ImputedEffects(model, rows, counted, weights);
        ImputedErrors errors = new ImputedErrors(
                effects, starts, counted, weights, clusters, studyCase.options(DifferenceOptions.class));
        Finding finding = errors.headline(rows.seen(clusters, starts, outcome, weights), clusters.size());
        ImputationChecks checks = new ImputationChecks(
                rows,
                untreated,
                outcome,
                covariates,
                weights,
                clusters,
                studyCase.study().options().level());
        List<Timed> events = new ArrayList<>(checks.leads());
        for (int event :
                IntStream.of(counted).map(this::since).distinct().sorted().toArray()) {
            events.add(new Timed(event, errors.of(row -> since(row) == event)));
        }
        List<Dropped> dropped = new ArrayList<>(rows.dropped());
        int lost = rowsWhere(row -> isTreated(row) && !identified[row]).length;
        if (lost > 0) {
            dropped.add(new Dropped(
                    "treated rows whose effect is not identified, as no untreated rows tie their unit to their period",
                    lost));
        }
        TrendSensitivity sensitivity = new ImputedEventStudy(
                        rows, untreated, outcome, covariates, weights, effects, errors)
                .eventStudy(counted, finding.interval().level())
                .map(TrendSensitivity::of)
                .orElse(TrendSensitivity.UNKNOWN);
        List<Diagnostic> diagnostics = new ArrayList<>();
        diagnostics.add(checks.preTrends(finding, steps(counted)));
        diagnostics.add(Diagnostic.of(
                "staggered-timing",
                "No treated unit serves as a control",
                Outcome.PASS,
                "What would have happened without treatment is taken from untreated rows alone."));
        effects.fewTreated().ifPresent(diagnostics::add);
        if (errors.haveOneTreated()) {
            diagnostics.add(errors.oneTreated().diagnostic());
        }
        diagnostics.add(sensitivity.diagnostic());
        Diagnostic.collinear(model.collinear()).ifPresent(diagnostics::add);
        diagnostics.addAll(periods.calendar().diagnostics());
        return new Attribution(
                studyCase,
                "imputation",
                "The average effect of treatment on " + roles.outcomeTitle() + " over all treated rows"
                        + roles.weight().map(name -> ", weighted by " + name).orElse(""),
                finding,
                counted.length + untreatedRows.length,
                rows.units().size(),
                dropped,
                events.stream().map(Timed::coefficient).toList(),
                new ImputationDetails(
                        events.stream().map(Timed::plain).toList(),
                        counted.length,
                        untreatedRows.length,
                        sensitivity.multiples(),
                        sensitivity.slopeChanges(),
                        sensitivity.breakdown()),
                diagnostics,
                series(events, sensitivity),
                conventions(effects, errors),
                List.of(
                        "Without treatment, every unit would have followed its own level and the common course of time"
                                + (roles.covariates().isEmpty() ? "." : ", moved by its covariates."),
                        "The treatment of some units did not spill over to the others."),
                LEVEL,
                StudySize.UNKNOWN);
    }

    /** By how many times its size a drift of the treated by so much a period moves the average. */
    private double steps(int[] counted) {
        double[] drift = TwoWayEventStudy.drift(starts, periods);
        UntreatedModel model =
                UntreatedModel.fit(rows.units(), periods.grouping(), untreated, covariates, drift, weights);
        return new ImputedEffects(model, rows, counted, weights)
                .average(_ -> true)
                .estimate();
    }

    private List<String> conventions(ImputedEffects effects, ImputedErrors errors) {
        return List.of(
                "Standard errors are clustered by "
                        + (roles.clusters().isEmpty()
                                ? "unit"
                                : roles.clusters().getFirst())
                        + "; " + effects.convention()
                        + ", and err on the safe side where effects differ within that.",
                errors.convention());
    }

    private RuntimeException unidentified(String why) {
        return studyCase.unusable(
                "/columns/treatmentStart",
                "the effect is not identified: " + why,
                "use data with units that are untreated, or not treated yet, both before and after treatment begins");
    }

    private List<Series> series(List<Timed> events, TrendSensitivity sensitivity) {
        List<Series> series = new ArrayList<>();
        series.add(new Series("event-study", "Effect by periods since treatment began", points(events)));
        series.addAll(sensitivity.series());
        return series;
    }

    private List<Series.Point> points(List<Timed> events) {
        return events.stream()
                .map(event -> {
                    Interval interval = event.found.interval();
                    return new Series.Point(
                            event.time < 0 ? "before" : "after",
                            event.time,
                            event.found.estimate(),
                            interval.low(),
                            interval.high());
                })
                .toList();
    }
}
