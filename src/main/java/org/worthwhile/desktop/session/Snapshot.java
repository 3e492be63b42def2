package org.worthwhile.desktop.session;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.Words;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.workspace.Access;
import org.worthwhile.workspace.Document;

/**
 * What the screens show: the state of the file after its last edit.
 *
 * @param entry the number of the audit trail's last entry, which is another after everything that is done
 * @param changed when the file last became what it is
 * @param outcomes of all proposals, in the order of their names
 * @param undo what undo would undo, in words
 * @param redo what redo would do again, in words
 */
public record Snapshot(
        Path file,
        long entry,
        Optional<Instant> changed,
        Access access,
        ModelLibrary library,
        List<Outcome> outcomes,
        List<Document> studies,
        List<Document> evidence,
        List<Document> constraints,
        Optional<String> undo,
        Optional<String> redo) {
    public Snapshot {
        outcomes = List.copyOf(outcomes);
        studies = List.copyOf(studies);
        evidence = List.copyOf(evidence);
        constraints = List.copyOf(constraints);
    }

    public boolean isWritable() {
        return access instanceof Access.Writable;
    }

    /** Whether the file was deleted or replaced since it was opened. */
    public boolean isDisplaced() {
        return access instanceof Access.Displaced;
    }

    public Optional<Outcome> outcome(String name) {
        return outcomes.stream().filter(outcome -> outcome.name().equals(name)).findFirst();
    }

    /** The appraisals of proposals that could be appraised. */
    public List<Appraisal> appraisals() {
        return Outcome.appraisals(outcomes);
    }

    /** The titles of proposals that cannot be appraised, which no choice and no report on all of them can tell of. */
    public List<String> notAppraised() {
        return Outcome.notAppraised(outcomes);
    }

    /** What is said when it has been opened. */
    String opened() {
        return Words.of("session.opened", outcomes.size());
    }

    /** What is said when an edit has been saved. */
    String saved() {
        return undo.map(what -> Words.of("session.saved", what)).orElse("");
    }

    /** The title of a window that shows this. */
    public String windowTitle() {
        return Words.of(
                switch (access) {
                    case Access.Writable() -> "window.title.file";
                    case Access.ReadOnly _ -> "window.title.readOnly";
                    case Access.Displaced _ -> "window.title.displaced";
                },
                title());
    }

    /** The file's name without its ending. */
    public String title() {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".worthwhile") ? name.substring(0, name.length() - ".worthwhile".length()) : name;
    }
}
