package org.worthwhile.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Spoils texts: trees by their parts, tables by their cells, and any text by its characters. */
final class Mutations {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "\"\"",
            "[]",
            "{}",
            "[[]]",
            "0",
            "-1",
            "1",
            "0.5",
            "1e308",
            "-1e308",
            "1e15",
            "1e18",
            "1e-300",
            "5e-324",
            "2147483647",
            "-2147483648",
            "9007199254740993",
            "300",
            "1e10",
            "1e5",
            "\"2026/27\"",
            "\"9999/00\"",
            "\"1000/01\"",
            "\"2999/00\"",
            "\"2026/99\"",
            "\"bau\"",
            "\"=1+1\"",
            "\"NaN\"",
            "\"Infinity\"",
            "\"a\\u0000b\"",
            "\"\\ud800\"",
            "\"\\u202e\"",
            "\"//host/x\"",
            "\"../../etc/passwd\"");

    private static final List<String> CELLS = List.of(
            "",
            "NA",
            "0",
            "1",
            "-1",
            "1e308",
            "-1e308",
            "1e160",
            "1e-300",
            "5e-324",
            "1e999",
            "NaN",
            "Infinity",
            "2020/21",
            "2020-13-01",
            "x",
            "\"",
            "\"a,b\"",
            "1,5",
            "£1,000",
            "-",
            "..",
            "1e5",
            "2147483648",
            "\u0000",
            "true",
            "0x1p3");

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    /** The text with one to three parts of its tree changed; one that is no JSON with its characters changed. */
    String tree(String json) {
        try {
            JsonNode tree = MAPPER.readTree(json);
            for (int changes = random.nextInt(2) == 0 ? 1 : 2 + random.nextInt(2); changes > 0; changes--) {
                if (random.nextInt(3) > 0) {
                    changeNumber(tree);
                } else {
                    change(tree);
                }
            }
            return MAPPER.writeValueAsString(tree);
        } catch (JacksonException malformed) {
            return characters(json);
        }
    }

    private void change(JsonNode tree) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        switch (container) {
            case ObjectNode object when !object.isEmpty() -> change(object, containers);
            case ArrayNode array -> change(array, containers);
            default -> {}
        }
    }

    /** Changes a number somewhere for another, which often still is allowed. */
    private void changeNumber(JsonNode tree) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        List<ObjectNode> holders = containers.stream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(object -> object.valueStream().anyMatch(JsonNode::isNumber))
                .toList();
        if (!holders.isEmpty()) {
            ObjectNode holder = holders.get(random.nextInt(holders.size()));
            List<String> names = holder.propertyStream()
                    .filter(field -> field.getValue().isNumber())
                    .map(java.util.Map.Entry::getKey)
                    .toList();
            String name = names.get(random.nextInt(names.size()));
            holder.set(name, number(holder.get(name)));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void change(ObjectNode object, List<JsonNode> containers) {
        List<String> names = object.propertyNames().stream().toList();
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name + "x", object.remove(name));
            case 2 ->
                object.set(
                        name, containers.get(random.nextInt(containers.size())).deepCopy());
            case 3 -> object.set(name, number(object.get(name)));
            default -> object.set(name, value());
        }
    }

    private void change(ArrayNode array, List<JsonNode> containers) {
        int place = array.isEmpty() ? 0 : random.nextInt(array.size());
        switch (array.isEmpty() ? 3 : random.nextInt(5)) {
            case 0 -> array.remove(place);
            case 1 -> array.insert(place, array.get(place).deepCopy());
            case 2 -> array.set(place, number(array.get(place)));
            case 3 ->
                array.insert(
                        place, containers.get(random.nextInt(containers.size())).deepCopy());
            default -> array.set(place, value());
        }
    }

    private JsonNode value() {
        return MAPPER.readTree(VALUES.get(random.nextInt(VALUES.size())));
    }

    /** Another size or sign of a number. */
    private JsonNode number(JsonNode old) {
        double number = old.isNumber() ? old.asDouble() : random.nextGaussian();
        double factor = switch (random.nextInt(6)) {
            case 0 -> -1;
            case 1 -> 0;
            case 2, 3 -> 1 + 0.3 * random.nextGaussian();
            case 4 -> number == 0 ? 1 : 1 / number;
            default -> Math.pow(10, random.nextInt(41) - 20);
        };
        double changed = number * factor;
        return Double.isFinite(changed) ? MAPPER.getNodeFactory().numberNode(changed) : value();
    }

    /** The text with a few of its characters changed, left out or doubled. */
    String characters(String text) {
        StringBuilder mutant = new StringBuilder(text);
        for (int changes = 1 + random.nextInt(3); changes > 0 && !mutant.isEmpty(); changes--) {
            int at = random.nextInt(mutant.length());
            switch (random.nextInt(6)) {
                case 0 -> mutant.deleteCharAt(at);
                case 1 -> mutant.insert(at, (char) random.nextInt(0x3000));
                case 2 -> mutant.setCharAt(at, "0123456789.-e\"{}[],:/;\t\n*&!|>%@".charAt(random.nextInt(31)));
                case 3 -> mutant.delete(at, Math.min(mutant.length(), at + 1 + random.nextInt(30)));
                case 4 -> mutant.insert(at, mutant.substring(at, Math.min(mutant.length(), at + random.nextInt(60))));
                default -> mutant.insert(at, VALUES.get(random.nextInt(VALUES.size())));
            }
        }
        return mutant.toString();
    }

    /** The table with some of its cells, columns or rows changed. */
    String table(String csv) {
        List<List<String>> rows = new ArrayList<>();
        csv.lines().forEach(line -> rows.add(new ArrayList<>(List.of(line.split(",", -1)))));
        for (int changes = 1 + random.nextInt(3); changes > 0 && rows.size() > 2; changes--) {
            int row = 1 + random.nextInt(rows.size() - 1);
            int column = random.nextInt(rows.getFirst().size());
            String cell = CELLS.get(random.nextInt(CELLS.size()));
            switch (random.nextInt(9)) {
                case 0 -> rows.remove(row);
                case 1 -> rows.add(row, new ArrayList<>(rows.get(row)));
                case 2 -> setAll(rows, column, cell);
                case 3 -> scaleAll(rows, column, Math.pow(10, random.nextInt(321) - 160));
                case 4 ->
                    rows.subList(Math.min(row + 1, rows.size() - 1), rows.size())
                            .clear();
                case 5 -> rows.forEach(cells -> set(cells, column, cells.getFirst()));
                case 6 -> rows.getFirst().set(column, cell);
                default -> set(rows.get(row), column, cell);
            }
        }
        StringBuilder text = new StringBuilder();
        rows.forEach(cells -> text.append(String.join(",", cells)).append('\n'));
        return text.toString();
    }

    private static void setAll(List<List<String>> rows, int column, String cell) {
        rows.subList(1, rows.size()).forEach(cells -> set(cells, column, cell));
    }

    private static void scaleAll(List<List<String>> rows, int column, double factor) {
        for (List<String> cells : rows.subList(1, rows.size())) {
            if (column < cells.size() && cells.get(column).matches("-?\\d+(\\.\\d+)?")) {
                cells.set(column, Double.toString(Double.parseDouble(cells.get(column)) * factor));
            }
        }
    }

    private static void set(List<String> cells, int column, String cell) {
        if (column < cells.size()) {
            cells.set(column, cell);
        }
    }

    /** The bytes with a few of them changed or cut off. */
    byte[] bytes(byte[] original) {
        byte[] mutant = original.clone();
        for (int changes = 1 + random.nextInt(5); changes > 0; changes--) {
            mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant;
    }
}
