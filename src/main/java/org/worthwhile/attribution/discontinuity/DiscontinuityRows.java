package org.worthwhile.attribution.discontinuity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Dropped;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Rounded;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.LinearModel;
import org.worthwhile.attribution.estimation.Term;

/**
 * A study's rows on the two sides of its cutoff.
 *
 * @param running the name of the running variable
 */
record DiscontinuityRows(Sample sample, String running, Side left, Side right, List<Dropped> dropped) {

    private static final int LEAST_ROWS = 10;

    /**
     * Takes the rows.
     *
     * @throws org.worthwhile.problem.InvalidInput if a side has too few
     */
    static DiscontinuityRows of(StudyCase studyCase) {
        Study.Roles roles = studyCase.study().roles();
        DiscontinuityOptions options = studyCase.options(DiscontinuityOptions.class);
        String running = studyCase.required(roles.runningVariable(), "runningVariable");
        Map<String, String> columns = roles.columns();
        options.fuzzy().ifPresent(name -> columns.put("/options/fuzzy", name));
        Sample sample = Sample.of(studyCase, columns, Set.of());
        double[] x = sample.numbers("/columns/runningVariable", running);
        for (int row = 0; row < x.length; row++) {
            x[row] -= options.cutoff();
        }
        double[] y = sample.numbers("/columns/outcome", roles.outcome());
        double[] received = options.fuzzy()
                .map(name -> sample.numbers("/options/fuzzy", name))
                .orElse(new double[0]);
        double[][] covariates = LinearModel.covariates(sample, roles.covariates()).stream()
                .map(Term::values)
                .toArray(double[][]::new);
        int[] clusters = clusters(studyCase, sample);
        double[] weights = RegressionStudy.weights(studyCase, sample);
        double donut = options.donut();
        IntPredicate kept = row -> donut == 0 || Math.abs(x[row]) >= donut;
        List<Side> sides = new ArrayList<>();
        for (boolean above : new boolean[] {false, true}) {
            int[] rows = IntStream.range(0, x.length)
                    .filter(kept)
                    .filter(row -> x[row] >= 0 == above)
                    .toArray();
            Side side = Side.of(x, y, received, covariates, clusters, weights, rows);
            requireRows(studyCase, side, above ? "at or above" : "below");
            sides.add(side);
        }
        List<Dropped> dropped = new ArrayList<>(sample.dropped());
        int left = sides.getFirst().size() + sides.getLast().size();
        if (left < x.length) {
            dropped.add(new Dropped("rows nearer to the cutoff than " + Rounded.exact(donut), x.length - left));
        }
        return new DiscontinuityRows(sample, running, sides.getFirst(), sides.getLast(), dropped);
    }

    private static int[] clusters(StudyCase studyCase, Sample sample) {
        List<String> names = studyCase.study().roles().clusters();
        if (names.size() > 1) {
            throw studyCase.unusable("/columns/cluster", "a discontinuity takes one cluster", "name one");
        }
        return names.isEmpty() ? new int[0] : sample.grouping(names.getFirst()).codes();
    }

    private static void requireRows(StudyCase studyCase, Side side, String where) {
        if (side.size() < LEAST_ROWS) {
            throw studyCase.unusable(
                    "/options/cutoff",
                    switch (side.size()) {
                                case 0 -> "no row is ";
                                case 1 -> "only one row is ";
                                default -> "only " + side.size() + " rows are ";
                            }
                            + where + " the cutoff",
                    "give a cutoff with at least " + LEAST_ROWS + " rows on each side");
        }
    }

    int size() {
        return left.size() + right.size();
    }

    /** What is thrown when the running variable has too few values for a fit. */
    RuntimeException tooFewValues(StudyCase studyCase, String fit, String remedy) {
        return studyCase.unusable(
                "/options",
                "there are too few different values of '" + running + "' near the cutoff "
                        + studyCase.options(DiscontinuityOptions.class).cutoff() + " to fit " + fit
                        + " on each side",
                remedy);
    }
}
