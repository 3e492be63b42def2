package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Grouping;

/**
 * What the columns of a study look like, whatever its design.
 *
 * @param treatment by row, where it is numbers; a missing one is NaN
 * @param time by row, where it is numbers
 * @param starts by unit, when it is first treated; positive infinity for never; empty without units and times
 */
public record StudyShape(
        Sample sample,
        Optional<double[]> treatment,
        Optional<Grouping> units,
        Optional<double[]> time,
        double[] starts) {

    private static final int FEW = 5;

    /** Checks that are about the data alone. */
    private static final Set<String> OF_THE_DATA = Set.of(
            "clusters",
            "repeated-units",
            "repeated-rows",
            "missing-periods",
            "calendar",
            "collinear-terms",
            "no-variation",
            "mass-points",
            "small-group",
            "unbalanced-panel",
            "weights-vary");

    static StudyShape of(StudyCase studyCase) {
        Study.Roles roles = studyCase.study().roles();
        Sample sample = Sample.of(
                studyCase, roles.columns(), new HashSet<>(roles.columns().values()));
        Optional<double[]> treatment = numbers(sample, roles.treatment(), "treatment");
        Optional<Grouping> units = roles.unit().map(sample::grouping);
        Optional<double[]> time = numbers(sample, roles.time(), "time");
        double[] starts = units.isPresent() && time.isPresent()
                ? starts(units.get(), time.get(), treatment, numbers(sample, roles.treatmentStart(), "treatmentStart"))
                : new double[0];
        return new StudyShape(sample, treatment, units, time, starts);
    }

    private static Optional<double[]> numbers(Sample sample, Optional<String> column, String role) {
        return column.filter(sample::hasNumbers).map(name -> sample.numbers("/columns/" + role, name));
    }

    private static double[] starts(
            Grouping units, double[] time, Optional<double[]> treatment, Optional<double[]> given) {
        double[] starts = new double[units.size()];
        Arrays.fill(starts, Double.POSITIVE_INFINITY);
        for (int row = 0; row < time.length; row++) {
            double at = given.isPresent()
                    ? given.get()[row] > 0 ? given.get()[row] : Double.POSITIVE_INFINITY
                    : treatment.isPresent() && treatment.get()[row] > 0 ? time[row] : Double.POSITIVE_INFINITY;
            int unit = units.codes()[row];
            starts[unit] = Math.min(starts[unit], at);
        }
        return starts;
    }

    /** Whether units are seen at several times. */
    public boolean hasPanel() {
        return units.isPresent()
                && time.isPresent()
                && units.get().size() < sample.size()
                && DoubleStream.of(time.get()).distinct().count() > 1;
    }

    /**
     * What is odd about the data for a design that has been run.
     *
     * @param tried its answer, of which only what it says of the data and nothing of the outcome is repeated
     */
    List<String> cautions(Design design, Attribution tried) {
        List<String> cautions = new ArrayList<>();
        boolean overTime = hasPanel() && design.method().comparesUnitsOverTime();
        if (overTime && unitsThatStop() > 0) {
            cautions.add(String.format(
                    Locale.UK,
                    "Treatment ends again in %,d %s; the effect is taken to end with it.",
                    unitsThatStop(),
                    unitsThatStop() == 1 ? "unit" : "units"));
        }
        if (overTime && differentStarts() > 1) {
            cautions.add(String.format(
                    Locale.UK,
                    "Treatment begins at %,d different times; two-way fixed effects would compare units treated early with"
                            + " those treated late.",
                    differentStarts()));
        }
        if (overTime && treatedUnits() > 0 && hasFewTreated()) {
            cautions.add(String.format(
                    Locale.UK,
                    "Only %,d %s treated, so that one of them decides much.",
                    treatedUnits(),
                    treatedUnits() == 1 ? "unit is" : "units are"));
        }
        tried.diagnostics().stream()
                .filter(diagnostic -> OF_THE_DATA.contains(diagnostic.id()))
                .filter(diagnostic -> diagnostic.outcome() != Diagnostic.Outcome.PASS
                        && diagnostic.outcome() != Diagnostic.Outcome.INFO)
                .map(Diagnostic::message)
                .forEach(cautions::add);
        return cautions;
    }

    /** Units whose treatment, where it is a column of 0 and 1, ends again. */
    public long unitsThatStop() {
        if (units.isEmpty() || time.isEmpty() || treatment.isEmpty()) {
            return 0;
        }
        boolean[] stops = new boolean[units.get().size()];
        for (int row = 0; row < sample.size(); row++) {
            int unit = units.get().codes()[row];
            stops[unit] |= treatment.get()[row] == 0 && time.get()[row] > starts[unit];
        }
        return IntStream.range(0, stops.length).filter(unit -> stops[unit]).count();
    }

    /** Whether so few units are treated that one of them decides a comparison of averages. */
    public boolean hasFewTreated() {
        return treatedUnits() < FEW;
    }

    /** Units that are treated at some time. */
    public long treatedUnits() {
        return DoubleStream.of(starts).filter(Double::isFinite).count();
    }

    /** How many different times there are at which treatment begins. */
    public long differentStarts() {
        return DoubleStream.of(starts).filter(Double::isFinite).distinct().count();
    }

    /** How many different times there are before anybody is treated. */
    public int timesBefore() {
        double start = DoubleStream.of(starts).min().orElse(Double.NaN);
        return (int) IntStream.range(0, sample.size())
                .mapToDouble(row -> time.orElseThrow()[row])
                .filter(value -> value < start)
                .distinct()
                .count();
    }
}
