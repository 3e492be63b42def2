package org.worthwhile.uncertainty;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/**
 * Work on so many threads, the parallel streams in it included: what a thread of a pool begins in parallel is worked out by that pool.
 */
final class Threads {

    private Threads() {}

    /** What the work gives; what it throws is thrown. */
    static <T> T run(int threads, Supplier<T> work) {
        try (ForkJoinPool pool = new ForkJoinPool(threads)) {
            return pool.submit(work::get).join();
        }
    }
}
