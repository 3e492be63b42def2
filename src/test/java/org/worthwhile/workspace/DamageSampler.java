package org.worthwhile.workspace;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Damages the bytes of a file as disks, transfers and memory do. */
final class DamageSampler {

    private static final int PAGE = 4096;

    private final SplittableRandom random;

    DamageSampler(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** The kinds of damage. */
    enum Damage {
        BYTES,
        BIT,
        TRUNCATION,
        ZEROES,
        SWAPPED_PAGES
    }

    byte[] damaged(byte[] whole, Damage damage) {
        byte[] bytes = whole.clone();
        switch (damage) {
            case BYTES -> {
                int count = 1 + random.nextInt(20);
                for (int i = 0; i < count; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            case BIT -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            case TRUNCATION -> {
                return Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length - 1));
            }
            case ZEROES -> {
                int from = random.nextInt(bytes.length);
                Arrays.fill(bytes, from, Math.min(bytes.length, from + 1 + random.nextInt(2 * PAGE)), (byte) 0);
            }
            case SWAPPED_PAGES -> {
                int one = random.nextInt(bytes.length / PAGE) * PAGE;
                int other = random.nextInt(bytes.length / PAGE) * PAGE;
                System.arraycopy(whole, one, bytes, other, PAGE);
                System.arraycopy(whole, other, bytes, one, PAGE);
            }
        }
        return bytes;
    }
}
