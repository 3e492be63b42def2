package org.worthwhile.attribution.timeseries;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;

/**
 * The terms of a segmented regression: intercept, trend, the change of level and slope at each interruption, season and controls
 * (Wagner and others 2002). With series to compare, each has a level and a trend of its own, all change alike at interruptions,
 * and what the interrupted one changes by beyond that is its effect (Linden 2015, Stata Journal 15). Periods are counted on the
 * calendar, across gaps.
 */
record SegmentedTerms(InterruptedSeries series, Season season) {

    /** The change of level that is asked about. */
    static final String LEVEL = "level";

    /** The change of trend that is asked about, for each period. */
    static final String SLOPE = "slope";

    static final String TREND = "trend";

    /** By how much the interrupted series is steeper than the first that it is compared with, before interruptions. */
    static final String TREND_APART = "trend of the interrupted series";

    private static final String SEASON = "season ";
    private static final String COSINE = "cosine ";
    private static final String SINE = "sine ";

    static boolean isSeasonal(Term term) {
        return Stream.of(SEASON, COSINE, SINE).anyMatch(term.name()::startsWith);
    }

    static String level(String interruption) {
        return "level at " + interruption;
    }

    static String slope(String interruption) {
        return "slope at " + interruption;
    }

    static String trendOf(String unit) {
        return "trend of " + unit;
    }

    List<Term> all() {
        List<Term> terms = new ArrayList<>(List.of(
                LinearModel.intercept(series.rows()),
                new Term(TREND, values(row -> series.periods()[row] - origin()))));
        if (series.hasComparison()) {
            terms.addAll(levelsAndTrends());
            terms.addAll(changes(series.start(), "common change of level", "common change of slope", _ -> true));
            for (int other : series.others()) {
                String label = series.calendar().label(other);
                terms.addAll(changes(
                        other, "common change of level at " + label, "common change of slope at " + label, _ -> true));
            }
        }
        terms.addAll(changes(series.start(), LEVEL, SLOPE, series::isOwn));
        for (int other : series.others()) {
            String label = series.calendar().label(other);
            terms.addAll(changes(other, level(label), slope(label), series::isOwn));
        }
        terms.addAll(seasonal());
        terms.addAll(series.controls());
        return terms;
    }

    private int origin() {
        return IntStream.of(series.periods()).min().orElse(0);
    }

    private double[] values(IntToDoubleFunction value) {
        return IntStream.range(0, series.rows()).mapToDouble(value).toArray();
    }

    /** Of each series but the second, which the others are set against. */
    private List<Term> levelsAndTrends() {
        List<Term> terms = new ArrayList<>();
        for (int unit = 0; unit < series.units().size(); unit++) {
            if (unit == InterruptedSeries.INTERRUPTED + 1) {
                continue;
            }
            int own = unit;
            String label = series.units().labels().get(unit);
            boolean interrupted = unit == InterruptedSeries.INTERRUPTED;
            terms.add(new Term(
                    interrupted ? "the interrupted series" : "series " + label,
                    values(row -> series.units().codes()[row] == own ? 1 : 0)));
            terms.add(new Term(
                    interrupted ? TREND_APART : trendOf(label),
                    values(row -> series.units().codes()[row] == own ? series.periods()[row] - origin() : 0)));
        }
        return terms;
    }

    private List<Term> changes(int start, String level, String slope, IntPredicate ofSeries) {
        return List.of(
                new Term(level, values(row -> ofSeries.test(row) && series.periods()[row] >= start ? 1 : 0)),
                new Term(slope, values(row -> ofSeries.test(row) ? Math.max(0, series.periods()[row] - start) : 0)));
    }

    /** The place of a row in its season, from 0 for that of the first period. */
    private int place(int row) {
        return (series.periods()[row] - origin()) % season.period();
    }

    private List<Term> seasonal() {
        List<Term> terms = new ArrayList<>();
        int period = season.period();
        int harmonics = season.harmonics();
        if (period > 1 && harmonics == 0) {
            for (int time = 1; time < period; time++) {
                int own = time;
                terms.add(new Term(
                        String.format(Locale.ROOT, SEASON + "%d", time + 1), values(row -> place(row) == own ? 1 : 0)));
            }
        }
        for (int k = 1; period > 1 && k <= Math.min(harmonics, period / 2); k++) {
            double frequency = 2 * Math.PI * k / period;
            terms.add(new Term(COSINE + k, values(row -> StrictMath.cos(frequency * place(row)))));
            if (2 * k != period) {
                terms.add(new Term(SINE + k, values(row -> StrictMath.sin(frequency * place(row)))));
            }
        }
        return terms;
    }

    /** How many of the terms the interrupted series would have alone. */
    int ofOneSeries() {
        int compared = series.units().size() - 1;
        int interruptions = 1 + series.others().length;
        return all().size() - (compared > 0 ? 2 * compared + 2 * interruptions : 0);
    }

    /** Those of the terms that a fit kept, in its order. */
    static List<Term> kept(List<Term> terms, List<String> names) {
        return names.stream()
                .map(name -> terms.stream()
                        .filter(term -> term.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
