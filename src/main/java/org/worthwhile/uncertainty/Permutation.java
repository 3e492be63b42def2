package org.worthwhile.uncertainty;

/**
 * A random order of the numbers below a size, found number by number without a table: a Feistel network over the next
 * power of two, walked until it falls below the size (Black and Rogaway 2002).
 */
final class Permutation {

    private static final long ROUND = 0x632BE59BD9B4E019L;

    private final int size;
    private final long key;
    private final int lowBits;
    private final int lowMask;
    private final int highMask;

    Permutation(int size, long key) {
        this.size = size;
        this.key = key;
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(Math.max(1, size - 1)));
        this.lowBits = bits / 2;
        this.lowMask = (1 << lowBits) - 1;
        this.highMask = (1 << (bits - lowBits)) - 1;
    }

    int at(int position) {
        int value = position;
        do {
            value = shuffle(value);
        } while (value >= size);
        return value;
    }

    private int shuffle(int value) {
        int low = value & lowMask;
        int high = value >>> lowBits;
        high ^= (int) CounterRandom.mix(key + low) & highMask;
        low ^= (int) CounterRandom.mix(key + ROUND + high) & lowMask;
        high ^= (int) CounterRandom.mix(key + 2 * ROUND + low) & highMask;
        low ^= (int) CounterRandom.mix(key + 3 * ROUND + high) & lowMask;
        return high << lowBits | low;
    }
}
