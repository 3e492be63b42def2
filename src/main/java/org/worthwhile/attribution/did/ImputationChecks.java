package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.Finding;
import org.worthwhile.attribution.UsualVariance;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Inference;
import org.worthwhile.attribution.estimation.JointTest;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.period.Starts;

/**
 * Whether untreated rows follow the model that outcomes are imputed from: indicators of the last periods before treatment,
 * fitted on untreated rows alone, should have no coefficients (Borusyak and others 2024, test 1).
 */
final class ImputationChecks {

    /** More leads than these take power from the test. */
    private static final int MOST_LEADS = 5;

    private final Optional<Covariance> covariance;
    private final double[] estimates;
    private final int[] leads;
    private final double[] slopes;
    private final double level;

    ImputationChecks(
            PanelRows panel,
            boolean[] untreated,
            double[] outcome,
            List<Term> covariates,
            double[] weights,
            Grouping clusters,
            double level) {
        int[] rows = IntStream.range(0, untreated.length)
                .filter(row -> untreated[row])
                .toArray();
        Starts starts = panel.starts().orElseThrow();
        int[] since = IntStream.of(rows)
                .map(row -> starts.isNever(row) ? Starts.NEVER : panel.periods().of(row) - starts.of(row))
                .toArray();
        int[] different = IntStream.of(since)
                .filter(event -> event != Starts.NEVER)
                .map(event -> -event)
                .distinct()
                .sorted()
                .toArray();
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_LEADS, different.length - 1); i++) {
            int event = -different[i];
            terms.add(new Term(
                    Integer.toString(event),
                    IntStream.of(since)
                            .mapToDouble(value -> value == event ? 1 : 0)
                            .toArray()));
        }
        int tried = terms.size();
        covariates.forEach(term -> terms.add(new Term(term.name() + " ", Matrices.take(term.values(), rows))));
        Regression fit = Regression.fit(
                Matrices.take(outcome, rows),
                terms,
                List.of(panel.units().at(rows), panel.periods().grouping().at(rows)),
                Matrices.take(weights, rows));
        int[] kept = IntStream.range(0, fit.terms().size())
                .filter(term -> terms.subList(0, tried).stream()
                        .anyMatch(lead -> lead.name().equals(fit.terms().get(term))))
                .toArray();
        Grouping own = clusters.at(rows);
        boolean usable = kept.length > 0 && fit.degreesOfFreedom() > 0 && own.size() > 1;
        this.leads = IntStream.of(kept)
                .map(term -> Integer.parseInt(fit.terms().get(term)))
                .toArray();
        this.estimates =
                IntStream.of(kept).mapToDouble(term -> fit.coefficients()[term]).toArray();
        this.level = level;
        double[] ofDrift = fit.coefficientsOf(IntStream.of(since)
                .mapToDouble(event -> event == Starts.NEVER ? 0 : event)
                .toArray());
        this.slopes = IntStream.of(kept).mapToDouble(term -> ofDrift[term]).toArray();
        this.covariance = usable
                ? Optional.of(Covariance.of(
                        fit, UsualVariance.kind(fit, List.of(own), Covariance.Kind.CLUSTER), List.of(own)))
                : Optional.empty();
    }

    /** The coefficients of the last periods before treatment, rising in time. */
    List<Imputation.Timed> leads() {
        return covariance
                .map(found -> IntStream.range(0, leads.length)
                        .map(i -> leads.length - 1 - i)
                        .filter(i -> found.degreesOfFreedom(i) > 0)
                        .mapToObj(i -> new Imputation.Timed(
                                leads[i],
                                Inference.student(found.degreesOfFreedom(i), level)
                                        .finding(estimates[i], found.standardError(i))))
                        .toList())
                .orElse(List.of());
    }

    /**
     * The diagnostic.
     *
     * @param headline what a drift would move
     * @param steps by how many times its size a drift a period would
     */
    Diagnostic preTrends(Finding headline, double steps) {
        if (covariance.isEmpty()) {
            return PreTrends.diagnostic(Optional.empty(), leads.length, Optional.empty(), headline);
        }
        Covariance found = covariance.get();
        double[][] matrix = new double[leads.length][leads.length];
        for (int i = 0; i < leads.length; i++) {
            System.arraycopy(found.matrix()[i], 0, matrix[i], 0, leads.length);
        }
        double freedom = PreTrends.freedom(found, IntStream.range(0, leads.length));
        return PreTrends.diagnostic(
                JointTest.of(estimates, matrix, freedom),
                leads.length,
                DetectableDrift.of(slopes, matrix, freedom, steps),
                headline);
    }
}
