package org.worthwhile.exchange.packs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.YearText;
import org.worthwhile.exchange.packs.UnitValueMapping.Field;
import org.worthwhile.framework.Standing;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.NumberText;
import org.worthwhile.problem.Place;
import org.worthwhile.proposal.Category;
import tools.jackson.databind.node.ObjectNode;

/** Any table of unit values, a row for each, under a mapping of its columns. */
final class UnitValueTable {

    private final UnitValueMapping mapping;
    private final TableSheet sheet;
    private final UnitValuePack pack;
    private final Map<Field, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Integer> agencies = new LinkedHashMap<>();

    private UnitValueTable(UnitValueMapping mapping, HeaderRow header, UnitValuePack pack) {
        this.mapping = mapping;
        this.sheet = header.sheet();
        this.pack = pack;
        mapping.columns()
                .forEach((field, heading) -> header.columns(heading).forEach(column -> columns.put(field, column)));
        mapping.agencies()
                .forEach((kind, heading) -> header.columns(heading).forEach(column -> agencies.put(kind, column)));
    }

    /**
     * Makes a pack of the rows below the headers.
     *
     * @throws InvalidInput if none of them can be read
     */
    static ImportedPack read(UnitValueMapping mapping, TableHeaders headers) {
        TableSheet first = headers.rows().getFirst().sheet();
        UnitValuePack pack = new UnitValuePack(mapping, first);
        List<String> read = new ArrayList<>();
        for (HeaderRow header : headers.rows()) {
            TableSheet sheet = header.sheet();
            UnitValueTable table = new UnitValueTable(mapping, header, pack);
            int before = pack.size();
            sheet.rows().tailMap(header.row() + 1).keySet().forEach(table::row);
            read.add((sheet.name().isEmpty() ? "Unit values" : sheet.name()) + ": " + (pack.size() - before)
                    + " unit values");
        }
        headers.others().forEach(pack::unread);
        return pack.imported(first, read);
    }

    private void row(int row) {
        if (isNothing(row, Field.VALUE) && isNothing(row, Field.TITLE)) {
            return;
        }
        PoundCell cell = new PoundCell(sheet, row, columns.getOrDefault(Field.VALUE, 0));
        OptionalDouble amount = cell.amount();
        Optional<YearText> year = YearText.of(text(row, Field.PRICE_YEAR));
        Optional<Category> category = constant(Category.class, text(row, Field.CATEGORY));
        Optional<Standing> standing = constant(Standing.class, text(row, Field.STANDING));
        int before = pack.unreadSoFar();
        if (amount.isEmpty()) {
            pack.unread(cell.unread());
        } else {
            requireOrder(row, amount.getAsDouble());
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
        if (pack.unreadSoFar() == before) {
            add(row, amount.getAsDouble(), year.orElseThrow(), category.orElseThrow(), standing);
        }
    }

    private void add(int row, double amount, YearText year, Category category, Optional<Standing> standing) {
        String title = text(row, Field.TITLE);
        Place named = place(row, Field.TITLE);
        ObjectNode value = pack.add(title, named, field -> place(row, field))
                .put("unit", text(row, Field.UNIT).replaceFirst("(?i)^per ", ""));
        value.set("value", JsonText.number(amount));
        if (amount < 0) {
            pack.remark(place(row, Field.VALUE) + ": the unit value is negative; it is read as " + NumberText.of(amount)
                    + ", a loss for each " + value.get("unit").asString());
        }
        limit(row, Field.LOW, value);
        limit(row, Field.HIGH, value);
        value.put("priceYear", year.year().label())
                .put("category", JsonText.nameOf(category))
                .put("source", pack.source(text(row, Field.SOURCE)));
        standing.ifPresent(known -> value.put("standing", JsonText.nameOf(known)));
        if (!text(row, Field.GAINER).isEmpty()) {
            value.put("gainer", text(row, Field.GAINER));
        }
        List<UnreadCell> unreadShares = new ArrayList<>();
        Map<String, Double> shares = AgencyShares.of(sheet, row, agencies, unreadShares);
        unreadShares.forEach(pack::unread);
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
        limit(row, field)
                .ifPresent(cell -> cell.amount()
                        .ifPresentOrElse(
                                known -> value.set(field.key(), JsonText.number(known)),
                                () -> pack.unread(new UnreadCell(
                                        cell.place(),
                                        cell.whyNone() + ": the value is read without its " + words(field)))));
    }

    /** The cell of an end of the range; empty where nothing stands there. */
    private Optional<PoundCell> limit(int row, Field field) {
        return isNothing(row, field)
                ? Optional.empty()
                : Optional.of(new PoundCell(sheet, row, columns.getOrDefault(field, 0)));
    }

    /** The low of a row is at most its value, and its high at least. */
    private void requireOrder(int row, double amount) {
        OptionalDouble low = limit(row, Field.LOW).map(PoundCell::amount).orElse(OptionalDouble.empty());
        OptionalDouble high = limit(row, Field.HIGH).map(PoundCell::amount).orElse(OptionalDouble.empty());
        double least = low.orElse(Double.NEGATIVE_INFINITY);
        double most = high.orElse(Double.POSITIVE_INFINITY);
        if (least > most) {
            pack.unread(new UnreadCell(
                    place(row, Field.LOW),
                    "the low of " + NumberText.of(least) + " is above the high of " + NumberText.of(most)));
        } else if (amount < least) {
            pack.unread(new UnreadCell(
                    place(row, Field.VALUE),
                    "the value of " + NumberText.of(amount) + " is below its low of " + NumberText.of(least)));
        } else if (amount > most) {
            pack.unread(new UnreadCell(
                    place(row, Field.VALUE),
                    "the value of " + NumberText.of(amount) + " is above its high of " + NumberText.of(most)));
        }
    }

    private void requireText(int row, Field field, String why) {
        if (text(row, field).isEmpty()) {
            pack.unread(new UnreadCell(place(row, field), why));
        }
    }

    private void require(int row, Field field, boolean fits, String why) {
        if (!fits) {
            String text = text(row, field);
            pack.unread(new UnreadCell(
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
