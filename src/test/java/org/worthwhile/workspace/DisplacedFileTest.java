package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.worthwhile.workspace.FallsFile.delivery;
import static org.worthwhile.workspace.FallsFile.setDelivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;

/** An open file that is deleted, renamed or replaced is noticed, and nothing counts as saved that is not at its path. */
class DisplacedFileTest {

    /** Longer than the pause after which what stands in the log comes into the file. */
    private static final long AFTER_CHECKPOINT_MILLISECONDS = 2_500;

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void create() {
        file = folder.resolve("case.worthwhile");
        other = folder.resolve("other.worthwhile");
        FallsFile.create(file, 100);
        FallsFile.create(other, 900);
    }

    private void replace() throws IOException {
        Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void assertRefused(ThrowingCallable edit, String why) {
        assertThatThrownBy(edit)
                .isInstanceOf(InvalidInput.class)
                .hasMessage(file + ": " + why
                        + ", and the last change was not saved; save a copy in another place; it has all that was saved"
                        + " before.");
    }

    @Test
    void anEditToAFileThatWasDeletedIsRefused() throws IOException {
        try (Workspace workspace = FallsFile.open(file)) {
            setDelivery(workspace, 110);
            Files.delete(file);
            assertThat(workspace.access()).isInstanceOf(Access.Displaced.class);
            assertRefused(() -> setDelivery(workspace, 120), "was deleted, renamed or moved while it was open");
            assertThat(delivery(workspace)).isEqualTo(110);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void anEditToAFileThatWasReplacedIsRefusedAndTheNewFileStaysAsItIs() throws IOException {
        byte[] restored = Files.readAllBytes(other);
        try (Workspace workspace = FallsFile.open(file)) {
            setDelivery(workspace, 110);
            replace();
            assertRefused(() -> setDelivery(workspace, 120), "was replaced by another file while it was open");
            assertRefused(workspace::undo, "was replaced by another file while it was open");
        }
        assertThat(file).hasBinaryContent(restored);
        assertThat(delivery(file)).isEqualTo(900);
    }

    @Test
    void aFileReplacedRightAfterAnEditIsNotWrittenByTheCheckpoint() throws IOException, InterruptedException {
        byte[] restored = Files.readAllBytes(other);
        try (Workspace workspace = FallsFile.open(file)) {
            setDelivery(workspace, 110);
            replace();
            Thread.sleep(AFTER_CHECKPOINT_MILLISECONDS);
            assertThat(file).hasBinaryContent(restored);
        }
        assertThat(file).hasBinaryContent(restored);
        assertThat(delivery(file)).isEqualTo(900);
    }

    @Test
    void aFileReplacedWhileItIsWrittenTakesNothingOver() {
        try (Workspace workspace = FallsFile.open(file)) {
            assertThatThrownBy(() -> workspace.write(() -> {
                        workspace.database().update("DELETE FROM document");
                        replaceUnchecked();
                    }))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("was replaced by another file");
            workspace.reload();
            assertThat(delivery(workspace)).isEqualTo(100);
        }
    }

    private void replaceUnchecked() {
        try {
            replace();
        } catch (IOException unexpected) {
            throw new AssertionError(unexpected);
        }
    }

    @Test
    void aCopyOfADeletedFileHasAllThatWasSaved() throws IOException {
        Path copy = folder.resolve("copy.worthwhile");
        Path export = folder.resolve("export");
        try (Workspace workspace = FallsFile.open(file)) {
            setDelivery(workspace, 110);
            Document falls = workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow();
            workspace.type("Title", falls.set("/title", JsonText.string("Typed")));
            Files.delete(file);
            workspace.copyTo(copy);
            workspace.exportTo(export);
        }
        assertThat(export).isDirectory();
        try (Workspace copied = FallsFile.open(copy)) {
            assertThat(delivery(copied)).isEqualTo(110);
            assertThat(copied.document(DocumentKind.PROPOSAL, "falls")
                            .orElseThrow()
                            .at("/title")
                            .orElseThrow()
                            .asString())
                    .isEqualTo("Typed");
            assertThat(copied.trail(1))
                    .singleElement()
                    .extracting(TrailEntry::what)
                    .isEqualTo("Title");
            setDelivery(copied, 130);
        }
    }

    @Test
    void aFileBehindALinkThatNowLeadsElsewhereIsNoticed() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link.worthwhile"), file);
        try (Workspace workspace = FallsFile.open(link)) {
            setDelivery(workspace, 110);
            Files.delete(link);
            Files.createSymbolicLink(link, other);
            assertThatThrownBy(() -> setDelivery(workspace, 120))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("was replaced by another file");
        }
        assertThat(delivery(other)).isEqualTo(900);
        assertThat(delivery(file)).isEqualTo(110);
    }
}
