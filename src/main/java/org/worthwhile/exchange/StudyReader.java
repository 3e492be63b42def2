package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import tools.jackson.databind.JsonNode;

/** Reads studies from JSON or YAML, with the dataset that each names. */
public final class StudyReader {

    private final SchemaCheck schema;

    /** @param models the folder of model packs, which holds the schemas */
    public StudyReader(Path models) {
        this.schema = new SchemaCheck(models, "study.schema.json");
    }

    /**
     * Reads a study and its data, whose path is taken from the study's own folder.
     *
     * @throws org.worthwhile.problem.InvalidInput with every problem in either
     */
    public StudyCase read(Path file) {
        SourceText text = SourceText.read(file);
        Located<Study> study = read(text);
        Path data = DataPath.resolve(study.value().data(), file, text.place("/data/path"));
        Dataset dataset = DatasetReader.read(data, study.value().data(), DatasetFormat.of(text.tree(), text::place));
        AttachedData.requireSame(
                dataset, Fields.optionalText(text.tree().get("data"), "sha256"), text.place("/data/path"));
        return new StudyCase(study.value(), dataset, study.places());
    }

    /** Reads a study alone from a text that goes by {@code name}. */
    public Located<Study> parse(String name, String text) {
        return read(SourceText.parse(name, text));
    }

    /** Reads a study alone from a tree that goes by {@code name}. */
    public Located<Study> read(String name, JsonNode tree) {
        return read(SourceText.of(name, tree));
    }

    private Located<Study> read(SourceText text) {
        return new Located<>(study(schema.require(text)), text::place);
    }

    private static Study study(JsonNode node) {
        Design design = Fields.choice(node, "design", Design.class, Design.PANEL_REGRESSION);
        return new Study(
                Fields.text(node, "id"),
                node.path("title").asString(Fields.text(node, "id")),
                Fields.text(node, "question"),
                Fields.text(node.get("data"), "path"),
                where(node.get("data").path("where")),
                design,
                roles(node.get("columns"), labels(node.path("labels"))),
                DesignOptionsReader.read(design, node.path("options")),
                Optional.ofNullable(node.get("informs")).map(StudyReader::informs));
    }

    private static Map<String, List<String>> where(JsonNode node) {
        Map<String, List<String>> where = new TreeMap<>();
        node.propertyStream().forEach(entry -> where.put(entry.getKey(), texts(entry.getValue())));
        return where;
    }

    private static Study.Roles roles(JsonNode node, Map<String, Study.Label> labels) {
        return new Study.Roles(
                Fields.text(node, "outcome"),
                name(node, "unit"),
                name(node, "time"),
                name(node, "treatment"),
                name(node, "treatmentStart"),
                texts(node.path("covariates")),
                texts(node.path("cluster")),
                name(node, "weight"),
                name(node, "runningVariable"),
                texts(node.path("instruments")),
                texts(node.path("fixedEffects")),
                name(node, "strata"),
                texts(node.path("causes")),
                labels);
    }

    private static Map<String, Study.Label> labels(JsonNode node) {
        Map<String, Study.Label> labels = new TreeMap<>();
        node.propertyStream()
                .forEach(entry -> labels.put(
                        entry.getKey(),
                        new Study.Label(
                                entry.getValue().path("title").asString(entry.getKey()),
                                Fields.text(entry.getValue(), "unit"))));
        return labels;
    }

    private static Study.Informs informs(JsonNode node) {
        return new Study.Informs(
                name(node, "proposal"),
                name(node, "effect"),
                Fields.text(node, "outcome"),
                Fields.text(node, "unit"),
                Fields.text(node, "per"));
    }

    private static Optional<String> name(JsonNode node, String role) {
        return Optional.ofNullable(node.get(role)).map(JsonNode::asString);
    }

    /** A single value or a list of them, as texts; a whole number without its decimals. */
    private static List<String> texts(JsonNode node) {
        if (node.isMissingNode()) {
            return List.of();
        }
        return node.isArray() ? node.valueStream().map(Fields::plain).toList() : List.of(Fields.plain(node));
    }
}
