package org.worthwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.TrackRecordReader;
import org.worthwhile.samples.Samples;
import org.worthwhile.trackrecord.TrackRecordAnalyser;
import org.worthwhile.trackrecord.TrackRecordResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results of track records fit their published schema, whatever they have and whatever they lack. */
class TrackRecordJsonTest {

    private static final String ADDRESS = "https://worthwhile.example/schema/track-record-result.schema.json";

    @TempDir
    private Path folder;

    private TrackRecordResult result(String projects, String more) throws IOException {
        Path file = Files.writeString(folder.resolve("file.track-record.json"), """
                {"format": "worthwhile-track-record/1", "id": "file",
                 "kinds": [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}, {"id": "c", "title": "C"}], "projects": [%s]%s}
                """.formatted(projects, more));
        return TrackRecordAnalyser.analyse(
                new TrackRecordReader(Samples.MODELS, PackReader.read(Samples.MODELS)).read(file));
    }

    private static String project(String name, String kind, double outcome) {
        return "{\"project\": \"%s\", \"kind\": \"%s\", \"measure\": \"take-up\", \"forecast\": 1, \"outcome\": %s}"
                .formatted(name, kind, outcome);
    }

    private static JsonNode fitting(TrackRecordResult result) throws IOException {
        JsonNode json = JsonMapper.builder().build().readTree(TrackRecordJson.text(result));
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> {
            try {
                builder.schemas(Map.of(
                        ADDRESS, Files.readString(Path.of("models", "schema", "track-record-result.schema.json"))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        assertThat(registry.getSchema(SchemaLocation.of(ADDRESS)).validate(json))
                .isEmpty();
        return json;
    }

    @Test
    void oneProjectSaysWhatIsNotKnown() throws IOException {
        JsonNode json = fitting(result(project("P", "a", 0.7), ""));
        assertThat(json.at("/measures/0/kinds/0/nextReason").asString())
                .isEqualTo("there is one project, and 5 are the fewest from which it is told");
        assertThat(json.at("/measures/0/within").isNull()).isTrue();
        assertThat(json.at("/calibrationReason").asString()).isEqualTo("no past probabilities are given");
    }

    @Test
    void aNewKindIsToldFromThreeKindsOn() throws IOException {
        String two = String.join(
                ",",
                project("P", "a", 0.7),
                project("Q", "a", 0.9),
                project("R", "a", 0.8),
                project("S", "b", 0.5),
                project("T", "b", 0.6));
        JsonNode ofTwo = fitting(result(two, ""));
        assertThat(ofTwo.at("/measures/0/newKindReason").asString())
                .isEqualTo("there are two kinds, and 3 are the fewest that tell how kinds differ");
        JsonNode ofThree = fitting(result(two + "," + project("U", "c", 1.1), ""));
        assertThat(ofThree.at("/measures/0/newKind/high").asDouble())
                .isGreaterThan(ofThree.at("/measures/0/kinds/0/next/high").asDouble());
        // The kind with one project leans on the others, which came to less.
        assertThat(ofThree.at("/measures/0/kinds/2/next/typicalRatio/estimate").asDouble())
                .isBetween(0.75, 1.1);
    }

    @Test
    void kindsOfOneProjectEachTellNothingOfHowFarProjectsOfAKindLieApart() throws IOException {
        JsonNode json = fitting(result(
                String.join(
                        ",",
                        project("P", "a", 0.7),
                        project("Q", "a", 0.9),
                        project("R", "b", 0.8),
                        project("S", "c", 0.5),
                        project("T", "c", 0.4)),
                ""));
        assertThat(json.at("/measures/0/kinds/0/nextReason").asString())
                .isEqualTo(
                        "of 5 projects in 3 kinds too few share a kind to tell how far projects of one kind lie apart");
    }

    @Test
    void probabilitiesAloneAreARecordToo() throws IOException {
        JsonNode json = fitting(
                result("", ", \"probabilities\": [{\"event\": \"E\", \"probability\": 0.3, \"happened\": true}]"));
        assertThat(json.at("/calibration/brier").asDouble()).isEqualTo(0.49, Offset.offset(1e-15));
        assertThat(TrackRecordFiles.names(
                        result(
                                        "",
                                        ", \"probabilities\": [{\"event\": \"E\", \"probability\": 0.3, \"happened\": true}]")
                                .record(),
                        List.of(TrackRecordFiles.Format.SVG)))
                .containsExactly("file.reliability.svg");
    }
}
