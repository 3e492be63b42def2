package org.worthwhile.exchange.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.YearText;
import tools.jackson.databind.node.ObjectNode;

/**
 * A time series as the Office for National Statistics gives it out: rows that begin with Title, CDID and so on, then figures by year,
 * quarter and month below one another. Those by year are taken.
 */
final class OnsSeriesLayout {

    private static final int LEAST_YEARS = 3;
    private static final int MOST_SERIES = 20;
    private static final int TITLE_ROWS = 20;

    private final TableSheet sheet;

    private OnsSeriesLayout(TableSheet sheet) {
        this.sheet = sheet;
    }

    /** A pack for each series; empty where no sheet has the layout. */
    static List<ImportedPack> read(List<TableSheet> sheets) {
        return sheets.stream()
                .map(OnsSeriesLayout::new)
                .filter(layout ->
                        layout.row("title").isPresent() && layout.row("cdid").isPresent())
                .map(OnsSeriesLayout::packs)
                .filter(packs -> !packs.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The row that begins with a word. */
    private Optional<Integer> row(String word) {
        return sheet.rows().keySet().stream()
                .limit(TITLE_ROWS)
                .filter(row -> sheet.text(row, 0).toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    private String said(String word, int column) {
        return row(word).map(row -> sheet.text(row, column)).orElse("");
    }

    private List<ImportedPack> packs() {
        List<ImportedPack> packs = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (int column = 1; column < Math.min(MOST_SERIES, sheet.width()); column++) {
            pack(column, taken).ifPresent(pack -> {
                packs.add(pack);
                taken.add(pack.id());
            });
        }
        return packs;
    }

    private Optional<ImportedPack> pack(int column, List<String> taken) {
        boolean growth = said("unit", column).contains("%")
                || said("title", column).toLowerCase(Locale.ROOT).contains("annual rate");
        PriceSeries series = new PriceSeries();
        List<UnreadCell> unread = new ArrayList<>();
        int years = 0;
        int parts = 0;
        for (int row : sheet.rows().keySet()) {
            String label = sheet.text(row, 0);
            Optional<YearText> year = YearText.of(label).filter(YearText::calendar);
            if (year.isEmpty()) {
                parts += label.matches("\\d{4} ?(?:Q[1-4]|[A-Za-z]{3})") ? 1 : 0;
                continue;
            }
            OptionalDouble figure = sheet.number(row, column);
            if (figure.isEmpty() || (!growth && figure.getAsDouble() <= 0)) {
                unread.add(new UnreadCell(sheet.place(row, column), sheet.whyNoNumber(row, column)));
            } else if (growth) {
                series.growth(year.get().year(), figure.getAsDouble() / 100);
                years++;
            } else {
                series.level(year.get().year(), figure.getAsDouble());
                years++;
            }
        }
        if (years < LEAST_YEARS || !series.isUsable()) {
            return Optional.empty();
        }
        if (parts > 0) {
            unread.add(new UnreadCell(
                    sheet.place(sheet.rows().lastKey(), column),
                    parts + " quarters and months, as an index is by year"));
        }
        return Optional.of(pack(series, column, taken, unread));
    }

    private ImportedPack pack(PriceSeries series, int column, List<String> taken, List<UnreadCell> unread) {
        String published = said("title", column);
        String title = published + ", calendar years read as the financial years that begin in them";
        ObjectNode pack = JsonText.object()
                .put("format", "worthwhile-price-index/1")
                .put("id", Identifiers.free(id(published), taken))
                .put("title", title);
        series.putInto(pack);
        String date = said("release date", column);
        pack.putObject("source")
                .put("document", published + " (" + said("cdid", column) + ")")
                .put("publisher", "Office for National Statistics")
                .put("date", date.length() >= 4 ? date : "not stated")
                .put("where", "Annual figures, imported from " + FileNames.last(java.nio.file.Path.of(sheet.file())))
                .put("licence", "Open Government Licence v3.0")
                .put("verified", true);
        return new ImportedPack(ImportedPack.PRICES, pack, series.words(published), unread);
    }

    private static String id(String title) {
        String upper = title.toUpperCase(Locale.ROOT);
        for (String index : List.of("CPIH", "CPI", "RPI")) {
            if (upper.startsWith(index + " ") && upper.contains("ALL ITEMS")) {
                return "uk-" + index.toLowerCase(Locale.ROOT);
            }
        }
        return Identifiers.of(title, "ons-series");
    }
}
