package org.worthwhile.desktop.session;

import java.nio.file.Path;
import org.worthwhile.desktop.Words;

/**
 * The place of the open file. A file that was deleted or replaced since it was opened is nowhere but in this program: nothing
 * can be saved to it, and what was saved is kept by copying it to another place.
 */
public final class FilePlace {

    private final OpenFile file;
    private final TaskStatus tasks;
    private final ShownState shown;

    FilePlace(OpenFile file, TaskStatus tasks, ShownState shown) {
        this.file = file;
        this.tasks = tasks;
        this.shown = shown;
    }

    /** Whether the file was deleted or replaced since it was opened. */
    public boolean isLost() {
        return file.isDisplaced();
    }

    /** Shows that it was, once; to be asked whenever something has failed or the window is come back to. */
    public void look() {
        if (isLost() && shown.snapshot().filter(Snapshot::isDisplaced).isEmpty()) {
            tasks.runQuietly(file::snapshot, shown::publish, thrown -> tasks.failed(Words.of("failure.task"), thrown));
        }
    }

    /** Copies what is open to a new file and goes on with that. */
    public void moveTo(Path copy) {
        tasks.run(
                Words.of("session.opening", copy.getFileName()),
                () -> {
                    file.moveTo(copy);
                    return file.snapshot();
                },
                state -> {
                    shown.publish(state);
                    tasks.say(Words.of("reports.wrote", state.file()));
                });
    }
}
