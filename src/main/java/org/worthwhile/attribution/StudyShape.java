package org.worthwhile.attribution;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
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
record StudyShape(
        Sample sample,
        Optional<double[]> treatment,
        Optional<Grouping> units,
        Optional<double[]> time,
        double[] starts) {

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
    boolean hasPanel() {
        return units.isPresent()
                && time.isPresent()
                && units.get().size() < sample.size()
                && DoubleStream.of(time.get()).distinct().count() > 1;
    }

    long treatedUnits() {
        return DoubleStream.of(starts).filter(Double::isFinite).count();
    }

    long differentStarts() {
        return DoubleStream.of(starts).filter(Double::isFinite).distinct().count();
    }

    /** How many different times there are before anybody is treated. */
    int timesBefore() {
        double start = DoubleStream.of(starts).min().orElse(Double.NaN);
        return (int) IntStream.range(0, sample.size())
                .mapToDouble(row -> time.orElseThrow()[row])
                .filter(value -> value < start)
                .distinct()
                .count();
    }
}
