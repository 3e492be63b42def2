package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.options.SeriesOptions;
import org.worthwhile.attribution.options.TimePoint;
import org.worthwhile.attribution.period.Calendar;
import org.worthwhile.attribution.period.Periods;

/**
 * The series in order of time, with a row for each observed period.
 *
 * @param periods of the rows, as indices on the calendar
 * @param start the first period after the interruption, observed or not
 */
record InterruptedSeries(
        Calendar calendar, int[] periods, double[] outcome, List<Term> controls, int start, List<Dropped> dropped) {

    static final String LEVEL = "level";
    static final String SLOPE = "slope";

    static InterruptedSeries of(StudyCase studyCase) {
        Study.Roles roles = studyCase.study().roles();
        Sample sample = Sample.of(studyCase, roles.columns(), Set.of());
        Periods periods = Periods.of(studyCase, sample);
        Calendar calendar = periods.calendar();
        if (calendar.isOrderOnly()) {
            throw studyCase.unusable(
                    "/columns/time",
                    "the times in '" + periods.column()
                            + "' are not equally spaced, so that a trend cannot be followed",
                    "use one row for each day, week, month, quarter or year");
        }
        int[] rows = IntStream.range(0, sample.size())
                .boxed()
                .sorted(Comparator.comparingInt(periods::of))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] sorted = IntStream.of(rows).map(periods::of).toArray();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                throw studyCase.unusable(
                        "/columns/time",
                        "there is more than one row at " + calendar.label(sorted[i]),
                        "leave one row for each time, with a filter or by adding them up");
            }
        }
        double[] outcome = take(sample.numbers("/columns/outcome", roles.outcome()), rows);
        List<Term> controls = LinearModel.covariates(sample, roles.covariates()).stream()
                .map(term -> new Term(term.name(), take(term.values(), rows)))
                .toList();
        return new InterruptedSeries(
                calendar,
                sorted,
                outcome,
                controls,
                start(studyCase, sample, calendar, sorted, rows),
                sample.dropped());
    }

    private static double[] take(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static int start(StudyCase studyCase, Sample sample, Calendar calendar, int[] periods, int[] rows) {
        Optional<TimePoint> given = studyCase.options(SeriesOptions.class).start();
        if (given.isPresent()) {
            String text = given.get().text();
            return calendar.from(text)
                    .orElseThrow(() -> studyCase.unusable(
                            "/options/start",
                            "'" + text + "' is no time like those of the series, such as '" + calendar.label(0) + "'",
                            "write it as the times of the data are written"));
        }
        String treatment = studyCase.required(studyCase.study().roles().treatment(), "treatment (or the option start)");
        double[] treated = take(sample.numbers("/columns/treatment", treatment), rows);
        int before = (int) Arrays.stream(treated).takeWhile(value -> value == 0).count();
        for (int i = before; i < treated.length; i++) {
            if (treated[i] != 1) {
                throw studyCase.unusable(
                        "/columns/treatment",
                        "'" + treatment + "' is not 0 before the interruption and 1 ever after",
                        "mend it, or give the option start");
            }
        }
        return before < periods.length ? periods[before] : periods[before - 1] + 1;
    }

    int size() {
        return periods.length;
    }

    /** How many rows come before the interruption. */
    int before() {
        return (int) IntStream.of(periods).takeWhile(period -> period < start).count();
    }

    int after() {
        return size() - before();
    }

    String startLabel() {
        return calendar.label(start);
    }

    /** The row as a number along the axis of plots. */
    double plotted(int row) {
        return calendar.plotted(periods[row]);
    }

    /** Periods since the interruption, negative before it. */
    int since(int row) {
        return periods[row] - start;
    }

    /** The rows before the interruption, as if it came half-way through them. */
    InterruptedSeries beforeOnly() {
        int before = before();
        InterruptedSeries early = between(0, before);
        return new InterruptedSeries(
                calendar, early.periods, early.outcome, early.controls, periods[before / 2], dropped);
    }

    /** The rows from the {@code from}-th to before the {@code to}-th. */
    InterruptedSeries between(int from, int to) {
        return new InterruptedSeries(
                calendar,
                Arrays.copyOfRange(periods, from, to),
                Arrays.copyOfRange(outcome, from, to),
                controls.stream()
                        .map(term -> new Term(term.name(), Arrays.copyOfRange(term.values(), from, to)))
                        .toList(),
                start,
                dropped);
    }

    /** The place of a row in its season, from 0 for that of the first row. */
    private int season(int row, int length) {
        return (periods[row] - periods[0]) % length;
    }

    /** Intercept, trend, level, slope, season and controls; periods are counted on the calendar, across gaps. */
    List<Term> terms(SeriesOptions options) {
        int n = size();
        double[] trend = new double[n];
        double[] level = new double[n];
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            trend[i] = periods[i] - periods[0];
            level[i] = since(i) >= 0 ? 1 : 0;
            slope[i] = Math.max(0, since(i));
        }
        List<Term> terms = new ArrayList<>(List.of(
                LinearModel.intercept(n), new Term("trend", trend), new Term(LEVEL, level), new Term(SLOPE, slope)));
        int period = options.period();
        int harmonics = options.harmonics();
        if (period > 1 && harmonics == 0) {
            for (int season = 1; season < period; season++) {
                int own = season;
                double[] indicator = new double[n];
                Arrays.setAll(indicator, i -> season(i, period) == own ? 1 : 0);
                terms.add(new Term(String.format(Locale.ROOT, "season %d", season + 1), indicator));
            }
        }
        for (int k = 1; period > 1 && k <= Math.min(harmonics, period / 2); k++) {
            double frequency = 2 * Math.PI * k / period;
            double[] cosine = new double[n];
            Arrays.setAll(cosine, i -> StrictMath.cos(frequency * season(i, period)));
            terms.add(new Term("cosine " + k, cosine));
            if (2 * k != period) {
                double[] sine = new double[n];
                Arrays.setAll(sine, i -> StrictMath.sin(frequency * season(i, period)));
                terms.add(new Term("sine " + k, sine));
            }
        }
        terms.addAll(controls);
        return terms;
    }
}
