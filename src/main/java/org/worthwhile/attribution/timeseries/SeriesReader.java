package org.worthwhile.attribution.timeseries;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.options.TimePoint;
import org.worthwhile.attribution.period.Calendar;
import org.worthwhile.attribution.period.DateOrders;
import org.worthwhile.attribution.period.Periods;

/** Lays out a study's rows as an interrupted series and those it is compared with. */
final class SeriesReader {

    private final StudyCase studyCase;
    private final Study.Roles roles;
    private final SeriesOptions options;
    private final Sample sample;
    private final Periods periods;
    private final Calendar calendar;
    private final Grouping units;

    private SeriesReader(StudyCase studyCase) {
        this.studyCase = studyCase;
        this.roles = studyCase.study().roles();
        this.options = studyCase.options(SeriesOptions.class);
        Map<String, String> columns = roles.columns();
        options.exposure().ifPresent(name -> columns.put("/options/exposure", name));
        this.sample = Sample.of(studyCase, columns, Set.of());
        this.periods = Periods.of(studyCase, sample);
        this.calendar = periods.calendar();
        this.units = roles.unit().map(sample::grouping).orElse(Grouping.of(sample.size(), _ -> ""));
    }

    /**
     * Reads the series.
     *
     * @throws org.worthwhile.problem.InvalidInput if times are not equally spaced or repeated, the interruption or the
     *     interrupted series cannot be told, or counts and exposures are none
     */
    static InterruptedSeries read(StudyCase studyCase) {
        return new SeriesReader(studyCase).series();
    }

    private InterruptedSeries series() {
        if (calendar.isOrderOnly()) {
            throw studyCase.unusable(
                    "/columns/time",
                    "the times in '" + periods.column()
                            + "' are not equally spaced, so that a trend cannot be followed",
                    DateOrders.of(studyCase.dataset().column(periods.column()).orElseThrow())
                            .map(orders -> "write all dates in one order, as they " + orders.sentence())
                            .orElse("use one row for each day, week, month, quarter or year"));
        }
        Optional<double[]> treatment = roles.treatment().map(name -> sample.numbers("/columns/treatment", name));
        int own = units.size() == 1 ? 0 : interrupted(treatment);
        int[] rows = IntStream.range(0, sample.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(row -> units.codes()[row] == own ? -1 : units.codes()[row])
                        .thenComparingInt(periods::of))
                .mapToInt(Integer::intValue)
                .toArray();
        Grouping sorted = Grouping.of(rows.length, row -> units.labels().get(units.codes()[rows[row]]));
        int[] indices = IntStream.of(rows).map(periods::of).toArray();
        requireOneRowEach(sorted, indices);
        int size = (int) IntStream.of(sorted.codes())
                .filter(code -> code == InterruptedSeries.INTERRUPTED)
                .count();
        int start = options.start()
                .map(given -> place("/options/start", given))
                .orElseGet(() -> startOf(
                        Arrays.copyOf(indices, size),
                        treatment.map(values -> Arrays.copyOf(Matrices.take(values, rows), size))));
        List<Term> controls = LinearModel.covariates(sample, roles.covariates()).stream()
                .map(term -> new Term(term.name(), Matrices.take(term.values(), rows)))
                .toList();
        return new InterruptedSeries(
                calendar,
                indices,
                sorted,
                outcome(rows),
                exposure(rows),
                controls,
                start,
                others(start),
                sample.dropped());
    }

    /** The group of the one unit that is treated. */
    private int interrupted(Optional<double[]> treatment) {
        double[] treated = treatment.orElseThrow(() -> studyCase.unusable(
                "/columns",
                "there are " + units.size() + " series, and none is named as the interrupted one",
                "name under columns a treatment that is 1 in the interrupted series from the interruption on"));
        int[] own = IntStream.range(0, treated.length)
                .filter(row -> treated[row] == 1)
                .map(row -> units.codes()[row])
                .distinct()
                .toArray();
        if (own.length != 1) {
            throw studyCase.unusable(
                    "/columns/treatment",
                    (own.length == 0 ? "no series is" : own.length + " series are")
                            + " treated, where one interrupted series is compared with others",
                    own.length == 0
                            ? "write 1 in the interrupted series from the interruption on"
                            : "leave one treated series, with a filter, or use difference-in-differences");
        }
        return own[0];
    }

    private void requireOneRowEach(Grouping sorted, int[] indices) {
        for (int i = 1; i < indices.length; i++) {
            if (indices[i] == indices[i - 1] && sorted.codes()[i] == sorted.codes()[i - 1]) {
                throw studyCase.unusable(
                        "/columns/time",
                        "there is more than one row at " + calendar.label(indices[i])
                                + (units.size() > 1 ? " of '" + sorted.labels().get(sorted.codes()[i]) + "'" : ""),
                        "leave one row for each time, with a filter or by adding them up"
                                + (roles.unit().isPresent()
                                        ? ""
                                        : ", or name the unit if there are several series to compare"));
            }
        }
    }

    private int place(String pointer, TimePoint given) {
        return calendar.from(given.text())
                .orElseThrow(() -> studyCase.unusable(
                        pointer,
                        "'" + given.text() + "' is no time like those of the series, such as '" + calendar.label(0)
                                + "'",
                        "write it as the times of the data are written"));
    }

    private int startOf(int[] times, Optional<double[]> treatment) {
        String name = studyCase.required(roles.treatment(), "treatment (or the option start)");
        double[] treated = treatment.orElseThrow();
        int before = (int) Arrays.stream(treated).takeWhile(value -> value == 0).count();
        for (int i = before; i < treated.length; i++) {
            if (treated[i] != 1) {
                throw studyCase.unusable(
                        "/columns/treatment",
                        "'" + name + "' is not 0 before the interruption and 1 ever after",
                        "mend it, or give the option start");
            }
        }
        return before < times.length ? times[before] : times[before - 1] + 1;
    }

    private int[] others(int start) {
        return IntStream.range(0, options.interruptions().size())
                .map(i -> place(
                        "/options/interruptions/" + i, options.interruptions().get(i)))
                .filter(other -> other != start)
                .sorted()
                .distinct()
                .toArray();
    }

    private double[] outcome(int[] rows) {
        double[] outcome = sample.numbers("/columns/outcome", roles.outcome());
        if (options.ofCounts()) {
            sample.rowsOf(roles.outcome(), outcome, value -> value < 0 || value != Math.rint(value))
                    .ifPresent(wrong -> {
                        throw studyCase.unusable(
                                "/columns/outcome",
                                "'" + roles.outcome() + "' holds " + wrong + " of the data where counts are needed",
                                "use whole numbers from 0 on, with what they are out of as the option exposure, or leave"
                                        + " out the option family");
                    });
        }
        return Matrices.take(outcome, rows);
    }

    private double[] exposure(int[] rows) {
        if (options.exposure().isEmpty()) {
            return LinearModel.ones(rows.length);
        }
        String name = options.exposure().get();
        if (!options.ofCounts()) {
            throw studyCase.unusable(
                    "/options/exposure",
                    "an exposure is used with counts alone",
                    "give the option family as poisson or negative-binomial, or leave exposure out");
        }
        double[] exposure = sample.numbers("/options/exposure", name);
        sample.rowsOf(name, exposure, value -> !(value > 0)).ifPresent(wrong -> {
            throw studyCase.unusable(
                    "/options/exposure",
                    "the exposure '" + name + "' is not above 0: " + wrong + " of the data",
                    "leave such rows out with a filter, or mend them");
        });
        return Matrices.take(exposure, rows);
    }
}
