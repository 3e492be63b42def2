package org.worthwhile.desktop;

import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Long work off the screen's thread, its outcome brought back to it.
 *
 * @param worker where work runs
 * @param screen where outcomes are delivered
 */
public record Background(Executor worker, Executor screen) {

    /** Everything at once on the calling thread, for tests without a window. */
    public static Background none() {
        return new Background(Runnable::run, Runnable::run);
    }

    /** Runs the work, then hands its result or its failure to the screen. */
    public <T> void run(Supplier<T> work, Consumer<T> done, Consumer<RuntimeException> failed) {
        worker.execute(() -> {
            try {
                T result = work.get();
                screen.execute(() -> done.accept(result));
            } catch (RuntimeException failure) {
                screen.execute(() -> failed.accept(failure));
            }
        });
    }
}
