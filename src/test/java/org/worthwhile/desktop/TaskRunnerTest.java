package org.worthwhile.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every task ends once, done or failed. */
class TaskRunnerTest {

    private final List<Object> ends = new ArrayList<>();

    private void run(TaskRunner tasks, Runnable work) {
        tasks.run(
                () -> {
                    work.run();
                    return "done";
                },
                ends::add,
                ends::add);
    }

    private static List<Throwable> whateverIsThrown() {
        return List.of(
                new IllegalStateException("odd"),
                new OutOfMemoryError("heap"),
                new StackOverflowError(),
                new ExceptionInInitializerError(),
                new NoClassDefFoundError("x"),
                new AssertionError());
    }

    @ParameterizedTest
    @MethodSource("whateverIsThrown")
    void aTaskFailsOnceWhateverIsThrown(Throwable thrown) {
        run(TaskRunner.none(), () -> TaskRunnerTest.<RuntimeException>raise(thrown));
        assertThat(ends).containsExactly(thrown);
    }

    @SuppressWarnings("unchecked") // so that checked and unchecked are thrown alike
    private static <T extends Throwable> void raise(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void aTaskThatRecursWithoutEndFails() {
        run(TaskRunner.none(), TaskRunnerTest::recur);
        assertThat(ends).singleElement().isInstanceOf(StackOverflowError.class);
    }

    @SuppressWarnings("InfiniteRecursion")
    private static void recur() {
        recur();
    }

    @Test
    void aTaskThatSucceedsIsDoneOnce() {
        run(TaskRunner.none(), () -> {});
        assertThat(ends).containsExactly("done");
    }

    @Test
    void aTaskThatCannotBeBegunFails() {
        ExecutorService closed = Executors.newSingleThreadExecutor();
        closed.shutdown();
        run(new TaskRunner(closed, Runnable::run), () -> {});
        assertThat(ends).singleElement().isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void whatFailsInShowingAResultIsNotTakenForAFailureOfTheTask() {
        assertThatThrownBy(() -> TaskRunner.none()
                        .run(
                                () -> "done",
                                result -> {
                                    ends.add(result);
                                    throw new IllegalStateException("not shown");
                                },
                                ends::add))
                .hasMessage("not shown");
        assertThat(ends).containsExactly("done");
    }
}
