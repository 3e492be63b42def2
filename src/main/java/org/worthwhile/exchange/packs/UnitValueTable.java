package org.worthwhile.exchange.packs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.YearText;
import org.worthwhile.exchange.packs.UnitValueMapping.Field;
import org.worthwhile.framework.Standing;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Category;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Any table of unit values, a row for each, under a mapping of its columns. */
final class UnitValueTable {

    private static final int LONGEST_TITLE = 300;
    private static final String BASE = "table";
    private static final Pattern VALUE = Pattern.compile("/values/(?<index>\\d+)/?(?<field>[^/]*).*");

    private final UnitValueMapping mapping;
    private final TableSheet sheet;
    private final Map<Field, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Integer> agencies = new LinkedHashMap<>();
    private final List<UnreadCell> unread = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final List<Integer> valueRows = new ArrayList<>();
    private final ObjectNode pack;
    private final ObjectNode sources;
    private final ArrayNode values;

    private UnitValueTable(UnitValueMapping mapping, HeaderRow header) {
        this.mapping = mapping;
        this.sheet = header.sheet();
        mapping.columns()
                .forEach((field, heading) -> header.columns(heading).forEach(column -> columns.put(field, column)));
        mapping.agencies()
                .forEach((kind, heading) -> header.columns(heading).forEach(column -> agencies.put(kind, column)));
        String name = FileNames.last(Path.of(sheet.file()));
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

    /**
     * Makes a pack of the rows below a header.
     *
     * @throws InvalidInput if none of them can be read
     */
    static ImportedPack read(UnitValueMapping mapping, HeaderRow header) {
        UnitValueTable table = new UnitValueTable(mapping, header);
        header.sheet().rows().tailMap(header.row() + 1).keySet().forEach(table::row);
        if (table.values.isEmpty()) {
            throw new InvalidInput(new Problem(
                    header.sheet().whole(),
                    "no row has all that a unit value needs"
                            + (table.unread.isEmpty()
                                    ? ""
                                    : " (" + table.unread.getFirst().sentence() + ")"),
                    "check the columns of the mapping"));
        }
        return new ImportedPack(
                ImportedPack.UNIT_VALUES,
                table.pack,
                List.of((header.sheet().name().isEmpty()
                                ? "Unit values"
                                : header.sheet().name()) + ": " + table.values.size() + " unit values"),
                table.unread,
                table::placeOf);
    }

    /** Where a part of the pack is from: the cell of a value, or the sheet. */
    private Place placeOf(String pointer) {
        Matcher match = VALUE.matcher(pointer);
        if (!match.matches()) {
            return sheet.whole();
        }
        int row = valueRows.get(Integer.parseInt(match.group("index")));
        return Arrays.stream(Field.values())
                .filter(field -> field.key().equals(match.group("field")))
                .findFirst()
                .map(field -> place(row, field))
                .orElseGet(() -> place(row, Field.VALUE));
    }

    private void row(int row) {
        if (isNothing(row, Field.VALUE) && isNothing(row, Field.TITLE)) {
            return;
        }
        int column = columns.getOrDefault(Field.VALUE, 0);
        OptionalDouble amount = sheet.cell(row, column).state() == TableSheet.State.PERCENT
                ? OptionalDouble.empty()
                : sheet.number(row, column);
        Optional<YearText> year = YearText.of(text(row, Field.PRICE_YEAR));
        Optional<Category> category = constant(Category.class, text(row, Field.CATEGORY));
        Optional<Standing> standing = constant(Standing.class, text(row, Field.STANDING));
        int before = unread.size();
        if (amount.isEmpty()) {
            boolean percent = sheet.cell(row, column).state() == TableSheet.State.PERCENT;
            unread.add(new UnreadCell(
                    sheet.place(row, column), percent ? "is in per cent" : sheet.whyNoNumber(row, column)));
        }
        requireText(row, Field.TITLE, "the value has no name");
        requireText(row, Field.UNIT, "the value has no unit");
        require(row, Field.PRICE_YEAR, year.isPresent(), "is no year");
        require(row, Field.CATEGORY, category.isPresent(), "is none of fiscal, economic, social, environmental");
        require(
                row,
                Field.STANDING,
                standing.isPresent() || text(row, Field.STANDING).isEmpty(),
                "is no standing");
        if (unread.size() == before) {
            add(row, amount.getAsDouble(), year.orElseThrow(), category.orElseThrow(), standing);
        }
    }

    private void add(int row, double amount, YearText year, Category category, Optional<Standing> standing) {
        String title = text(row, Field.TITLE);
        String id = Identifiers.free(Identifiers.of(title, "value"), ids);
        ids.add(id);
        valueRows.add(row);
        ObjectNode value = values.addObject()
                .put("id", id)
                .put("title", title.substring(0, Math.min(LONGEST_TITLE, title.length())))
                .put("unit", text(row, Field.UNIT).replaceFirst("(?i)^per ", ""));
        value.set("value", JsonText.number(amount));
        limit(row, Field.LOW, value);
        limit(row, Field.HIGH, value);
        value.put("priceYear", year.year().label())
                .put("category", JsonText.nameOf(category))
                .put("source", source(text(row, Field.SOURCE)));
        standing.ifPresent(known -> value.put("standing", JsonText.nameOf(known)));
        if (!text(row, Field.GAINER).isEmpty()) {
            value.put("gainer", text(row, Field.GAINER));
        }
        Map<String, Double> shares = AgencyShares.of(sheet, row, agencies, unread);
        if (!shares.isEmpty()) {
            ObjectNode split = value.putObject("agencies");
            shares.forEach((kind, share) -> split.set(kind, JsonText.number(share)));
        }
        String note = (year.calendar() ? "A calendar year, read as the financial year that begins in it. " : "")
                + text(row, Field.NOTE);
        if (!note.isBlank()) {
            value.put("note", note.strip());
        }
    }

    private void limit(int row, Field field, ObjectNode value) {
        Integer column = columns.get(field);
        if (column == null || sheet.isNothing(row, column)) {
            return;
        }
        OptionalDouble limit = sheet.number(row, column);
        limit.ifPresentOrElse(
                known -> value.set(field.key(), JsonText.number(known)),
                () -> unread.add(new UnreadCell(sheet.place(row, column), sheet.whyNoNumber(row, column))));
    }

    /** The source of a row that names one of its own, as far as it says, and otherwise that of the table. */
    private String source(String document) {
        if (document.isEmpty()) {
            return BASE;
        }
        String title = document.substring(0, Math.min(LONGEST_TITLE, document.length()));
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

    private void requireText(int row, Field field, String why) {
        if (text(row, field).isEmpty()) {
            unread.add(new UnreadCell(place(row, field), why));
        }
    }

    private void require(int row, Field field, boolean fits, String why) {
        if (!fits) {
            String text = text(row, field);
            unread.add(new UnreadCell(
                    place(row, field), text.isEmpty() ? "the value has no " + words(field) : "'" + text + "' " + why));
        }
    }

    private static String words(Field field) {
        return field.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Place place(int row, Field field) {
        return sheet.place(row, columns.getOrDefault(field, columns.getOrDefault(Field.VALUE, 0)));
    }

    private boolean isNothing(int row, Field field) {
        Integer column = columns.get(field);
        return column == null || sheet.isNothing(row, column);
    }

    /** What a row says, or else what every row has. */
    private String text(int row, Field field) {
        Integer column = columns.get(field);
        String own = column == null || sheet.isNothing(row, column) ? "" : sheet.text(row, column);
        return own.isEmpty() ? mapping.fixed().getOrDefault(field, "") : own;
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        String name = text.strip().toUpperCase(Locale.ROOT).replaceAll("[ -]+", "_");
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
