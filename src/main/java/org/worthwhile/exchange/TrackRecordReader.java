package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.synthesis.Prior;
import org.worthwhile.trackrecord.Kind;
import org.worthwhile.trackrecord.Measure;
import org.worthwhile.trackrecord.PastProbability;
import org.worthwhile.trackrecord.PastProject;
import org.worthwhile.trackrecord.Scale;
import org.worthwhile.trackrecord.TrackRecord;
import org.worthwhile.trackrecord.TrackRecordCase;
import org.worthwhile.trackrecord.TrackRecordOptions;
import tools.jackson.databind.JsonNode;

/** Reads track records from JSON or YAML, with their tables where they name any. */
public final class TrackRecordReader {

    private final SchemaCheck schema;
    private final ModelLibrary library;

    /**
     * @param models the folder that holds the schemas
     * @param library where frameworks and price indices are found
     */
    public TrackRecordReader(Path models, ModelLibrary library) {
        this.schema = new SchemaCheck(models, "track-record.schema.json");
        this.library = library;
    }

    /**
     * Reads a track record, and its tables from the file's own folder.
     *
     * @throws InvalidInput with every problem in one of them
     */
    public TrackRecordCase read(Path file) {
        SourceText text = SourceText.read(file);
        JsonNode node = schema.require(text);
        requireOne(node, "projects", "data", text);
        requireOne(node, "probabilities", "probabilityData", text);
        Optional<FinancialYear> prices = Fields.year(node, "prices");
        Optional<PastTable> projects = table(node, "data", file, text, "projects");
        Optional<PastTable> probabilities = table(node, "probabilityData", file, text, "probabilities");
        String id = Fields.text(node, "id");
        TrackRecord record = new TrackRecord(
                id,
                node.path("title").asString(id),
                Fields.text(node, "organisation"),
                Fields.list(
                        node,
                        "kinds",
                        kind -> new Kind(
                                Fields.text(kind, "id"),
                                Fields.text(kind, "title"),
                                Fields.optionalText(kind, "guidance"))),
                projects.map(table -> table.projects(prices))
                        .orElseGet(() -> Fields.list(node, "projects", project -> project(project, prices))),
                probabilities
                        .map(PastTable::probabilities)
                        .orElseGet(() -> Fields.list(node, "probabilities", TrackRecordReader::probability)),
                pack(node, "framework", "framework", library.frameworks(), text::place),
                pack(node, "priceIndex", "price index", library.priceIndices(), text::place),
                options(node.path("options")),
                projects.map(PastTable::sha256));
        return new TrackRecordCase(
                record,
                pointer -> projects.flatMap(table -> table.place(pointer))
                        .or(() -> probabilities.flatMap(table -> table.place(pointer)))
                        .orElseGet(() -> text.place(pointer)));
    }

    private static void requireOne(JsonNode node, String inline, String table, SourceText text) {
        if (node.has(inline) && node.has(table)) {
            throw new InvalidInput(new Problem(
                    text.place("/" + table),
                    "there are " + inline + " both in the file and in a table",
                    "give either " + inline + " or " + table));
        }
    }

    private static Optional<PastTable> table(JsonNode node, String field, Path file, SourceText text, String rows) {
        if (!node.has(field)) {
            return Optional.empty();
        }
        JsonNode data = node.get(field);
        String name = Fields.text(data, "path");
        Place place = text.place("/" + field + "/path");
        Dataset table = DatasetReader.read(DataPath.resolve(name, file, place), name);
        AttachedData.requireSame(table, Fields.optionalText(data, "sha256"), place);
        return Optional.of(new PastTable(
                table.sha256(),
                new NamedColumns(table, data.get("columns"), text::place),
                "/" + field + "/columns",
                rows));
    }

    private static <T> Optional<T> pack(
            JsonNode node, String field, String kind, Map<String, T> known, Function<String, Place> places) {
        return Fields.optionalText(node, field)
                .map(id -> Optional.ofNullable(known.get(id))
                        .orElseThrow(() -> new InvalidInput(new Problem(
                                places.apply("/" + field),
                                "there is no " + kind + " '" + id + "'",
                                Nearest.remedy(id, known.keySet())))));
    }

    private static PastProject project(JsonNode node, Optional<FinancialYear> prices) {
        return new PastProject(
                Fields.text(node, "project"),
                Fields.text(node, "kind"),
                Fields.choice(node, "measure", Measure.class),
                node.get("forecast").asDouble(),
                node.get("outcome").asDouble(),
                Fields.number(node, "includedUplift").orElse(0),
                Fields.year(node, "forecastPrices").or(() -> prices),
                Fields.year(node, "outcomePrices").or(() -> prices));
    }

    private static PastProbability probability(JsonNode node) {
        return new PastProbability(
                Fields.text(node, "event"), node.get("probability").asDouble(), Fields.flag(node, "happened"));
    }

    private static TrackRecordOptions options(JsonNode node) {
        TrackRecordOptions usual = TrackRecordOptions.DEFAULT;
        Map<Measure, Scale> scales = new TreeMap<>();
        for (Measure measure : Measure.values()) {
            String name = JsonText.nameOf(measure);
            if (node.path("scales").has(name)) {
                scales.put(measure, Fields.choice(node.get("scales"), name, Scale.class));
            }
        }
        JsonNode between = node.path("between");
        return new TrackRecordOptions(
                Fields.number(node, "level").orElse(usual.level()),
                Fields.whole(node, "fewest").orElse(usual.fewest()),
                Fields.choice(between, "shape", Prior.Shape.class, usual.betweenShape()),
                Fields.number(between, "scale").orElse(usual.betweenScale()),
                scales,
                Fields.whole(node, "draws").orElse(usual.draws()),
                node.path("seed").asLong(usual.seed()));
    }

    /** The names of measures as files have them. */
    static List<String> measures() {
        return Arrays.stream(Measure.values()).map(JsonText::nameOf).toList();
    }
}
