package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.worthwhile.workspace.WorkspaceTest.CLOCK;
import static org.worthwhile.workspace.WorkspaceTest.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.JsonText;

/** Files that are damaged, foreign, older, newer or on a disk that fails: a clear word, and the original untouched. */
class DamagedFileTest {

    private static final int PAGE = 4096;
    private static final int MANY = 200;

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void manyProposals() {
        file = folder.resolve("case.worthwhile");
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            for (int i = 0; i < MANY; i += 10) {
                workspace.apply(
                        "Added",
                        IntStream.range(i, i + 10)
                                .mapToObj(n -> Change.added(DocumentKind.PROPOSAL, "p" + n, proposal(n)))
                                .toList());
            }
        }
    }

    @Test
    void aTruncatedFileIsRefusedAndLeftAsItIsAndItsReadablePartRecovered() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        byte[] half = Arrays.copyOf(whole, whole.length / PAGE * 3 / 4 * PAGE);
        Files.write(file, half);
        assertThatThrownBy(() -> WorkspaceFile.open(file, CLOCK))
                .hasMessageStartingWith(file + ": is damaged or is no Worthwhile file; recover what can be read");
        assertThat(Files.readAllBytes(file)).isEqualTo(half);
        Optional<Recovery> recovery = Recovery.of(file, CLOCK);
        assertThat(Files.readAllBytes(file)).isEqualTo(half);
        assertThat(recovery).hasValueSatisfying(found -> {
            assertThat(found.file()).hasFileName("case recovered.worthwhile");
            try (Workspace recovered = WorkspaceFile.open(found.file(), CLOCK)) {
                List<Document> documents = recovered.documents(DocumentKind.PROPOSAL);
                assertThat(documents)
                        .hasSize(found.documents())
                        .isNotEmpty()
                        .allSatisfy(document -> assertThat(document.tree())
                                .isEqualTo(proposal(
                                        Integer.parseInt(document.name().substring(1)))));
            }
        });
    }

    @Test
    void aFileWithAPageOfNoiseIsRefusedAndTheRestRecovered() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int page = bytes.length / PAGE / 2;
        Arrays.fill(bytes, page * PAGE, (page + 1) * PAGE, (byte) 0xA5);
        Files.write(file, bytes);
        assertThatThrownBy(() -> WorkspaceFile.open(file, CLOCK)).hasMessageContaining("is damaged");
        assertThat(Recovery.of(file, CLOCK))
                .hasValueSatisfying(found -> assertThat(found.documents()).isPositive());
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void nothingIsMadeOfAFileOfWhichNothingCanBeRead() throws IOException {
        Files.write(file, new byte[3 * PAGE]);
        assertThatThrownBy(() -> WorkspaceFile.open(file, CLOCK)).hasMessageContaining("is damaged");
        assertThat(Recovery.of(file, CLOCK)).isEmpty();
        assertThat(folder.resolve("case recovered.worthwhile")).doesNotExist();
    }

    @Test
    void emptyMissingAndForeignFilesAreToldApart() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.worthwhile"));
        assertThatThrownBy(() -> WorkspaceFile.open(empty, CLOCK)).hasMessageContaining("is empty; use a copy");
        Path missing = folder.resolve("gone").resolve("case.worthwhile");
        assertThatThrownBy(() -> WorkspaceFile.open(missing, CLOCK))
                .hasMessageContaining("is not there; check the name");
        Path foreign = folder.resolve("foreign.worthwhile");
        try (Database other = Database.open(foreign, Database.Mode.CREATE)) {
            other.execute("CREATE TABLE recipe (name TEXT)");
        }
        assertThatThrownBy(() -> WorkspaceFile.open(foreign, CLOCK))
                .hasMessageContaining("is a database of another program");
        assertThatThrownBy(() -> WorkspaceFile.create(file, CLOCK)).hasMessageContaining("is there already");
    }

    @Test
    void aFullDiskIsSaidAndTheFileStaysAsItWas() {
        try (Workspace workspace = WorkspaceFile.open(file, CLOCK)) {
            int pages = workspace.database().number("PRAGMA page_count");
            workspace.database().number("PRAGMA max_page_count = " + pages);
            Document before = workspace.document(DocumentKind.PROPOSAL, "p0").orElseThrow();
            String long_ = "long ".repeat(10 * PAGE);
            assertThatThrownBy(() -> workspace.apply("Longer", List.of(before.set("/summary", JsonText.string(long_)))))
                    .hasMessage(file + ": the disk is full, and the last change was not saved; make space, then make"
                            + " the change again.");
            assertThat(workspace.document(DocumentKind.PROPOSAL, "p0")).contains(before);
            workspace.reload();
            assertThat(workspace.document(DocumentKind.PROPOSAL, "p0")).contains(before);
        }
    }

    @Test
    void aFileInAFolderThatMayNotBeWrittenIsReadFromACopy() throws IOException {
        Path shelf = Files.createDirectory(folder.resolve("shelf"));
        Path kept = Files.copy(file, shelf.resolve("kept.worthwhile"));
        byte[] bytes = Files.readAllBytes(kept);
        // An administrator may write in every folder, but not where another folder stands.
        Path lock = Files.createDirectory(shelf.resolve(".kept.worthwhile.lock"));
        shelf.toFile().setWritable(false);
        boolean isAdministrator = Files.isWritable(shelf);
        try (Workspace workspace = WorkspaceFile.open(kept, CLOCK)) {
            assertThat(workspace.access())
                    .isEqualTo(
                            isAdministrator
                                    ? new Access.ReadOnly(
                                            "cannot be locked for you alone, as '.kept.worthwhile.lock' beside it"
                                                    + " cannot be written",
                                            "remove what stands there, or save a copy elsewhere, to make changes")
                                    : new Access.ReadOnly(
                                            "is in a folder that you may not write to",
                                            "save a copy elsewhere to make changes"));
            assertThat(workspace.documents(DocumentKind.PROPOSAL)).hasSize(MANY);
            Document first = workspace.documents(DocumentKind.PROPOSAL).getFirst();
            assertThatThrownBy(() -> workspace.apply("Renamed", List.of(first.set("/title", JsonText.string("New")))))
                    .hasMessageContaining("to make changes");
        } finally {
            shelf.toFile().setWritable(true);
        }
        assertThat(kept).hasBinaryContent(bytes);
        assertThat(FallsFile.names(shelf))
                .containsExactlyInAnyOrder(lock.getFileName().toString(), "kept.worthwhile");
    }

    @Test
    void aFileOfAnEarlierSchemaIsCopiedAndMigrated() {
        Path old = folder.resolve("old.worthwhile");
        EarlierFile.create(old, 1, "falls", proposal(1));
        try (Workspace migrated = WorkspaceFile.open(old, CLOCK)) {
            assertThat(Migrations.version(migrated.database())).isEqualTo(Migrations.NEWEST);
            assertThat(migrated.documents(DocumentKind.PROPOSAL)).hasSize(1);
            assertThat(migrated.datasets().all()).isEmpty();
            assertThat(migrated.notices()).isEmpty();
            assertThat(migrated.changes(1)).hasSize(1);
            assertThat(migrated.trail(9)).hasSize(1);
            migrated.undo();
            assertThat(migrated.documents(DocumentKind.PROPOSAL)).isEmpty();
        }
        Path backup = folder.resolve("old.worthwhile.schema-1.backup");
        try (Database copy = Database.open(backup, Database.Mode.READ_ALONE)) {
            assertThat(Migrations.version(copy)).isEqualTo(1);
            assertThat(copy.number("SELECT count(*) FROM document")).isEqualTo(1);
        }
    }

    @Test
    void aFileOfANewerSchemaIsReadAndNotChanged() {
        try (Workspace workspace = WorkspaceFile.open(file, CLOCK)) {
            workspace.database().execute("PRAGMA user_version = " + (Migrations.NEWEST + 1));
        }
        try (Workspace newer = WorkspaceFile.open(file, CLOCK)) {
            assertThat(newer.access())
                    .isEqualTo(new Access.ReadOnly(
                            "was made by a newer version of Worthwhile", "install that version to make changes"));
            assertThat(newer.documents(DocumentKind.PROPOSAL)).hasSize(MANY);
        }
    }
}
