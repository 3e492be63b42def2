package org.worthwhile.desktop;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Long work off the screen's thread, its outcome brought back to it.
 *
 * @param worker where work runs
 * @param screen where outcomes are delivered
 */
public record TaskRunner(Executor worker, Executor screen) {

    /** Everything at once on the calling thread, for tests without a window. */
    public static TaskRunner none() {
        return new TaskRunner(Runnable::run, Runnable::run);
    }

    /**
     * Runs the work, then hands its result or its failure to the screen: one of the two, and once, whatever is thrown and
     * also where the work could not be begun.
     */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        AtomicBoolean begun = new AtomicBoolean();
        try {
            worker.execute(() -> {
                if (begun.compareAndSet(false, true)) {
                    screen.execute(outcome(work, done, failed));
                }
            });
        } catch (Throwable notAccepted) {
            // What the delivery of the outcome throws, where all is done on one thread, is no failure of the work.
            if (!begun.compareAndSet(false, true)) {
                throw notAccepted;
            }
            screen.execute(() -> failed.accept(notAccepted));
        }
    }

    private static <T> Runnable outcome(Supplier<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        try {
            T result = work.get();
            return () -> done.accept(result);
        } catch (Throwable failure) {
            return () -> failed.accept(failure);
        }
    }
}
