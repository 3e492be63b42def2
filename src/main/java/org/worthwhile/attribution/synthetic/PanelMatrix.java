package org.worthwhile.attribution.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.BinaryTreatment;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.period.Calendar;
import org.worthwhile.attribution.period.Periods;

/**
 * A panel in which some units are treated from one period on: controls first, then the treated. Units stand in the order of
 * their outcomes, so that neither the order of rows nor the names of units decide anything.
 *
 * @param outcomes by unit and period
 * @param controls how many units are never treated
 * @param before how many periods come before treatment
 * @param periods the observed periods as indices on the calendar, rising
 */
record PanelMatrix(
        double[][] outcomes,
        int controls,
        int before,
        List<String> units,
        Calendar calendar,
        int[] periods,
        List<Dropped> dropped) {

    private static final int MOST_NAMED = 5;

    /** A unit's outcomes and treatment by observed period; an outcome that is not there is NaN. */
    private record UnitSeries(String name, double[] outcomes, boolean[] treated) {

        boolean isComplete() {
            return Arrays.stream(outcomes).noneMatch(Double::isNaN);
        }

        boolean isTreated() {
            return IntStream.range(0, treated.length).anyMatch(t -> treated[t]);
        }

        /** The position of the first treated period. */
        int start() {
            return IntStream.range(0, treated.length)
                    .filter(t -> treated[t])
                    .findFirst()
                    .orElse(treated.length);
        }
    }

    /**
     * The matrix of the study's rows; controls without a row in every period are left out and counted.
     *
     * @throws org.worthwhile.problem.InvalidInput if a treated unit is missing a row, or treatment makes no block
     */
    static PanelMatrix of(StudyCase studyCase, Sample sample) {
        Study.Roles roles = studyCase.study().roles();
        Grouping units = sample.grouping(studyCase.required(roles.unit(), "unit"));
        Periods periods = Periods.of(studyCase, sample);
        Calendar calendar = periods.calendar();
        List<UnitSeries> all = new ArrayList<>(series(studyCase, sample, units, periods));
        all.sort(Comparator.<UnitSeries, double[]>comparing(UnitSeries::outcomes, Arrays::compare)
                .thenComparing(UnitSeries::name));
        List<UnitSeries> treated = all.stream().filter(UnitSeries::isTreated).toList();
        requireComplete(studyCase, treated, calendar);
        List<UnitSeries> never = all.stream()
                .filter(unit -> !unit.isTreated() && unit.isComplete())
                .toList();
        List<Dropped> dropped = new ArrayList<>(sample.dropped());
        int incomplete = all.size() - treated.size() - never.size();
        if (incomplete > 0) {
            dropped.add(new Dropped("untreated units with a missing row in some period", incomplete));
        }
        int before = requireBlock(studyCase, treated, never, calendar);
        List<UnitSeries> ordered = new ArrayList<>(never);
        ordered.addAll(treated);
        return new PanelMatrix(
                ordered.stream().map(UnitSeries::outcomes).toArray(double[][]::new),
                never.size(),
                before,
                ordered.stream().map(UnitSeries::name).toList(),
                calendar,
                calendar.observed(),
                dropped);
    }

    private static List<UnitSeries> series(StudyCase studyCase, Sample sample, Grouping units, Periods periods) {
        Study.Roles roles = studyCase.study().roles();
        boolean[] treated = BinaryTreatment.of(
                studyCase,
                sample,
                "write 1 in the rows of treated units from when treatment begins, and 0 in all others");
        double[] outcome = sample.numbers("/columns/outcome", roles.outcome());
        int[] observed = periods.calendar().observed();
        List<UnitSeries> series = units.labels().stream()
                .map(name -> new UnitSeries(name, unseen(observed.length), new boolean[observed.length]))
                .toList();
        for (int row = 0; row < outcome.length; row++) {
            UnitSeries unit = series.get(units.codes()[row]);
            int t = Arrays.binarySearch(observed, periods.of(row));
            if (!Double.isNaN(unit.outcomes[t])) {
                throw studyCase.unusable(
                        "/columns/unit",
                        "'" + unit.name + "' has more than one row at "
                                + periods.calendar().label(periods.of(row)),
                        "leave one row for each unit and time");
            }
            unit.outcomes[t] = outcome[row];
            unit.treated[t] = treated[row];
        }
        return series;
    }

    private static double[] unseen(int count) {
        double[] unseen = new double[count];
        Arrays.fill(unseen, Double.NaN);
        return unseen;
    }

    private static void requireComplete(StudyCase studyCase, List<UnitSeries> treated, Calendar calendar) {
        int[] observed = calendar.observed();
        List<String> missing = treated.stream()
                .flatMap(unit -> IntStream.range(0, observed.length)
                        .filter(t -> Double.isNaN(unit.outcomes[t]))
                        .mapToObj(t -> "'" + unit.name + "' in " + calendar.label(observed[t])))
                .toList();
        if (!missing.isEmpty()) {
            throw studyCase.unusable(
                    "/columns/outcome",
                    "the outcome of a treated unit is missing: "
                            + String.join(", ", missing.subList(0, Math.min(MOST_NAMED, missing.size())))
                            + (missing.size() > MOST_NAMED ? " and " + (missing.size() - MOST_NAMED) + " more" : ""),
                    "fill the gap in the data, or leave these periods out of all units with a filter");
        }
    }

    private static int requireBlock(
            StudyCase studyCase, List<UnitSeries> treated, List<UnitSeries> never, Calendar calendar) {
        if (treated.isEmpty() || never.isEmpty()) {
            throw studyCase.unusable(
                    "/columns/treatment",
                    treated.isEmpty() ? "no unit is treated" : "no untreated unit is seen in every period",
                    "use data with treated units and others that never are, at every time");
        }
        int first = treated.getFirst().start();
        for (UnitSeries unit : treated) {
            boolean stays = IntStream.range(unit.start(), unit.treated.length).allMatch(t -> unit.treated[t]);
            if (unit.start() != first || !stays) {
                throw studyCase.unusable(
                        "/columns/treatment",
                        stays
                                ? "units are treated from different times"
                                : "'" + unit.name + "' is treated for a while only",
                        "use difference-in-differences, or a filter that leaves units treated from one time on");
            }
        }
        if (first < 2) {
            throw studyCase.unusable(
                    "/columns/treatment",
                    "treatment begins at " + calendar.label(calendar.observed()[first])
                            + ", with fewer than two times before it",
                    "use data from further back");
        }
        return first;
    }

    int treated() {
        return outcomes.length - controls;
    }

    int after() {
        return periods.length - before;
    }

    /** The name of a period by its position. */
    String label(int position) {
        return calendar.label(periods[position]);
    }

    /** A period as a number along the axis of plots. */
    double plotted(int position) {
        return calendar.plotted(periods[position]);
    }

    /** The matrix of other units: controls and treated by their positions here. */
    PanelMatrix among(int[] controlUnits, int[] treatedUnits) {
        int[] all = IntStream.concat(IntStream.of(controlUnits), IntStream.of(treatedUnits))
                .toArray();
        return new PanelMatrix(
                IntStream.of(all).mapToObj(i -> outcomes[i]).toArray(double[][]::new),
                controlUnits.length,
                before,
                IntStream.of(all).mapToObj(units::get).toList(),
                calendar,
                periods,
                dropped);
    }

    /** The matrix as if treatment began at an earlier position, later ones left out. */
    PanelMatrix until(int earlier, int last) {
        return new PanelMatrix(
                Arrays.stream(outcomes).map(row -> Arrays.copyOf(row, last)).toArray(double[][]::new),
                controls,
                earlier,
                units,
                calendar,
                Arrays.copyOf(periods, last),
                dropped);
    }
}
