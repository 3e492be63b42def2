package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where no window can be opened the program says so in one sentence, whatever is said of a display. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "other systems have no displays to name")
class NoDisplayTest {

    @TempDir
    private Path folder;

    @Test
    void noDisplayOneThatIsNotThereAndOneOfAnotherKindAreToldInTheSameSentence() throws Exception {
        assertTold(Map.of());
        assertTold(Map.of("DISPLAY", ":987"));
        assertTold(Map.of("WAYLAND_DISPLAY", "wayland-987"));
    }

    private void assertTold(Map<String, String> display) throws IOException, InterruptedException {
        ProcessBuilder client = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Duser.home=" + folder,
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName());
        List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS").forEach(client.environment()::remove);
        client.environment().putAll(display);
        Process process = client.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", display, said).isEqualTo(Main.WRONG_USAGE);
        assertThat(said.lines().filter(line -> line.startsWith("worthwhile: ")))
                .as("%s: %s", display, said)
                .containsExactly(
                        "worthwhile: there is no display to open a window on; set DISPLAY to one that is there,"
                                + " or use one of the commands that worthwhile --help lists.");
        assertThat(said).doesNotContain("Exception").doesNotContain("\tat ");
    }
}
