package org.worthwhile.attribution.instrument;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoublePredicate;
import org.apache.commons.statistics.distribution.FDistribution;
import org.worthwhile.attribution.estimation.Covariance;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.estimation.Matrices;
import org.worthwhile.attribution.estimation.Regression;
import org.worthwhile.attribution.estimation.WaldTest;

/** How strong instruments are, and what can be said of the effect however weak they are. */
final class WeakInstruments {

    private static final double FURTHEST = 12;
    private static final int STEPS = 600;
    private static final int HALVINGS = 80;

    private final Equation equation;
    private final Covariance.Kind kind;
    private final List<Grouping> clusters;
    private final double[][] apart;

    WeakInstruments(Equation equation, Covariance.Kind kind, List<Grouping> clusters) {
        this.equation = equation;
        this.kind = kind;
        this.clusters = clusters;
        this.apart = Arrays.stream(equation.instruments())
                .map(equation.onExogenous()::residuals)
                .toArray(double[][]::new);
    }

    Covariance.Kind kind() {
        return kind;
    }

    List<Grouping> clusters() {
        return clusters;
    }

    /** The conventional partial F of the instruments in the first stage. */
    double firstStageF() {
        double alone = Projection.squareOf(equation.onExogenous().residuals(equation.treatment()));
        double all = Projection.squareOf(equation.onAll().residuals(equation.treatment()));
        return (alone - all) / apart.length / (all / equation.firstStageDegreesOfFreedom());
    }

    /** Montiel Olea and Pflueger (2013, Journal of Business and Economic Statistics 31): robust to unequal variance. */
    double effectiveF() {
        Regression first = on(equation.onExogenous().residuals(equation.treatment()));
        double[][] covariance = covariance(first);
        double explained = 0;
        double noise = 0;
        for (int i = 0; i < apart.length; i++) {
            for (int j = 0; j < apart.length; j++) {
                double product = Matrices.dot(apart[i], apart[j]);
                explained += first.coefficients()[i] * product * first.coefficients()[j];
                noise += covariance[i][j] * product;
            }
        }
        return explained / noise;
    }

    /** A response on the instruments, the exogenous terms taken out of both but counted among the parameters. */
    Regression on(double[] response) {
        return equation.without(response, equation.instrumentNames(), apart);
    }

    double[][] covariance(Regression fit) {
        return Covariance.of(fit, kind, clusters).matrix();
    }

    /**
     * The effects that the test of Anderson and Rubin (1949) does not reject: those for which the instruments say nothing of
     * outcome less effect times treatment.
     *
     * @param estimate where to search from
     * @param error the unit of distance of the search
     */
    InstrumentDetails.Bounds andersonRubin(double estimate, double error, double level) {
        DoubleFunction<Optional<WaldTest>> tested = andersonRubin();
        if (tested.apply(estimate).isEmpty()) {
            return new InstrumentDetails.Bounds(Optional.empty(), Optional.empty(), false, Optional.empty());
        }
        double critical = apart.length * underNull().inverseSurvivalProbability(1 - level);
        DoublePredicate accepted = effect ->
                tested.apply(effect).filter(test -> test.statistic() > critical).isEmpty();
        return new InstrumentDetails.Bounds(
                end(accepted, estimate, -error),
                end(accepted, estimate, error),
                true,
                tested.apply(0).map(test -> underNull().survivalProbability(test.statistic() / apart.length)));
    }

    /** Of the statistic over the number of instruments; clusters count as one row each. */
    private FDistribution underNull() {
        double free = equation.firstStageDegreesOfFreedom();
        for (Grouping grouping : clusters) {
            free = Math.min(free, grouping.size() - 1);
        }
        return FDistribution.of(apart.length, free);
    }

    /** The test of each effect. */
    private DoubleFunction<Optional<WaldTest>> andersonRubin() {
        double[] outcome = equation.onExogenous().residuals(equation.outcome());
        double[] treatment = equation.onExogenous().residuals(equation.treatment());
        return effect -> {
            double[] rest = outcome.clone();
            Arrays.setAll(rest, row -> outcome[row] - effect * treatment[row]);
            Regression fit = on(rest);
            return WaldTest.of(fit.coefficients(), covariance(fit));
        };
    }

    /** The furthest accepted effect in a direction; empty when acceptance goes on without end. */
    private static Optional<Double> end(DoublePredicate accepted, double estimate, double unit) {
        double last = Double.NaN;
        double next = Double.NaN;
        for (int step = STEPS; step >= 0; step--) {
            double effect = estimate + unit * StrictMath.sinh(FURTHEST * step / STEPS);
            if (accepted.test(effect)) {
                last = effect;
                break;
            }
            next = effect;
        }
        if (Double.isNaN(last)) {
            return Optional.of(estimate);
        }
        if (Double.isNaN(next)) {
            return Optional.empty();
        }
        for (int halving = 0; halving < HALVINGS; halving++) {
            double middle = (last + next) / 2;
            if (accepted.test(middle)) {
                last = middle;
            } else {
                next = middle;
            }
        }
        return Optional.of(last);
    }
}
