package org.worthwhile.appraisal.yearbyyear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the texts of a proposal and of the packs it rests on say, with nothing of the program in between. */
final class StatedFigures {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path MODELS = Path.of("models");
    private static final Map<String, JsonNode> FRAMEWORKS = packs("frameworks");
    private static final Map<String, JsonNode> PRICES = packs("prices");
    private static final Map<String, JsonNode> UNIT_VALUES = unitValues();

    /** The estimate of the one evidence record that proposals refer to. */
    static final double EVIDENCE = -0.04;

    final JsonNode proposal;
    final JsonNode framework;
    final int baseYear;
    final int priceYear;
    final int years;
    private final Optional<JsonNode> priceIndex;
    private final Map<Integer, Double> levels = new HashMap<>();

    StatedFigures(JsonNode proposal) {
        this.proposal = proposal;
        JsonNode appraisal = proposal.get("appraisal");
        this.framework = FRAMEWORKS.get(appraisal.get("framework").asString());
        this.baseYear = year(appraisal.get("baseYear").asString());
        this.priceYear = year(appraisal, "priceYear", baseYear);
        this.years = appraisal.get("years").asInt();
        this.priceIndex = Optional.ofNullable(framework.get("priceIndex")).map(id -> PRICES.get(id.asString()));
    }

    static List<JsonNode> frameworks() {
        return FRAMEWORKS.keySet().stream().sorted().map(FRAMEWORKS::get).toList();
    }

    static List<String> unitValueIds() {
        return UNIT_VALUES.keySet().stream().sorted().toList();
    }

    static JsonNode unitValue(String id) {
        return UNIT_VALUES.get(id);
    }

    /** The calendar year in which a financial year begins. */
    static int year(String label) {
        return Integer.parseInt(label.substring(0, 4));
    }

    static String label(int year) {
        int next = (year + 1) % 100;
        return year + (next < 10 ? "/0" : "/") + next;
    }

    int year(JsonNode parent, String name, int otherwise) {
        return parent.has(name) ? year(parent.get(name).asString()) : otherwise;
    }

    double figure(JsonNode parent, String name, double otherwise) {
        return parent.has(name) ? figure(parent.get(name)) : otherwise;
    }

    /** A number, a number with its uncertainty beside it, or a parameter times a factor. */
    double figure(JsonNode node) {
        if (node.isNumber()) {
            return node.asDouble();
        }
        if (node.has("value")) {
            return node.get("value").asDouble();
        }
        for (JsonNode parameter : proposal.get("parameters")) {
            if (parameter.get("id").asString().equals(node.get("parameter").asString())) {
                return figure(parameter.get("value")) * node.path("times").asDouble(1);
            }
        }
        throw new AssertionError("no parameter " + node);
    }

    boolean hasPrices() {
        return priceIndex.isPresent();
    }

    /** P(to) / P(from). */
    double inflation(int from, int to) {
        return from == to ? 1 : priceLevel(to) / priceLevel(from);
    }

    private double priceLevel(int year) {
        return levels.containsKey(year) ? levels.get(year) : levelOf(year);
    }

    private double levelOf(int year) {
        JsonNode index = priceIndex.orElseThrow();
        double level = 1;
        double growth = 0;
        for (int next = year(index.get("firstYear").asString()) + 1; next <= year; next++) {
            growth = index.get("growth").path(label(next)).asDouble(growth);
            level *= 1 + growth;
            levels.put(next, level);
        }
        return level;
    }

    /** The factors of years 0 to years - 1 at the rates of bands. */
    double[] discountFactors(JsonNode bands) {
        boolean midYear = proposal.get("appraisal").path("timing").asString("").equals("mid-year");
        double[] factors = new double[years];
        double factor = 1;
        for (int t = 0; t < years; t++) {
            factor = t == 0 ? 1 : factor / (1 + rate(bands, t));
            factors[t] = midYear ? factor * Math.pow(1 + rate(bands, t + 1), -0.5) : factor;
        }
        return factors;
    }

    private static double rate(JsonNode bands, int t) {
        double rate = 0;
        for (JsonNode band : bands) {
            rate = band.get("from").asInt() <= t ? band.get("rate").asDouble() : rate;
        }
        return rate;
    }

    private static Map<String, JsonNode> packs(String folder) {
        Map<String, JsonNode> packs = new HashMap<>();
        try (Stream<Path> files = Files.list(MODELS.resolve(folder))) {
            for (Path file : files.toList()) {
                JsonNode pack = JSON.readTree(Files.readString(file));
                packs.put(pack.get("id").asString(), pack);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return packs;
    }

    private static Map<String, JsonNode> unitValues() {
        Map<String, JsonNode> values = new HashMap<>();
        packs("unit-values")
                .forEach((id, pack) -> pack.get("values")
                        .forEach(value -> values.put(id + "/" + value.get("id").asString(), value)));
        return values;
    }
}
