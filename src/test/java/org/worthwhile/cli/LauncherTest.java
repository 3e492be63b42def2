package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher for Linux and macOS, with a Maven and a Java that only say how they are called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has a launcher of its own")
class LauncherTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void makeTools() throws IOException {
        Path home = folder.resolve("the \"home\"");
        write(home.resolve("pom.xml"), "<project/>", false);
        write(home.resolve("src/main/Code.java"), "class Code {}", false);
        write(home.resolve("worthwhile"), Files.readString(Path.of("worthwhile")), true);
        write(
                folder.resolve("bin/mvn"),
                "#!/bin/sh\necho built >>'" + folder + "/builds'\n"
                        + "while [ \"$1\" != -f ]; do shift; done\ntouch \"$(dirname \"$2\")/target/worthwhile.jar\"\n",
                true);
        write(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n", false);
        write(folder.resolve("jdk/bin/javac"), "#!/bin/sh\n", true);
        write(folder.resolve("jdk/bin/java"), "#!/bin/sh\nfor each; do last=$each; done\necho \"java $last\"\n", true);
    }

    @Test
    void itBuildsOnlyWhatChangedWhereverTheFolderIs() throws Exception {
        Path home = folder.resolve("the \"home\"");
        assertThat(run(home)).contains("Building Worthwhile", "Preparing Worthwhile", "java --version");
        assertThat(run(home)).isEqualTo("java --version\n");
        Path copy = folder.resolve("a copy");
        copy(home, copy);
        assertThat(run(copy)).doesNotContain("Building").contains("Preparing Worthwhile", "java --version");
        assertThat(run(copy)).isEqualTo("java --version\n");
        assertThat(Files.readString(copy.resolve("target/worthwhile.options"))).contains(copy.toString());
        assertThat(folder.resolve("builds")).hasContent("built");
        Files.writeString(copy.resolve("src/main/Code.java"), "class Cody {}");
        assertThat(run(copy)).contains("Building Worthwhile");
        assertThat(folder.resolve("builds")).hasContent("built\nbuilt");
    }

    @Test
    void aChoiceAmongVeryManyProposalsHasTheOptimisingCompiler() throws Exception {
        Path home = folder.resolve("the \"home\"");
        write(folder.resolve("jdk/bin/java"), "#!/bin/sh\necho \"java $*\"\n", true);
        Path proposals = Files.createDirectory(folder.resolve("all proposals"));
        for (int i = 0; i < 500; i++) {
            Files.createFile(proposals.resolve(i + ".proposal.json"));
        }
        String withoutIt = "-XX:TieredStopAtLevel=1";

        assertThat(run(home, "portfolio", "--budget", "1", proposals.toString()))
                .contains(withoutIt, "Main portfolio --budget 1 " + proposals);
        Files.createFile(proposals.resolve("one more.proposal.json"));
        assertThat(run(home, "portfolio", "--budget", "1", proposals.toString()))
                .doesNotContain(withoutIt)
                .contains("Main portfolio --budget 1 " + proposals);
        assertThat(run(home, "validate", proposals.toString())).contains(withoutIt);
    }

    private String run(Path home) throws IOException, InterruptedException {
        return run(home, "--version");
    }

    private String run(Path home, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder launcher = new ProcessBuilder(
                Stream.concat(Stream.of(home.resolve("worthwhile").toString()), Stream.of(arguments))
                        .toList());
        launcher.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        launcher.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        Process process = launcher.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            List<Path> each = files.toList();
            for (Path file : each) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        assertThat(to.resolve("worthwhile").toFile().setExecutable(true)).isTrue();
    }

    private static void write(Path file, String text, boolean executable) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(executable)).isTrue();
    }
}
