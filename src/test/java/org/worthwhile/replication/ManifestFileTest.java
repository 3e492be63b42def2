package org.worthwhile.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.documents.MarkdownPage;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.samples.Samples;

/** Manifests are read as they are written. */
class ManifestFileTest {

    private static final Manifest MANIFEST = new Manifest(
            "Worthwhile 1.2.3",
            new Recipe(
                    List.of("inputs/a \"b\".json", "inputs/c/א.yaml"),
                    List.of("inputs/e"),
                    List.of("inputs/s.study.json"),
                    Optional.of("inputs/limits.json"),
                    OptionalDouble.of(0.1),
                    100,
                    0,
                    Long.MIN_VALUE,
                    LocalDate.of(2026, 2, 28)),
            List.of(new Manifest.Entry("README.txt", Manifest.Role.NOTE, 1L << 40, "0f".repeat(32))));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        assertThat(read(ManifestFile.text(MANIFEST))).isEqualTo(MANIFEST);
    }

    @Test
    void theExampleOfTheFormatsIsRead() throws IOException {
        String example = MarkdownPage.read(Path.of("docs", "formats", "README.md")).fences().stream()
                .filter(block -> block.file().endsWith(Manifest.NAME))
                .findFirst()
                .orElseThrow()
                .text();

        Manifest manifest = read(example);

        assertThat(manifest.recipe().hasChoice()).isTrue();
        assertThat(manifest.ofRole(Manifest.Role.INPUT)).hasSize(1);
        assertThat(manifest.ofRole(Manifest.Role.RESULT)).isEmpty();
    }

    @Test
    void aDayThatTheCalendarDoesNotHaveIsTold() {
        assertThatThrownBy(() -> read(ManifestFile.text(MANIFEST).replace("2026-02-28", "2026-02-30")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/computation/date: '2026-02-30' is no day of the calendar");
    }

    @Test
    void aSeedThatNoSimulationHasIsTold() {
        assertThatThrownBy(
                        () -> read(ManifestFile.text(MANIFEST).replace("-9223372036854775808", "9223372036854775808")))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/computation/seed: '9223372036854775808' is more than a seed can be");
    }

    private Manifest read(String text) throws IOException {
        return ManifestFile.read(Samples.MODELS, Files.writeString(folder.resolve(Manifest.NAME), text));
    }
}
