package org.worthwhile.desktop.session;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.worthwhile.desktop.Background;
import org.worthwhile.desktop.Words;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;

/** What goes on with the file, what was said last, and what went wrong. */
final class Activity {

    private final Background background;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ObservableList<String> problems = FXCollections.observableArrayList();
    private int waiting;

    Activity(Background background) {
        this.background = background;
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
        background.run(
                work,
                result -> {
                    finished();
                    done.accept(result);
                },
                failure -> {
                    finished();
                    failed(failure);
                    alsoFailed.run();
                });
    }

    /** Does work in its turn without a word. */
    <T> void runQuietly(Supplier<T> work, Consumer<T> done) {
        background.run(work, done, this::failed);
    }

    private void finished() {
        waiting--;
        busy.set(waiting > 0);
    }

    /** Says what went wrong, in the same sentences that the command line prints. */
    void failed(RuntimeException failure) {
        problems.setAll(
                failure instanceof InvalidInput invalid
                        ? invalid.problems().stream().map(Problem::sentence).toList()
                        : List.of(Words.of("session.failure", failure)));
        status.set(Words.of("session.problems", problems.size()));
    }

    void say(String what) {
        status.set(what);
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    ObservableList<String> problems() {
        return problems;
    }
}
