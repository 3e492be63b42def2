package org.worthwhile.exchange;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.attribution.Design;
import org.worthwhile.attribution.options.DesignOptions;
import org.worthwhile.attribution.options.GivenOptions;
import tools.jackson.databind.JsonNode;

/** Gives a design the options of a study, which fit its schema. */
record DesignOptionsReader(JsonNode node) implements GivenOptions {

    static DesignOptions read(Design design, JsonNode options) {
        return design.options(new DesignOptionsReader(options));
    }

    @Override
    public OptionalDouble number(String name) {
        return node.path(name).isNumber() ? Fields.number(node, name) : OptionalDouble.empty();
    }

    @Override
    public Optional<String> text(String name) {
        return Optional.ofNullable(node.get(name)).map(Fields::plain);
    }

    @Override
    public List<String> texts(String name) {
        return Fields.list(node, name, Fields::plain);
    }

    @Override
    public boolean flag(String name) {
        return Fields.flag(node, name);
    }

    @Override
    public <E extends Enum<E>> Optional<E> choice(String name, Class<E> type) {
        return node.has(name) ? Optional.of(Fields.choice(node, name, type)) : Optional.empty();
    }
}
