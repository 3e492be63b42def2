package org.worthwhile.exchange;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * What is left of a proposal without what does not fit its format, so that the rest can be checked in the same go: lines,
 * scenarios and other entries are left out as a whole, and with them what names them; a title and the settings that every
 * proposal has are replaced where they are missing or not written as they must be, so that no other part is wrong by it.
 */
final class SoundParts {

    /** Lists whose entries nothing else needs, but for the inputs of lines. */
    private static final Set<String> LISTS =
            Set.of("costs", "impacts", "unmonetised", "objectives", "themes", "correlations", "scenarios");

    private static final String TITLE = "-";
    private static final String ID = "not-known";
    private static final String SETTINGS = "/appraisal";

    /** The longest appraisal period that the format allows, so that no year is outside it. */
    private static final int MOST_YEARS = 300;

    private final SourceText text;
    private final JsonNode tree;
    private final Set<String> without = new HashSet<>();
    private final Map<String, String> origins = new HashMap<>();

    private SoundParts(SourceText text) {
        this.text = text;
        this.tree = text.tree().deepCopy();
    }

    /**
     * The rest of a text, whose values keep their places in it.
     *
     * @param faulty the pointers of what does not fit
     */
    static SourceText of(SourceText text, Collection<String> faulty) {
        SoundParts parts = new SoundParts(text);
        faulty.forEach(parts::leaveOut);
        parts.leaveOutReferences();
        parts.assumeSettings();
        JsonNode left = parts.copy(parts.tree, "", "");
        return new SourceText(text.name(), left, pointer -> text.place(parts.original(pointer)));
    }

    private void leaveOut(String pointer) {
        String[] names = pointer.split("/");
        if (names.length > 1 && names[1].equals("draws")) {
            without.add("/draws");
            return;
        }
        if (names.length > 2 && names[1].equals("parameters")) {
            leaveOutOfParameter(names);
            return;
        }
        StringBuilder entry = new StringBuilder();
        for (int i = 1; i + 1 < names.length; i++) {
            entry.append('/').append(names[i]);
            if (LISTS.contains(names[i])) {
                without.add(entry.append('/').append(names[i + 1]).toString());
                return;
            }
        }
        String name = names[names.length - 1];
        JsonNode holder = tree.at(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
        if (holder instanceof ObjectNode object && name.equals("title")) {
            object.put(name, TITLE);
        } else {
            without.add(pointer);
        }
    }

    /** What lines rest on stays, with a number of no consequence where its own is not sound. */
    private void leaveOutOfParameter(String[] names) {
        String entry = "/parameters/" + names[2];
        String field = names.length > 3 ? names[3] : "id";
        if (!(tree.at(entry) instanceof ObjectNode parameter) || field.equals("id")) {
            without.add(entry);
        } else if (field.equals("title")) {
            parameter.put("title", TITLE);
        } else if (field.equals("value")) {
            parameter.put("value", 1);
            parameter.remove("uncertainty");
            without.add("/draws");
        } else {
            without.add(entry + "/" + field);
        }
    }

    /** Correlations and scenarios' values that name an input of a line that is left out. */
    private void leaveOutReferences() {
        List<String> inputs = new ArrayList<>();
        for (int i = 0; i < tree.path("options").size(); i++) {
            JsonNode option = tree.path("options").path(i);
            for (String list : List.of("costs", "impacts")) {
                for (int j = 0; j < option.path(list).size(); j++) {
                    if (without.contains("/options/" + i + "/" + list + "/" + j)) {
                        inputs.add(option.path("id").asString("") + "/"
                                + option.path(list).path(j).path("id").asString("") + "/");
                    }
                }
            }
        }
        for (int i = 0; i < tree.path("correlations").size(); i++) {
            JsonNode between = tree.path("correlations").path(i).path("between");
            if (between.valueStream().anyMatch((JsonNode input) -> isOf(inputs, input.asString("")))) {
                without.add("/correlations/" + i);
            }
        }
        for (int i = 0; i < tree.path("scenarios").size(); i++) {
            if (tree.path("scenarios").path(i).path("set") instanceof ObjectNode set) {
                set.remove(set.propertyNames().stream()
                        .filter(input -> isOf(inputs, input))
                        .toList());
                if (set.isEmpty()) {
                    without.add("/scenarios/" + i);
                }
            }
        }
    }

    /** Settings that every proposal has, in the place of those that are missing or not sound. */
    private void assumeSettings() {
        assume("", "id", StringNode.valueOf(ID));
        assume("", "appraisal", JsonText.object());
        assume(SETTINGS, "framework", StringNode.valueOf(ID));
        if (isLacking(SETTINGS, "baseYear") || isLacking(SETTINGS, "years")) {
            FinancialYear first = years(tree)
                    .filter(FinancialYear::isLabel)
                    .map(FinancialYear::of)
                    .min(FinancialYear::compareTo)
                    .orElse(new FinancialYear(1));
            replace(SETTINGS, "baseYear", StringNode.valueOf(first.label()));
            replace(SETTINGS, "years", IntNode.valueOf(MOST_YEARS));
        }
    }

    private void assume(String holder, String name, JsonNode value) {
        if (isLacking(holder, name)) {
            replace(holder, name, value);
        }
    }

    private boolean isLacking(String holder, String name) {
        return without.contains(holder + "/" + name) || !tree.at(holder).has(name);
    }

    private void replace(String holder, String name, JsonNode value) {
        if (tree.at(holder) instanceof ObjectNode object) {
            origins.put(holder + "/" + name, object.has(name) ? holder + "/" + name : holder);
            without.remove(holder + "/" + name);
            object.set(name, value);
        }
    }

    /** The texts that may be years: values and names of fields. */
    private static Stream<String> years(JsonNode node) {
        return Stream.concat(
                Stream.concat(Stream.of(node.asString("")), node.propertyNames().stream()),
                node.valueStream().flatMap(SoundParts::years));
    }

    private static boolean isOf(List<String> lines, String input) {
        return lines.stream().anyMatch(input::startsWith);
    }

    private JsonNode copy(JsonNode node, String from, String to) {
        switch (node) {
            case ObjectNode object -> {
                ObjectNode left = JsonText.object();
                object.propertyStream().forEach(property -> {
                    String name = "/" + property.getKey().replace("~", "~0").replace("/", "~1");
                    if (!without.contains(from + name)) {
                        left.set(property.getKey(), copy(property.getValue(), from + name, to + name));
                    }
                });
                return left;
            }
            case ArrayNode array -> {
                ArrayNode left = JsonText.object().putArray("list");
                for (int i = 0; i < array.size(); i++) {
                    if (!without.contains(from + "/" + i)) {
                        String place = to + "/" + left.size();
                        origins.put(place, from + "/" + i);
                        left.add(copy(array.get(i), from + "/" + i, place));
                    }
                }
                return left;
            }
            default -> {
                return node;
            }
        }
    }

    /** Where in the whole text a value of the rest stands. */
    private String original(String pointer) {
        String known = pointer;
        while (!known.isEmpty() && !origins.containsKey(known)) {
            known = known.substring(0, known.lastIndexOf('/'));
        }
        return origins.getOrDefault(known, "") + pointer.substring(known.length());
    }
}
