package org.worthwhile.exchange;

import java.util.Arrays;

/** Numbers to which more are added. */
final class NumberList {

    private static final int FEWEST = 16;

    private final int expected;
    private double[] numbers = new double[0];
    private int size;

    /** @param expected how many are likely to be added, for which room is made at once */
    NumberList(int expected) {
        this.expected = expected;
    }

    void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size == 0 ? Math.max(FEWEST, expected) : 2 * size);
        }
        numbers[size++] = number;
    }

    /** Adds the first ones of an array. */
    void addAll(double[] more, int count) {
        if (size + count > numbers.length) {
            int room = size == 0 ? Math.max(FEWEST, expected) : 2 * size;
            numbers = Arrays.copyOf(numbers, Math.max(room, size + count));
        }
        System.arraycopy(more, 0, numbers, size, count);
        size += count;
    }

    /** One of them, the first being 0. */
    double get(int place) {
        return numbers[place];
    }

    int size() {
        return size;
    }

    /** All of them, which the list no longer holds; not copied where there are as many as were expected. */
    double[] take() {
        double[] all = size == numbers.length ? numbers : Arrays.copyOf(numbers, size);
        clear();
        return all;
    }

    void clear() {
        numbers = new double[0];
        size = 0;
    }
}
