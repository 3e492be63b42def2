package org.worthwhile.exchange.packs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.YearText;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.node.ObjectNode;

/**
 * HM Treasury's GDP deflators: titles, then financial years and calendar years side by side, each with the index, its growth in per
 * cent and columns of money. Forecasts have no index, or a mark that a note explains.
 */
final class DeflatorLayout {

    private static final int LEAST_YEARS = 3;
    private static final int MOST_COLUMNS = 100;
    private static final int HEADING_ROWS = 8;
    private static final double MOST_APART = 0.01;
    private static final Pattern NOTE = Pattern.compile("[\\[(](\\w{1,12})[\\])]\\s*:?\\s*([^\\[(]{3,})");

    /** Such as: OUTTURN DATA FROM 1955-56 TO 2025-26 AND FORECAST DATA FROM 2026-27. */
    private static final Pattern FORECAST =
            Pattern.compile("(?i)forecasts?(?: data)?,? from ((?:19|20)\\d{2}[-/–—]\\d{2})\\b");

    private final TableSheet sheet;
    private final SheetWords words;
    private final Map<String, String> notes = new HashMap<>();
    private final List<UnreadCell> unread = new ArrayList<>();

    private DeflatorLayout(TableSheet sheet) {
        this.sheet = sheet;
        this.words = new SheetWords(List.of(sheet));
        words.texts().filter(text -> YearText.of(text).isEmpty()).forEach(text -> {
            Matcher note = NOTE.matcher(text);
            while (note.find()) {
                notes.putIfAbsent(note.group(1), note.group(2).toLowerCase(Locale.ROOT));
            }
        });
    }

    /** The packs of financial and calendar years; empty where no sheet is one of deflators. */
    static List<ImportedPack> read(List<TableSheet> sheets) {
        return sheets.stream()
                .filter(sheet -> new SheetWords(List.of(sheet)).have("deflator"))
                .map(sheet -> new DeflatorLayout(sheet).packs())
                .filter(packs -> !packs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<ImportedPack> packs() {
        List<ImportedPack> packs = new ArrayList<>();
        List<Integer> yearColumns = IntStream.range(0, Math.min(MOST_COLUMNS, sheet.width()))
                .filter(column -> years(column).size() >= LEAST_YEARS)
                .boxed()
                .toList();
        for (boolean calendar : new boolean[] {false, true}) {
            for (int i = 0; i < yearColumns.size(); i++) {
                int column = yearColumns.get(i);
                int end = i + 1 < yearColumns.size() ? yearColumns.get(i + 1) : Math.min(MOST_COLUMNS, sheet.width());
                Map<Integer, YearText> years = years(column);
                if (years.values().iterator().next().calendar() == calendar
                        && packs.stream().noneMatch(pack -> pack.id().equals(id(calendar)))) {
                    block(years, column, end, calendar).ifPresent(packs::add);
                }
            }
        }
        return packs;
    }

    /** The years of a column by their rows, all of the kind of the first. */
    private Map<Integer, YearText> years(int column) {
        Map<Integer, YearText> years = new java.util.LinkedHashMap<>();
        for (int row : sheet.rows().keySet()) {
            YearText.of(sheet, row, column)
                    .filter(year ->
                            years.isEmpty() || years.values().iterator().next().calendar() == year.calendar())
                    .ifPresent(year -> years.put(row, year));
        }
        return years;
    }

    private Optional<ImportedPack> block(Map<Integer, YearText> years, int column, int end, boolean calendar) {
        int firstRow = years.keySet().iterator().next();
        OptionalInt level = IntStream.range(column + 1, end)
                .filter(candidate -> years.keySet().stream()
                                .filter(row -> sheet.number(row, candidate).isPresent())
                                .count()
                        >= 2)
                .findFirst();
        if (level.isEmpty()) {
            return Optional.empty();
        }
        int levelColumn = level.getAsInt();
        OptionalInt rate = IntStream.range(levelColumn + 1, Math.min(end, levelColumn + 3))
                .filter(candidate -> heading(firstRow, candidate).matches(".*(per cent|percent|%).*")
                        && !heading(firstRow, candidate).contains("money"))
                .findFirst();
        PriceSeries series = new PriceSeries();
        List<Integer> outturn = years.keySet().stream()
                .filter(row -> index(row, levelColumn).isPresent())
                .toList();
        if (outturn.isEmpty()) {
            return Optional.empty();
        }
        years.forEach((row, year) -> index(row, levelColumn)
                .ifPresent(index -> series.level(year.year(), index, sheet.place(row, levelColumn))));
        series.requireOneEach();
        double scale = rate.isPresent() ? scale(years, levelColumn, rate.getAsInt()) : 0;
        List<UnreadCell> lost = new ArrayList<>();
        Optional<FinancialYear> firstForecast = words.first(FORECAST)
                .flatMap(said -> YearText.of(said.group(1)))
                .map(YearText::year);
        years.forEach((row, year) -> {
            OptionalDouble change = rate.isPresent() ? sheet.number(row, rate.getAsInt()) : OptionalDouble.empty();
            boolean isNothing = sheet.isNothing(row, levelColumn);
            // Only after the last index is nothing in its place a forecast; before, a figure was lost.
            boolean isForecast = isNothing && change.isPresent() && row > outturn.getLast();
            if (isForecast) {
                series.growth(year.year(), change.getAsDouble() * scale, sheet.place(row, rate.getAsInt()));
            } else if (index(row, levelColumn).isEmpty()) {
                UnreadCell cell = new UnreadCell(
                        sheet.place(row, levelColumn),
                        "the index of " + sheet.text(row, column) + ": " + whyNoIndex(row, levelColumn));
                (isNothing && (row < outturn.getFirst() || row > outturn.getLast()) ? unread : lost).add(cell);
            }
            if (isForecast
                    || year.markers().stream().anyMatch(this::isForecast)
                    || firstForecast
                            .filter(first -> first.compareTo(year.year()) <= 0)
                            .isPresent()) {
                series.forecast(year.year());
            }
        });
        unread.addAll(lost);
        int lastUsed = rate.orElse(levelColumn);
        IntStream.range(lastUsed + 1, end)
                .filter(other -> !heading(firstRow, other).isEmpty())
                .forEach(other -> unread.add(new UnreadCell(
                        sheet.place(firstRow, other),
                        "the column is no part of a price index: " + heading(firstRow, other))));
        return series.isUsable() ? Optional.of(pack(series, calendar, lost.size())) : Optional.empty();
    }

    /** The index of a row, which is above 0. */
    private OptionalDouble index(int row, int levelColumn) {
        OptionalDouble index = sheet.number(row, levelColumn);
        return index.orElse(0) > 0 ? index : OptionalDouble.empty();
    }

    private String whyNoIndex(int row, int levelColumn) {
        return sheet.number(row, levelColumn).isPresent()
                ? sheet.text(row, levelColumn) + " is no index"
                : sheet.whyNoNumber(row, levelColumn);
    }

    /**
     * What makes a fraction of the growth column: a hundredth where it is in per cent, or 1 where a spreadsheet shows fractions as
     * per cents, by the years that have an index too.
     */
    private double scale(Map<Integer, YearText> years, int levelColumn, int rateColumn) {
        Gap inPercent = new Gap(0, -1);
        Gap asFractions = new Gap(0, -1);
        int before = -1;
        for (int row : years.keySet()) {
            OptionalDouble rate = sheet.number(row, rateColumn);
            if (before >= 0 && follows(years, before, row) && rate.isPresent()) {
                double index = index(row, levelColumn).orElse(Double.NaN);
                double growth = index / index(before, levelColumn).orElse(Double.NaN) - 1;
                if (!Double.isNaN(growth)) {
                    inPercent = inPercent.or(new Gap(Math.abs(rate.getAsDouble() / 100 - growth), row));
                    asFractions = asFractions.or(new Gap(Math.abs(rate.getAsDouble() - growth), row));
                }
            }
            before = row;
        }
        Gap gap = inPercent.size <= asFractions.size ? inPercent : asFractions;
        if (gap.size > MOST_APART) {
            throw new InvalidInput(new Problem(
                    sheet.place(gap.row, rateColumn),
                    "the change on the year before is not that of the index beside it",
                    "use the file as HM Treasury publishes it"));
        }
        return gap == inPercent ? 0.01 : 1;
    }

    /** How far a stated change is from that of the index, and in which row. */
    private record Gap(double size, int row) {

        /** The wider one. */
        Gap or(Gap other) {
            return other.size > size ? other : this;
        }
    }

    private static boolean follows(Map<Integer, YearText> years, int before, int row) {
        YearText earlier = years.get(before);
        YearText later = years.get(row);
        return earlier != null && later != null && later.year().since(earlier.year()) == 1;
    }

    private boolean isForecast(String marker) {
        String note = notes.getOrDefault(marker, "");
        return marker.equalsIgnoreCase("f")
                || marker.toLowerCase(Locale.ROOT).startsWith("forecast")
                || note.contains("forecast")
                || note.contains("projection")
                || note.contains("provisional");
    }

    /** The texts above a column on one line. */
    private String heading(int firstRow, int column) {
        StringBuilder heading = new StringBuilder();
        for (int row = Math.max(1, firstRow - HEADING_ROWS); row < firstRow; row++) {
            String text = sheet.heading(row, column);
            if (!text.isEmpty() && sheet.number(row, column).isEmpty()) {
                heading.append(heading.isEmpty() ? "" : " ").append(text.toLowerCase(Locale.ROOT));
            }
        }
        return heading.toString();
    }

    private static String id(boolean calendar) {
        return calendar ? "uk-gdp-deflator-calendar" : "uk-gdp-deflator";
    }

    /** @param lost how many years have no figure that can be read where one should stand */
    private ImportedPack pack(PriceSeries series, boolean calendar, int lost) {
        String title = "UK GDP deflator at market prices, "
                + (calendar ? "calendar years read as the financial years that begin in them" : "financial years");
        ObjectNode pack = JsonText.object()
                .put("format", "worthwhile-price-index/1")
                .put("id", id(calendar))
                .put("title", title);
        series.putInto(pack);
        ObjectNode source = pack.putObject("source")
                .put("document", "GDP deflators at market prices, and money GDP")
                .put("publisher", "HM Treasury")
                .put("date", words.date().orElse("not stated"));
        words.edition().ifPresent(edition -> source.put("edition", edition));
        source.put("where", SheetWords.origin(sheet)).put("licence", "Open Government Licence v3.0");
        List<String> doubts = new ArrayList<>();
        if (lost > 0) {
            doubts.add(lost + (lost == 1 ? " year has" : " years have") + " no index that can be read");
        }
        if (calendar) {
            doubts.add(Verification.CALENDAR_YEARS);
        }
        List<String> read = new ArrayList<>(series.words(title));
        read.addAll(Verification.put(source, title, doubts));
        List<UnreadCell> own = List.copyOf(unread);
        unread.clear();
        return new ImportedPack(
                ImportedPack.PRICES,
                pack,
                read,
                own,
                pointer -> series.place(pointer).orElse(sheet.whole()));
    }
}
