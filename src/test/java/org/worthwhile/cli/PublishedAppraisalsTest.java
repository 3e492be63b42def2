package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.report.AppraisalJson;
import org.worthwhile.samples.Samples;

/** Results of appraisals and choices have the names and kinds that their published schemas give. */
class PublishedAppraisalsTest {

    @TempDir
    private Path folder = Path.of("");

    static Stream<Path> samples() throws IOException {
        return Files.list(Samples.FOLDER)
                .filter(file -> file.toString().endsWith(".proposal.json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theResultOfASampleFitsItsSchema(Path proposal) {
        run("appraise", proposal.toString(), "--trials", "100", "--format", "json", "--out", folder.toString());

        requireFit("appraisal-result", written(".appraisal.json"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
    void theResultOfAGeneratedProposalFitsItsSchema(long seed) throws IOException {
        String result = AppraisalJson.text(
                Appraiser.appraise(GeneratedProposals.resolved(GeneratedProposals.ofSize(seed, 3, 3, 12))));

        requireFit("appraisal-result", Files.writeString(folder.resolve("generated.json"), result));
    }

    @Test
    void theChoiceAmongSamplesFitsItsSchemaSimulatedAndNot() {
        List<String> simulated = List.of("--budget", "12000000", "--trials", "50");
        for (List<String> options : List.of(simulated, List.of("--budget", "0"), List.of("--budget", "900000000"))) {
            List<String> arguments = new ArrayList<>(List.of("portfolio", Samples.FOLDER.toString()));
            arguments.addAll(options);
            arguments.addAll(List.of("--out", folder.toString(), "--overwrite"));
            run(arguments.toArray(String[]::new));

            requireFit("portfolio-result", folder.resolve("portfolio.json"));
        }
    }

    private Path written(String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static void requireFit(String schema, Path result) {
        Path file = Path.of("models/schema/" + schema + ".schema.json");
        Schema published = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        SchemaLocation.of("https://worthwhile.example/schema/" + file.getFileName()),
                        JsonText.read(file));

        assertThat(published.validate(JsonText.read(result)).stream().map(Object::toString))
                .isEmpty();
    }

    private static void run(String... arguments) {
        StringWriter said = new StringWriter();
        int status = Main.run(new PrintWriter(said, true), new PrintWriter(said, true), arguments);
        assertThat(status).as(said.toString()).isZero();
    }
}
