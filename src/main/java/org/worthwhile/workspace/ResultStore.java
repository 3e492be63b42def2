package org.worthwhile.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.problem.InvalidInput;

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

    /**
     * The bytes of a dataset, where they are in the file.
     *
     * @throws InvalidInput if they are not those that were put there
     */
    public Optional<byte[]> content(String dataset) {
        return database
                .query(
                        "SELECT content, sha256 FROM dataset WHERE name = ? AND content IS NOT NULL",
                        row -> {
                            byte[] bytes = row.getBytes(1);
                            if (!Fingerprint.of(bytes).equals(row.getString(2))) {
                                throw database.damaged("the dataset '" + dataset + "'");
                            }
                            return bytes;
                        },
                        dataset)
                .stream()
                .findFirst();
    }

    /**
     * Notes a dataset.
     *
     * @param content its bytes, where the analyst wants them in the file
     */
    public void keep(StoredDataset dataset, Optional<byte[]> content) {
        byte @Nullable [] bytes = content.orElse(null);
        workspace.write(() -> {
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
