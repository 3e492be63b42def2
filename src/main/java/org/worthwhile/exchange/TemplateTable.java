package org.worthwhile.exchange;

import java.util.List;
import java.util.Optional;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * A sheet of the input template: a table whose rows are the entries of a list in a proposal.
 *
 * @param sheet its name, which CSV files of the same columns go by too
 * @param parent whose list the rows are in
 * @param list the name of that list in the proposal's format
 * @param columns the first of which name the parent, where it is an option or a line
 */
record TemplateTable(String sheet, Parent parent, String list, List<Column> columns) {

    TemplateTable {
        columns = List.copyOf(columns);
    }

    /** What a row belongs to. */
    enum Parent {
        PROPOSAL,
        OPTION,
        LINE
    }

    /** What a cell holds. */
    enum Kind {
        TEXT,
        NUMBER,
        SHARE,
        FLAG
    }

    /**
     * A column.
     *
     * @param heading in the first row
     * @param field within an entry, its parts separated by slashes; empty where the entry is the value itself
     * @param note on unit and meaning, in the second row
     * @param choices the only values, where there are any
     */
    record Column(String heading, String field, Kind kind, String note, List<String> choices) {
        Column {
            choices = List.copyOf(choices);
        }

        /** Whether its cells hold numbers. */
        boolean isOfNumbers() {
            return kind == Kind.NUMBER || kind == Kind.SHARE;
        }

        static Column text(String heading, String field, String note) {
            return new Column(heading, field, Kind.TEXT, note, List.of());
        }

        static Column number(String heading, String field, String note) {
            return new Column(heading, field, Kind.NUMBER, note, List.of());
        }

        static Column share(String heading, String field, String note) {
            return new Column(heading, field, Kind.SHARE, note, List.of());
        }

        static Column flag(String heading, String field, String note) {
            return new Column(heading, field, Kind.FLAG, note, List.of("yes", "no"));
        }

        static Column choice(String heading, String field, String... choices) {
            return new Column(heading, field, Kind.TEXT, "choose", List.of(choices));
        }
    }

    /** How many leading columns name the parent and are no field of the entry. */
    int keys() {
        return switch (parent) {
            case PROPOSAL -> 0;
            case OPTION -> 1;
            case LINE -> 2;
        };
    }

    Optional<Column> column(String heading) {
        return columns.stream()
                .filter(column -> column.heading().equalsIgnoreCase(heading.strip()))
                .findFirst();
    }

    /** Of two columns of one heading it is not known which is meant, in a workbook as in a CSV file. */
    static Problem repeated(Place second) {
        return new Problem(second, "there is more than one column of this heading", "keep the one that is meant");
    }

    List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }
}
