package org.worthwhile.appraisal;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * The real internal rates of return: every constant rate between -95% and 1,000% a year at which net flows are worth
 * nothing today.
 *
 * @param rates rising; none, one or several
 * @param reason why there is no single rate; empty when there is one
 */
public record InternalRates(List<Double> rates, String reason) {

    private static final double LOWEST = StrictMath.log(0.05);
    private static final double HIGHEST = StrictMath.log(11);
    private static final int STEPS = 400;
    private static final double ACCURACY = 1e-13;
    private static final int MOST_EVALUATIONS = 500;

    public InternalRates {
        rates = List.copyOf(rates);
    }

    /** The rates of net flows by year from year 0. */
    static InternalRates of(Flows net) {
        boolean gains = java.util.Arrays.stream(net.toArray()).anyMatch(amount -> amount > 0);
        boolean losses = java.util.Arrays.stream(net.toArray()).anyMatch(amount -> amount < 0);
        if (!gains || !losses) {
            return new InternalRates(
                    List.of(),
                    gains || losses
                            ? "net flows are never " + (gains ? "negative" : "positive")
                                    + ", so no rate makes them worth nothing"
                            : "there are no flows");
        }
        double largest =
                java.util.Arrays.stream(net.toArray()).map(Math::abs).max().orElse(1);
        Flows scaled = Flows.of(net.years(), t -> net.at(t) / largest);
        UnivariateFunction worth = logOfGrowth -> worth(scaled, StrictMath.exp(-logOfGrowth));
        // Flows that change sign once have one rate at most (Descartes' rule), so that the ends tell where it lies.
        int steps = signChanges(net) == 1 ? 1 : STEPS;
        List<Double> rates = new ArrayList<>();
        double from = LOWEST;
        double atFrom = worth.value(from);
        for (int step = 1; step <= steps; step++) {
            double to = LOWEST + (HIGHEST - LOWEST) * step / steps;
            double atTo = worth.value(to);
            if (atTo == 0) {
                rates.add(StrictMath.expm1(to));
            } else if (atFrom * atTo < 0) {
                rates.add(
                        StrictMath.expm1(new BrentSolver(ACCURACY, ACCURACY).solve(MOST_EVALUATIONS, worth, from, to)));
            }
            from = to;
            atFrom = atTo;
        }
        return new InternalRates(
                rates,
                switch (rates.size()) {
                    case 0 -> "no rate between -95% and 1,000% makes the net flows worth nothing";
                    case 1 -> "";
                    default ->
                        "net flows change sign more than once, so that there are " + rates.size() + " such rates";
                });
    }

    /** The single rate, where there is one. */
    public Indicator single() {
        return rates.size() == 1 ? Indicator.of(rates.getFirst()) : Indicator.notMeaningful(reason);
    }

    private static int signChanges(Flows net) {
        int changes = 0;
        double last = 0;
        for (double amount : net.toArray()) {
            if (amount * last < 0) {
                changes++;
            }
            last = amount != 0 ? Math.signum(amount) : last;
        }
        return changes;
    }

    /**
     * The flows' worth at a discount factor as a share of what gains and losses are worth together, from -1 to 1, so that it is
     * near 0 only where they balance, however far from the present the flows lie.
     */
    private static double worth(Flows net, double factor) {
        double worth = 0;
        double gross = 0;
        for (int step = 0; step < net.years(); step++) {
            double amount = net.at(factor <= 1 ? net.years() - 1 - step : step);
            double growth = factor <= 1 ? factor : 1 / factor;
            worth = worth * growth + amount;
            gross = gross * growth + Math.abs(amount);
        }
        return gross == 0 ? 0 : worth / gross;
    }
}
