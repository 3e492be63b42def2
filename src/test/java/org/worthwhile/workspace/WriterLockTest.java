package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.worthwhile.workspace.FallsFile.delivery;
import static org.worthwhile.workspace.FallsFile.setDelivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One writes, by whatever name the file is opened and in whatever process; and nothing is written over unread. */
class WriterLockTest {

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void create() {
        file = folder.resolve("case.worthwhile");
        FallsFile.create(file, 100);
    }

    /** Opens a file and says whether it may write. */
    static final class Opener {
        public static void main(String[] arguments) {
            try (Workspace workspace = WorkspaceFile.open(Path.of(arguments[0]), Clock.systemUTC())) {
                System.out.println(workspace.access().getClass().getSimpleName() + " " + delivery(workspace));
            }
        }
    }

    private static String openedByAnotherProcess(Path path) throws IOException, InterruptedException {
        Process process = ChildProcess.start(Opener.class, path.toString());
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    private void assertOnlyReadElsewhere(Path path) throws IOException, InterruptedException {
        try (Workspace first = FallsFile.open(file)) {
            setDelivery(first, 120);
            try (Workspace second = FallsFile.open(path)) {
                assertThat(second.access()).isInstanceOf(Access.ReadOnly.class);
                assertThat(delivery(second)).isEqualTo(120);
            }
            assertThat(openedByAnotherProcess(path)).isEqualTo("ReadOnly 120");
            setDelivery(first, 130);
        }
        assertThat(openedByAnotherProcess(path)).isEqualTo("Writable 130");
        assertThat(FallsFile.names(folder)).noneMatch(name -> name.endsWith(".lock") || name.endsWith("-shm"));
    }

    @Test
    void theFileIsOnlyReadUnderItsOwnName() throws Exception {
        assertOnlyReadElsewhere(file);
    }

    @Test
    void theFileIsOnlyReadThroughASymbolicLink() throws Exception {
        assertOnlyReadElsewhere(Files.createSymbolicLink(folder.resolve("alias.worthwhile"), file));
    }

    @Test
    void theFileIsOnlyReadThroughAHardLink() throws Exception {
        assertOnlyReadElsewhere(Files.createLink(folder.resolve("twin.worthwhile"), file));
    }

    @Test
    void theLockIsHeldEvenIfTheFileThatTellsOthersIsDeleted() throws Exception {
        try (Workspace first = FallsFile.open(file)) {
            Files.delete(folder.resolve(".case.worthwhile.lock"));
            assertThat(openedByAnotherProcess(file)).isEqualTo("ReadOnly 100");
            setDelivery(first, 120);
        }
        assertThat(delivery(file)).isEqualTo(120);
    }

    @Test
    void whatAnotherProgramChangedIsNotWrittenOver() {
        try (Workspace workspace = FallsFile.open(file)) {
            try (Database other = Database.open(file, Database.Mode.WRITE)) {
                other.transaction(() -> {
                    other.execute("UPDATE document SET text = replace(text, '100', '555')");
                    HashedTable.DOCUMENT.seal(other, "TRUE");
                    Revisions.advance(other, UUID.randomUUID().toString());
                });
            }
            assertThatThrownBy(() -> setDelivery(workspace, 120))
                    .hasMessage(file + ": was changed by another program since it was read, and the last change was not"
                            + " saved; open it again, then make the change again.");
            workspace.reload();
            assertThat(delivery(workspace)).isEqualTo(555);
            setDelivery(workspace, 120);
        }
        assertThat(delivery(file)).isEqualTo(120);
    }
}
