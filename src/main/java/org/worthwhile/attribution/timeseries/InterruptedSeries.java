package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.Arrays;
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

/**
 * The series in order of time.
 *
 * @param startLabel the first time after the interruption, as the file writes it
 */
record InterruptedSeries(
        double[] time, double[] outcome, List<Term> controls, int before, String startLabel, List<Dropped> dropped) {

    static final String LEVEL = "level";
    static final String SLOPE = "slope";

    static InterruptedSeries of(StudyCase studyCase) {
        Study.Roles roles = studyCase.study().roles();
        String timeName = studyCase.required(roles.time(), "time");
        Sample sample = Sample.of(studyCase, roles.columns(), Set.of());
        double[] time = sample.numbers("/columns/time", timeName);
        Integer[] order = new Integer[time.length];
        Arrays.setAll(order, row -> row);
        Arrays.sort(order, (a, b) -> Double.compare(time[a], time[b]));
        int[] rows = Arrays.stream(order).mapToInt(Integer::intValue).toArray();
        double[] sorted = take(time, rows);
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == sorted[i - 1]) {
                throw studyCase.unusable(
                        "/columns/time",
                        "there is more than one row at " + sorted[i],
                        "leave one row for each time, with a filter or by adding them up");
            }
        }
        double[] outcome = take(sample.numbers("/columns/outcome", roles.outcome()), rows);
        List<Term> controls = LinearModel.covariates(sample, roles.covariates()).stream()
                .map(term -> new Term(term.name(), take(term.values(), rows)))
                .toList();
        int before = before(studyCase, sample, sorted, rows);
        return new InterruptedSeries(
                sorted,
                outcome,
                controls,
                before,
                sample.text(timeName, sorted[Math.min(before, sorted.length - 1)]),
                sample.dropped());
    }

    private static double[] take(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static int before(StudyCase studyCase, Sample sample, double[] time, int[] rows) {
        Optional<TimePoint> given = studyCase.options(SeriesOptions.class).start();
        if (given.isPresent()) {
            double start = given.get().value();
            return (int) Arrays.stream(time).filter(value -> value < start).count();
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
        return before;
    }

    int size() {
        return time.length;
    }

    int after() {
        return time.length - before;
    }

    /** The times before the interruption, as if it came half-way through them. */
    InterruptedSeries beforeOnly() {
        InterruptedSeries early = between(0, before);
        return new InterruptedSeries(early.time, early.outcome, early.controls, before / 2, startLabel, dropped);
    }

    /** The times from the {@code from}-th to before the {@code to}-th. */
    InterruptedSeries between(int from, int to) {
        return new InterruptedSeries(
                Arrays.copyOfRange(time, from, to),
                Arrays.copyOfRange(outcome, from, to),
                controls.stream()
                        .map(term -> new Term(term.name(), Arrays.copyOfRange(term.values(), from, to)))
                        .toList(),
                Math.clamp(before - (long) from, 0, to - from),
                startLabel,
                dropped);
    }

    /** Intercept, trend, level, slope, season and controls. Steps of time are counted and not measured. */
    List<Term> terms(SeriesOptions options) {
        int n = size();
        double[] trend = new double[n];
        double[] level = new double[n];
        double[] slope = new double[n];
        for (int i = 0; i < n; i++) {
            trend[i] = i;
            level[i] = i >= before ? 1 : 0;
            slope[i] = i >= before ? i - before : 0;
        }
        List<Term> terms = new ArrayList<>(List.of(
                LinearModel.intercept(n), new Term("trend", trend), new Term(LEVEL, level), new Term(SLOPE, slope)));
        int period = options.period();
        int harmonics = options.harmonics();
        if (period > 1 && harmonics == 0) {
            for (int season = 1; season < period; season++) {
                int own = season;
                double[] indicator = new double[n];
                Arrays.setAll(indicator, i -> i % period == own ? 1 : 0);
                terms.add(new Term(String.format(Locale.ROOT, "season %d", season + 1), indicator));
            }
        }
        for (int k = 1; period > 1 && k <= Math.min(harmonics, period / 2); k++) {
            double frequency = 2 * Math.PI * k / period;
            double[] cosine = new double[n];
            Arrays.setAll(cosine, i -> StrictMath.cos(frequency * i));
            terms.add(new Term("cosine " + k, cosine));
            if (2 * k != period) {
                double[] sine = new double[n];
                Arrays.setAll(sine, i -> StrictMath.sin(frequency * i));
                terms.add(new Term("sine " + k, sine));
            }
        }
        terms.addAll(controls);
        return terms;
    }
}
