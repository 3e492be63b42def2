package org.worthwhile.attribution.estimation;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Numbers that are written with few decimals and lie close together, such as shares of six decimals: each is a whole number over a
 * power of ten, and has a bit of its own among all that lie between the least and the largest.
 *
 * @param scale the power of ten
 * @param least the least whole number
 * @param span how many there are from the least to the largest
 */
record Decimals(double scale, long least, long span) {

    private static final double[] SCALES = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

    /** So many numbers choose the scale, which the others must bear out. */
    private static final int FIRST = 1 << 8;

    /** More than as many bits for each number are no gain. */
    private static final int MOST_BITS = 1 << 6;

    /** Whole numbers up to it are held exactly, and with half of one added. */
    private static final double LARGEST = 1L << 51;

    /**
     * What the numbers are likely to be.
     *
     * @param numbers missing ones are NaN
     * @return empty where they have too many decimals or lie too far apart
     */
    static Optional<Decimals> of(double[] numbers) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double number : numbers) {
            least = number < least ? number : least;
            most = number > most ? number : most;
        }
        for (double scale : SCALES) {
            if (Math.max(Math.abs(least), Math.abs(most)) * scale > LARGEST) {
                return Optional.empty();
            }
            if (least <= most && holdsFirst(scale, numbers)) {
                long first = whole(least, scale);
                long span = whole(most, scale) - first + 1;
                return span <= (long) MOST_BITS * numbers.length
                        ? Optional.of(new Decimals(scale, first, span))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean holdsFirst(double scale, double[] numbers) {
        boolean holds = true;
        for (int i = 0; i < Math.min(FIRST, numbers.length); i++) {
            holds &= Double.isNaN(numbers[i]) || isWhole(numbers[i], scale);
        }
        return holds;
    }

    /** The whole number next to the number times the scale. */
    private static long whole(double number, double scale) {
        return (long) (number * scale + (number < 0 ? -0.5 : 0.5));
    }

    /** Whether the number is the one next to a whole number over the scale, so that this tells it from all others. */
    private static boolean isWhole(double number, double scale) {
        return whole(number, scale) / scale == number;
    }

    /** How many different ones there are, those missing apart; empty where one is not of this kind. */
    OptionalInt countDifferent(double[] numbers) {
        long[] seen = new long[(int) ((span + Long.SIZE - 1) / Long.SIZE)];
        for (double number : numbers) {
            if (!Double.isNaN(number)) {
                long whole = whole(number, scale);
                long place = whole - least;
                if (whole / scale != number || place < 0 || place >= span) {
                    return OptionalInt.empty();
                }
                seen[(int) (place >>> 6)] |= 1L << place;
            }
        }
        int count = 0;
        for (long bits : seen) {
            count += Long.bitCount(bits);
        }
        return OptionalInt.of(count);
    }
}
