package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.worthwhile.attribution.period.Period;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.StudyReader;
import org.worthwhile.report.AttributionJson;
import org.worthwhile.samples.Samples;
import tools.jackson.databind.JsonNode;

/** The result of every design is written under the published names, and nothing else is. */
class PublishedResultsTest {

    private static final Path SCHEMA = Path.of("models/schema/attribution-result.schema.json");

    private static final List<String> NOTHING = List.of();

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

        assertThat(plain(written.get("details"))).isEqualTo(held(answer.details()));
        assertThat(plain(written.get("coefficients"))).isEqualTo(held(answer.coefficients()));
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

    /** What a record and those in it hold, by the names of their components. */
    private static Object held(Object value) {
        return switch (value) {
            case Optional<?> optional ->
                optional.map(PublishedResultsTest::held).orElse(NOTHING);
            case OptionalInt optional -> optional.isPresent() ? held((double) optional.getAsInt()) : NOTHING;
            case OptionalDouble optional -> optional.isPresent() ? held(optional.getAsDouble()) : NOTHING;
            case Period period -> label(period.label());
            case Double number when !Double.isFinite(number) -> NOTHING;
            case Number number -> number.doubleValue();
            case List<?> list -> list.stream().map(PublishedResultsTest::held).toList();
            case Map<?, ?> map -> {
                Map<String, Object> fields = new TreeMap<>();
                map.forEach((key, each) -> fields.put(key.toString(), held(each)));
                yield fields;
            }
            case Record held -> {
                Map<String, Object> fields = new TreeMap<>();
                for (RecordComponent component : held.getClass().getRecordComponents()) {
                    fields.put(component.getName(), held(component(component, held)));
                }
                yield fields;
            }
            default -> List.of(value.toString());
        };
    }

    private static Object component(RecordComponent component, Record of) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException hidden) {
            throw new AssertionError(hidden);
        }
    }

    /** Years and plain numbers are written as numbers, other labels as texts. */
    private static Object label(String label) {
        return label.matches("-?[0-9]+([.][0-9]+)?") ? Double.valueOf(label) : List.of(label);
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
            node.propertyStream()
                    .filter(field -> !field.getKey().endsWith("Reason"))
                    .forEach(field -> fields.put(field.getKey(), plain(field.getValue())));
            return fields;
        }
        return node.isNull() ? NOTHING : List.of(node.asString());
    }
}
