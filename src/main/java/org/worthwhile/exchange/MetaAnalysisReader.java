package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.synthesis.Discount;
import org.worthwhile.synthesis.IncludedStudy;
import org.worthwhile.synthesis.Measure;
import org.worthwhile.synthesis.MetaAnalysis;
import org.worthwhile.synthesis.Method;
import org.worthwhile.synthesis.Prior;
import org.worthwhile.synthesis.SynthesisCase;
import org.worthwhile.synthesis.SynthesisOptions;
import tools.jackson.databind.JsonNode;

/** Reads meta-analyses from JSON or YAML, with the table of studies where one is named. */
public final class MetaAnalysisReader {

    private final SchemaCheck schema;

    /** @param models the folder of model packs, which holds the schemas */
    public MetaAnalysisReader(Path models) {
        this.schema = new SchemaCheck(models, "meta-analysis.schema.json");
    }

    /**
     * Reads a meta-analysis, and its table from the file's own folder.
     *
     * @throws InvalidInput with every problem in either
     */
    public SynthesisCase read(Path file) {
        SourceText text = SourceText.read(file);
        JsonNode node = schema.require(text);
        if (node.has("data") == node.has("studies")) {
            throw new InvalidInput(new Problem(
                    text.place(node.has("data") ? "/data" : ""),
                    node.has("data") ? "there are studies both in the file and in a table" : "there are no studies",
                    "give either studies or data"));
        }
        if (node.has("studies")) {
            return new SynthesisCase(
                    question(node, studies(node.get("studies"), text::place), Optional.empty(), text::place),
                    text.places());
        }
        Path path = DataPath.resolve(Fields.text(node.get("data"), "path"), file, text.place("/data/path"));
        Dataset table = DatasetReader.read(path, Fields.text(node.get("data"), "path"));
        AttachedData.requireSame(table, Fields.optionalText(node.get("data"), "sha256"), text.place("/data/path"));
        StudyTable studies = new StudyTable(table, node.get("data").get("columns"), text::place);
        return new SynthesisCase(
                question(node, studies.read(), Optional.of(table.sha256()), text::place),
                pointer -> studies.place(pointer).orElseGet(() -> text.place(pointer)));
    }

    private static MetaAnalysis question(
            JsonNode node, List<IncludedStudy> studies, Optional<String> dataset, Function<String, Place> places) {
        String id = Fields.text(node, "id");
        return new MetaAnalysis(
                id,
                node.path("title").asString(id),
                Fields.text(node, "question"),
                Fields.text(node, "outcome"),
                Fields.text(node, "unit"),
                Fields.choice(node, "measure", Measure.class),
                studies,
                options(node.path("options")),
                Optional.ofNullable(node.get("own")).map(own -> study(own, places.apply("/own"))),
                Optional.ofNullable(node.get("informs")).map(MetaAnalysisReader::informs),
                dataset);
    }

    private static SynthesisOptions options(JsonNode node) {
        SynthesisOptions usual = SynthesisOptions.DEFAULT;
        return new SynthesisOptions(
                Fields.choice(node, "method", Method.class, usual.method()),
                Fields.choice(node, "inference", SynthesisOptions.Inference.class, usual.inference()),
                Fields.choice(
                        node, "predictionDegrees", SynthesisOptions.PredictionDegrees.class, usual.predictionDegrees()),
                Fields.number(node, "level").orElse(usual.level()),
                Fields.list(node, "moderators", JsonNode::asString),
                Optional.ofNullable(node.get("prior")).map(MetaAnalysisReader::prior),
                Fields.list(node, "discounts", MetaAnalysisReader::discount));
    }

    private static MetaAnalysis.Informs informs(JsonNode node) {
        return new MetaAnalysis.Informs(
                Fields.text(node, "outcome"),
                Fields.text(node, "unit"),
                Fields.text(node, "per"),
                Fields.number(node, "baselineRisk"),
                Fields.number(node, "standardDeviation"));
    }

    private static List<IncludedStudy> studies(JsonNode array, Function<String, Place> places) {
        List<IncludedStudy> studies = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            try {
                studies.add(study(array.get(i), places.apply("/studies/" + i)));
            } catch (InvalidInput incomplete) {
                problems.addAll(incomplete.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return studies;
    }

    private static IncludedStudy study(JsonNode node, Place place) {
        Map<String, Double> figures = new TreeMap<>();
        for (String field : StudyFigures.FIELDS) {
            Fields.number(node, field).ifPresent(value -> figures.put(field, value));
        }
        Map<String, Double> moderators = new TreeMap<>();
        node.path("moderators")
                .propertyStream()
                .forEach(
                        entry -> moderators.put(entry.getKey(), entry.getValue().asDouble()));
        String name = Fields.text(node, "study");
        return new IncludedStudy(
                name,
                StudyFigures.of(name, figures, place),
                Fields.number(node, "order"),
                Fields.optionalText(node, "group"),
                Fields.optionalText(node, "cluster"),
                Fields.optionalText(node, "design"),
                moderators);
    }

    private static Prior prior(JsonNode node) {
        return new Prior(
                Fields.choice(node, "tau", Prior.Shape.class),
                node.get("scale").asDouble(),
                Fields.number(node, "mean"),
                Fields.number(node, "deviation"));
    }

    private static Discount discount(JsonNode node) {
        return new Discount(
                Fields.text(node, "design"),
                Fields.number(node, "bias").orElse(0),
                Fields.number(node, "biasDeviation").orElse(0),
                Fields.number(node, "varianceFactor").orElse(1),
                Fields.text(node, "reason"));
    }
}
