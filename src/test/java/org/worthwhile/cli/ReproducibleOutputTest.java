package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.Fingerprint;
import org.worthwhile.report.Software;
import org.worthwhile.samples.Samples;

/** The same inputs give the same bytes, in every format. */
class ReproducibleOutputTest {

    private static final List<String> COMMANDS = List.of(
            "attribute SAMPLES/falls-programme.study.json --format json,docx,pdf --evidence falls --out OUT",
            "attribute SAMPLES/free-school-meals.study.json --out OUT",
            "appraise SAMPLES/rural-bus.proposal.json SAMPLES/falls-prevention.proposal.json --trials 100"
                    + " --study SAMPLES/falls-programme.study.json --format json,xlsx,docx,pdf,csv --out OUT",
            "portfolio SAMPLES --constraints SAMPLES/budget.constraints.json --trials 10 --out OUT",
            "briefing SAMPLES/family-hubs.proposal.json --trials 100 --out OUT",
            "template OUT/template.xlsx",
            "add-lines SAMPLES/rural-bus.proposal.json --costs OUT/costs.csv --out OUT/added.proposal.json");

    /** The one is compiled by C1 alone, which is quicker for so short a run, the other as usual. */
    @Test
    void twoProcessesInDifferentPlacesAndAtDifferentTimesWriteTheSameBytes(@TempDir Path here, @TempDir Path there)
            throws Exception {
        Path copied = copiedAtAnotherTime(Samples.FOLDER, Files.createDirectory(there.resolve("in")));
        Path out = Files.createDirectory(there.resolve("out"));
        write(
                Samples.FOLDER,
                here,
                "-Duser.timezone=Europe/London",
                "-Duser.language=en",
                "-Duser.country=GB",
                "-XX:TieredStopAtLevel=1");
        write(
                copied,
                out,
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-XX:ActiveProcessorCount=1");
        Map<String, String> first = fingerprints(here);
        assertThat(first)
                .hasSize(24)
                .containsKeys("rural-bus.xlsx", "briefing.pdf", "falls.evidence.json", "added.proposal.json");
        Map<String, String> second = fingerprints(out);
        assertThat(second.keySet()).isEqualTo(first.keySet());
        assertThat(first.keySet())
                .filteredOn(name -> !Objects.equals(first.get(name), second.get(name)))
                .isEmpty();
    }

    /** Runs commands one after another, as a process of its own. */
    static final class Commands {
        public static void main(String[] commands) {
            PrintWriter said = new PrintWriter(System.out, true);
            for (String command : commands) {
                int status = Main.run(said, said, command.split(" "));
                if (status != 0) {
                    System.exit(status);
                }
            }
        }
    }

    @Test
    void theDateOfTheReleaseIsThatOfItsBuild() throws IOException {
        assertThat(Path.of("pom.xml"))
                .content()
                .contains("<project.build.outputTimestamp>" + Software.RELEASED + "T00:00:00Z</");
    }

    /** The same files as somebody has them who got them years later. */
    private static Path copiedAtAnotherTime(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = Files.copy(file, to.resolve(file.getFileName()));
                Files.setLastModifiedTime(copy, FileTime.from(Instant.parse("2031-05-06T07:08:09Z")));
            }
        }
        return to;
    }

    private static void write(Path samples, Path folder, String... settings) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("costs.csv"), "Option,Id,Title,Bearer,Kind,Amount a year\n");
        Stream<String> start =
                Stream.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m");
        Process process = new ProcessBuilder(Stream.of(
                                start,
                                Stream.of(settings),
                                Stream.of("-cp", System.getProperty("java.class.path"), Commands.class.getName()),
                                COMMANDS.stream()
                                        .map(command -> command.replace("OUT", folder.toString())
                                                .replace("SAMPLES", samples.toString())))
                        .flatMap(part -> part)
                        .toList())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private static Map<String, String> fingerprints(Path folder) throws IOException {
        Map<String, String> fingerprints = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                fingerprints.put(file.getFileName().toString(), Fingerprint.of(Files.readAllBytes(file)));
            }
        }
        return fingerprints;
    }
}
