package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.worthwhile.workspace.WorkspaceTest.CLOCK;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places where no file of the program can be: a sentence, and nothing is left there. */
class OddPlaceTest {

    @TempDir
    private Path folder;

    private void assertRefused(Path place, String sentence) throws IOException {
        assertThatThrownBy(() -> WorkspaceFile.open(place, CLOCK)).hasMessageStartingWith(place + ": " + sentence);
        assertThat(FallsFile.names(folder)).allMatch(name -> name.equals("case.worthwhile"));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeIsNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("case.worthwhile");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertRefused(pipe, "is a device or a pipe and no file");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDeviceIsRefused() throws IOException {
        assertRefused(Path.of("/dev/zero"), "is a device or a pipe and no file");
    }

    @Test
    void aFolderIsRefused() throws IOException {
        assertRefused(Files.createDirectory(folder.resolve("case.worthwhile")), "is a folder");
    }

    @Test
    void threeGigabytesOfNothingAreRefused() throws IOException {
        Path file = folder.resolve("case.worthwhile");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertRefused(file, "is damaged or is no Worthwhile file");
    }

    @Test
    void aFileThatGrewByThreeGigabytesOfNothingIsOpenedOrRefusedButDoesNotHang() throws IOException {
        Path file = folder.resolve("case.worthwhile");
        FallsFile.create(file, 100);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(3L << 30);
        }
        assertThat(FallsFile.delivery(file)).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON.worthwhile", "nul.worthwhile", "aux.x.worthwhile", "Com1.worthwhile"})
    void namesOfDevicesAreNotGivenToNewFiles(String name) {
        assertThatThrownBy(() -> WorkspaceFile.create(folder.resolve(name), CLOCK))
                .hasMessageContaining("has the name of a device on Windows; choose another name");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a..worthwhile", "a.worthwhile.", "a.worthwhile "})
    void namesThatEndInADotOrASpaceAreNotGivenToNewFiles(String name) {
        assumeThat(OS.WINDOWS.isCurrentOs()).isFalse();
        assertThatThrownBy(() -> WorkspaceFile.create(folder.resolve(name), CLOCK))
                .hasMessageContaining("has a name that ends in a dot or a space; choose another name");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aNameThatLeavesNoRoomForWhatIsPutBesideItIsNotGivenToANewFile() throws IOException {
        Path longName = folder.resolve("n".repeat(255 - WorkspaceFile.SUFFIX.length()) + WorkspaceFile.SUFFIX);
        assertThatThrownBy(() -> WorkspaceFile.create(longName, CLOCK)).hasMessageContaining("has too long a name");
        assertThat(folder).isEmptyDirectory();
        Path file = folder.resolve("case.worthwhile");
        FallsFile.create(file, 100);
        Files.move(file, longName);
        try (Workspace workspace = FallsFile.open(longName)) {
            assertThat(workspace.access())
                    .isEqualTo(new Access.ReadOnly(
                            "has too long a name for changes to be saved", "give the file a shorter name"));
            assertThat(FallsFile.delivery(workspace)).isEqualTo(100);
        }
        assertThat(FallsFile.names(folder)).hasSize(1);
    }

    @Test
    void theLongestNameThatHasRoomIsUsed() throws IOException {
        Path file = folder.resolve("n".repeat(247 - WorkspaceFile.SUFFIX.length()) + WorkspaceFile.SUFFIX);
        FallsFile.create(file, 100);
        try (Workspace workspace = FallsFile.open(file)) {
            FallsFile.setDelivery(workspace, 120);
        }
        assertThat(FallsFile.delivery(file)).isEqualTo(120);
    }
}
