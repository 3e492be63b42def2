package org.worthwhile.exchange.packs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.YearText;
import org.worthwhile.problem.Place;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The unit cost database of the Greater Manchester Combined Authority: a sheet for each theme, a row for each figure. */
final class UnitCostLayout {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 1_500;
    private static final Pattern EDITION = Pattern.compile("(?i)\\bv(?:ersion)? ?(\\d+(?:\\.\\d+)+)");

    private final List<UnreadCell> unread = new ArrayList<>();
    private final List<String> read = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final ArrayNode values;

    private UnitCostLayout(ArrayNode values) {
        this.values = values;
    }

    /** One pack of all themes; empty where no sheet has the layout. */
    static List<ImportedPack> read(List<TableSheet> sheets) {
        if (sheets.stream().allMatch(sheet -> UnitCostColumns.of(sheet).isEmpty())) {
            return List.of();
        }
        SheetWords words = new SheetWords(sheets);
        String name = FileNames.last(Path.of(sheets.getFirst().file()));
        ObjectNode pack = JsonText.object()
                .put("format", "worthwhile-unit-values/1")
                .put("id", "unit-cost-database")
                .put("title", "Unit Cost Database");
        ObjectNode source = pack.putObject("sources")
                .putObject("imported")
                .put("document", "Unit Cost Database")
                .put("publisher", "Greater Manchester Combined Authority")
                .put("date", words.edition().or(words::day).orElse("not stated"));
        words.first(EDITION)
                .or(() -> EDITION.matcher(name).results().findFirst())
                .map((MatchResult found) -> found.group(1))
                .ifPresent(edition -> source.put("edition", "version " + edition));
        source.put("where", "Imported from " + name)
                .put("licence", "As the database states, Creative Commons Attribution 4.0 for version 3.0")
                .put("verified", true);
        UnitCostLayout layout = new UnitCostLayout(pack.putArray("values"));
        for (TableSheet sheet : sheets) {
            UnitCostColumns.of(sheet)
                    .ifPresentOrElse(
                            columns -> layout.sheet(sheet, columns),
                            () -> layout.unread.add(new UnreadCell(
                                    sheet.whole(),
                                    "has no headings for codes, units, agencies and figures with years")));
        }
        return List.of(new ImportedPack(
                ImportedPack.UNIT_VALUES,
                pack,
                layout.read,
                layout.unread,
                _ -> Place.of(sheets.getFirst().file())));
    }

    private void sheet(TableSheet sheet, UnitCostColumns columns) {
        int before = values.size();
        for (int row : sheet.rows().tailMap(columns.row() + 1).keySet()) {
            row(sheet, columns, row);
        }
        read.add((sheet.name().isEmpty() ? "Unit costs" : sheet.name()) + ": " + (values.size() - before)
                + " unit values at the prices of their own years");
    }

    private void row(TableSheet sheet, UnitCostColumns columns, int row) {
        String title = sheet.text(row, columns.title());
        boolean any = false;
        for (UnitCostColumns.Figure figure : columns.values()) {
            if (sheet.isNothing(row, figure.value())) {
                continue;
            }
            any = true;
            PoundCell cell = new PoundCell(sheet, row, figure.value());
            OptionalDouble value = cell.amount();
            Optional<YearText> year = YearText.of(sheet, row, figure.year());
            if (value.isEmpty()) {
                unread.add(cell.unread());
            } else if (year.isEmpty()) {
                String text = sheet.text(row, figure.year());
                unread.add(new UnreadCell(
                        sheet.place(row, figure.year()),
                        text.isEmpty() ? "the figure has no price year" : "'" + text + "' is no year"));
            } else if (title.isEmpty()) {
                unread.add(new UnreadCell(sheet.place(row, columns.title()), "the figure has no description"));
            } else {
                add(sheet, columns, row, figure, value.getAsDouble(), year.get());
            }
        }
        if (!any && !title.isEmpty() && !sheet.text(row, columns.code()).isEmpty()) {
            unread.add(new UnreadCell(
                    sheet.place(row, columns.values().getFirst().value()),
                    sheet.whyNoNumber(row, columns.values().getFirst().value())));
        }
    }

    private void add(
            TableSheet sheet,
            UnitCostColumns columns,
            int row,
            UnitCostColumns.Figure figure,
            double amount,
            YearText year) {
        String title = sheet.text(row, columns.title());
        String code = sheet.text(row, columns.code());
        String category = JsonText.nameOf(figure.category());
        String stem = code.isEmpty()
                ? Identifiers.of(title, "value")
                : code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("^[.-]+", "");
        String id = Identifiers.free(
                (stem.isEmpty() ? "value" : stem.substring(0, Math.min(60, stem.length())))
                        + (columns.values().size() > 1
                                        && figure != columns.values().getFirst()
                                ? "-" + category
                                : ""),
                ids);
        ids.add(id);
        String unit = sheet.text(row, columns.unit()).replaceFirst("(?i)^per ", "");
        String agency = columns.agencies().stream()
                .map(column -> sheet.text(row, column))
                .filter(text -> !text.isEmpty() && !text.equals("-"))
                .distinct()
                .collect(Collectors.joining(", "));
        ObjectNode value = values.addObject()
                .put("id", id)
                .put("title", title.substring(0, Math.min(LONGEST_TITLE, title.length())))
                .put("unit", unit.isEmpty() ? "unit" : unit.substring(0, Math.min(LONGEST_TITLE, unit.length())));
        value.set("value", JsonText.number(amount));
        value.put("priceYear", year.year().label()).put("category", category).put("source", "imported");
        if (!agency.isEmpty()) {
            value.put("gainer", agency);
        }
        Map<String, Double> split = split(sheet, columns, row, agency);
        if (!split.isEmpty()) {
            ObjectNode shares = value.putObject("agencies");
            split.forEach((kind, share) -> shares.set(kind, JsonText.number(share)));
        }
        String comment = columns.comment().isPresent()
                ? sheet.text(row, columns.comment().getAsInt())
                : "";
        String note = "Entry " + (code.isEmpty() ? "in row " + row : code) + " of the database."
                + (year.calendar() ? " A calendar year, read as the financial year that begins in it." : "")
                + (comment.isEmpty() ? "" : " " + comment);
        value.put("note", note.substring(0, Math.min(LONGEST_NOTE, note.length())));
    }

    /** Shares of 1 by the columns that hold them, or else all of it to the one agency that is named. */
    private Map<String, Double> split(TableSheet sheet, UnitCostColumns columns, int row, String agency) {
        Map<String, Integer> byKind = columns.shares().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
        if (AgencyShares.areThere(sheet, row, byKind.values())) {
            return AgencyShares.of(sheet, row, byKind, unread);
        }
        return AgencyKind.of(agency).map(kind -> Map.of(kind.id(), 1.0)).orElse(Map.of());
    }
}
