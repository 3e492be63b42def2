package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.FinancialYear;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the GDP deflator from the CSV that HM Treasury publishes: a title and notes, then columns of which one holds
 * financial years such as 2025-26 and the next column of numbers their index. Calendar years may stand beside them.
 */
public final class DeflatorFile {

    private static final long LARGEST_FILE = 8L << 20;
    private static final int LEAST_YEARS = 3;

    /** The published sheet has eight; one with hundreds is another file. */
    private static final int MOST_COLUMNS = 100;

    private static final double LEAST_LEVEL = 1e-3;
    private static final double HIGHEST_LEVEL = 1e6;
    private static final Pattern FINANCIAL_YEAR = Pattern.compile("\\s*(\\d{4})\\s*[-/–]\\s*(\\d{2}|\\d{4})\\b.*");
    private static final String ID = "uk-gdp-deflator";

    private final String name;
    private final List<List<String>> rows;

    private DeflatorFile(String name, List<List<String>> rows) {
        this.name = name;
        this.rows = rows;
    }

    /**
     * Reads the published CSV and writes it as a price index pack into the analyst's own folder, where it takes the
     * place of the provisional series.
     *
     * @return the pack's file
     * @throws InvalidInput if the file holds no such series, or one with gaps
     */
    public static Path importTo(Path csv, Path ownFolder) {
        String name = csv.toString();
        List<List<String>> rows = CsvTable.of(new InputFile(csv, LARGEST_FILE)).rows().stream()
                .map(CsvTable.Row::values)
                .toList();
        DeflatorFile file = new DeflatorFile(name, rows);
        Path pack = ownFolder.resolve("prices").resolve(ID + ".json");
        AtomicFile.write(pack, JsonText.of(file.pack(csv.getFileName().toString())));
        return pack;
    }

    private ObjectNode pack(String fileName) {
        SortedMap<FinancialYear, Double> index = index();
        requireNoGaps(index);
        ObjectNode node = JsonText.object()
                .put("format", "worthwhile-price-index/1")
                .put("id", ID)
                .put("title", "UK GDP deflator at market prices, financial years")
                .put("firstYear", index.firstKey().label());
        ObjectNode growth = node.putObject("growth");
        index.tailMap(index.firstKey().plus(1))
                .forEach((year, level) -> growth.put(year.label(), level / level(index, year.plus(-1)) - 1));
        node.put("provisional", false)
                .putObject("source")
                .put("document", "GDP deflators at market prices, and money GDP")
                .put("publisher", "HM Treasury")
                .put("date", published().orElse("as imported"))
                .put("where", "Imported from " + fileName)
                .put("licence", "Open Government Licence v3.0")
                .put("verified", true);
        return node;
    }

    private SortedMap<FinancialYear, Double> index() {
        int columns =
                Math.min(MOST_COLUMNS, rows.stream().mapToInt(List::size).max().orElse(0));
        for (int yearColumn = 0; yearColumn < columns; yearColumn++) {
            for (int indexColumn = yearColumn + 1; indexColumn < columns; indexColumn++) {
                SortedMap<FinancialYear, Double> series = series(yearColumn, indexColumn);
                if (series.size() >= LEAST_YEARS) {
                    return series;
                }
            }
        }
        throw new InvalidInput(new Problem(
                Place.of(name),
                "holds no column of financial years such as 2025-26 with an index beside it",
                "use the CSV of GDP deflators that HM Treasury publishes"));
    }

    private SortedMap<FinancialYear, Double> series(int yearColumn, int indexColumn) {
        SortedMap<FinancialYear, Double> series = new TreeMap<>();
        for (List<String> row : rows) {
            if (row.size() > indexColumn) {
                Optional<FinancialYear> year = year(row.get(yearColumn));
                Optional<Double> level = level(row.get(indexColumn));
                if (year.isPresent() && level.isPresent()) {
                    series.putIfAbsent(year.get(), level.get());
                }
            }
        }
        return series;
    }

    private static Optional<FinancialYear> year(String cell) {
        Matcher matcher = FINANCIAL_YEAR.matcher(cell);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        FinancialYear year = new FinancialYear(Integer.parseInt(matcher.group(1)));
        return matcher.group(2).endsWith(year.label().substring(5)) ? Optional.of(year) : Optional.empty();
    }

    private static Optional<Double> level(String cell) {
        OptionalDouble level = DecimalText.parse(cell.replace(",", ""));
        return level.isPresent() && level.getAsDouble() >= LEAST_LEVEL && level.getAsDouble() <= HIGHEST_LEVEL
                ? Optional.of(level.getAsDouble())
                : Optional.empty();
    }

    private static double level(SortedMap<FinancialYear, Double> index, FinancialYear year) {
        return index.getOrDefault(year, Double.NaN);
    }

    private void requireNoGaps(SortedMap<FinancialYear, Double> index) {
        FinancialYear expected = index.firstKey();
        for (FinancialYear year : index.keySet()) {
            if (!year.equals(expected)) {
                throw new InvalidInput(new Problem(
                        Place.of(name),
                        "has no index for " + expected,
                        "use the whole table that HM Treasury publishes"));
            }
            expected = expected.plus(1);
        }
    }

    /** The first day written out in the notes, such as 31 March 2026. */
    private Optional<String> published() {
        Pattern day = Pattern.compile("\\d{1,2} (January|February|March|April|May|June|July|August|September|October"
                + "|November|December) \\d{4}");
        return rows.stream()
                .flatMap(List::stream)
                .map(day::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }
}
