package org.worthwhile.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.worthwhile.framework.DiscountSchedule;
import org.worthwhile.framework.Framework;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.OptimismBiasType;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.framework.ValueForMoney;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Category;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.JsonNode;

/** Reads the model packs of a folder: {@code frameworks}, {@code prices} and {@code unit-values}. */
public final class PackReader {

    private final Path models;
    private final Map<String, Framework> frameworks = new HashMap<>();
    private final Map<String, PriceIndex> priceIndices = new HashMap<>();
    private final Map<String, UnitValue> unitValues = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private PackReader(Path models) {
        this.models = models;
    }

    /**
     * Reads every pack.
     *
     * @throws InvalidInput with every problem in any of them
     */
    public static ModelLibrary read(Path models) {
        PackReader reader = new PackReader(models);
        reader.readEach("prices", "price-index.schema.json", reader::priceIndex);
        reader.readEach("frameworks", "framework.schema.json", reader::framework);
        reader.readEach("unit-values", "unit-values.schema.json", reader::unitValues);
        if (!reader.problems.isEmpty()) {
            throw new InvalidInput(reader.problems);
        }
        return new ModelLibrary(reader.frameworks, reader.priceIndices, reader.unitValues);
    }

    private void readEach(String folder, String schemaName, Consumer<SourceText> pack) {
        SchemaCheck schema = new SchemaCheck(models, schemaName);
        for (Path file : filesIn(models.resolve(folder))) {
            try {
                SourceText text = SourceText.read(file);
                schema.require(text);
                pack.accept(text);
            } catch (InvalidInput invalid) {
                problems.addAll(invalid.problems());
            }
        }
    }

    private static List<Path> filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new InvalidInput(new Problem(
                    Place.of(folder.toString()),
                    "the folder of model packs cannot be read",
                    "reinstall or name the right folder"));
        }
    }

    private void priceIndex(SourceText text) {
        JsonNode node = text.tree();
        FinancialYear firstYear = Fields.year(node, "firstYear").orElseThrow();
        Map<FinancialYear, Double> growth = new TreeMap<>();
        node.get("growth")
                .propertyStream()
                .forEach(entry -> growth.put(
                        FinancialYear.of(entry.getKey()), entry.getValue().asDouble()));
        FinancialYear expected = firstYear.plus(1);
        for (FinancialYear year : growth.keySet()) {
            if (!year.equals(expected)) {
                report(text, "/growth", "has no growth into " + expected, "give every year from the first to the last");
                return;
            }
            expected = expected.plus(1);
        }
        PriceIndex index = new PriceIndex(
                Fields.text(node, "id"),
                Fields.text(node, "title"),
                firstYear,
                List.copyOf(growth.values()),
                Fields.flag(node, "provisional"),
                source(node.get("source")));
        add(priceIndices, index.id(), index, text);
    }

    private void framework(SourceText text) {
        JsonNode node = text.tree();
        JsonNode discounting = node.get("discounting");
        JsonNode optimismBias = node.get("optimismBias");
        JsonNode corrections = node.get("confidenceCorrections");
        String priceIndex = Fields.text(node, "priceIndex");
        if (!priceIndices.containsKey(priceIndex)) {
            report(
                    text,
                    "/priceIndex",
                    "no price index '" + priceIndex + "' is there",
                    Nearest.remedy(priceIndex, priceIndices.keySet()));
        }
        DiscountSchedule standard = schedule(text, "standard");
        DiscountSchedule health = schedule(text, "health");
        ValueForMoney valueForMoney = valueForMoney(node.get("valueForMoney"));
        Framework framework = new Framework(
                Fields.text(node, "id"),
                Fields.text(node, "title"),
                Fields.text(node, "publisher"),
                Fields.text(node, "edition"),
                Fields.text(node, "summary"),
                priceIndex,
                standard,
                health,
                Fields.list(
                        optimismBias,
                        "types",
                        type -> new OptimismBiasType(
                                Fields.text(type, "id"),
                                Fields.text(type, "title"),
                                type.get("upper").asDouble(),
                                type.get("lower").asDouble())),
                Fields.list(corrections, "byGrade", JsonNode::asDouble),
                valueForMoney,
                Map.of(
                        "Discount rates", source(discounting.get("source")),
                        "Optimism bias", source(optimismBias.get("source")),
                        "Confidence corrections", source(corrections.get("source")),
                        "Value for money categories", valueForMoney.source()));
        add(frameworks, framework.id(), framework, text);
    }

    private static DiscountSchedule schedule(SourceText text, String name) {
        String pointer = "/discounting/" + name;
        try {
            return new DiscountSchedule(Fields.list(
                    text.tree().get("discounting"),
                    name,
                    band -> new DiscountSchedule.Band(
                            band.get("from").asInt(), band.get("rate").asDouble())));
        } catch (IllegalArgumentException outOfOrder) {
            throw new InvalidInput(new Problem(
                    text.place(pointer), "its bands do not begin in year 0 and rise", "put them in order from year 0"));
        }
    }

    private static ValueForMoney valueForMoney(JsonNode node) {
        return new ValueForMoney(
                Fields.list(
                        node,
                        "bands",
                        band -> new ValueForMoney.Band(
                                band.path("from").asDouble(Double.NEGATIVE_INFINITY), Fields.text(band, "title"))),
                Fields.text(node, "note"),
                source(node.get("source")));
    }

    private void unitValues(SourceText text) {
        JsonNode pack = text.tree();
        JsonNode sources = pack.get("sources");
        for (int i = 0; i < pack.get("values").size(); i++) {
            JsonNode node = pack.get("values").get(i);
            String sourceId = Fields.text(node, "source");
            if (!sources.has(sourceId)) {
                report(
                        text,
                        "/values/" + i + "/source",
                        "no source '" + sourceId + "' is in this pack",
                        Nearest.remedy(
                                sourceId,
                                sources.propertyStream().map(Map.Entry::getKey).toList()));
                continue;
            }
            Source source = source(sources.get(sourceId));
            UnitValue value = new UnitValue(
                    Fields.text(pack, "id") + "/" + Fields.text(node, "id"),
                    Fields.text(node, "title"),
                    Fields.text(node, "unit"),
                    node.get("value").asDouble(),
                    Fields.number(node, "low"),
                    Fields.number(node, "high"),
                    Fields.year(node, "priceYear").orElseThrow(),
                    node.path("realGrowth").asDouble(0),
                    Fields.choice(node, "category", Category.class, Category.SOCIAL),
                    node.path("verified").asBoolean(source.verified()),
                    Fields.text(node, "note"),
                    source);
            add(unitValues, value.id(), value, text);
        }
    }

    private static Source source(JsonNode node) {
        return new Source(
                Fields.text(node, "document"),
                Fields.text(node, "publisher"),
                Fields.text(node, "date"),
                Fields.text(node, "where"),
                Fields.text(node, "licence"),
                Fields.flag(node, "verified"),
                Fields.text(node, "note"));
    }

    private <T> void add(Map<String, T> packs, String id, T pack, SourceText text) {
        if (packs.putIfAbsent(id, pack) != null) {
            report(text, "/id", "the id '" + id + "' is used twice", "give each its own");
        }
    }

    private void report(SourceText text, String pointer, String what, String remedy) {
        problems.add(new Problem(text.place(pointer), what, remedy));
    }
}
