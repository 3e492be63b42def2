package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be told of the launcher for Windows by reading it. */
class WindowsLauncherTest {

    private String windows = "";
    private String others = "";

    @BeforeEach
    void read() throws IOException {
        windows = Files.readString(Path.of("worthwhile.cmd"));
        others = Files.readString(Path.of("worthwhile"));
    }

    private TreeSet<String> found(String pattern) {
        return new TreeSet<>(Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(windows)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList());
    }

    @Test
    void everyLabelThatIsCalledIsThereAndTheOtherWayRound() {
        assertThat(found("(?:call|goto) :(\\w+)")).isEqualTo(found("^:(\\w+)")).hasSizeGreaterThan(5);
    }

    @Test
    void noEchoWithinABlockHasABracketThatWouldEndIt() {
        assertThat(windows.lines().filter(line -> line.startsWith("    echo ")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("(") || line.contains(")"));
    }

    @Test
    void itStartsTheProgramAsTheOtherLauncherDoesAndSaysTheSame() {
        for (String same : List.of(
                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                "--add-modules javafx.controls",
                "-Dworthwhile.home=",
                "org.worthwhile.cli.Main",
                "-Xlog:disable",
                "-XX:AOTCache=",
                "-XX:AOTCacheOutput=",
                "-Dglass.platform=Headless -Dprism.order=sw",
                "-Dworthwhile.measure-start=true",
                "-XX:+UseSerialGC",
                "-XX:+UseParallelGC",
                "-q -B -f",
                "-DskipTests package",
                "worthwhile: no JDK 25 or later was found; install one",
                "worthwhile: Maven was not found; install Maven 3.8 or later so that Worthwhile can be built.",
                "Building Worthwhile, which is needed only when something changed: compiling with Maven, which fetches",
                "libraries the first time; this may take some minutes...",
                "Preparing Worthwhile for a fast start...",
                "worthwhile: the build failed; its output is above and in target")) {
            assertThat(windows).contains(same);
            assertThat(others).contains(same);
        }
    }
}
