package org.worthwhile.uncertainty;

/**
 * Owen's nested scrambling of the binary digits of numbers from 0 to 1: whether a digit is turned over depends at random on
 * the digits before it, so that every dyadic interval keeps its share of points (Owen 1995; by hashing as in Burley 2020,
 * Journal of Computer Graphics Techniques 9, here of 64 digits).
 */
final class DigitScrambling {

    private static final int DIGITS = 52;

    private final long shift;
    private final long first;
    private final long second;
    private final long third;
    private final long odd;

    /** @param key of which the scrambling is a function */
    DigitScrambling(long key) {
        this.shift = CounterRandom.mix(key + 1);
        this.first = turning(key + 2);
        this.second = turning(key + 3);
        this.third = turning(key + 4);
        this.odd = CounterRandom.mix(key + 5) | 1;
    }

    /** A factor of 2 modulo 4, with which a digit depends on the one below it and on others further below. */
    private static long turning(long key) {
        return CounterRandom.mix(key) << 2 | 2;
    }

    /**
     * The scrambled number, strictly between 0 and 1.
     *
     * @param number at least 0 and below 1, a whole multiple of 2^-52
     */
    double of(double number) {
        long bits = Long.reverse((long) (number * 0x1.0p52) << Long.SIZE - DIGITS);
        bits ^= bits * first;
        bits += shift;
        bits *= odd;
        bits ^= bits * second;
        bits ^= bits * third;
        return CounterRandom.between0And1(Long.reverse(bits));
    }
}
