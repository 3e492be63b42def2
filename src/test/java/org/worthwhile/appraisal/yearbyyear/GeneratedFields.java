package org.worthwhile.appraisal.yearbyyear;

import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields of the format in each of the ways in which they may be written. */
class GeneratedFields {

    private static final List<String> SHARES = List.of("uptake", "half", "joint");

    final Random random;

    GeneratedFields(Random random) {
        this.random = random;
    }

    JsonNode wholeYears(int years) {
        return chance(0.1) ? parameter("one", years) : number(years);
    }

    JsonNode figure(double value) {
        return chance(0.12) ? parameter("one", value) : chance(0.12) ? uncertain(value, 0.3) : number(value);
    }

    JsonNode share() {
        double value = random.nextDouble();
        return chance(0.15)
                ? parameter(pick(SHARES), pick(List.of(1.0, 0.75)))
                : chance(0.12) ? uncertain(value, Math.min(1, (1 - value) / value)) : number(value);
    }

    JsonNode parameter(String id, double times) {
        ObjectNode node = StatedFigures.JSON.createObjectNode().put("parameter", id);
        return times == 1 ? node : node.put("times", times);
    }

    JsonNode uncertain(double value, double spread) {
        ObjectNode node = StatedFigures.JSON.createObjectNode().put("value", value);
        node.set("uncertainty", around(value, spread));
        return node;
    }

    static JsonNode around(double value, double spread) {
        double low = value - spread * Math.abs(value);
        double high = value + spread * Math.abs(value);
        ObjectNode uncertainty = StatedFigures.JSON.createObjectNode().put("distribution", "uniform");
        return value == 0
                ? uncertainty.put("low", -1e-3).put("high", 1e-3)
                : uncertainty.put("low", Math.min(low, high)).put("high", Math.max(low, high));
    }

    static JsonNode number(double value) {
        return StatedFigures.JSON.getNodeFactory().numberNode(value);
    }

    static JsonNode number(int value) {
        return StatedFigures.JSON.getNodeFactory().numberNode(value);
    }

    void grade(ObjectNode line) {
        if (chance(0.5)) {
            line.put("confidence", 1 + random.nextInt(6));
        }
    }

    void flag(ObjectNode line, String name, double probability) {
        if (chance(0.5)) {
            line.put(name, chance(probability));
        }
    }

    void text(ObjectNode line, String name, List<String> choices) {
        if (chance(0.6)) {
            line.put(name, pick(choices));
        }
    }

    void maybe(ObjectNode parent, String name, JsonNode value) {
        if (chance(0.6)) {
            parent.set(name, value);
        }
    }

    double money() {
        return Math.rint(random.nextDouble() * 5e7) / 100;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    static String label(int year) {
        return StatedFigures.label(year);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
