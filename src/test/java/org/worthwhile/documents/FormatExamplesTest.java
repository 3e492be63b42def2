package org.worthwhile.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.exchange.ConstraintsReader;
import org.worthwhile.exchange.MetaAnalysisReader;
import org.worthwhile.exchange.MonitoringReader;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.exchange.TrackRecordReader;
import org.worthwhile.monitoring.Review;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.problem.Place;
import org.worthwhile.report.MonitoringFiles;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.report.SynthesisFiles;
import org.worthwhile.report.TrackRecordFiles;
import org.worthwhile.samples.Samples;
import org.worthwhile.synthesis.Synthesiser;
import org.worthwhile.trackrecord.TrackRecordAnalyser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every format with a schema has an example that fits it; those of results are what the program makes of the inputs of the page. */
class FormatExamplesTest {

    private static final MarkdownPage PAGE = MarkdownPage.read(Path.of("docs", "formats", "README.md"));
    private static final Path RESULTS = Path.of("docs", "formats", "results");
    private static final Path SCHEMAS = Path.of("models", "schema");
    private static final String BASE = "https://worthwhile.example/schema/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is only ever a part of other files. */
    private static final String WITHIN_PACKS = "source.schema.json";

    /** Which version wrote a result is no part of the example. */
    private static final String SOFTWARE = "\"software\" : \"[^\"]*\"";

    @Test
    void everyFormatHasAnExampleThatFitsItsSchema() {
        Map<String, String> published = published();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(published));
        Map<String, JsonNode> examples = new HashMap<>();
        examples().forEach(example -> examples.put(example.path("format").asString(), example));
        published.forEach((address, text) -> {
            if (!address.endsWith(WITHIN_PACKS)) {
                String format =
                        JSON.readTree(text).at("/properties/format/const").asString();
                assertThat(examples).containsKey(format);
                Schema schema = registry.getSchema(SchemaLocation.of(address));
                assertThat(schema.validate(examples.get(format)).stream().map(Object::toString))
                        .as(format)
                        .isEmpty();
                JsonNode wrong = ((ObjectNode) examples.get(format).deepCopy()).put("format", "other/1");
                assertThat(schema.validate(wrong)).as("another format").isNotEmpty();
            }
        });
    }

    private static Map<String, String> published() {
        Map<String, String> schemas = new HashMap<>();
        try (Stream<Path> files = Files.list(SCHEMAS)) {
            for (Path file : files.toList()) {
                schemas.put(BASE + file.getFileName(), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return schemas;
    }

    private static List<JsonNode> examples() {
        Stream<String> ofPage = PAGE.fences().stream()
                .filter(block -> block.file().endsWith(".json"))
                .map(MarkdownPage.Block::text);
        Stream<String> ofResults = PAGE.links().stream()
                .filter(link -> link.startsWith("results/") && link.endsWith(".json"))
                .map(link -> MarkdownPage.read(RESULTS.resolveSibling(link)).text());
        return Stream.concat(ofPage, ofResults).map(JSON::readTree).toList();
    }

    @Test
    void theResultsAreThoseOfTheInputs(@TempDir Path folder) throws IOException {
        ExampleFiles.write(PAGE, folder);
        List<AppraisalCase> cases = new ProposalFiles(Samples.MODELS)
                .load(List.of(folder.resolve("bus.proposal.json")), List.of(), Optional.empty());
        Appraisal appraisal = Appraiser.appraise(cases.getFirst());
        List<Candidate> candidates = Candidate.of(List.of(appraisal));
        List<OutputFile> results = Stream.of(
                        ReportFiles.of(
                                "bus",
                                appraisal,
                                Optional.empty(),
                                List.of(),
                                LocalDate.EPOCH,
                                List.of(ReportFiles.Format.JSON, ReportFiles.Format.CSV)),
                        ReportFiles.of(
                                Attributor.attribute(
                                        new StudyReader(Samples.MODELS).read(folder.resolve("trips.study.json"))),
                                List.of(ReportFiles.AnswerFormat.JSON)),
                        List.of(SynthesisFiles.json(Synthesiser.synthesise(new MetaAnalysisReader(Samples.MODELS)
                                .read(folder.resolve("passes.meta-analysis.json"))))),
                        MonitoringFiles.of(
                                Review.of(
                                        new MonitoringReader(Samples.MODELS, PackReader.read(Samples.MODELS))
                                                .read(folder.resolve("club.monitoring.json"), List.of()),
                                        2,
                                        Place.of("club.monitoring.json")),
                                List.of(MonitoringFiles.Format.JSON)),
                        TrackRecordFiles.of(
                                TrackRecordAnalyser.analyse(
                                        new TrackRecordReader(Samples.MODELS, PackReader.read(Samples.MODELS))
                                                .read(folder.resolve("depot.track-record.json"))),
                                List.of(TrackRecordFiles.Format.JSON)),
                        ReportFiles.of(
                                        candidates,
                                        PortfolioChooser.choose(
                                                candidates,
                                                new ConstraintsReader(Samples.MODELS)
                                                        .read(
                                                                folder.resolve("spring.constraints.json"),
                                                                List.of(cases.getFirst()
                                                                        .proposal()))),
                                        Optional.empty())
                                .subList(0, 1))
                .flatMap(List::stream)
                .toList();
        for (OutputFile result : results) {
            requireWritten(result);
        }
        try (Stream<Path> files = Files.list(RESULTS)) {
            assertThat(files.map(file -> "results/" + file.getFileName()))
                    .hasSameSizeAs(results)
                    .isSubsetOf(PAGE.links());
        }
    }

    private static void requireWritten(OutputFile result) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        result.contents().writeTo(bytes);
        Path file = RESULTS.resolve(result.name());
        if (WrittenPart.WRITING) {
            Files.createDirectories(RESULTS);
            Files.write(file, bytes.toByteArray());
        }
        assertThat(Files.readString(file).replaceAll(SOFTWARE, ""))
                .as("%s; to write it anew: mvn test -Dtest=FormatExamplesTest -Dworthwhile.documents=write", file)
                .isEqualTo(bytes.toString(StandardCharsets.UTF_8).replaceAll(SOFTWARE, ""));
    }
}
