package org.worthwhile.attribution.estimation;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Counts different keys. Many keys are first parted by some of their mixed bits, so that each part is counted in a table that
 * fits a processor's cache (Shatdal, Kant and Naughton 1994, Cache Conscious Algorithms for Relational Query Processing).
 */
public final class DistinctKeys {

    /** As many different keys are counted at once. */
    private static final int FEW = 1 << 12;

    private static final int PARTS = 1 << 10;

    /** Of the parts, each of which may be counted on another thread. */
    private static final int STRETCHES = 1 << 4;

    private DistinctKeys() {}

    /** How many of the numbers are different; 0 and -0 are one, and those missing, which are NaN, do not count. */
    public static int count(double[] numbers) {
        return Decimals.of(numbers)
                .map(decimals -> decimals.countDifferent(numbers))
                .orElse(OptionalInt.empty())
                .orElseGet(() -> countAny(numbers));
    }

    private static int countAny(double[] numbers) {
        int present = 0;
        for (double number : numbers) {
            present += Double.isNaN(number) ? 0 : 1;
        }
        int different = count(numbers.length, i -> Double.doubleToLongBits(numbers[i] + 0.0));
        return present < numbers.length ? different - 1 : different;
    }

    /** The different ones among numbers, none missing, from the least to the largest. */
    public static double[] sorted(double[] numbers) {
        KeyNumbers different = new KeyNumbers();
        for (double number : numbers) {
            different.of(number);
        }
        return LongStream.of(different.keys())
                .mapToDouble(Double::longBitsToDouble)
                .sorted()
                .toArray();
    }

    /** How many of the keys are different. */
    public static int count(long[] keys) {
        return count(keys.length, i -> keys[i]);
    }

    private static int count(int size, IntToLongFunction key) {
        KeyNumbers few = new KeyNumbers();
        for (int i = 0; i < size; i++) {
            few.of(key.applyAsLong(i));
            if (few.size() > FEW) {
                return countByParts(size, key);
            }
        }
        return few.size();
    }

    private static int countByParts(int size, IntToLongFunction key) {
        int[] starts = new int[PARTS + 1];
        for (int i = 0; i < size; i++) {
            starts[part(key.applyAsLong(i)) + 1]++;
        }
        int most = 0;
        for (int part = 0; part < PARTS; part++) {
            most = Math.max(most, starts[part + 1]);
            starts[part + 1] += starts[part];
        }
        long[] parted = new long[size];
        int[] next = starts.clone();
        for (int i = 0; i < size; i++) {
            long own = key.applyAsLong(i);
            parted[next[part(own)]++] = own;
        }
        int slots = Integer.highestOneBit(Math.max(1, most)) * 4;
        return IntStream.range(0, STRETCHES)
                .parallel()
                .map(stretch -> countStretch(parted, starts, stretch * PARTS / STRETCHES, slots))
                .sum();
    }

    /** Counts the keys of some parts after one another in one table. */
    private static int countStretch(long[] parted, int[] starts, int first, int slots) {
        long[] table = new long[slots];
        int count = 0;
        for (int part = first; part < first + PARTS / STRETCHES; part++) {
            count += count(parted, starts[part], starts[part + 1], table);
        }
        return count;
    }

    /** The highest bits, which tell keys of one part no longer apart. */
    private static int part(long key) {
        return (int) (KeyNumbers.mix(key) >>> 54);
    }

    /** Counts keys of one part in a table in which 0 is a free slot. */
    private static int count(long[] keys, int from, int to, long[] table) {
        Arrays.fill(table, 0);
        int last = table.length - 1;
        int count = 0;
        boolean zero = false;
        for (int i = from; i < to; i++) {
            long key = keys[i];
            if (key == 0) {
                zero = true;
                continue;
            }
            int slot = (int) (KeyNumbers.mix(key) >>> 22) & last;
            while (table[slot] != 0 && table[slot] != key) {
                slot = slot + 1 & last;
            }
            count += table[slot] == 0 ? 1 : 0;
            table[slot] = key;
        }
        return zero ? count + 1 : count;
    }
}
