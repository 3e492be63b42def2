package org.worthwhile.attribution.synthetic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;

/**
 * A panel in which some units are treated from one time on: controls first, then the treated.
 *
 * @param outcomes by unit and time
 * @param controls how many units are never treated
 * @param before how many times come before treatment
 */
record TreatedBlock(
        double[][] outcomes, int controls, int before, List<String> units, double[] times, List<Dropped> dropped) {

    /** The block of the study's rows; units without a row at every time are left out and counted. */
    static TreatedBlock of(StudyCase studyCase, Sample sample) {
        Study.Roles roles = studyCase.study().roles();
        String unit = studyCase.required(roles.unit(), "unit");
        String time = studyCase.required(roles.time(), "time");
        String treatment = studyCase.required(roles.treatment(), "treatment");
        Grouping units = sample.grouping(unit);
        double[] time0 = sample.numbers("/columns/time", time);
        double[] outcome = sample.numbers("/columns/outcome", roles.outcome());
        double[] treated = sample.numbers("/columns/treatment", treatment);
        double[] times = Arrays.stream(time0).sorted().distinct().toArray();
        double[][][] rows = new double[units.size()][][];
        Arrays.setAll(rows, _ -> empty(times.length));
        for (int row = 0; row < outcome.length; row++) {
            if (treated[row] != 0 && treated[row] != 1) {
                throw studyCase.unusable(
                        "/columns/treatment",
                        "'" + treatment + "' holds " + treated[row] + " where 0 or 1 is needed",
                        "write 1 in the rows of treated units from when treatment begins, and 0 in all others");
            }
            double[][] own = rows[units.codes()[row]];
            int t = Arrays.binarySearch(times, time0[row]);
            if (!Double.isNaN(own[0][t])) {
                throw studyCase.unusable(
                        "/columns/unit",
                        "'" + units.labels().get(units.codes()[row]) + "' has more than one row at " + time0[row],
                        "leave one row for each unit and time");
            }
            own[0][t] = outcome[row];
            own[1][t] = treated[row];
        }
        List<Integer> complete = IntStream.range(0, rows.length)
                .boxed()
                .filter(code -> Arrays.stream(rows[code][0]).noneMatch(Double::isNaN))
                .toList();
        List<Dropped> dropped = new ArrayList<>(sample.dropped());
        if (complete.size() < rows.length) {
            dropped.add(new Dropped("units without a row at every time", rows.length - complete.size()));
        }
        List<Integer> never = complete.stream()
                .filter(code -> Arrays.stream(rows[code][1]).allMatch(value -> value == 0))
                .toList();
        List<Integer> ever =
                complete.stream().filter(code -> !never.contains(code)).toList();
        int before = requireBlock(studyCase, units, rows, ever, never, times);
        List<Integer> order = new ArrayList<>(never);
        order.addAll(ever);
        return new TreatedBlock(
                order.stream().map(code -> rows[code][0]).toArray(double[][]::new),
                never.size(),
                before,
                order.stream().map(code -> units.labels().get(code)).toList(),
                times,
                dropped);
    }

    private static double[][] empty(int times) {
        double[][] empty = new double[2][times];
        Arrays.fill(empty[0], Double.NaN);
        return empty;
    }

    private static int requireBlock(
            StudyCase studyCase,
            Grouping units,
            double[][][] rows,
            List<Integer> ever,
            List<Integer> never,
            double[] times) {
        if (ever.isEmpty() || never.isEmpty()) {
            throw studyCase.unusable(
                    "/columns/treatment",
                    ever.isEmpty() ? "no unit is treated" : "every unit is treated",
                    "use data with treated units and others that never are, at every time");
        }
        int first = start(rows[ever.getFirst()][1]);
        for (int code : ever) {
            double[] treated = rows[code][1];
            boolean stays = IntStream.range(start(treated), treated.length).allMatch(t -> treated[t] == 1);
            if (start(treated) != first || !stays) {
                throw studyCase.unusable(
                        "/columns/treatment",
                        stays
                                ? "units are treated from different times"
                                : "'" + units.labels().get(code) + "' is treated for a while only",
                        "use difference-in-differences, or a filter that leaves units treated from one time on");
            }
        }
        if (first < 2) {
            throw studyCase.unusable(
                    "/columns/treatment",
                    "treatment begins at " + times[first] + ", with fewer than two times before it",
                    "use data from further back");
        }
        return first;
    }

    private static int start(double[] treated) {
        return (int) Arrays.stream(treated).takeWhile(value -> value == 0).count();
    }

    int treated() {
        return outcomes.length - controls;
    }

    int after() {
        return times.length - before;
    }

    /** The block of other units: controls and treated by their positions here. */
    TreatedBlock among(int[] controlUnits, int[] treatedUnits) {
        int[] all = IntStream.concat(IntStream.of(controlUnits), IntStream.of(treatedUnits))
                .toArray();
        return new TreatedBlock(
                IntStream.of(all).mapToObj(i -> outcomes[i]).toArray(double[][]::new),
                controlUnits.length,
                before,
                IntStream.of(all).mapToObj(units::get).toList(),
                times,
                dropped);
    }

    /** The block as if treatment began at an earlier time, later ones left out. */
    TreatedBlock until(int earlier, int last) {
        return new TreatedBlock(
                Arrays.stream(outcomes).map(row -> Arrays.copyOf(row, last)).toArray(double[][]::new),
                controls,
                earlier,
                units,
                Arrays.copyOf(times, last),
                dropped);
    }
}
