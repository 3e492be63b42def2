package org.worthwhile.exchange.packs;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** The row of a sheet that holds the headings of a table. */
record HeaderRow(TableSheet sheet, int row) {

    /** Where the header is of a mapping that was kept for tables with just that one. */
    static Optional<HeaderRow> remembered(UnitValueMapping mapping, List<TableSheet> sheets) {
        return rows(sheets)
                .filter(header ->
                        !mapping.header().isEmpty() && header.headings().equals(mapping.header()))
                .findFirst();
    }

    /**
     * Where the header is that has every column of a mapping.
     *
     * @throws InvalidInput naming each column that the row nearest to it has not, or has twice
     */
    static HeaderRow find(UnitValueMapping mapping, List<TableSheet> sheets, String file) {
        List<String> wanted = mapping.headings();
        HeaderRow best = rows(sheets)
                .max(Comparator.comparingLong(header -> header.known(wanted)))
                .orElseThrow(() -> new InvalidInput(
                        new Problem(Place.of(file), "is empty", "check that it is the file you meant")));
        List<Problem> problems = wanted.stream()
                .flatMap(heading -> best.problem(heading).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return best;
    }

    private static Stream<HeaderRow> rows(List<TableSheet> sheets) {
        return sheets.stream().flatMap(sheet -> sheet.rows().keySet().stream().map(row -> new HeaderRow(sheet, row)));
    }

    private long known(List<String> wanted) {
        return wanted.stream().filter(heading -> !columns(heading).isEmpty()).count();
    }

    private Optional<Problem> problem(String heading) {
        List<Integer> columns = columns(heading);
        return switch (columns.size()) {
            case 0 ->
                Optional.of(new Problem(
                        sheet.whole(), "there is no column '" + heading + "'", Nearest.remedy(heading, headings())));
            case 1 -> Optional.empty();
            default ->
                Optional.of(new Problem(
                        sheet.place(row, columns.getLast()),
                        "two columns are headed '" + heading + "'",
                        "rename the one that is not meant"));
        };
    }

    /** The headings in their order. */
    List<String> headings() {
        return cells().map(column -> sheet.text(row, column)).toList();
    }

    /** The columns of a heading, in whatever case it is written. */
    List<Integer> columns(String heading) {
        String wanted = heading.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
        return cells().filter(column ->
                        sheet.text(row, column).toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
    }

    private Stream<Integer> cells() {
        return sheet.rows().tailMap(row).headMap(row + 1).values().stream()
                .map(SortedMap::keySet)
                .flatMap(columns -> columns.stream());
    }
}
