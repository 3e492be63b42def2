package org.worthwhile.attribution.observational;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.attribution.RegressionStudy;
import org.worthwhile.attribution.Sample;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Term;

/**
 * The rows that are compared.
 *
 * @param outcome by row
 * @param treated by row
 * @param covariates that make rows alike
 * @param weights of the rows in the population, with mean 1
 * @param clusters of rows whose errors go together; empty where rows are independent
 * @param strata of rows among which matches are sought; one of all where covariates need not be equal
 */
record Comparison(
        double[] outcome,
        boolean[] treated,
        List<Term> covariates,
        double[] weights,
        Optional<Grouping> clusters,
        Grouping strata) {

    /** Of rows any of which may be matched to any other. */
    Comparison(
            double[] outcome, boolean[] treated, List<Term> covariates, double[] weights, Optional<Grouping> clusters) {
        this(outcome, treated, covariates, weights, clusters, Grouping.of(treated.length, _ -> ""));
    }

    static Comparison of(StudyCase studyCase, Sample sample, boolean[] treated, List<Term> covariates) {
        Study.Roles roles = studyCase.study().roles();
        if (roles.clusters().size() > 1) {
            throw studyCase.unusable("/columns/cluster", "an observational comparison takes one cluster", "name one");
        }
        double[] weights = RegressionStudy.weights(studyCase, sample);
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double mean = total / weights.length;
        Optional<Grouping> clusters = roles.clusters().stream().findFirst().map(sample::grouping);
        if (clusters.isPresent() && clusters.get().size() < 2) {
            throw studyCase.unusable(
                    "/columns/cluster", "there is only one cluster", "name a column with at least two");
        }
        return new Comparison(
                sample.numbers("/columns/outcome", roles.outcome()),
                treated,
                covariates,
                IntStream.range(0, weights.length)
                        .mapToDouble(row -> weights[row] / mean)
                        .toArray(),
                clusters,
                strata(studyCase, sample));
    }

    private static Grouping strata(StudyCase studyCase, Sample sample) {
        List<String> exact = studyCase.options(ObservationalOptions.class).exact();
        List<String> covariates = studyCase.study().roles().covariates();
        Grouping strata = Grouping.of(sample.size(), _ -> "");
        for (int i = 0; i < exact.size(); i++) {
            if (!covariates.contains(exact.get(i))) {
                throw studyCase.unusable(
                        "/options/exact/" + i,
                        "'" + exact.get(i) + "' is not among the covariates",
                        "name it under columns too");
            }
            strata = strata.intersection(sample.grouping(exact.get(i)));
        }
        return strata;
    }

    int rows() {
        return treated.length;
    }

    int treatedRows() {
        return (int) IntStream.range(0, rows()).filter(row -> treated[row]).count();
    }

    /** Some of the rows. */
    Comparison at(int[] rows) {
        boolean[] arms = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            arms[i] = treated[rows[i]];
        }
        return new Comparison(
                Matrices.take(outcome, rows),
                arms,
                covariates.stream()
                        .map(term -> new Term(term.name(), Matrices.take(term.values(), rows)))
                        .toList(),
                Matrices.take(weights, rows),
                clusters.map(all -> all.at(rows)),
                strata.at(rows));
    }

    /** Weights times those of the rows. */
    double[] weighted(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(row -> values[row] * weights[row])
                .toArray();
    }
}
