package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.worthwhile.workspace.WorkspaceTest.CLOCK;
import static org.worthwhile.workspace.WorkspaceTest.proposal;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed while it exports leaves an export that is whole, and loses nothing of what lay beside it. */
class KilledExportTest {

    private static final int LONGEST_MILLISECONDS = 60;

    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private Path out = Path.of("");

    @Test
    void twoKillsLeaveAWholeExport() throws Exception {
        killsLeaveAWholeExport(2, 1);
    }

    @Test
    @Tag("proof")
    void fortyKillsLeaveAWholeExport() throws Exception {
        killsLeaveAWholeExport(40, 2);
    }

    private void killsLeaveAWholeExport(int times, long seed) throws IOException, InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        file = folder.resolve("case.worthwhile");
        out = folder.resolve("out");
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            workspace.apply("Added", List.of(Change.added(DocumentKind.PROPOSAL, "falls", proposal(1))));
            workspace.exportTo(out);
        }
        Files.writeString(out.resolve("README.md"), "ours");
        for (int time = 0; time < times; time++) {
            killWhileExporting(random.nextInt(LONGEST_MILLISECONDS));
            Path whole = Files.exists(out) ? out : folder.resolve(".out.worthwhile-old");
            readsBack(whole, folder.resolve("at-once-" + time + ".worthwhile"));
            try (Workspace workspace = WorkspaceFile.open(file, CLOCK)) {
                workspace.exportTo(out);
            }
            readsBack(out, folder.resolve("next-" + time + ".worthwhile"));
            assertThat(out.resolve("README.md")).hasContent("ours");
            try (Stream<Path> beside = Files.list(folder)) {
                assertThat(beside.filter(path -> path.getFileName().toString().startsWith(".out")))
                        .isEmpty();
            }
        }
    }

    private static void readsBack(Path export, Path into) {
        try (Workspace read = WorkspaceFolder.read(export, into, CLOCK)) {
            assertThat(read.document(DocumentKind.PROPOSAL, "falls")).isPresent();
        }
    }

    private void killWhileExporting(int milliseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExportStream.class.getName(),
                        file.toString(),
                        out.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(lines.readLine()).isEqualTo("1");
            Thread.sleep(milliseconds);
            process.toHandle().destroyForcibly();
        }
        process.waitFor();
    }
}
