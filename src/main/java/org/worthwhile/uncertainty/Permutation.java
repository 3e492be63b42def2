package org.worthwhile.uncertainty;

/**
 * A random order of the numbers below a size, found number by number without a table: a Feistel network over the next
 * power of four, walked until it falls below the size (Black and Rogaway 2002).
 */
final class Permutation {

    private static final int ROUNDS = 6;

    private final int size;
    private final long key;
    private final int halfBits;
    private final int mask;

    Permutation(int size, long key) {
        this.size = size;
        this.key = key;
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(Math.max(1, size - 1)));
        this.halfBits = (bits + 1) / 2;
        this.mask = (1 << halfBits) - 1;
    }

    int at(int position) {
        long value = position;
        do {
            value = shuffle(value);
        } while (value >= size);
        return (int) value;
    }

    private long shuffle(long value) {
        long left = value >>> halfBits;
        long right = value & mask;
        for (int round = 0; round < ROUNDS; round++) {
            long next = left ^ (CounterRandom.mix(key + round * 0x632BE59BD9B4E019L + right) & mask);
            left = right;
            right = next;
        }
        return (left << halfBits) | right;
    }
}
