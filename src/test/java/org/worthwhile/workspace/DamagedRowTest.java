package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.worthwhile.workspace.WorkspaceTest.CLOCK;
import static org.worthwhile.workspace.WorkspaceTest.proposal;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.Problem;

/** A row that is not as it was written is noticed, rebuilt where the file proves what it was, and otherwise left out. */
class DamagedRowTest {

    private static final String REBUILT =
            ": the proposal 'falls' was damaged and was rebuilt from what else the file says of it; copy the file to another"
                    + " disk, as this one may be failing.";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void twoProposalsThreeEditsAndAVersion() {
        file = folder.resolve("case.worthwhile");
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            workspace.apply("Added falls", List.of(Change.added(DocumentKind.PROPOSAL, "falls", proposal(100))));
            workspace.apply("Added bus", List.of(Change.added(DocumentKind.PROPOSAL, "bus", proposal(7))));
            workspace.versions().save("Draft");
            setDelivery(workspace, 120);
        }
    }

    private static void setDelivery(Workspace workspace, int amount) {
        Document falls = workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow();
        workspace.apply("Delivery", List.of(falls.set("/options/0/costs/0/amount/annual", JsonText.number(amount))));
    }

    /** Writes past the program, as a failing disk does. */
    private void damage(String... statements) {
        try (Database database = Database.open(file, Database.Mode.WRITE)) {
            List.of(statements).forEach(database::execute);
        }
    }

    private void damageTrail(String statement) {
        try (Database database = Database.open(file, Database.Mode.WRITE)) {
            String trigger = database.text("SELECT sql FROM sqlite_schema WHERE name = 'trail_is_never_changed'");
            database.execute("DROP TRIGGER trail_is_never_changed");
            database.execute(statement);
            database.execute(trigger);
        }
    }

    private void opened(Consumer<Workspace> look) {
        try (Workspace workspace = WorkspaceFile.open(file, CLOCK)) {
            look.accept(workspace);
        }
    }

    private List<String> sentences(Workspace workspace) {
        return workspace.notices().stream().map(Problem::sentence).toList();
    }

    private void assertRebuiltOnce() {
        opened(workspace -> {
            assertThat(sentences(workspace)).containsExactly(file + REBUILT);
            assertThat(workspace.document(DocumentKind.PROPOSAL, "falls").map(Document::tree))
                    .contains(proposal(120));
            assertThat(workspace.document(DocumentKind.PROPOSAL, "bus").map(Document::tree))
                    .contains(proposal(7));
            assertThat(workspace.trail(1)).extracting(TrailEntry::action).containsExactly(TrailEntry.Action.REPAIR);
        });
        opened(workspace -> {
            assertThat(workspace.notices()).isEmpty();
            workspace.undo();
            assertThat(workspace.document(DocumentKind.PROPOSAL, "falls").map(Document::tree))
                    .contains(proposal(100));
        });
    }

    @Test
    void anIntactFileIsOpenedWithoutAWord() {
        opened(workspace -> assertThat(workspace.notices()).isEmpty());
    }

    @Test
    void aDocumentWithADigitChangedIsRebuiltFromItsEdits() {
        damage("UPDATE document SET text = replace(text, '120', '720') WHERE name = 'falls'");
        assertRebuiltOnce();
    }

    @Test
    void aDocumentIsKnownByItsHashWhenItsNameIsDamaged() {
        damage("UPDATE document SET name = 'fadls', kind = 'propo' WHERE name = 'falls'");
        assertRebuiltOnce();
    }

    @Test
    void aDocumentWhoseHashIsDamagedIsProvenByTheHashOfAll() {
        damage("UPDATE document SET sha256 = replace(sha256, '1', '2') WHERE name = 'falls'");
        assertRebuiltOnce();
    }

    @Test
    void aDocumentThatIsGoneIsRebuilt() {
        damage("DELETE FROM document WHERE name = 'falls'");
        assertRebuiltOnce();
    }

    @Test
    void anOlderStateOfADocumentIsNotTakenForTheNewest() {
        damage("UPDATE document SET (text, sha256) = (SELECT text, " + RowHash.NAME + "('document', kind, name, text)"
                + " FROM version_document WHERE name = 'falls') WHERE name = 'falls'");
        assertRebuiltOnce();
    }

    @Test
    void aDocumentWhoseEditsAreDamagedTooIsRebuiltFromAVersionThatSaysTheSame() {
        opened(workspace -> workspace.versions().save("Final"));
        damage("UPDATE document SET text = '{' WHERE name = 'falls'", "UPDATE change SET after = '{' WHERE edit = 3");
        opened(workspace -> {
            assertThat(sentences(workspace)).containsExactly(file + REBUILT);
            assertThat(workspace.document(DocumentKind.PROPOSAL, "falls").map(Document::tree))
                    .contains(proposal(120));
        });
    }

    @Test
    void aDocumentThatCannotBeRebuiltIsNamedAndKeptAndTheOthersCanBeUsed() {
        damage("UPDATE document SET text = '{' WHERE name = 'falls'", "UPDATE change SET after = '{' WHERE edit = 3");
        opened(workspace -> {
            assertThat(sentences(workspace))
                    .containsExactly(file + ": the proposal 'falls' is damaged and could not be rebuilt, and is not"
                            + " shown; take it from a backup.");
            assertThat(workspace.documents(DocumentKind.PROPOSAL))
                    .extracting(Document::name)
                    .containsExactly("bus");
            Document bus = workspace.document(DocumentKind.PROPOSAL, "bus").orElseThrow();
            workspace.apply("Bus", List.of(bus.set("/title", JsonText.string("Bus"))));
            assertThatThrownBy(() -> workspace.apply(
                            "Again", List.of(Change.added(DocumentKind.PROPOSAL, "falls", proposal(1)))))
                    .hasMessage(file + ": the proposal 'falls' is damaged; use a version or a backup; all else can be"
                            + " used.");
        });
        opened(workspace -> {
            assertThat(workspace.notices()).hasSize(1);
            assertThat(workspace.database().text("SELECT text FROM document WHERE name = 'falls'"))
                    .isEqualTo("{");
            assertThat(workspace.document(DocumentKind.PROPOSAL, "bus").flatMap(bus -> bus.at("/title")))
                    .contains(JsonText.string("Bus"));
        });
    }

    @Test
    void aRowThatIsJsonButNoDocumentIsSetAside() {
        try (Database database = Database.open(file, Database.Mode.WRITE)) {
            database.update("INSERT INTO document (kind, name, text) VALUES ('proposal', '0', '7')");
            HashedTable.DOCUMENT.seal(database, "name = '0'");
        }
        opened(workspace -> {
            assertThat(sentences(workspace)).singleElement().asString().contains("the proposal '0' is damaged");
            setDelivery(workspace, 130);
        });
    }

    @Test
    void whatADamagedEditChangedIsNeitherShownNorUndone() {
        damage("UPDATE change SET before = replace(before, '100', '900') WHERE edit = 3");
        opened(workspace -> {
            assertThat(workspace.notices()).isEmpty();
            String sentence =
                    file + ": the record of edit 3 is damaged; use a version or a backup; all else can be used.";
            assertThatThrownBy(() -> workspace.changes(3)).hasMessage(sentence);
            assertThatThrownBy(workspace::undo).hasMessage(sentence);
            setDelivery(workspace, 140);
            workspace.undo();
            assertThat(workspace.document(DocumentKind.PROPOSAL, "falls").map(Document::tree))
                    .contains(proposal(120));
        });
    }

    @Test
    void anEditWhoseTimeIsDamagedIsNotOfferedToBeUndone() {
        damage("UPDATE edit SET made_at = 'noon' WHERE number = 3");
        opened(workspace -> {
            assertThat(workspace.nextUndo()).isEmpty();
            assertThatThrownBy(workspace::undo).hasMessageContaining("the record of the last edit is damaged");
        });
    }

    @Test
    void anEditOfWhichAChangeIsGoneIsDamaged() {
        damage("DELETE FROM change WHERE edit = 3");
        opened(workspace ->
                assertThatThrownBy(workspace::undo).hasMessageContaining("the record of the last edit is damaged"));
    }

    @Test
    void aDamagedEntryOfTheTrailIsLeftOutAndThatIsSaid() {
        damageTrail("UPDATE trail SET who = 'eve' WHERE number = 2");
        opened(workspace -> {
            assertThat(workspace.trail(9)).extracting(TrailEntry::number).containsExactly(4L, 3L, 1L);
            assertThat(sentences(workspace))
                    .containsExactly(
                            file + ": the audit trail is damaged in places, which are left out; use a backup for"
                                    + " them.");
        });
    }

    @Test
    void aDamagedVersionIsNotRestored() {
        damage("DELETE FROM version_document WHERE name = 'bus'");
        Version draft = new Version("Draft", CLOCK.instant(), Transactions.who());
        opened(workspace -> {
            assertThat(workspace.versions().all()).isEmpty();
            assertThatThrownBy(() -> workspace.versions().restore(draft, "Back"))
                    .hasMessageContaining("the version 'Draft' is damaged");
            assertThat(workspace.documents(DocumentKind.PROPOSAL)).hasSize(2);
        });
    }

    @Test
    void theNewestVersionStandsFirstEvenIfTheClockWasSetBack() {
        java.time.Clock earlier = java.time.Clock.offset(CLOCK, java.time.Duration.ofDays(-400));
        try (Workspace workspace = WorkspaceFile.open(file, earlier)) {
            workspace.versions().save("Later");
            assertThat(workspace.versions().all()).extracting(Version::name).containsExactly("Later", "Draft");
        }
    }
}
