package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.report.AttributionJson;
import org.worthwhile.samples.Samples;
import tools.jackson.databind.JsonNode;

/** The result of every design is written under the published names, and nothing else is. */
class PublishedResultsTest {

    private static final Path SCHEMA = Path.of("models/schema/attribution-result.schema.json");

    static Stream<RegisteredDesigns.Registered> designs() {
        return RegisteredDesigns.all().stream();
    }

    static Stream<Path> studies() throws IOException {
        return Files.list(Samples.FOLDER)
                .filter(file -> file.toString().endsWith(".study.json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void theResultOfADesignFitsItsSchema(RegisteredDesigns.Registered design) throws IOException {
        requireFit(answer(design));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void theResultOfASampleFitsItsSchema(Path study) throws IOException {
        requireFit(Attributor.attribute(new StudyReader(Samples.MODELS).read(study)));
    }

    /** What a record holds and its writer passes over would be missed by those who read results. */
    @ParameterizedTest
    @MethodSource("designs")
    void noFindingOfADesignIsLeftUnwritten(RegisteredDesigns.Registered design) {
        Attribution answer = answer(design);
        JsonNode written = JsonText.parse(AttributionJson.text(answer));

        assertThat(plain(written.get("details")))
                .isEqualTo(plain(JsonText.parse(JsonText.of(JsonText.tree(answer.details())))));
        assertThat(plain(written.get("coefficients")))
                .isEqualTo(plain(JsonText.parse(JsonText.compact(JsonText.tree(answer.coefficients())))));
    }

    /** A start of -1 is written as missing. */
    static Attribution answer(RegisteredDesigns.Registered design) {
        List<Column> columns = design.data().columns().stream()
                .map(column -> design.times().contains(column.name()) && column instanceof Column.Numeric numbers
                        ? new Column.Numeric(
                                numbers.name(),
                                DoubleStream.of(numbers.values())
                                        .map(value -> value < 0 ? Double.NaN : value)
                                        .toArray())
                        : column)
                .toList();
        return design.answer(
                new Dataset(design.data().name(), columns, design.data().rows(), ""));
    }

    private static void requireFit(Attribution answer) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                        SchemaLocation.of("https://worthwhile.example/schema/attribution-result.schema.json"),
                        JsonText.read(SCHEMA));
        JsonNode written = JsonText.parse(AttributionJson.text(answer));

        assertThat(schema.validate(written).stream().map(Object::toString)).isEmpty();
    }

    /** Lists and maps of texts and of numbers as doubles, so that 3 and 3.0 are the same. */
    private static Object plain(JsonNode node) {
        if (node.isNumber()) {
            return node.asDouble();
        }
        if (node.isArray()) {
            return node.valueStream().map(PublishedResultsTest::plain).toList();
        }
        if (node.isObject()) {
            Map<String, Object> fields = new TreeMap<>();
            node.propertyStream().forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
            return fields;
        }
        return List.of(node.toString());
    }
}
