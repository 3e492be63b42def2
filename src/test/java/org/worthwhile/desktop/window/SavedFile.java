package org.worthwhile.desktop.window;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.worthwhile.workspace.DocumentKind;
import org.worthwhile.workspace.TrailEntry;
import org.worthwhile.workspace.Workspace;
import org.worthwhile.workspace.WorkspaceFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The analyst's file as it is on the disk while the client has it open. */
public final class SavedFile {

    private final Path file;

    SavedFile(Path file) {
        this.file = file;
    }

    public Path path() {
        return file;
    }

    /** What stands at a place of a document. */
    public JsonNode at(DocumentKind kind, String name, String pointer) {
        try (Workspace workspace = open()) {
            return workspace
                    .document(kind, name)
                    .flatMap(document -> document.at(pointer))
                    .orElse(MissingNode.getInstance());
        }
    }

    /** What stands at a place of a document, as JSON, with numbers as they are written shortest; empty for nothing. */
    public String text(DocumentKind kind, String name, String pointer) {
        JsonNode node = at(kind, name, pointer);
        return node.isNumber() ? node.decimalValue().stripTrailingZeros().toPlainString() : node.toString();
    }

    /** The audit trail's edits, in words, the newest first. */
    public List<String> edits() {
        try (Workspace workspace = open()) {
            return workspace.trail(Integer.MAX_VALUE).stream()
                    .filter(entry -> entry.action() == TrailEntry.Action.EDIT)
                    .map(TrailEntry::what)
                    .toList();
        }
    }

    private Workspace open() {
        return WorkspaceFile.open(file, Clock.systemUTC());
    }
}
