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

    /** The logarithms of 1 + rate at which the flows are looked at, and the discount factors there. */
    private static final double[] POINTS = new double[STEPS + 1];

    private static final double[] FACTORS = new double[STEPS + 1];

    /** What Horner's rule multiplies by there: the factor, or where it is above 1 what is one over it. */
    private static final double[] GROWTHS = new double[STEPS + 1];

    /** The first of them that discounts: before it are those that make later money worth more. */
    private static final int FIRST_DISCOUNTING;

    static {
        int rising = 0;
        for (int step = 0; step <= STEPS; step++) {
            POINTS[step] = LOWEST + (HIGHEST - LOWEST) * step / STEPS;
            FACTORS[step] = StrictMath.exp(-POINTS[step]);
            GROWTHS[step] = FACTORS[step] <= 1 ? FACTORS[step] : 1 / FACTORS[step];
            rising = FACTORS[step] > 1 ? step + 1 : rising;
        }
        FIRST_DISCOUNTING = rising;
    }

    private static final double ACCURACY = 1e-13;
    private static final int MOST_EVALUATIONS = 500;

    public InternalRates {
        rates = List.copyOf(rates);
    }

    /** The rates of net flows by year from year 0. */
    static InternalRates of(Flows net) {
        double[] scaled = net.toArray();
        double most = 0;
        double least = 0;
        for (double amount : scaled) {
            most = Math.max(most, amount);
            least = Math.min(least, amount);
        }
        boolean gains = most > 0;
        if (!gains || least == 0) {
            return new InternalRates(
                    List.of(),
                    gains || least < 0
                            ? "net flows are never " + (gains ? "negative" : "positive")
                                    + ", so no rate makes them worth nothing"
                            : "there are no flows");
        }
        double largest = Math.max(most, -least);
        for (int t = 0; t < scaled.length; t++) {
            scaled[t] /= largest;
        }
        UnivariateFunction worth = logOfGrowth -> worth(scaled, StrictMath.exp(-logOfGrowth));
        // Flows that change sign once have one rate at most (Descartes' rule), so that the ends tell where it lies.
        int stride = signChanges(scaled) == 1 ? STEPS : 1;
        double[] signs = stride == 1 ? worths(scaled) : ends(scaled);
        List<Double> rates = new ArrayList<>();
        for (int step = stride; step <= STEPS; step += stride) {
            double atFrom = signs[step - stride];
            double atTo = signs[step];
            if (atTo == 0) {
                rates.add(StrictMath.expm1(POINTS[step]));
            } else if (atFrom < 0 && atTo > 0 || atFrom > 0 && atTo < 0) {
                rates.add(StrictMath.expm1(new BrentSolver(ACCURACY, ACCURACY)
                        .solve(MOST_EVALUATIONS, worth, POINTS[step - stride], POINTS[step])));
            }
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

    private static int signChanges(double[] net) {
        int changes = 0;
        double last = 0;
        for (double amount : net) {
            if (amount * last < 0) {
                changes++;
            }
            last = amount != 0 ? Math.signum(amount) : last;
        }
        return changes;
    }

    /** Something of the sign of the flows' worth at the first and at the last point. */
    private static double[] ends(double[] net) {
        double[] worths = new double[STEPS + 1];
        worths[0] = worth(net, FACTORS[0]);
        worths[STEPS] = worth(net, FACTORS[STEPS]);
        return worths;
    }

    /** Something of the sign of the flows' worth at every point, by Horner's rule at all of them together. */
    private static double[] worths(double[] net) {
        double[] worths = new double[STEPS + 1];
        for (double amount : net) {
            for (int point = 0; point < FIRST_DISCOUNTING; point++) {
                worths[point] = worths[point] * GROWTHS[point] + amount;
            }
        }
        for (int t = net.length - 1; t >= 0; t--) {
            double amount = net[t];
            for (int point = FIRST_DISCOUNTING; point <= STEPS; point++) {
                worths[point] = worths[point] * GROWTHS[point] + amount;
            }
        }
        return worths;
    }

    /**
     * The flows' worth at a discount factor as a share of what gains and losses are worth together, from -1 to 1, so that it is
     * near 0 only where they balance, however far from the present the flows lie.
     */
    private static double worth(double[] net, double factor) {
        double worth = 0;
        double gross = 0;
        double growth = factor <= 1 ? factor : 1 / factor;
        for (int step = 0; step < net.length; step++) {
            double amount = net[factor <= 1 ? net.length - 1 - step : step];
            worth = worth * growth + amount;
            gross = gross * growth + Math.abs(amount);
        }
        return gross == 0 ? 0 : worth / gross;
    }
}
