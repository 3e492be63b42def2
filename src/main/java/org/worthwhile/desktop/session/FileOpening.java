package org.worthwhile.desktop.session;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.worthwhile.desktop.Words;
import org.worthwhile.problem.Problem;
import org.worthwhile.workspace.Recovery;

/** Opens files, and recovers those that are damaged. */
final class FileOpening {

    private final OpenFile file;
    private final TaskStatus tasks;
    private final ShownState shown;

    /** @param notices what there is to say of the state in which the file was found */
    private record Opened(Snapshot state, List<Problem> notices) {}

    FileOpening(OpenFile file, TaskStatus tasks, ShownState shown) {
        this.file = file;
        this.tasks = tasks;
        this.shown = shown;
    }

    /** Opens a file; of one that cannot be opened it is found out whether something can be recovered. */
    void open(Path path) {
        shown.noneDamaged();
        tasks.run(
                Words.of("session.opening", path.getFileName()),
                () -> {
                    file.open(path);
                    return new Opened(file.snapshot(), file.workspace().notices());
                },
                opened -> show(opened, opened.state().opened()),
                () -> offerRecovery(path));
    }

    private void offerRecovery(Path path) {
        Supplier<Boolean> possible = () -> Recovery.isPossible(path);
        tasks.runQuietly(
                possible,
                is -> {
                    if (is) {
                        shown.damaged(path);
                    }
                },
                thrown -> tasks.failed(Words.of("failure.task"), thrown));
    }

    /** Recovers what can be read into a new file and opens that. */
    void recover(Path path) {
        tasks.run(
                Words.of("session.recovering", path.getFileName()),
                () -> {
                    List<Problem> missing = file.recover(path);
                    return new Opened(file.snapshot(), missing);
                },
                opened -> {
                    shown.noneDamaged();
                    show(opened, Words.of("session.recovered", opened.state().title()));
                });
    }

    private void show(Opened opened, String said) {
        shown.publish(opened.state());
        tasks.say(said);
        tasks.warn(opened.state().library());
        tasks.tell(opened.notices());
    }
}
