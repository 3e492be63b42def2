package org.worthwhile.workspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;

/** Named versions: all documents as they were at one time, to be compared and restored. */
public final class Versions {

    private final Workspace workspace;
    private final Database database;

    Versions(Workspace workspace, Database database) {
        this.workspace = workspace;
        this.database = database;
    }

    /** Versions, the newest first. */
    public List<Version> all() {
        return workspace.intact(
                HashedTable.VERSION.rows(
                        database,
                        "name, made_at, who",
                        "ORDER BY rowid DESC",
                        row -> new Version(row.getString(1), Instant.parse(row.getString(2)), row.getString(3))),
                "the list of versions");
    }

    /**
     * Keeps the documents as they are under a name.
     *
     * @throws InvalidInput if the name is blank or taken, or it cannot be saved
     */
    public Version save(String name) {
        workspace.requireWritable();
        if (name.isBlank()) {
            throw SqliteErrors.of(workspace.file(), "a version needs a name", "give it one");
        }
        if (all().stream().anyMatch(version -> version.name().equals(name))) {
            throw SqliteErrors.of(workspace.file(), "there is a version '" + name + "' already", "choose another name");
        }
        workspace.finishTyping();
        Version version = new Version(name, workspace.now(), Transactions.who());
        workspace.write(() -> {
            database.update(
                    "INSERT INTO version (name, made_at, who) VALUES (?, ?, ?)",
                    name,
                    version.at().toString(),
                    version.who());
            database.update(
                    "INSERT INTO version_document (version, kind, name, text) SELECT ?, kind, name, text FROM document"
                            + " WHERE " + HashedTable.DOCUMENT.isIntact(),
                    name);
            HashedTable.VERSION_DOCUMENT.seal(database, "version = ?", name);
            HashedTable.VERSION.seal(database, "name = ?", name);
            workspace.note(TrailEntry.Action.VERSION, name);
        });
        return version;
    }

    /**
     * The documents of a version.
     *
     * @throws InvalidInput if the version is damaged, as one that lacks documents says what was never so
     */
    public List<Document> documents(Version version) {
        List<Optional<Document>> documents = HashedTable.VERSION_DOCUMENT.rows(
                database,
                "kind, name, text",
                "WHERE version = ? ORDER BY kind, name",
                row -> new Document(
                        DocumentKind.of(row.getString(1)), row.getString(2), JsonText.parse(row.getString(3))),
                version.name());
        if (documents.stream().anyMatch(Optional::isEmpty) || !all().contains(version)) {
            throw database.damaged("the version '" + version.name() + "'");
        }
        return documents.stream().flatMap(Optional::stream).toList();
    }

    /** What was changed between a version and now, value by value. */
    public List<Change> changesSince(Version version) {
        return TreeDifference.between(documents(version), current());
    }

    /** What was changed from one version to another, value by value. */
    public List<Change> changesBetween(Version earlier, Version later) {
        return TreeDifference.between(documents(earlier), documents(later));
    }

    /**
     * Brings all documents to where they were in a version, as one edit that can be undone; nothing is done if they are
     * there.
     *
     * @param what in words, for the audit trail
     */
    public Optional<Edit> restore(Version version, String what) {
        Map<String, Document> wanted = new TreeMap<>();
        documents(version).forEach(document -> wanted.put(document.kind() + "/" + document.name(), document));
        List<Change> changes = new ArrayList<>();
        for (Document document : current()) {
            Document earlier = wanted.remove(document.kind() + "/" + document.name());
            if (earlier == null) {
                changes.add(Change.removed(document));
            } else if (!earlier.tree().equals(document.tree())) {
                changes.add(document.set("", earlier.tree()));
            }
        }
        wanted.values()
                .forEach(document -> changes.add(Change.added(document.kind(), document.name(), document.tree())));
        return changes.isEmpty() ? Optional.empty() : Optional.of(workspace.apply(what, changes));
    }

    private List<Document> current() {
        return Stream.of(DocumentKind.values())
                .flatMap(kind -> workspace.documents(kind).stream())
                .toList();
    }
}
