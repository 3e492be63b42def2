package org.worthwhile.exchange.packs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.packs.UnitValueMapping.Field;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A pack in the making, of unit values from the tables of a file. */
final class UnitValuePack {

    private static final int LONGEST_TITLE = 300;
    private static final String BASE = "table";
    private static final Pattern VALUE = Pattern.compile("/values/(?<index>\\d+)/?(?<field>[^/]*).*");

    private final ObjectNode pack;
    private final ObjectNode sources;
    private final ArrayNode values;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Place> titles = new HashMap<>();
    private final List<Function<Field, Place>> places = new ArrayList<>();
    private final List<UnreadCell> unread = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    UnitValuePack(UnitValueMapping mapping, TableSheet first) {
        String name = FileNames.last(Path.of(first.file()));
        String stem = name.replaceFirst("\\.[^.]*$", "");
        pack = JsonText.object()
                .put("format", "worthwhile-unit-values/1")
                .put("id", mapping.tree().at("/pack/id").asString(Identifiers.of(stem, "unit-values")))
                .put("title", mapping.tree().at("/pack/title").asString(stem));
        sources = pack.putObject("sources");
        ObjectNode source = mapping.source().deepCopy();
        if (!source.has("where")) {
            source.put("where", "Imported from " + name);
        }
        sources.set(BASE, source);
        values = pack.putArray("values");
    }

    int size() {
        return values.size();
    }

    int unreadSoFar() {
        return unread.size();
    }

    void unread(UnreadCell cell) {
        unread.add(cell);
    }

    void remark(String sentence) {
        remarks.add(sentence);
    }

    /**
     * A value that has its id and title so far. A title that another value has already is told.
     *
     * @param named where the title stands
     * @param cells where each field stands
     */
    ObjectNode add(String title, Place named, Function<Field, Place> cells) {
        String id = Identifiers.free(Identifiers.of(title, "value"), ids);
        ids.add(id);
        places.add(cells);
        Optional.ofNullable(titles.putIfAbsent(title.toLowerCase(Locale.ROOT), named))
                .ifPresent(before -> remark(named + ": the title '" + shortened(title) + "' stands in " + before
                        + " too; both values are read, this one as '" + id + "'"));
        return values.addObject().put("id", id).put("title", shortened(title));
    }

    /** The source of a row that names one of its own, as far as it says, and otherwise that of the table. */
    String source(String document) {
        if (document.isEmpty()) {
            return BASE;
        }
        String title = shortened(document);
        for (Map.Entry<String, JsonNode> known : sources.properties()) {
            if (known.getValue().get("document").asString().equals(title)) {
                return known.getKey();
            }
        }
        String id = Identifiers.free(Identifiers.of(title, "source"), sources.propertyNames());
        ObjectNode source = sources.get(BASE).asObject().deepCopy();
        source.put("document", title);
        sources.set(id, source);
        return id;
    }

    /**
     * The pack as it is now.
     *
     * @param first the sheet of the first table
     * @param read what it was made of
     * @throws InvalidInput if it has no value
     */
    ImportedPack imported(TableSheet first, List<String> read) {
        if (values.isEmpty()) {
            throw new InvalidInput(new Problem(
                    first.whole(),
                    "no row has all that a unit value needs"
                            + (unread.isEmpty() ? "" : " (" + unread.getFirst().sentence() + ")"),
                    "check the columns of the mapping"));
        }
        return new ImportedPack(
                ImportedPack.UNIT_VALUES, pack, read, unread, remarks, pointer -> placeOf(pointer, first.whole()));
    }

    /** Where a part of the pack is from: the cell of a value, or the sheet. */
    private Place placeOf(String pointer, Place otherwise) {
        Matcher match = VALUE.matcher(pointer);
        if (!match.matches()) {
            return otherwise;
        }
        Function<Field, Place> cells = places.get(Integer.parseInt(match.group("index")));
        return Arrays.stream(Field.values())
                .filter(field -> field.key().equals(match.group("field")))
                .findFirst()
                .map(cells)
                .orElseGet(() -> cells.apply(Field.VALUE));
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(LONGEST_TITLE, text.length()));
    }
}
