package org.worthwhile.attribution.causes;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.options.TimePoint;
import org.worthwhile.attribution.period.Calendar;
import org.worthwhile.attribution.period.Periods;

/**
 * The two ends between which a difference is decomposed: periods of the study's calendar, or groups.
 *
 * @param places of the rows: the index of their period, or the rank of their group
 * @param from the place that the difference starts from
 * @param to the place at which it ends
 * @param fromLabel in words
 * @param notes what a reader should know of the calendar
 */
record Ends(int[] places, int from, int to, String fromLabel, String toLabel, List<Diagnostic> notes) {

    /** The rows of a decomposition that needs no ends: all at one place. */
    static Ends none(int rows) {
        return new Ends(new int[rows], 0, 0, "", "", List.of());
    }

    /**
     * By time.
     *
     * @throws org.worthwhile.problem.InvalidInput if no row is of a time that the study gives, or both are the same
     */
    static Ends ofTimes(StudyCase studyCase, Sample sample) {
        CausesOptions options = studyCase.options(CausesOptions.class);
        Periods periods = Periods.of(studyCase, sample);
        Calendar calendar = periods.calendar();
        int[] observed = calendar.observed();
        int from = options.from()
                .map(given -> place(studyCase, "from", calendar, given))
                .orElse(observed[0]);
        int to = options.to()
                .map(given -> place(studyCase, "to", calendar, given))
                .orElse(observed[observed.length - 1]);
        return between(studyCase, periods.indices(), from, to, calendar::label, calendar.diagnostics());
    }

    private static int place(StudyCase studyCase, String option, Calendar calendar, TimePoint given) {
        return calendar.from(given.text()).stream()
                .filter(period -> Arrays.binarySearch(calendar.observed(), period) >= 0)
                .findFirst()
                .orElseThrow(() -> noRow(studyCase, option, given));
    }

    /**
     * By the values of the column treatment, of which the least and the greatest are meant unless the study gives others.
     *
     * @throws org.worthwhile.problem.InvalidInput if no row has a value that the study gives, or both are the same
     */
    static Ends ofGroups(StudyCase studyCase, Sample sample, String treatment) {
        CausesOptions options = studyCase.options(CausesOptions.class);
        double[] values = sample.numbers("/columns/treatment", treatment);
        double[] groups = Arrays.stream(values).distinct().sorted().toArray();
        int from = options.from()
                .map(given -> group(studyCase, "from", groups, given))
                .orElse(0);
        int to =
                options.to().map(given -> group(studyCase, "to", groups, given)).orElse(groups.length - 1);
        int[] places = Arrays.stream(values)
                .mapToInt(value -> Arrays.binarySearch(groups, value))
                .toArray();
        return between(studyCase, places, from, to, group -> Column.Numeric.text(groups[group]), List.of());
    }

    private static int group(StudyCase studyCase, String option, double[] groups, TimePoint given) {
        return IntStream.range(0, groups.length)
                .filter(group -> isNumber(given.text(), groups[group]))
                .findFirst()
                .orElseThrow(() -> noRow(studyCase, option, given));
    }

    private static boolean isNumber(String text, double number) {
        return text.matches("[+-]?[0-9]+([.][0-9]+)?") && Double.parseDouble(text) == number;
    }

    private static RuntimeException noRow(StudyCase studyCase, String option, TimePoint given) {
        return studyCase.unusable(
                "/options/" + option, "no row is of " + given.text(), "give a value that the data have");
    }

    private static Ends between(
            StudyCase studyCase, int[] places, int from, int to, IntFunction<String> label, List<Diagnostic> notes) {
        if (from == to) {
            throw studyCase.unusable(
                    "/options/from",
                    "the two ends of the difference are the same, " + label.apply(from),
                    "give two that differ");
        }
        return new Ends(places, from, to, label.apply(from), label.apply(to), notes);
    }

    /** The rows at a place. */
    static int[] rowsAt(int[] places, int place) {
        return IntStream.range(0, places.length)
                .filter(row -> places[row] == place)
                .toArray();
    }

    /** How many clusters have rows at the end that has fewer, or 2 where one has a single one. */
    int fewest(int[] clusters) {
        return Math.max(2, (int) IntStream.of(from, to)
                .mapToLong(end -> IntStream.of(rowsAt(places, end))
                        .map(row -> clusters[row])
                        .distinct()
                        .count())
                .min()
                .orElseThrow());
    }

    /** The ends by the names of the roles that a study gives: its treatment, or otherwise its time. */
    static Ends ofGroupsOrTimes(StudyCase studyCase, Sample sample) {
        Optional<String> treatment = studyCase.study().roles().treatment();
        return treatment.isPresent() ? ofGroups(studyCase, sample, treatment.get()) : ofTimes(studyCase, sample);
    }
}
