package org.worthwhile.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Datasets by their fingerprints, and results with what they were computed from. */
public final class ResultStore {

    private final Workspace workspace;
    private final Database database;

    ResultStore(Workspace workspace, Database database) {
        this.workspace = workspace;
        this.database = database;
    }

    public List<StoredDataset> datasets() {
        return database.query(
                "SELECT name, sha256, bytes, content IS NOT NULL FROM dataset ORDER BY name",
                row -> new StoredDataset(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)));
    }

    /** The bytes of a dataset, where they are in the file. */
    public Optional<byte[]> content(String dataset) {
        return database
                .query(
                        "SELECT content FROM dataset WHERE name = ?",
                        row -> Optional.ofNullable(row.getBytes(1)),
                        dataset)
                .stream()
                .findFirst()
                .flatMap(content -> content);
    }

    /**
     * Notes a dataset.
     *
     * @param content its bytes, where the analyst wants them in the file
     */
    public void keep(StoredDataset dataset, Optional<byte[]> content) {
        workspace.requireWritable();
        byte @Nullable [] bytes = content.orElse(null);
        database.transaction(() -> {
            database.update(
                    "INSERT OR REPLACE INTO dataset VALUES (?, ?, ?, ?)",
                    dataset.name(),
                    dataset.sha256(),
                    dataset.bytes(),
                    bytes);
            workspace.note(TrailEntry.Action.DATASET, dataset.name());
        });
    }

    /** Results, the newest first. */
    public List<StoredResult> results() {
        return database.query(
                "SELECT made_at, kind, name, inputs_sha256, software, text FROM result ORDER BY number DESC",
                row -> new StoredResult(
                        Instant.parse(row.getString(1)),
                        DocumentKind.of(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)));
    }

    /** Keeps a result as it stands. */
    public void keep(DocumentKind kind, String name, String inputsSha256, String software, String text) {
        workspace.requireWritable();
        database.transaction(() -> {
            database.update(
                    "INSERT INTO result (made_at, kind, name, inputs_sha256, software, text) VALUES (?, ?, ?, ?, ?, ?)",
                    workspace.now().toString(),
                    kind.code(),
                    name,
                    inputsSha256,
                    software,
                    text);
            workspace.note(TrailEntry.Action.RESULT, name);
        });
    }
}
