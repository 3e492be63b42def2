package org.worthwhile.workspace;

import java.nio.file.Path;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.JsonNode;

/** Files as earlier versions of the program made them. */
final class EarlierFile {

    private EarlierFile() {}

    /** A file of a schema before hashes, with one proposal that was added by an edit. */
    static void create(Path file, int schema, String name, JsonNode proposal) {
        String text = JsonText.compact(proposal);
        try (Database database = Database.open(file, Database.Mode.CREATE)) {
            database.writeAheadFully();
            database.execute("PRAGMA application_id = " + WorkspaceFile.APPLICATION);
            Migrations.create(database, schema);
            database.update("INSERT INTO document VALUES ('proposal', ?, ?)", name, text);
            database.update("INSERT INTO edit VALUES (1, '2026-01-02T03:04:05Z', 'ada', 'Added', 'done')");
            database.update("INSERT INTO change VALUES (1, 0, 'proposal', ?, '', NULL, ?)", name, text);
            database.update("INSERT INTO trail VALUES (1, '2026-01-02T03:04:05Z', 'ada', 'EDIT', 'Added', 1)");
        }
    }
}
