package org.worthwhile.exchange.packs;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.exchange.FileNames;
import org.worthwhile.exchange.Identifiers;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.exchange.YearText;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.NumberText;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.node.ObjectNode;

/**
 * A time series as the Office for National Statistics gives it out: rows that begin with Title, CDID and so on, then figures by year,
 * quarter and month below one another. Of an index financial years are the means of their months; where these are not there, the
 * calendar years that they begin in stand for them, which is said.
 */
final class OnsSeriesLayout {

    private static final int LEAST_YEARS = 3;
    private static final int MOST_SERIES = 20;
    private static final int TITLE_ROWS = 20;

    /** The year in which an index is 100, not one of its months. */
    private static final Pattern BASE = Pattern.compile(
            "(?i)(?<!(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6} )\\b((?:19|20)\\d{2}) ?= ?100");

    /** More than the rounding of a mean over the year. */
    private static final double MOST_FROM_BASE = 1;

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
        PriceSeries byYear = new PriceSeries();
        FinancialYearMeans means = new FinancialYearMeans();
        PublishedFigures<FinancialYear> annual = new PublishedFigures<>();
        List<UnreadCell> unread = new ArrayList<>();
        int parts = 0;
        for (int row : sheet.rows().keySet()) {
            String label = sheet.text(row, 0);
            Optional<FinancialYear> year =
                    YearText.of(label).filter(YearText::calendar).map(YearText::year);
            Optional<YearMonth> month = FinancialYearMeans.month(label);
            parts += month.isPresent() || label.matches("\\d{4} ?Q[1-4]") ? 1 : 0;
            if (year.isEmpty() && (month.isEmpty() || growth)) {
                continue;
            }
            Place place = sheet.place(row, column);
            OptionalDouble figure = sheet.number(row, column);
            if (figure.isEmpty() || (!growth && figure.getAsDouble() <= 0)) {
                unread.add(new UnreadCell(place, label + ": " + whyNoFigure(row, column)));
            } else if (growth) {
                byYear.growth(year.orElseThrow(), figure.getAsDouble() / 100, place);
            } else {
                month.ifPresent(each -> means.put(each, figure.getAsDouble(), place));
                year.ifPresent(each -> byYear.level(each, figure.getAsDouble(), place));
                year.ifPresent(each -> annual.put(each, figure.getAsDouble(), place));
            }
        }
        boolean isByMonth = means.count() >= LEAST_YEARS;
        PriceSeries series = isByMonth ? new PriceSeries() : byYear;
        if (isByMonth) {
            means.putInto(series);
        }
        if (!series.isUsable() || series.years() < LEAST_YEARS) {
            return Optional.empty();
        }
        List<String> doubts = new ArrayList<>();
        if (!unread.isEmpty()) {
            doubts.add(
                    unread.size() + (unread.size() == 1 ? " cell has" : " cells have") + " no figure that can be read");
        }
        if (isByMonth) {
            means.incomplete().forEach(year -> unread.add(new UnreadCell(sheet.whole(), year)));
        } else {
            doubts.add(Verification.CALENDAR_YEARS);
            if (parts > 0) {
                unread.add(new UnreadCell(
                        sheet.place(sheet.rows().lastKey(), column),
                        parts + " quarters and months, of which no three financial years are whole"));
            }
        }
        notAtBase(column, annual).ifPresent(doubts::add);
        return Optional.of(pack(series, column, isByMonth, taken, unread, doubts));
    }

    private String whyNoFigure(int row, int column) {
        return sheet.number(row, column).isPresent()
                ? sheet.text(row, column) + " is no index"
                : sheet.whyNoNumber(row, column);
    }

    /**
     * Where the year that the title says is 100 has another figure.
     *
     * @throws InvalidInput where that is so far from 100 that it is none of the index, such as a rate of change
     */
    private Optional<String> notAtBase(int column, PublishedFigures<FinancialYear> annual) {
        Matcher base = BASE.matcher(said("title", column));
        if (!base.find()) {
            return Optional.empty();
        }
        String year = base.group(1);
        FinancialYear baseYear = new FinancialYear(Integer.parseInt(year));
        Optional<Double> level = Optional.ofNullable(annual.all().get(baseYear));
        Optional<String> doubt = level.filter(figure -> Math.abs(figure - 100) > MOST_FROM_BASE)
                .map(figure -> "the title says " + base.group() + ", but the figure of " + year + " is "
                        + NumberText.of(figure));
        if (level.filter(figure -> figure < 50 || figure > 200).isPresent()) {
            throw new InvalidInput(new Problem(
                    annual.place(baseYear).orElse(sheet.whole()),
                    doubt.orElseThrow(),
                    "use the series of the index itself and not of its rates of change"));
        }
        return doubt;
    }

    private ImportedPack pack(
            PriceSeries series,
            int column,
            boolean isByMonth,
            List<String> taken,
            List<UnreadCell> unread,
            List<String> doubts) {
        String published = said("title", column);
        String title = published
                + (isByMonth
                        ? ", financial years, means of April to March"
                        : ", calendar years read as the financial years that begin in them");
        ObjectNode pack = JsonText.object()
                .put("format", "worthwhile-price-index/1")
                .put("id", Identifiers.free(id(published), taken))
                .put("title", title);
        series.putInto(pack);
        String date = said("release date", column);
        ObjectNode source = pack.putObject("source")
                .put("document", published + " (" + said("cdid", column) + ")")
                .put("publisher", "Office for National Statistics")
                .put("date", date.length() >= 4 && date.length() <= 40 ? date : "not stated")
                .put(
                        "where",
                        (isByMonth ? "Monthly" : "Annual") + " figures, imported from "
                                + FileNames.last(java.nio.file.Path.of(sheet.file())))
                .put("licence", "Open Government Licence v3.0");
        List<String> read = new ArrayList<>(series.words(title));
        read.addAll(Verification.put(source, title, doubts));
        return new ImportedPack(
                ImportedPack.PRICES,
                pack,
                read,
                unread,
                pointer -> series.place(pointer).orElse(sheet.whole()));
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
