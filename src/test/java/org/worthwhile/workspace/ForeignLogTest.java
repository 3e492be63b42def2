package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.worthwhile.workspace.FallsFile.asAfterACrash;
import static org.worthwhile.workspace.FallsFile.delivery;
import static org.worthwhile.workspace.FallsFile.setDelivery;
import static org.worthwhile.workspace.WorkspaceTest.proposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that a crash leaves behind is used with the file that it continues, and with no other. */
class ForeignLogTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Path crashed = Path.of("");
    private Path before = Path.of("");
    private Path copied = Path.of("");

    @BeforeEach
    void aCrashAfterFourEdits() throws IOException {
        file = folder.resolve("live.worthwhile");
        crashed = folder.resolve("case.worthwhile");
        before = folder.resolve("before.worthwhile");
        copied = folder.resolve("copied.worthwhile");
        FallsFile.create(file, 100);
        Files.copy(file, before);
        try (Workspace workspace = FallsFile.open(file)) {
            setDelivery(workspace, 110);
        }
        try (Workspace workspace = FallsFile.open(file)) {
            setDelivery(workspace, 120);
            workspace.copyTo(copied);
            setDelivery(workspace, 130);
            asAfterACrash(file, crashed);
        }
    }

    private void assertOpenedWithoutTheLog(int amount) throws IOException {
        byte[] log = Files.readAllBytes(WriteAheadLog.of(crashed));
        try (Workspace workspace = FallsFile.open(crashed)) {
            assertThat(delivery(workspace)).isEqualTo(amount);
            assertThat(FallsFile.sentences(workspace))
                    .containsExactly(
                            crashed + ": beside it lay a log of changes to another file or to another state of this"
                                    + " one, which were not made here; it is now called case.worthwhile-wal.set-aside-1; keep that"
                                    + " until you are sure that nothing is missing.");
            setDelivery(workspace, 999);
        }
        assertThat(folder.resolve("case.worthwhile-wal.set-aside-1")).hasBinaryContent(log);
        assertThat(delivery(crashed)).isEqualTo(999);
    }

    @Test
    void theLogOfACrashIsUsedWithItsFile() {
        try (Workspace workspace = FallsFile.open(crashed)) {
            assertThat(delivery(workspace)).isEqualTo(130);
            assertThat(workspace.notices()).isEmpty();
        }
    }

    @Test
    void theLogOfACrashInTheMiddleOfACheckpointIsUsed() throws IOException {
        try (Workspace workspace = FallsFile.open(file)) {
            setDelivery(workspace, 140);
            Path log = Files.copy(WriteAheadLog.of(file), folder.resolve("log"));
            workspace.database().query("PRAGMA wal_checkpoint(PASSIVE)", row -> row);
            Files.copy(file, crashed, StandardCopyOption.REPLACE_EXISTING);
            Files.copy(log, WriteAheadLog.of(crashed), StandardCopyOption.REPLACE_EXISTING);
            setDelivery(workspace, 150);
        }
        try (Workspace workspace = FallsFile.open(crashed)) {
            assertThat(delivery(workspace)).isEqualTo(140);
            assertThat(workspace.notices()).isEmpty();
        }
    }

    @Test
    void aLogThatBeganAnewAfterACheckpointIsUsed() throws IOException {
        Path again = folder.resolve("again.worthwhile");
        try (Workspace workspace = FallsFile.open(file)) {
            setDelivery(workspace, 140);
            workspace.database().query("PRAGMA wal_checkpoint(PASSIVE)", row -> row);
            setDelivery(workspace, 150);
            asAfterACrash(file, again);
        }
        try (Workspace workspace = FallsFile.open(again)) {
            assertThat(delivery(workspace)).isEqualTo(150);
            assertThat(workspace.notices()).isEmpty();
        }
    }

    @Test
    void anotherFilePutInThePlaceOfTheCrashedOneIsOpenedAsItIs() throws IOException {
        Path other = folder.resolve("other.worthwhile");
        FallsFile.create(other, 7);
        Files.move(other, crashed, StandardCopyOption.REPLACE_EXISTING);
        assertOpenedWithoutTheLog(7);
    }

    @Test
    void anEarlierCopyOfTheFilePutBackIsOpenedAsItIs() throws IOException {
        Files.move(before, crashed, StandardCopyOption.REPLACE_EXISTING);
        assertOpenedWithoutTheLog(100);
    }

    @Test
    void aCopyThatTheProgramMadeInTheMiddleOfTheLogIsOpenedAsItIs() throws IOException {
        Files.move(copied, crashed, StandardCopyOption.REPLACE_EXISTING);
        assertOpenedWithoutTheLog(120);
    }

    @Test
    void aBackupPutBackIsOpenedAsItIs() throws IOException {
        Files.move(folder.resolve("live.backup-1.worthwhile"), crashed, StandardCopyOption.REPLACE_EXISTING);
        assertOpenedWithoutTheLog(110);
    }

    @Test
    void aFileOfAnEarlierSchemaInThePlaceOfTheCrashedOneIsOpenedAsItIs() throws IOException {
        Files.delete(crashed);
        Path log = Files.move(WriteAheadLog.of(crashed), folder.resolve("log"));
        EarlierFile.create(crashed, 2, "falls", proposal(3));
        Files.move(log, WriteAheadLog.of(crashed));
        assertOpenedWithoutTheLog(3);
    }

    @Test
    void aJournalThatLiesBesideAFileIsNotRolledBackIntoIt() throws IOException {
        Files.write(folder.resolve("before.worthwhile-journal"), new byte[] {1, 2, 3});
        assertThat(delivery(before)).isEqualTo(100);
        assertThat(folder.resolve("before.worthwhile-journal.set-aside-1")).exists();
    }
}
