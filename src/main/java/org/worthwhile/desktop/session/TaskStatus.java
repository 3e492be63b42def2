package org.worthwhile.desktop.session;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.failure.Failure;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;

/** What goes on with the file, what was said last, and what went wrong. */
final class TaskStatus {

    private final TaskRunner tasks;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Failure> failure = new ReadOnlyObjectWrapper<>();
    private int waiting;
    private final ReadOnlyBooleanWrapper changing = new ReadOnlyBooleanWrapper();
    private int changes;

    TaskStatus(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** Does work in its turn, saying so, and hands what comes of it to the screen. */
    <T> void run(String what, Supplier<T> work, Consumer<T> done) {
        run(what, work, done, () -> {});
    }

    /** @param alsoFailed what is done on the screen besides saying what went wrong */
    <T> void run(String what, Supplier<T> work, Consumer<T> done, Runnable alsoFailed) {
        waiting++;
        busy.set(true);
        problems.clear();
        status.set(what);
        tasks.run(
                work,
                result -> {
                    finished();
                    done.accept(result);
                },
                thrown -> {
                    finished();
                    failed(what, thrown);
                    alsoFailed.run();
                });
    }

    /** Does work that changes the file, whose results are out of date until it is done. */
    <T> void change(String what, Supplier<T> work, Consumer<T> done, Runnable alsoFailed) {
        changes++;
        changing.set(true);
        run(
                what,
                work,
                result -> {
                    try {
                        done.accept(result);
                    } finally {
                        changed();
                    }
                },
                () -> {
                    changed();
                    alsoFailed.run();
                });
    }

    private void changed() {
        changes--;
        changing.set(changes > 0);
    }

    /** Does work in its turn without a word. */
    <T> void runQuietly(Supplier<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        tasks.run(work, done, failed);
    }

    private void finished() {
        waiting--;
        busy.set(waiting > 0);
    }

    /**
     * Says what went wrong, in the same sentences that the command line prints.
     *
     * @param during what was being done, in words
     */
    void failed(String during, Throwable thrown) {
        if (thrown instanceof InvalidInput invalid) {
            problems.setAll(invalid.sentences());
            status.set(Words.of("session.problems", invalid.problems().size()));
        } else {
            Failure found = new Failure(during, thrown);
            problems.setAll(found.sentence());
            failure.set(found);
            status.set(Words.of("session.problems", 1));
        }
    }

    /** Tells of a failure that stopped nothing. */
    void tell(Failure found) {
        tasks.screen().execute(() -> failure.set(found));
    }

    /** Tells which of the analyst's own packs cannot be used. */
    void warn(ModelLibrary library) {
        List<Problem> found = library.unusable().stream()
                .flatMap(pack -> pack.problems().stream())
                .toList();
        problems.setAll(InvalidInput.sentences(found, Problem::sentence));
    }

    /** Tells of what there is to know besides what was done. */
    void tell(List<Problem> notices) {
        problems.addAll(0, notices.stream().map(Problem::sentence).toList());
    }

    void say(String what) {
        status.set(what);
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the file is being changed, so that what is shown of it is out of date. */
    ReadOnlyBooleanProperty changingProperty() {
        return changing.getReadOnlyProperty();
    }

    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** The last failure of the program, which no input should lead to. */
    ReadOnlyObjectProperty<@Nullable Failure> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ObservableList<String> problems() {
        return problems;
    }
}
