package org.worthwhile.exchange;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Digits read eight at a time: the bytes of a word are those of the characters, the first the lowest, less the byte of a zero each
 * (Lemire 2021, Number Parsing at a Gigabyte per Second, section 5).
 */
final class EightDigits {

    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ZEROS = 0x3030303030303030L;
    private static final long HIGHEST = 0x8080808080808080L;

    /** What carries anything above nine into the highest bit of a byte. */
    private static final long ABOVE_NINE = 0x7676767676767676L;

    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000
    };

    private EightDigits() {}

    /** The word of the eight bytes from a place on. */
    static long at(byte[] bytes, int place) {
        return (long) WORDS.get(bytes, place) ^ ZEROS;
    }

    /** How many digits a word begins with. */
    static int count(long word) {
        // A carry out of a byte that is no digit only reaches those after it.
        return Long.numberOfTrailingZeros((word + ABOVE_NINE | word) & HIGHEST) / Byte.SIZE;
    }

    /** The number of some digits and, after them, the first ones of a word. */
    static long append(long digits, long word, int count) {
        // Shifted by half twice, since a shift by 64 would be none.
        int half = Byte.SIZE / 2 * (Long.BYTES - count);
        long ones = word << half << half;
        long tens = 10 * ones + (ones >>> 8) & 0x00FF00FF00FF00FFL;
        long hundreds = 100 * tens + (tens >>> 16) & 0x0000FFFF0000FFFFL;
        return digits * POWERS_OF_TEN[count] + (10_000 * hundreds + (hundreds >>> 32) & 0xFFFFFFFFL);
    }
}
