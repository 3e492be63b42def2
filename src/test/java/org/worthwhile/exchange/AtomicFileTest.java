package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.report.briefing.Briefing;
import org.worthwhile.report.briefing.BriefingPack;
import org.worthwhile.report.document.DocxPaper;
import org.worthwhile.report.document.Paper;
import org.worthwhile.report.document.PdfPaper;
import org.worthwhile.report.workbook.AppraisalWorkbook;
import org.worthwhile.samples.Samples;

class AtomicFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void aNewFileMayBeReadByWhomAnyNewFileMay() throws IOException {
        Path ordinary = Files.createFile(folder.resolve("ordinary"));
        Path written = folder.resolve("written");
        AtomicFile.write(written, "text");
        assertThat(Files.readString(written)).isEqualTo("text");
        if (isPosix()) {
            assertThat(Files.getPosixFilePermissions(written)).isEqualTo(Files.getPosixFilePermissions(ordinary));
        }
    }

    @Test
    void aFileThatIsReplacedKeepsItsPermissions() throws IOException {
        Path file = Files.writeString(folder.resolve("shared"), "before");
        if (isPosix()) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        }
        AtomicFile.write(file, "after");
        assertThat(Files.readString(file)).isEqualTo("after");
        if (isPosix()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-rw-r--");
        }
    }

    /** Whatever the libraries that make the contents say of a disk that takes no more. */
    @Test
    void aFullDiskIsToldAndLeavesTheEarlierFileWhole() throws IOException {
        Appraisal appraisal = Samples.appraisals().getFirst();
        Paper paper = BriefingPack.of(new Briefing(
                List.of(new Briefing.Appraised(appraisal, Optional.empty())),
                List.of(),
                Optional.empty(),
                java.time.LocalDate.EPOCH));
        List<AtomicFile.Contents> contents = List.of(
                out -> AppraisalWorkbook.write(appraisal, out),
                out -> TemplateWriter.write(appraisal.basis().proposal(), out),
                out -> DocxPaper.write(paper, out),
                out -> PdfPaper.write(paper, out),
                AtomicFile.text("{}".repeat(5000)),
                out -> {
                    try {
                        out.write(new byte[10_000]);
                    } catch (IOException hidden) {
                        throw new UncheckedIOException(hidden);
                    }
                });
        for (AtomicFile.Contents each : contents) {
            Path file = Files.writeString(folder.resolve("result"), "earlier");
            assertThatThrownBy(() -> AtomicFile.write(file, each, FullDisk::new))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessage(file
                            + ": cannot be written: the disk is full; free some space, or choose a folder on another"
                            + " disk.");
            assertThat(file).hasContent("earlier");
            assertThat(names()).containsExactly("result");
        }
    }

    @Test
    void whatFailsWhileContentsAreMadeLeavesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("result"), "earlier");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(1);
                    throw new ArithmeticException("ours");
                }))
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> AtomicFile.write(file, _ -> {
                    throw new OutOfMemoryError("ours");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(file).hasContent("earlier");
        assertThat(names()).containsExactly("result");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON.xlsx", "nul", "aux.appraisal.json", "Com1.pdf", "a.", "lpt9 .docx"})
    void namesThatWindowsCannotHoldAreRefusedEverywhere(String name) throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(folder.resolve(name), "text"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("cannot be written: Windows has no files of this name")
                .hasMessageContaining("choose another name");
        assertThat(names()).isEmpty();
    }

    @Test
    void aFolderOrADeviceIsNotReplaced() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("results"));
        assertThatThrownBy(() -> AtomicFile.write(inside, "text"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a folder has this name");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> AtomicFile.write(file.resolve("x.json"), "text"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("a file has the name of its folder");
        Path device = Path.of("/dev/null");
        if (Files.exists(device)) {
            assertThatThrownBy(() -> AtomicFile.write(device, "text"))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("it is no ordinary file");
        }
    }

    @Test
    void whatAKilledProcessLeftIsRemovedAndWhatALivingOneWritesIsNot() throws IOException {
        Path abandoned = old(".worthwhile-99999-1.part");
        Path living = old(".worthwhile-99998-1.part");
        Path fresh = Files.writeString(folder.resolve(".worthwhile-99997-1.part"), "just made");
        Path foreign = old("somebody.part");
        try (FileChannel channel = FileChannel.open(living, StandardOpenOption.WRITE);
                FileLock _ = channel.lock()) {
            AtomicFile.write(folder.resolve("result"), "text");
        }
        assertThat(abandoned).doesNotExist();
        assertThat(List.of(living, fresh, foreign)).allMatch(Files::exists);
    }

    /** A process that is asked to end while it writes; asked, and not killed, so that it can tidy up. */
    @Test
    void aProcessThatIsAskedToEndRemovesWhatItHasNotFinished() throws Exception {
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessWriting.class.getName(),
                        folder.resolve("result").toString())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.inputReader().readLine()).isEqualTo("writing");
            assertThat(names()).singleElement().asString().matches("\\.worthwhile-[0-9]+-1\\.part");
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            // Windows ends processes without asking them; there the next run tidies up.
            if (process.supportsNormalTermination()) {
                assertThat(names()).isEmpty();
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** Writes a file that is never whole. */
    static final class EndlessWriting {
        public static void main(String[] arguments) {
            AtomicFile.write(Path.of(arguments[0]), out -> {
                out.write(new byte[1 << 17]);
                System.out.println("writing");
                try {
                    Thread.sleep(Duration.ofMinutes(5));
                } catch (InterruptedException ended) {
                    throw new IOException(ended);
                }
            });
        }
    }

    private Path old(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "left behind");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private boolean isPosix() throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix");
    }

    /** Takes four thousand octets. */
    private static final class FullDisk extends FilterOutputStream {

        private int room = 4000;

        FullDisk(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (length > room) {
                throw new IOException("No space left on device");
            }
            room -= length;
            out.write(bytes, from, length);
        }
    }
}
