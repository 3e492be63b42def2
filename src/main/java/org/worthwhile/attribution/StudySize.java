package org.worthwhile.attribution;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.period.Calendar;
import org.worthwhile.attribution.period.Periods;
import org.worthwhile.attribution.period.Starts;

/**
 * How many units and periods an answer rests on.
 *
 * @param treated units that are treated in some period; rows where no column names units; empty where treatment is not yes or no,
 *     the estimator used fewer rows than the study has, or a series is compared with its own past
 * @param compared the other units, likewise
 * @param periods in which anything was observed; empty where the study names no time
 * @param first label of the first of them; empty without any
 * @param last likewise
 * @param missingPeriods labels of those between the first and the last in which nothing was observed
 */
public record StudySize(
        OptionalLong treated,
        OptionalLong compared,
        OptionalInt periods,
        String first,
        String last,
        List<String> missingPeriods) {

    public static final StudySize UNKNOWN =
            new StudySize(OptionalLong.empty(), OptionalLong.empty(), OptionalInt.empty(), "", "", List.of());

    public StudySize {
        missingPeriods = List.copyOf(missingPeriods);
    }

    /** The size of a study that has been answered. */
    static StudySize of(StudyCase studyCase, Attribution found) {
        Sample sample = Periods.sample(studyCase);
        Optional<Periods> periods = Periods.ifNamed(studyCase, sample);
        Optional<Calendar> calendar = periods.map(Periods::calendar);
        boolean ownPast = studyCase.study().design().method().comparesWithOwnPast();
        Optional<boolean[]> treated = sample.size() == found.observations() && !ownPast
                ? treated(studyCase, sample, periods)
                : Optional.empty();
        return new StudySize(
                treated.map(units -> OptionalLong.of(count(units, true))).orElse(OptionalLong.empty()),
                treated.map(units -> OptionalLong.of(count(units, false))).orElse(OptionalLong.empty()),
                calendar.map(of -> OptionalInt.of(of.observed().length)).orElse(OptionalInt.empty()),
                calendar.map(of -> of.label(0)).orElse(""),
                calendar.map(of -> of.label(of.size() - 1)).orElse(""),
                calendar.map(of ->
                                IntStream.of(of.missing()).mapToObj(of::label).toList())
                        .orElse(List.of()));
    }

    private static long count(boolean[] units, boolean treated) {
        return IntStream.range(0, units.length)
                .filter(unit -> units[unit] == treated)
                .count();
    }

    /** By unit, or by row where no column names units; empty where treatment is not yes or no. */
    private static Optional<boolean[]> treated(StudyCase studyCase, Sample sample, Optional<Periods> periods) {
        Study.Roles roles = studyCase.study().roles();
        int[] units = roles.unit()
                .map(sample::grouping)
                .map(Grouping::codes)
                .orElseGet(() -> IntStream.range(0, sample.size()).toArray());
        boolean[] treated = new boolean[IntStream.of(units).max().orElse(-1) + 1];
        if (roles.treatmentStart().isPresent() && periods.isPresent()) {
            Starts starts = periods.get().starts(studyCase, sample);
            IntStream.range(0, sample.size())
                    .forEach(row -> treated[units[row]] |=
                            starts.isTreated(row, periods.get().of(row)));
            return Optional.of(treated);
        }
        Optional<double[]> values = roles.treatment()
                .filter(sample::hasNumbers)
                .map(name -> sample.numbers("/columns/treatment", name))
                .filter(all -> DoubleStream.of(all).allMatch(value -> value == 0 || value == 1));
        values.ifPresent(all -> IntStream.range(0, all.length).forEach(row -> treated[units[row]] |= all[row] == 1));
        return values.map(_ -> treated);
    }
}
