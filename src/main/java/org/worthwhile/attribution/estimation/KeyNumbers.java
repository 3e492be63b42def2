package org.worthwhile.attribution.estimation;

/** Numbers whole keys from 0 in order of first appearance: a hash table with open addressing, without an object per key. */
public final class KeyNumbers {

    private static final int FIRST_SLOTS = 1 << 10;

    /** The odd number next to 2^64 over the golden ratio, whose products spread keys (Knuth, volume 3, section 6.4). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST_SLOTS];

    /** One more than the key's number; 0 where the slot is free. */
    private int[] numbers = new int[FIRST_SLOTS];

    private int size;

    /** The number of a key; the next one if it is new. */
    public int of(long key) {
        int slot = slot(key);
        if (numbers[slot] == 0) {
            keys[slot] = key;
            numbers[slot] = ++size;
            if (3L * size > 2L * keys.length) {
                grow();
            }
            return size - 1;
        }
        return numbers[slot] - 1;
    }

    /** The number of a value; 0 and -0 are one value, and all that are not a number another. */
    public int of(double value) {
        return of(Double.doubleToLongBits(value + 0.0));
    }

    /** How many different keys there were. */
    public int size() {
        return size;
    }

    /** The keys by their numbers. */
    public long[] keys() {
        long[] inOrder = new long[size];
        for (int slot = 0; slot < keys.length; slot++) {
            if (numbers[slot] > 0) {
                inOrder[numbers[slot] - 1] = keys[slot];
            }
        }
        return inOrder;
    }

    private int slot(long key) {
        int last = keys.length - 1;
        int slot = (int) (mix(key) >>> Long.numberOfLeadingZeros(last));
        while (numbers[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & last;
        }
        return slot;
    }

    /** The key with its bits spread, above all to the highest ones. */
    static long mix(long key) {
        return (key ^ key >>> 32) * SPREAD;
    }

    private void grow() {
        long[] before = keys;
        int[] own = numbers;
        keys = new long[2 * before.length];
        numbers = new int[keys.length];
        for (int old = 0; old < before.length; old++) {
            if (own[old] != 0) {
                int slot = slot(before[old]);
                keys[slot] = before[old];
                numbers[slot] = own[old];
            }
        }
    }
}
