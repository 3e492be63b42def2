package org.worthwhile.desktop.session;

import java.nio.file.Path;
import java.util.List;
import org.worthwhile.desktop.IfPresent;
import org.worthwhile.desktop.Words;
import org.worthwhile.workspace.Document;

/** Imports files into the open one, and asks before what stands there is replaced. */
final class FileImports {

    private final OpenFile file;
    private final TaskStatus tasks;
    private final ShownState shown;
    private final Folders folders;

    FileImports(OpenFile file, TaskStatus tasks, ShownState shown, Folders folders) {
        this.file = file;
        this.tasks = tasks;
        this.shown = shown;
        this.folders = folders;
    }

    void run(List<Path> files, boolean keepData, IfPresent.ImportQuestion question, Runnable failed) {
        tasks.run(
                Words.of("session.importing", files.size()),
                () -> FileImporter.replaced(file.workspace(), files, keepData, folders).stream()
                        .map(FileImports::title)
                        .toList(),
                present -> {
                    IfPresent chosen = present.isEmpty() ? IfPresent.REPLACE : question.ask(present);
                    if (chosen == IfPresent.CANCEL) {
                        tasks.say(Words.of("session.notImported"));
                    } else {
                        run(files, keepData, chosen, failed);
                    }
                },
                failed);
    }

    private static String title(Document document) {
        String title = document.tree().path("title").asString("");
        return title.isBlank() ? document.name() : title;
    }

    private void run(List<Path> files, boolean keepData, IfPresent ifPresent, Runnable failed) {
        String what = files.size() == 1
                ? Words.of("session.importedOne", files.getFirst().getFileName())
                : Words.of("session.importedMany", files.size());
        tasks.run(
                Words.of("session.importing", files.size()),
                () -> {
                    FileImporter.into(file.workspace(), files, keepData, ifPresent, folders, what);
                    return file.snapshot();
                },
                state -> {
                    shown.publish(state);
                    tasks.say(what);
                },
                failed);
    }
}
