package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.Fingerprint;

/** The same inputs give the same bytes, in every format. */
class ReproducibleOutputTest {

    private static final List<String> COMMANDS = List.of(
            "attribute sample-data/falls-programme.study.json --format json,docx,pdf --evidence falls --out OUT",
            "attribute sample-data/free-school-meals.study.json --out OUT",
            "appraise sample-data/rural-bus.proposal.json sample-data/falls-prevention.proposal.json --trials 100"
                    + " --study sample-data/falls-programme.study.json --format json,xlsx,docx,pdf,csv --out OUT",
            "portfolio sample-data --constraints sample-data/budget.constraints.json --trials 10 --out OUT",
            "briefing sample-data/family-hubs.proposal.json --trials 100 --out OUT",
            "template OUT/template.xlsx",
            "add-lines sample-data/rural-bus.proposal.json --costs OUT/costs.csv --out OUT/added.proposal.json");

    @Test
    void twoProcessesInDifferentPlacesAndAtDifferentTimesWriteTheSameBytes(@TempDir Path here, @TempDir Path there)
            throws Exception {
        write(here, "-Duser.timezone=Europe/London", "-Duser.language=en", "-Duser.country=GB");
        write(
                there,
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-XX:ActiveProcessorCount=1");
        Map<String, String> first = fingerprints(here);
        assertThat(first)
                .hasSize(24)
                .containsKeys("rural-bus.xlsx", "briefing.pdf", "falls.evidence.json", "added.proposal.json");
        Map<String, String> second = fingerprints(there);
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

    private static void write(Path folder, String... settings) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("costs.csv"), "Option,Id,Title,Bearer,Kind,Amount a year\n");
        Stream<String> start =
                Stream.of(ProcessHandle.current().info().command().orElseThrow(), "-Xmx512m");
        Process process = new ProcessBuilder(Stream.of(
                                start,
                                Stream.of(settings),
                                Stream.of("-cp", System.getProperty("java.class.path"), Commands.class.getName()),
                                COMMANDS.stream().map(command -> command.replace("OUT", folder.toString())))
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
