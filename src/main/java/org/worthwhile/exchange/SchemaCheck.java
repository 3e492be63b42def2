package org.worthwhile.exchange;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.NumberText;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Holds a text against one of the published schemas, and says in plain words what does not fit. */
final class SchemaCheck {

    private static final String BASE = "https://worthwhile.example/schema/";

    private static final double LARGEST_NUMBER = 1e18;

    /**
     * The schemas of a models folder.
     *
     * @param texts by their addresses
     * @param trees those that were asked for
     * @param schemas likewise, which are made once even where several threads ask
     */
    private record Published(
            SchemaRegistry registry,
            Map<String, String> texts,
            Map<String, JsonNode> trees,
            Map<String, Schema> schemas) {

        Schema schema(String address) {
            return schemas.computeIfAbsent(address, _ -> registry.getSchema(SchemaLocation.of(address)));
        }

        /** A schema as it is written; empty if it is none of the folder. */
        Optional<JsonNode> tree(String address) {
            return Optional.ofNullable(texts.get(address))
                    .map(text -> trees.computeIfAbsent(
                            address, _ -> SourceText.parse(address, text).tree()));
        }
    }

    private static final Map<Path, Published> PUBLISHED = new ConcurrentHashMap<>();

    private final Published published;
    private final Schema schema;

    /** @param name the file name of a schema in {@code models/schema}, such as {@code proposal.schema.json} */
    SchemaCheck(Path models, String name) {
        this.published = PUBLISHED.computeIfAbsent(models.toAbsolutePath().normalize(), SchemaCheck::publishedIn);
        this.schema = published.schema(BASE + name);
    }

    /** Every way in which the text does not fit. */
    List<Misfit> misfits(SourceText text) {
        List<Misfit> misfits = new ArrayList<>();
        JsonNode usable = withoutHugeNumbers(text.tree().deepCopy(), "", text, misfits);
        schema.validate(usable)
                .forEach(error ->
                        describe(error, text).ifPresent(problem -> misfits.add(new Misfit(pointer(error), problem))));
        return misfits;
    }

    /** Where what does not fit stands: of a field that does not belong or is missing, the field. */
    private static String pointer(Error error) {
        String at = error.getInstanceLocation().toString();
        return switch (error.getKeyword()) {
            case "additionalProperties", "propertyNames", "required" ->
                at + "/" + error.getProperty().replace("~", "~0").replace("/", "~1");
            default -> at;
        };
    }

    private static Optional<Fault> fault(double number, @Nullable String unheld) {
        if (unheld == null && Math.abs(number) <= LARGEST_NUMBER) {
            return Optional.empty();
        }
        String written = unheld == null ? NumberText.of(number) : SchemaWords.shortened(unheld);
        if (Double.isNaN(number) || !written.matches(".*\\d.*")) {
            return Optional.of(new Fault(written + " is no number", "write the number that is meant"));
        }
        return Optional.of(
                Math.abs(number) < 1
                        ? new Fault(written + " is too small a number to tell from 0", "write 0 or a larger one")
                        : new Fault(written + " is too large a number", "write one that can be meant"));
    }

    /** Numbers that no field allows, and that the validator cannot hold, are told here and taken for 1. */
    private static JsonNode withoutHugeNumbers(JsonNode node, String at, SourceText text, List<Misfit> misfits) {
        switch (node) {
            case ObjectNode object ->
                object.propertyNames().stream()
                        .toList()
                        .forEach(name -> object.set(
                                name,
                                withoutHugeNumbers(
                                        object.get(name),
                                        at + "/" + name.replace("~", "~0").replace("/", "~1"),
                                        text,
                                        misfits)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, withoutHugeNumbers(array.get(i), at + "/" + i, text, misfits));
                }
            }
            default -> {
                Optional<Fault> fault = node.isNumber()
                        ? fault(JsonText.doubleOf(node), text.unheld().get(at))
                        : Optional.empty();
                if (fault.isPresent()) {
                    misfits.add(new Misfit(at, fault.get().at(text.place(at))));
                    return JsonText.number(1);
                }
            }
        }
        return node;
    }

    /** Returns the text's tree, having checked that it fits. */
    JsonNode require(SourceText text) {
        List<Problem> problems = Misfit.problems(misfits(text));
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return text.tree();
    }

    private static Published publishedIn(Path models) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(models.resolve("schema"))) {
            for (Path file : files.toList()) {
                texts.put(BASE + file.getFileName(), Files.readString(file));
            }
        } catch (IOException missing) {
            throw new UncheckedIOException("The schemas are missing from " + models, missing);
        }
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(texts)
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build()));
        return new Published(registry, texts, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    private Optional<Problem> describe(Error error, SourceText text) {
        String pointer = error.getInstanceLocation().toString();
        String property = error.getProperty() == null ? "" : error.getProperty();
        Place place = text.place(pointer);
        Place inner = text.place(pointer + "/" + property);
        JsonNode value = error.getInstanceNode();
        JsonNode rule = error.getSchemaNode();
        return switch (error.getKeyword()) {
            // Conditions, whose consequences are reported by themselves.
            case "if", "then", "else", "allOf", "dependentSchemas" -> Optional.empty();
            case "additionalProperties" ->
                problem(inner, "unknown field '" + property + "'", Nearest.remedy(property, siblings(error)));
            case "propertyNames" ->
                problem(inner, "the name '" + property + "' does not belong here", naming(error, rule, property));
            case "required" -> problem(place, "'" + property + "' is missing", "add it");
            case "false" ->
                problem(
                        place,
                        "'" + lastToken(pointer) + "' does not go with the fields beside it",
                        "keep one or the other");
            case "type" -> problem(place, "is " + SchemaWords.kindOf(value), "write " + SchemaWords.kinds(rule));
            case "enum" ->
                problem(
                        place,
                        SchemaWords.quoted(value) + " is not known here",
                        Nearest.remedy(value.asString(""), SchemaWords.texts(rule)));
            case "const" -> problem(place, "is " + SchemaWords.quoted(value), "write " + SchemaWords.quoted(rule));
            case "pattern" ->
                problem(place, SchemaWords.quoted(value) + " is not written as it must be", "write " + meaning(error));
            case "minimum" ->
                problem(
                        place,
                        SchemaWords.quoted(value) + " is too small",
                        "the least allowed is " + SchemaWords.quoted(rule));
            case "maximum" ->
                problem(
                        place,
                        SchemaWords.quoted(value) + " is too large",
                        "the most allowed is " + SchemaWords.quoted(rule));
            case "exclusiveMinimum" ->
                problem(
                        place,
                        SchemaWords.quoted(value) + " is too small",
                        "give a number above " + SchemaWords.quoted(rule));
            case "minItems" -> problem(place, "has too few entries", "give at least " + SchemaWords.quoted(rule));
            case "maxItems" -> problem(place, "has too many entries", "give at most " + SchemaWords.quoted(rule));
            case "minProperties" -> problem(place, "is empty", "give at least one entry");
            case "minLength" -> problem(place, "is empty", "write a text");
            case "maxLength" ->
                problem(place, "is too long", "write at most " + SchemaWords.quoted(rule) + " characters");
            default ->
                problem(place, SchemaWords.quoted(value) + " does not fit the format", "write " + meaning(error));
        };
    }

    private static Optional<Problem> problem(Place place, String what, String remedy) {
        return Optional.of(new Problem(place, what, remedy));
    }

    /** The field names that the schema allows where an unknown one was found. */
    private List<String> siblings(Error error) {
        return rulesAround(error)
                .path("properties")
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(name -> !name.startsWith("$"))
                .toList();
    }

    /** What the schema says, in words, that a malformed text should be. */
    private String meaning(Error error) {
        return rulesAround(error).path("description").asString("it as the schema describes");
    }

    private JsonNode rulesAround(Error error) {
        String fragment = error.getSchemaLocation().getFragment().toString();
        return root(error).at(fragment.substring(0, fragment.lastIndexOf('/')));
    }

    /** The rule may be in another schema of the same folder, as {@code proposal.schema.json#/$defs/year}. */
    private String naming(Error error, JsonNode rule, String property) {
        if (rule.has("enum")) {
            return Nearest.remedy(property, SchemaWords.texts(rule.get("enum")));
        }
        String[] reference = rule.path("$ref").asString("#").split("#", 2);
        Optional<JsonNode> root =
                reference[0].isEmpty() ? Optional.of(root(error)) : published.tree(BASE + reference[0]);
        JsonNode named =
                root.isEmpty() || reference.length < 2 ? rule : root.get().at(reference[1]);
        return "write " + named.path("description").asString("a name that the schema allows");
    }

    /** The schema file in which a rule stands. */
    private JsonNode root(Error error) {
        return published
                .tree(error.getSchemaLocation().getAbsoluteIri().toString())
                .orElseGet(schema::getSchemaNode);
    }

    private static String lastToken(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
