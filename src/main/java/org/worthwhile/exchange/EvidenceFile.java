package org.worthwhile.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Evidence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes evidence records, {@code *.evidence.json}. */
public final class EvidenceFile {

    private static final String SUFFIX = ".evidence.json";

    private final SchemaCheck schema;

    /** @param models the folder of model packs, which holds the schemas */
    public EvidenceFile(Path models) {
        this.schema = new SchemaCheck(models, "evidence.schema.json");
    }

    /** Reads every record in the folders, the last folder winning. */
    public EvidenceRecords readAll(List<Path> folders) {
        EvidenceRecords.Collector records = new EvidenceRecords.Collector();
        for (Path file : files(folders)) {
            records.add(idOf(file), () -> read(file));
        }
        return records.records();
    }

    /** The files of records in the folders, in their order. */
    public static List<Path> files(List<Path> folders) {
        return folders.stream().distinct().flatMap(EvidenceFile::filesIn).toList();
    }

    /** Reads records from trees, each by the name that it goes by. */
    public EvidenceRecords readAll(Map<String, JsonNode> trees) {
        EvidenceRecords.Collector records = new EvidenceRecords.Collector();
        trees.forEach((name, tree) -> records.add(tree.path("id").asString(name), () -> read(name, tree)));
        return records.records();
    }

    /** The id of a record that may be wrong otherwise, or that which its file's name gives. */
    private static String idOf(Path file) {
        String name = file.getFileName().toString();
        String stem = name.substring(0, name.length() - SUFFIX.length());
        try {
            return JsonText.read(file).path("id").asString(stem);
        } catch (InvalidInput unreadable) {
            return stem;
        }
    }

    public Evidence read(Path file) {
        return read(SourceText.read(file));
    }

    /** Reads a record from a tree that goes by {@code name}. */
    public Evidence read(String name, JsonNode tree) {
        return read(SourceText.of(name, tree));
    }

    private Evidence read(SourceText text) {
        JsonNode node = schema.require(text);
        JsonNode effect = node.get("effect");
        JsonNode source = node.get("source");
        return new Evidence(
                Fields.text(node, "id"),
                Fields.text(node, "title"),
                Fields.text(node, "outcome"),
                Fields.text(node, "unit"),
                effect.get("estimate").asDouble(),
                effect.get("standardError").asDouble(),
                Fields.number(effect, "degreesOfFreedom"),
                Fields.list(effect, "draws", JsonNode::asDouble),
                Fields.text(effect, "per"),
                source.has("citation")
                        ? new Evidence.Source.Citation(Fields.text(source, "citation"))
                        : new Evidence.Source.Study(
                                Fields.text(source, "study"),
                                Fields.text(source, "design"),
                                Fields.text(source, "estimator"),
                                Fields.whole(source, "level")),
                Optional.ofNullable(node.get("dataset")).map(dataset -> Fields.text(dataset, "sha256")),
                date(text, Fields.text(node, "date")),
                Fields.text(node, "software"),
                Fields.flag(node, "verified"),
                Fields.list(node, "diagnosticsFailed", JsonNode::asString));
    }

    /**
     * Checks that a name given on the command line can be the id of a record, and so part of a file's name.
     *
     * @throws InvalidInput if it cannot
     */
    public static void requireId(String id) {
        if (!Identifiers.isId(id)) {
            throw new InvalidInput(new Problem(
                    Place.of("--evidence"),
                    "'" + id + "' cannot be the id of an evidence record",
                    "use at most 80 letters, digits, dots, hyphens and underscores, beginning with a letter or digit"));
        }
    }

    /** The name of a record's file. */
    public static String name(String id) {
        return FileNames.portable(id) + SUFFIX;
    }

    /** The record as a file under its id. */
    public static OutputFile file(Evidence evidence) {
        return OutputFile.of(name(evidence.id()), JsonText.of(tree(evidence)));
    }

    /** The record as the file format writes it. */
    public static JsonNode tree(Evidence evidence) {
        ObjectNode node = JsonText.object();
        node.put("format", "worthwhile-evidence/1").put("id", evidence.id()).put("title", evidence.title());
        node.put("outcome", evidence.outcome()).put("unit", evidence.unit());
        ObjectNode effect = node.putObject("effect")
                .put("estimate", evidence.estimate())
                .put("standardError", evidence.standardError());
        evidence.degreesOfFreedom().ifPresent(degrees -> effect.put("degreesOfFreedom", degrees));
        if (!evidence.draws().isEmpty()) {
            evidence.draws().forEach(effect.putArray("draws")::add);
        }
        effect.put("per", evidence.per());
        ObjectNode source = node.putObject("source");
        switch (evidence.source()) {
            case Evidence.Source.Citation(String citation) -> source.put("citation", citation);
            case Evidence.Source.Study study -> {
                source.put("study", study.study()).put("design", study.design()).put("estimator", study.estimator());
                study.level().ifPresent(level -> source.put("level", level));
            }
        }
        evidence.datasetFingerprint()
                .ifPresent(sha256 -> node.putObject("dataset").put("sha256", sha256));
        node.put("date", evidence.date().toString())
                .put("software", evidence.software())
                .put("verified", evidence.verified());
        if (!evidence.diagnosticsFailed().isEmpty()) {
            evidence.diagnosticsFailed().forEach(node.putArray("diagnosticsFailed")::add);
        }
        return node;
    }

    private static LocalDate date(SourceText text, String date) {
        try {
            return LocalDate.parse(date);
        } catch (DateTimeParseException noSuchDay) {
            throw new InvalidInput(
                    new Problem(text.place("/date"), "'" + date + "' is no day of the calendar", "mend the date"));
        }
    }

    private static Stream<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList().stream();
        } catch (IOException unreadable) {
            return Stream.empty();
        }
    }
}
