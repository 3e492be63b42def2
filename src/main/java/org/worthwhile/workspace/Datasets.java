package org.worthwhile.workspace;

import java.util.List;
import java.util.Optional;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.problem.InvalidInput;

/**
 * The datasets of the file, by the SHA-256 of their bytes. A study names the one that it uses; so which it uses is undone
 * and restored with the study.
 */
public final class Datasets {

    /** Where a study names its data, and their fingerprint. */
    public static final String NAME = "/data/path";

    public static final String FINGERPRINT = "/data/sha256";

    /** Whether nothing mentions a dataset: no study, no edit that can be undone or done again, no version, no earlier name. */
    private static final String UNUSED = """
            NOT EXISTS (SELECT 1 FROM document WHERE kind = 'study' AND instr(text, dataset.sha256) > 0)
            AND NOT EXISTS (SELECT 1 FROM version_document WHERE kind = 'study' AND instr(text, dataset.sha256) > 0)
            AND NOT EXISTS (
                SELECT 1 FROM change JOIN edit ON edit.number = change.edit
                WHERE edit.state <> 'abandoned' AND change.kind = 'study'
                AND (instr(coalesce(before, ''), dataset.sha256) > 0 OR instr(coalesce(after, ''), dataset.sha256) > 0))
            AND NOT EXISTS (SELECT 1 FROM dataset_name WHERE dataset_name.sha256 = dataset.sha256)""";

    private final Database database;

    Datasets(Database database) {
        this.database = database;
    }

    /** Every dataset, in the order of their names. */
    public List<StoredDataset> all() {
        return database.query(
                "SELECT name, sha256, bytes, content IS NOT NULL FROM dataset ORDER BY name, sha256",
                row -> new StoredDataset(row.getString(1), row.getString(2), row.getLong(3), row.getBoolean(4)));
    }

    /** The fingerprint of the data that a study uses, where it is known. */
    public Optional<String> fingerprint(Document study) {
        String named = study.tree().at(FINGERPRINT).asString("");
        return named.isEmpty()
                ? database
                        .query(
                                "SELECT sha256 FROM dataset_name WHERE name = ?",
                                row -> row.getString(1),
                                study.tree().at(NAME).asString(""))
                        .stream()
                        .findFirst()
                : Optional.of(named);
    }

    /**
     * The bytes of a dataset, where they are in the file.
     *
     * @throws InvalidInput if they are not those that were put there
     */
    public Optional<byte[]> content(String sha256) {
        return database
                .query(
                        "SELECT content, name FROM dataset WHERE sha256 = ? AND content IS NOT NULL",
                        row -> {
                            byte[] bytes = row.getBytes(1);
                            if (!Fingerprint.of(bytes).equals(sha256)) {
                                throw database.damaged("the dataset '" + row.getString(2) + "'");
                            }
                            return bytes;
                        },
                        sha256)
                .stream()
                .findFirst();
    }

    /** Puts a dataset in. One that is there already stays; its bytes are added if they were not there. */
    void put(NewDataset added) {
        StoredDataset dataset = added.dataset();
        database.update(
                "INSERT INTO dataset (name, sha256, bytes, content) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT DO UPDATE SET content = coalesce(content, excluded.content)",
                dataset.name(),
                dataset.sha256(),
                dataset.bytes(),
                added.content().orElse(null));
    }

    /** Takes out what nothing uses any more. */
    void removeUnused() {
        database.update("DELETE FROM dataset WHERE " + UNUSED);
    }
}
