package org.worthwhile.attribution.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.Term;
import org.worthwhile.attribution.period.Periods;
import org.worthwhile.attribution.period.Starts;
import org.worthwhile.attribution.trends.EventStudy;

/**
 * Imputed effects as an event study. The effects are measured from what the untreated rows of all periods say of a unit's level,
 * those before treatment from the last period before it; the two are brought to one measure by taking from each imputed effect what
 * the departures of earlier periods count for in it (Roth 2024, arXiv 2401.12309, tells why that is needed).
 *
 * @param covariates by row
 * @param errors how sure the effects are
 */
record ImputedEventStudy(
        PanelRows rows,
        boolean[] untreated,
        double[] outcome,
        List<Term> covariates,
        double[] weights,
        ImputedEffects effects,
        ImputedErrors errors) {

    /** Empty where there is nothing to work with (see {@link EventStudy#of}), or one treated unit shows nothing of its error. */
    Optional<EventStudy> eventStudy(int[] counted, double level) {
        int[] own = IntStream.range(0, untreated.length)
                .filter(row -> untreated[row])
                .toArray();
        int[] before = IntStream.of(own)
                .filter(row -> since(row) != Starts.NEVER)
                .map(this::since)
                .distinct()
                .sorted()
                .toArray();
        int[] after = IntStream.of(counted).map(this::since).distinct().sorted().toArray();
        if (before.length < 2 || !errors.areSeen()) {
            return Optional.empty();
        }
        int[] leads = IntStream.range(0, before.length - 1).map(i -> before[i]).toArray();
        Optional<List<InfluenceEstimate>> fitted = leads(own, leads);
        if (fitted.isEmpty()) {
            return Optional.empty();
        }
        List<InfluenceEstimate> estimates = new ArrayList<>(fitted.get());
        double total = weight(counted);
        double[] shares = new double[leads.length + after.length];
        for (int i = 0; i < after.length; i++) {
            int event = after[i];
            shares[leads.length + i] = weight(IntStream.of(counted)
                            .filter(row -> since(row) == event)
                            .toArray())
                    / total;
            estimates.add(relative(event, leads, fitted.get()));
        }
        return EventStudy.of(
                IntStream.concat(IntStream.of(leads), IntStream.of(after)).toArray(),
                before[before.length - 1],
                estimates.stream().mapToDouble(InfluenceEstimate::estimate).toArray(),
                errors.covariance(estimates),
                shares,
                errors.fewest(estimates),
                level);
    }

    private int since(int row) {
        Starts starts = rows.starts().orElseThrow();
        Periods periods = rows.periods();
        return starts.isNever(row) ? Starts.NEVER : periods.of(row) - starts.of(row);
    }

    private double weight(int[] chosen) {
        return IntStream.of(chosen).mapToDouble(row -> weights[row]).sum();
    }

    /** Departures of the treated before treatment relative to the last period before it; empty where not all are identified. */
    private Optional<List<InfluenceEstimate>> leads(int[] own, int[] leads) {
        List<Term> terms = new ArrayList<>();
        for (int lead : leads) {
            terms.add(new Term(
                    Integer.toString(lead),
                    IntStream.of(own)
                            .mapToDouble(row -> since(row) == lead ? 1 : 0)
                            .toArray()));
        }
        covariates.forEach(term -> terms.add(new Term(term.name() + " ", Matrices.take(term.values(), own))));
        Regression fit = Regression.fit(
                Matrices.take(outcome, own),
                terms,
                List.of(rows.units().at(own), rows.periods().grouping().at(own)),
                Matrices.take(weights, own));
        List<InfluenceEstimate> found = new ArrayList<>();
        for (int lead : leads) {
            int position = fit.terms().indexOf(Integer.toString(lead));
            if (position < 0 || fit.degreesOfFreedom() < 1) {
                return Optional.empty();
            }
            double[] influence = new double[outcome.length];
            double[] bread = fit.bread()[position];
            for (int i = 0; i < own.length; i++) {
                double[] regressors = new double[bread.length];
                for (int j = 0; j < bread.length; j++) {
                    regressors[j] = fit.regressors()[j][i];
                }
                influence[own[i]] = outcome.length * Matrices.dot(bread, regressors) * fit.residuals()[i];
            }
            found.add(new InfluenceEstimate(fit.coefficients()[position], influence));
        }
        return Optional.of(found);
    }

    /** The effect at a time since treatment, measured from the last period before it. */
    private InfluenceEstimate relative(int event, int[] leads, List<InfluenceEstimate> fitted) {
        double[] counts = effects.counts(row -> since(row) == event);
        List<InfluenceEstimate> parts = new ArrayList<>(List.of(effects.average(row -> since(row) == event)));
        parts.addAll(fitted);
        double[] factors = new double[parts.size()];
        factors[0] = 1;
        for (int row = 0; row < counts.length; row++) {
            for (int i = 0; untreated[row] && i < leads.length; i++) {
                factors[i + 1] -= since(row) == leads[i] ? counts[row] : 0;
            }
        }
        return InfluenceEstimate.combination(parts, factors);
    }
}
