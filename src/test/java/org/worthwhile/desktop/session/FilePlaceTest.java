package org.worthwhile.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.TestClient;
import org.worthwhile.exchange.JsonText;

/** A file that is deleted or replaced while it is open: nothing is said to be saved that is not at its path. */
@SuppressWarnings("NullAway.Init") // set before each test
class FilePlaceTest {

    @TempDir
    private Path folder;

    private Session session;
    private Path file;

    @BeforeEach
    void open() {
        session = OpenSession.with(folder, "rural-bus");
        file = folder.resolve("case.worthwhile");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private void retitle(String title) {
        session.edit(title, List.of(session.selected().orElseThrow().document().set("/title", JsonText.string(title))));
    }

    private String title() {
        return session.selected().orElseThrow().title();
    }

    /** As a program that restores or synchronises files does. */
    private Path replaceByAnother() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Session other = OpenSession.with(elsewhere, "family-hubs");
        other.close();
        return Files.move(elsewhere.resolve("case.worthwhile"), file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void assertNotSaved(String why) {
        assertThat(session.problems())
                .singleElement()
                .asString()
                .contains(why + " while it was open, and the last change was not saved; save a copy in another place");
        assertThat(session.statusProperty().get()).doesNotContain("Saved");
        Snapshot state = session.snapshot().orElseThrow();
        assertThat(state.isDisplaced()).isTrue();
        assertThat(state.windowTitle()).isEqualTo("case (not saved) – Worthwhile");
        assertThat(session.readOnly().get()).isTrue();
        assertThat(title()).isEqualTo("Before");
    }

    @Test
    void anEditAfterTheFileWasDeletedIsNotSaidToBeSaved() throws IOException {
        retitle("Before");
        Files.delete(file);
        retitle("After");
        assertNotSaved("was deleted, renamed or moved");
        assertThat(session.place().isLost()).isTrue();
    }

    @Test
    void whatIsTypedAfterTheFileWasDeletedIsNotSaidToBeSaved() throws IOException {
        retitle("Before");
        Files.delete(file);
        session.type("Title", session.selected().orElseThrow().document().set("/title", JsonText.string("T")));
        assertNotSaved("was deleted, renamed or moved");
    }

    @Test
    void anEditAfterTheFileWasReplacedIsNotSaidToBeSavedAndTheNewFileIsOpenedWhereItStands() throws IOException {
        retitle("Before");
        Path replaced = replaceByAnother();
        byte[] bytes = Files.readAllBytes(replaced);
        retitle("After");
        assertNotSaved("was replaced by another file");
        assertThat(replaced).hasBinaryContent(bytes);
        session.open(file);
        assertThat(session.snapshot().orElseThrow().isWritable()).isTrue();
        assertThat(session.selected().orElseThrow().name()).isEqualTo("family-hubs");
        retitle("In the new file");
        assertThat(session.statusProperty().get()).isEqualTo("Saved: In the new file");
    }

    @Test
    void theFileThatIsOpenIsKeptWhenWhatStandsAtItsPathCannotBeOpened() throws IOException {
        retitle("Before");
        Files.delete(file);
        session.open(file);
        assertThat(session.problems()).singleElement().asString().contains("is not there");
        Files.writeString(file, "no file of Worthwhile");
        session.open(file);
        assertThat(session.problems()).isNotEmpty();
        Path copy = folder.resolve("copy.worthwhile");
        session.place().moveTo(copy);
        assertThat(title()).isEqualTo("Before");
    }

    @Test
    void aCopySavedElsewhereIsGoneOnWith() throws IOException {
        retitle("Before");
        Files.delete(file);
        retitle("After");
        Path copy = folder.resolve("copy.worthwhile");
        session.place().moveTo(copy);
        assertThat(session.problems()).isEmpty();
        assertThat(session.place().isLost()).isFalse();
        assertThat(session.snapshot().orElseThrow().file()).isEqualTo(copy);
        retitle("After");
        assertThat(session.statusProperty().get()).isEqualTo("Saved: After");
        assertThat(session.snapshot().orElseThrow().undo()).contains("After");
    }

    @Test
    void aLookAtThePlaceShowsThatTheFileIsGoneBeforeAnythingIsEdited() throws IOException {
        Files.delete(file);
        session.place().look();
        assertThat(session.snapshot().orElseThrow().isDisplaced()).isTrue();
    }

    @Test
    void whoLooksAtAFilePutInThePlaceOfAnotherThatIsOpenSeesItAlone() throws IOException {
        retitle("Before");
        replaceByAnother();
        Session second = new Session(session.folders(), TaskRunner.none(), TestClient.CLOCK);
        second.open(file);
        assertThat(second.problems()).isEmpty();
        assertThat(second.selected().orElseThrow().name()).isEqualTo("family-hubs");
        second.close();
    }
}
