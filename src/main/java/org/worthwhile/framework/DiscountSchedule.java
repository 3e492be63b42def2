package org.worthwhile.framework;

import java.util.List;
import org.worthwhile.proposal.Timing;

/**
 * A discount rate that changes in bands of years from the base year.
 *
 * @param bands in rising order, the first from year 0; the rate of a band applies to each year in it
 */
public record DiscountSchedule(List<Band> bands) {

    /**
     * Years with the same rate.
     *
     * @param from the first year of the band, counted from the base year
     * @param rate a year, as a fraction
     */
    public record Band(int from, double rate) {}

    public DiscountSchedule {
        bands = List.copyOf(bands);
        if (bands.isEmpty() || bands.getFirst().from() != 0) {
            throw new IllegalArgumentException("A discount schedule begins in year 0.");
        }
        for (int i = 1; i < bands.size(); i++) {
            if (bands.get(i).from() <= bands.get(i - 1).from()) {
                throw new IllegalArgumentException("The bands of a discount schedule rise.");
            }
        }
    }

    /** The rate that applies to year {@code t} from the base year. */
    public double rate(int t) {
        double rate = bands.getFirst().rate();
        for (Band band : bands) {
            if (band.from() > t) {
                break;
            }
            rate = band.rate();
        }
        return rate;
    }

    /**
     * The discount factors of years 0 to {@code years - 1}: the product of 1 / (1 + r(s)) over s = 1..t (HM Treasury,
     * Green Book, annex on discounting). With mid-year timing each is half a year further on, at the rate of the year
     * that follows.
     */
    public double[] factors(int years, Timing timing) {
        double[] factors = new double[years];
        double factor = 1;
        for (int t = 0; t < years; t++) {
            if (t > 0) {
                factor /= 1 + rate(t);
            }
            factors[t] = switch (timing) {
                case END_YEAR -> factor;
                case MID_YEAR -> factor / Math.sqrt(1 + rate(t + 1));
            };
        }
        return factors;
    }
}
