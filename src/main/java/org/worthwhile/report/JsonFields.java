package org.worthwhile.report;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.worthwhile.attribution.ResultFields;
import org.worthwhile.attribution.period.Period;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a result as those of a JSON object. */
record JsonFields(ObjectNode node) implements ResultFields {

    /** An object of the fields. */
    static ObjectNode of(Consumer<ResultFields> fields) {
        ObjectNode node = JsonText.object();
        fields.accept(new JsonFields(node));
        return node;
    }

    @Override
    public ResultFields number(String name, double value) {
        node.set(name, JsonText.number(value));
        return this;
    }

    @Override
    public ResultFields text(String name, String value) {
        node.put(name, value);
        return this;
    }

    @Override
    public ResultFields flag(String name, boolean value) {
        node.put(name, value);
        return this;
    }

    @Override
    public ResultFields period(String name, Period value) {
        node.set(name, period(value));
        return this;
    }

    /** A number for a year or a plain number, otherwise a text such as 2016 Q2. */
    private static JsonNode period(Period period) {
        return period.label().matches("-?\\d{1,15}(\\.\\d+)?")
                ? JsonText.number(Double.parseDouble(period.label()))
                : JsonText.string(period.label());
    }

    @Override
    public ResultFields absent(String name) {
        node.putNull(name);
        return this;
    }

    @Override
    public ResultFields texts(String name, List<String> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(array::add);
        return this;
    }

    @Override
    public ResultFields numbers(String name, List<Double> values) {
        ArrayNode array = node.putArray(name);
        values.forEach(value -> array.add(JsonText.number(value)));
        return this;
    }

    @Override
    public ResultFields table(String name, List<List<Double>> rows) {
        ArrayNode array = node.putArray(name);
        rows.forEach(row -> {
            ArrayNode values = array.addArray();
            row.forEach(value -> values.add(JsonText.number(value)));
        });
        return this;
    }

    @Override
    public ResultFields numbers(String name, Map<String, Double> values) {
        ObjectNode object = node.putObject(name);
        values.forEach((key, value) -> object.set(key, JsonText.number(value)));
        return this;
    }

    @Override
    public ResultFields object(String name, Consumer<ResultFields> fields) {
        node.set(name, of(fields));
        return this;
    }

    @Override
    public <T> ResultFields list(String name, List<T> items, BiConsumer<T, ResultFields> fields) {
        ArrayNode array = node.putArray(name);
        items.forEach(item -> array.add(of(to -> fields.accept(item, to))));
        return this;
    }
}
