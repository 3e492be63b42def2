package org.worthwhile.replication;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.exchange.FormatFile;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.Located;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes the manifest of a package. */
final class ManifestFile {

    private static final String FORMAT = "worthwhile-replication/1";
    private static final String SCHEMA = "replication.schema.json";

    private ManifestFile() {}

    static String text(Manifest manifest) {
        ObjectNode tree = JsonText.object().put("format", FORMAT).put("software", manifest.software());
        Recipe recipe = manifest.recipe();
        ObjectNode computation = tree.putObject("computation");
        recipe.proposals().forEach(computation.putArray("proposals")::add);
        recipe.evidence().forEach(computation.putArray("evidence")::add);
        recipe.studies().forEach(computation.putArray("studies")::add);
        recipe.constraints().ifPresent(constraints -> computation.put("constraints", constraints));
        recipe.budget().ifPresent(budget -> computation.set("budget", JsonText.number(budget)));
        computation
                .put("trials", recipe.trials())
                .put("choiceTrials", recipe.choiceTrials())
                .put("seed", Long.toString(recipe.seed()))
                .put("date", recipe.date().toString());
        var files = tree.putArray("files");
        manifest.files()
                .forEach(file -> files.addObject()
                        .put("path", file.path())
                        .put("role", JsonText.nameOf(file.role()))
                        .put("bytes", file.bytes())
                        .put("sha256", file.sha256()));
        return JsonText.of(tree);
    }

    /**
     * Reads a manifest.
     *
     * @param schemas the folder of model packs that come with the program, which holds the schemas
     * @throws InvalidInput with every way in which it does not fit
     */
    static Manifest read(Path schemas, Path file) {
        Located<JsonNode> located = FormatFile.read(schemas, SCHEMA, file);
        JsonNode tree = located.value();
        JsonNode computation = tree.get("computation");
        return new Manifest(
                tree.get("software").asString(),
                new Recipe(
                        texts(computation, "proposals"),
                        texts(computation, "evidence"),
                        texts(computation, "studies"),
                        Optional.ofNullable(computation.get("constraints")).map(JsonNode::asString),
                        computation.has("budget")
                                ? OptionalDouble.of(computation.get("budget").asDouble())
                                : OptionalDouble.empty(),
                        computation.get("trials").asInt(),
                        computation.get("choiceTrials").asInt(),
                        seed(located),
                        date(located)),
                tree.get("files")
                        .valueStream()
                        .map(entry -> new Manifest.Entry(
                                entry.get("path").asString(),
                                Manifest.Role.valueOf(
                                        entry.get("role").asString().toUpperCase(Locale.ROOT)),
                                entry.get("bytes").asLong(),
                                entry.get("sha256").asString()))
                        .toList());
    }

    private static List<String> texts(JsonNode node, String name) {
        return node.get(name).valueStream().map(JsonNode::asString).toList();
    }

    private static long seed(Located<JsonNode> located) {
        String written = located.value().at("/computation/seed").asString();
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException tooLarge) {
            throw unusable(located, "/computation/seed", "'" + written + "' is more than a seed can be");
        }
    }

    private static LocalDate date(Located<JsonNode> located) {
        String written = located.value().at("/computation/date").asString();
        try {
            return LocalDate.parse(written);
        } catch (DateTimeException noDay) {
            throw unusable(located, "/computation/date", "'" + written + "' is no day of the calendar");
        }
    }

    private static InvalidInput unusable(Located<JsonNode> located, String pointer, String what) {
        return new InvalidInput(
                new Problem(located.places().apply(pointer), what, "use the package as it was written"));
    }
}
