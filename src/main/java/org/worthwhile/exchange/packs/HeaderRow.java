package org.worthwhile.exchange.packs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.worthwhile.exchange.TableSheet;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Nearest;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** The row of a sheet that holds the headings of a table. */
record HeaderRow(TableSheet sheet, int row) {

    private static final Pattern POUNDS = Pattern.compile("£|\\bGBP\\b");
    private static final Pattern OTHER_CURRENCY = Pattern.compile("[$€¥]|\\b(?:EUR|USD)\\b");

    /** Whether a row has just the headings that a mapping was kept for. */
    static boolean isRemembered(UnitValueMapping mapping, List<TableSheet> sheets) {
        return !mapping.header().isEmpty()
                && rows(sheets).anyMatch(header -> header.headings().equals(mapping.header()));
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
        List<Problem> problems = Stream.concat(
                        wanted.stream().flatMap(heading -> best.problem(heading).stream()),
                        mapping.amounts().stream().flatMap(heading -> best.otherCurrency(heading).stream()))
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return best;
    }

    /**
     * Every table of a mapping: the one that fits best, and those of the other sheets that have its columns too.
     *
     * @throws InvalidInput naming each column that the row nearest to it has not, or has twice
     */
    static TableHeaders findAll(UnitValueMapping mapping, List<TableSheet> sheets, String file) {
        HeaderRow best = find(mapping, sheets, file);
        List<HeaderRow> found = new ArrayList<>();
        List<UnreadCell> others = new ArrayList<>();
        for (TableSheet sheet : sheets) {
            if (sheet.equals(best.sheet())) {
                found.add(best);
            } else if (!sheet.rows().isEmpty()) {
                try {
                    found.add(find(mapping, List.of(sheet), file));
                } catch (InvalidInput otherTable) {
                    Problem first = otherTable.problems().getFirst();
                    others.add(new UnreadCell(first.place(), first.what() + ", so that the sheet is not read"));
                }
            }
        }
        return new TableHeaders(found, others);
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

    /** A column of amounts whose heading says that they are not in pounds. */
    private Optional<Problem> otherCurrency(String heading) {
        return !OTHER_CURRENCY.matcher(heading).find()
                        || POUNDS.matcher(heading).find()
                ? Optional.empty()
                : columns(heading).stream()
                        .findFirst()
                        .map(column -> new Problem(
                                sheet.place(row, column),
                                "the amounts under '" + heading
                                        + "' are in another currency, and unit values are in pounds",
                                "name a column of amounts in pounds"));
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
