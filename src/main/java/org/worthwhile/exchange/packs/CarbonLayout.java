package org.worthwhile.exchange.packs;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.YearText;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.node.ObjectNode;

/** Carbon values as the Department for Energy Security and Net Zero gives them out: years down, the low, central and high series across. */
final class CarbonLayout {

    private static final int LEAST_YEARS = 3;
    private static final Pattern PRICES =
            Pattern.compile("(?:£ ?\\(?(20\\d\\d)|(20\\d\\d) ?£|(20\\d\\d) prices|prices of (20\\d\\d))");

    private enum Trajectory {
        CENTRAL,
        LOW,
        HIGH;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final TableSheet sheet;
    private final SheetWords words;
    private final List<UnreadCell> unread = new ArrayList<>();

    private CarbonLayout(TableSheet sheet) {
        this.sheet = sheet;
        this.words = new SheetWords(List.of(sheet));
    }

    /** The pack of the first sheet with such a table; the others are told as not read. */
    static List<ImportedPack> read(List<TableSheet> sheets) {
        List<CarbonLayout> layouts = sheets.stream()
                .map(CarbonLayout::new)
                .filter(layout ->
                        layout.words.have("carbon") || layout.words.have("co2") || layout.words.have("greenhouse"))
                .filter(layout -> layout.header().isPresent())
                .toList();
        if (layouts.isEmpty()) {
            return List.of();
        }
        CarbonLayout first = layouts.getFirst();
        layouts.stream()
                .skip(1)
                .forEach(other -> first.unread.add(new UnreadCell(
                        other.sheet.whole(),
                        "has carbon values too, and those of sheet " + first.sheet.name() + " are taken")));
        return List.of(first.pack());
    }

    /** The row of headings, the column of years and the column of each series. */
    private record Header(int row, int years, Map<Trajectory, Integer> series) {}

    private Optional<Header> header() {
        for (int row : sheet.rows().keySet()) {
            Map<Trajectory, Integer> series = new EnumMap<>(Trajectory.class);
            for (int column = 0; column < Math.min(100, sheet.width()); column++) {
                String heading = sheet.heading(row, column).toLowerCase(Locale.ROOT);
                for (Trajectory path : Trajectory.values()) {
                    if (heading.length() < 60 && heading.matches(".*\\b" + path.word() + "\\b.*")) {
                        series.putIfAbsent(path, column);
                    }
                }
            }
            if (series.size() == Trajectory.values().length) {
                for (int column = 0;
                        column < series.values().stream().min(Integer::compare).orElse(0);
                        column++) {
                    if (years(row, column).size() >= LEAST_YEARS) {
                        return Optional.of(new Header(row, column, series));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private SortedMap<Integer, FinancialYear> years(int header, int column) {
        SortedMap<Integer, FinancialYear> years = new TreeMap<>();
        for (int row : sheet.rows().tailMap(header + 1).keySet()) {
            YearText.of(sheet, row, column).ifPresent(year -> years.put(row, year.year()));
        }
        return years;
    }

    private FinancialYear priceYear() {
        return words.first(PRICES)
                .flatMap(found -> java.util.stream.IntStream.rangeClosed(1, found.groupCount())
                        .mapToObj(found::group)
                        .filter(java.util.Objects::nonNull)
                        .findFirst())
                .map(year -> new FinancialYear(Integer.parseInt(year)))
                .orElseThrow(() -> new InvalidInput(new Problem(
                        sheet.whole(),
                        "does not say at the prices of which year its carbon values are",
                        "write it above the table, such as 2022 prices")));
    }

    private ImportedPack pack() {
        Header header = header().orElseThrow();
        String priceYear = priceYear().label();
        SortedMap<Integer, FinancialYear> years = years(header.row(), header.years());
        ObjectNode pack = JsonText.object()
                .put("format", "worthwhile-unit-values/1")
                .put("id", "uk-carbon")
                .put("title", "Carbon dioxide");
        pack.putObject("sources")
                .putObject("imported")
                .put("document", "Valuation of energy use and greenhouse gas emissions for appraisal")
                .put("publisher", "Department for Energy Security and Net Zero")
                .put("date", words.date().orElse("not stated"))
                .put("where", SheetWords.origin(sheet))
                .put("licence", "Open Government Licence v3.0")
                .put("verified", true);
        var values = pack.putArray("values");
        List<String> read = new ArrayList<>();
        for (Trajectory path : Trajectory.values()) {
            SortedMap<FinancialYear, Double> figures =
                    figures(years, header.series().getOrDefault(path, 0));
            if (figures.isEmpty()) {
                throw new InvalidInput(new Problem(
                        sheet.place(header.row(), header.series().getOrDefault(path, 0)),
                        "has no numbers below it",
                        "use the table as it is published"));
            }
            ObjectNode value = values.addObject()
                    .put("id", "co2e-" + path.word())
                    .put("title", "Greenhouse gas emissions, " + path.word() + " series")
                    .put("unit", "tonne CO2e")
                    .put("priceYear", priceYear)
                    .put("category", "environmental")
                    .put("gainer", "Everyone")
                    .put("source", "imported")
                    .put("note", "Calendar years, read as the financial years that begin in them.");
            ObjectNode byYear = value.putObject("byYear");
            figures.forEach((year, figure) -> byYear.set(year.label(), JsonText.number(figure)));
            read.add("Carbon values, " + path.word() + " series: " + figures.firstKey() + " to " + figures.lastKey()
                    + " at " + priceYear + " prices, calendar years read as the financial years that begin in them");
        }
        return new ImportedPack(ImportedPack.UNIT_VALUES, pack, read, unread, _ -> sheet.whole());
    }

    private SortedMap<FinancialYear, Double> figures(SortedMap<Integer, FinancialYear> years, int column) {
        PublishedFigures<FinancialYear> figures = new PublishedFigures<>();
        years.forEach((row, year) -> {
            PoundCell cell = new PoundCell(sheet, row, column);
            OptionalDouble figure = cell.amount();
            if (figure.isPresent()) {
                figures.put(year, figure.getAsDouble(), sheet.place(row, column));
            } else {
                unread.add(cell.unread());
            }
        });
        figures.requireOneEach();
        return figures.all();
    }
}
