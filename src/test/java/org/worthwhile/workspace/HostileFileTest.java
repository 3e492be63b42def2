package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.worthwhile.workspace.WorkspaceTest.CLOCK;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file from a stranger cannot act: it is refused with a sentence, and stays as it was with nothing beside it. */
class HostileFileTest {

    private static final String ACTS = "has tables, views or triggers that Worthwhile did not make";
    private static final String ENDLESS =
            "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT 'proposal', x, '', '{}' FROM c";

    @TempDir
    private Path folder;

    /** What a stranger may do to a file, and what is said of it. */
    enum Attack {
        CHANGES_OTHER_DOCUMENTS(
                "CREATE TRIGGER t AFTER INSERT ON edit BEGIN UPDATE document SET text = '{}'; END", ACTS),
        SWALLOWS_EDITS("CREATE TRIGGER t BEFORE INSERT ON document BEGIN SELECT RAISE (IGNORE); END", ACTS),
        DELETES_HISTORY(
                "CREATE TRIGGER t AFTER INSERT ON trail BEGIN DELETE FROM version; DELETE FROM change; END", ACTS),
        WITHOUT_THE_TRIGGERS_OF_THE_TRAIL("DROP TRIGGER trail_is_never_changed", ACTS),
        NEVER_ENDS(
                "ALTER TABLE document RENAME TO d; CREATE VIEW document (kind, name, sha256, text) AS " + ENDLESS,
                ACTS),
        FILLS_THE_MEMORY(
                "ALTER TABLE document RENAME TO d; CREATE VIEW document (kind, name, sha256, text) AS"
                        + " SELECT 'proposal', 'x', '', hex(zeroblob(400000000))",
                ACTS),
        READS_OTHER_FILES("CREATE VIEW v AS SELECT load_extension('x')", ACTS),
        HAS_A_TABLE_MORE("CREATE TABLE more (x)", ACTS),
        HAS_A_MODULE("CREATE VIRTUAL TABLE more USING rtree (id, a, b)", ACTS),
        HAS_OTHER_COLUMNS("ALTER TABLE edit ADD COLUMN more TEXT DEFAULT 'x'", ACTS),
        INDEXES_AN_EXPRESSION("CREATE INDEX i ON document (length(text))", ACTS),
        SAYS_IT_IS_OF_A_SCHEMA_BELOW_NONE("PRAGMA user_version = -5", "is damaged or is no Worthwhile file"),
        SAYS_IT_HAS_NO_SCHEMA("PRAGMA user_version = 0", "is damaged or is no Worthwhile file"),
        SAYS_IT_IS_NEWER_AND_HAS_A_VIEW(
                "PRAGMA user_version = 99; CREATE VIEW v AS SELECT 1",
                "was made by a newer version of Worthwhile, in a form"),
        SAYS_IT_IS_OLDER_THAN_ITS_TABLES("PRAGMA user_version = 1", ACTS),
        HOLDS_A_TEXT_WITHOUT_MEASURE(
                "INSERT INTO document (kind, name, text) VALUES ('proposal', 'x', printf('%.*c', 40000000, '['))",
                "holds more text than a file of Worthwhile has"),
        SHARES_A_PAGE_BETWEEN_TABLES(
                "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET rootpage ="
                        + " (SELECT rootpage FROM sqlite_schema WHERE name = 'edit') WHERE name = 'trail'",
                "is damaged or is no Worthwhile file");

        private final String sql;
        private final String sentence;

        Attack(String sql, String sentence) {
            this.sql = sql;
            this.sentence = sentence;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHostileFileIsRefusedAndLeftAsItIs(Attack attack) throws IOException {
        Path file = folder.resolve("case.worthwhile");
        FallsFile.create(file, 100);
        try (Database database = Database.open(file, Database.Mode.WRITE)) {
            database.execute(attack.sql);
        }
        byte[] before = Files.readAllBytes(file);
        assertThatThrownBy(() -> WorkspaceFile.open(file, CLOCK)).hasMessageContaining(file + ": " + attack.sentence);
        assertThat(file).hasBinaryContent(before);
        assertThat(FallsFile.names(folder)).containsExactly("case.worthwhile");
    }

    @Test
    void whatIsRefusedForItsTriggersIsRecoveredWithoutThem() {
        Path file = folder.resolve("case.worthwhile");
        FallsFile.create(file, 100);
        try (Database database = Database.open(file, Database.Mode.WRITE)) {
            database.execute(Attack.SWALLOWS_EDITS.sql);
        }
        Recovery recovery = Recovery.of(file, CLOCK).orElseThrow();
        try (Workspace workspace = WorkspaceFile.open(recovery.file(), CLOCK)) {
            FallsFile.setDelivery(workspace, 120);
        }
        assertThat(FallsFile.delivery(recovery.file())).isEqualTo(120);
    }

    @Test
    void namesThatLookLikeOptionsAreNames() throws IOException {
        for (String name : List.of(
                "A?cache=1&journal_mode=off&synchronous=off.worthwhile",
                "q?mode=ro&x=%20#h.worthwhile",
                "file:é%41.worthwhile")) {
            Path file = folder.resolve(name);
            FallsFile.create(file, 100);
            assertThat(FallsFile.delivery(file)).isEqualTo(100);
            assertThat(FallsFile.names(folder)).contains(name).allMatch(there -> there.endsWith(".worthwhile"));
        }
        assertThat(FallsFile.names(folder)).hasSize(6);
    }
}
