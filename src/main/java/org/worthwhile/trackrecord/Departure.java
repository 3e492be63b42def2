package org.worthwhile.trackrecord;

/**
 * How far outcomes are from forecasts on the side that is to be feared, as fractions of the forecast: of costs and durations the uplift,
 * the ratio less 1; of take-up, effects and benefits the shortfall, 1 less the ratio.
 *
 * @param mean of the kind on average
 * @param p50 what the next project stays below with a probability of 50%, and so on
 */
public record Departure(double mean, double p50, double p80, double p90) {

    /** Of the next project. */
    public static Departure of(Measure measure, NextProject next) {
        return measure.isBenefit()
                ? new Departure(1 - next.mean().middle(), 1 - next.p50(), 1 - next.p20(), 1 - next.p10())
                : new Departure(next.mean().middle() - 1, next.p50() - 1, next.p80() - 1, next.p90() - 1);
    }

    /** Of a ratio. */
    public static double of(Measure measure, double ratio) {
        return measure.isBenefit() ? 1 - ratio : ratio - 1;
    }

    /** What it is called. */
    public static String title(Measure measure) {
        return measure.isBenefit() ? "shortfall" : "uplift";
    }
}
