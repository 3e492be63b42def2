package org.worthwhile.desktop;

import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;

/** Long work that can be stopped: what it does in parallel runs in a pool of its own, which is shut down under it. */
public final class Stoppable {

    private final ForkJoinPool pool = new ForkJoinPool(Runtime.getRuntime().availableProcessors());

    /**
     * Does the work, and waits for it.
     *
     * @throws java.util.concurrent.CancellationException if it was stopped while it ran
     * @throws java.util.concurrent.RejectedExecutionException if it was stopped before
     */
    public <T> T run(Supplier<T> work) {
        try {
            return pool.submit(work::get).join();
        } finally {
            pool.shutdown();
        }
    }

    public void stop() {
        pool.shutdownNow();
    }
}
