package org.worthwhile.workspace;

import java.time.Instant;
import java.util.List;

/** Results with what they were computed from. */
public final class ResultStore {

    private final Workspace workspace;
    private final Database database;

    ResultStore(Workspace workspace, Database database) {
        this.workspace = workspace;
        this.database = database;
    }

    /** Results, the newest first. */
    public List<StoredResult> results() {
        return workspace.intact(
                HashedTable.RESULT.rows(
                        database,
                        "made_at, kind, name, inputs_sha256, software, text",
                        "ORDER BY number DESC",
                        row -> new StoredResult(
                                Instant.parse(row.getString(1)),
                                DocumentKind.of(row.getString(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getString(6))),
                "the list of results");
    }

    /** Keeps a result as it stands. */
    public void keep(DocumentKind kind, String name, String inputsSha256, String software, String text) {
        workspace.write(() -> {
            database.update(
                    "INSERT INTO result (made_at, kind, name, inputs_sha256, software, text) VALUES (?, ?, ?, ?, ?, ?)",
                    workspace.now().toString(),
                    kind.code(),
                    name,
                    inputsSha256,
                    software,
                    text);
            HashedTable.RESULT.seal(database, "number = last_insert_rowid()");
            workspace.note(TrailEntry.Action.RESULT, name);
        });
    }
}
