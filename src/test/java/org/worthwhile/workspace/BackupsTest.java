package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.worthwhile.workspace.FallsFile.delivery;
import static org.worthwhile.workspace.FallsFile.setDelivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file by itself is whole soon after an edit, and the last states in which it was opened stand beside it. */
class BackupsTest {

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("case.worthwhile");
    }

    private void edit(int amount) {
        try (Workspace workspace = FallsFile.open(file())) {
            setDelivery(workspace, amount);
        }
    }

    @Test
    void theLastThreeStatesInWhichTheFileWasOpenedAreKept() {
        FallsFile.create(file(), 1);
        for (int amount = 2; amount <= 5; amount++) {
            edit(amount);
        }
        assertThat(delivery(Backups.of(file(), 1))).isEqualTo(4);
        assertThat(delivery(Backups.of(file(), 2))).isEqualTo(3);
        assertThat(delivery(Backups.of(file(), 3))).isEqualTo(2);
        assertThat(Backups.of(file(), 4)).doesNotExist();
    }

    @Test
    void aFileThatDidNotChangeIsNotBackedUpAgain() throws IOException {
        FallsFile.create(file(), 1);
        for (int time = 0; time < 3; time++) {
            assertThat(delivery(file())).isEqualTo(1);
        }
        assertThat(FallsFile.names(folder)).containsExactly("case.backup-1.worthwhile", "case.worthwhile");
    }

    @Test
    void aDamagedFileDoesNotPushOutItsBackups() {
        FallsFile.create(file(), 1);
        edit(2);
        try (Database database = Database.open(file(), Database.Mode.WRITE)) {
            database.execute("UPDATE document SET text = replace(text, '2', '8')");
        }
        assertThat(delivery(file())).isEqualTo(2);
        assertThat(delivery(Backups.of(file(), 1))).isEqualTo(1);
        assertThat(Backups.of(file(), 2)).doesNotExist();
    }

    @Test
    void thatNoBackupCanBeMadeIsSaidAndTheFileIsOpened() throws IOException {
        FallsFile.create(file(), 1);
        Files.createDirectories(Backups.of(file(), 3).resolve("in the way"));
        Files.createDirectories(Backups.of(file(), 2).resolve("in the way"));
        try (Workspace workspace = FallsFile.open(file())) {
            assertThat(FallsFile.sentences(workspace))
                    .containsExactly(
                            file() + ": no backup of it could be made beside it; copy it to another place yourself.");
            setDelivery(workspace, 2);
        }
    }

    @Test
    void aNewFileIsWholeByItself() throws IOException {
        try (Workspace workspace = WorkspaceFile.create(file(), WorkspaceTest.CLOCK)) {
            Path copy = Files.copy(file(), folder.resolve("copy.worthwhile"));
            try (Workspace copied = FallsFile.open(copy)) {
                assertThat(copied.notices()).isEqualTo(workspace.notices()).isEmpty();
            }
        }
    }

    @Test
    void aCopyOfTheFileAloneHoldsTheLastEditWhileItIsStillOpen() throws Exception {
        FallsFile.create(file(), 1);
        try (Workspace workspace = FallsFile.open(file())) {
            for (int amount = 2; amount <= 40; amount++) {
                setDelivery(workspace, amount);
            }
            FallsFile.awaitCheckpoint(file());
            Path copy = Files.copy(file(), folder.resolve("copy.worthwhile"));
            assertThat(delivery(copy)).isEqualTo(40);
            setDelivery(workspace, 41);
        }
        assertThat(delivery(file())).isEqualTo(41);
    }
}
