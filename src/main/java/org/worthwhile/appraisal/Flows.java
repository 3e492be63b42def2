package org.worthwhile.appraisal;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** An amount for each year of the appraisal period, from t = 0. Immutable. */
public final class Flows {

    private final double[] amounts;

    private Flows(double[] amounts) {
        this.amounts = amounts;
    }

    /** Money in each year from the base year on; the array is copied. */
    public static Flows of(double... amounts) {
        return new Flows(amounts.clone());
    }

    /** No money in any of so many years. */
    public static Flows zero(int years) {
        return new Flows(new double[years]);
    }

    /** The money of an array that becomes the flows' own, so that nothing else may change it. */
    static Flows owning(double[] amounts) {
        return new Flows(amounts);
    }

    /** The amounts that {@code amount} gives for t = 0..years-1. */
    public static Flows of(int years, IntToDoubleFunction amount) {
        double[] amounts = new double[years];
        Arrays.setAll(amounts, amount);
        return new Flows(amounts);
    }

    /** How many years there are, the base year included. */
    public int years() {
        return amounts.length;
    }

    /**
     * The money of a year.
     *
     * @param t years after the base year
     */
    public double at(int t) {
        return amounts[t];
    }

    /**
     * The sum in each year.
     *
     * @param other of as many years
     * @throws IllegalArgumentException if it is of another number of years
     */
    public Flows plus(Flows other) {
        requireAsLong(other.amounts);
        double[] sums = amounts.clone();
        other.addTo(sums);
        return new Flows(sums);
    }

    /**
     * The difference in each year.
     *
     * @param other of as many years
     * @throws IllegalArgumentException if it is of another number of years
     */
    public Flows minus(Flows other) {
        requireAsLong(other.amounts);
        double[] differences = amounts.clone();
        other.takeFrom(differences);
        return new Flows(differences);
    }

    /**
     * Each year's money times that year's factor, such as a discount factor.
     *
     * @param factors of as many years
     * @throws IllegalArgumentException if they are of another number of years
     */
    public Flows times(Flows factors) {
        requireAsLong(factors.amounts);
        double[] products = amounts.clone();
        for (int t = 0; t < products.length; t++) {
            products[t] *= factors.amounts[t];
        }
        return new Flows(products);
    }

    /** Each year's money times one factor. */
    public Flows times(double factor) {
        double[] products = amounts.clone();
        for (int t = 0; t < products.length; t++) {
            products[t] *= factor;
        }
        return new Flows(products);
    }

    private void requireAsLong(double[] others) {
        if (others.length != amounts.length) {
            throw new IllegalArgumentException("Flows of " + amounts.length + " years and of " + others.length);
        }
    }

    /** Adds each year's money to a sum of as many years. */
    void addTo(double[] sums) {
        requireAsLong(sums);
        for (int t = 0; t < amounts.length; t++) {
            sums[t] += amounts[t];
        }
    }

    /** Takes each year's money from a sum of as many years. */
    void takeFrom(double[] sums) {
        requireAsLong(sums);
        for (int t = 0; t < amounts.length; t++) {
            sums[t] -= amounts[t];
        }
    }

    /** (1 + rate)^years, by squares. */
    static double growth(double rate, int years) {
        double growth = 1;
        double square = 1 + rate;
        for (int left = Math.abs(years); left > 0; left >>= 1) {
            growth *= (left & 1) == 1 ? square : 1;
            square *= square;
        }
        return years < 0 ? 1 / growth : growth;
    }

    /** (1 + rate)^0, (1 + rate)^1 and so on, each to the last bit as {@link #growth} has it. */
    static double[] powers(double rate, int count) {
        double[] powers = new double[Math.max(1, count)];
        powers[0] = 1;
        double square = 1 + rate;
        for (int top = 1; top < powers.length; top <<= 1) {
            for (int years = top; years < Math.min(2 * top, powers.length); years++) {
                powers[years] = powers[years - top] * square;
            }
            square *= square;
        }
        return powers;
    }

    /** Whether in every year another's money makes up for this, but for so much. */
    boolean isOpposite(Flows other, double rounding) {
        requireAsLong(other.amounts);
        for (int t = 0; t < amounts.length; t++) {
            if (!(Math.abs(amounts[t] + other.amounts[t]) <= rounding)) {
                return false;
            }
        }
        return true;
    }

    /** The last year that has any money; -1 where none has. */
    int last() {
        int last = amounts.length - 1;
        while (last >= 0 && amounts[last] == 0) {
            last--;
        }
        return last;
    }

    /** The sum over the years. */
    public double total() {
        double total = 0;
        for (double amount : amounts) {
            total += amount;
        }
        return total;
    }

    /**
     * The sum over the years of amount times discount factor.
     *
     * @param discountFactors of as many years
     * @throws IllegalArgumentException if they are of another number of years
     */
    public double presentValue(Flows discountFactors) {
        requireAsLong(discountFactors.amounts);
        double total = 0;
        for (int t = 0; t < amounts.length; t++) {
            total += amounts[t] * discountFactors.amounts[t];
        }
        return total;
    }

    /** The sums of the first 1, 2, ... years. */
    public Flows cumulative() {
        double[] sums = amounts.clone();
        for (int t = 1; t < sums.length; t++) {
            sums[t] += sums[t - 1];
        }
        return new Flows(sums);
    }

    /** The money of each year from the base year on, as a copy. */
    public double[] toArray() {
        return amounts.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Flows flows && Arrays.equals(amounts, flows.amounts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        return Arrays.toString(amounts);
    }
}
