package org.worthwhile.attribution;

import java.util.List;
import java.util.Optional;

/**
 * A table of data.
 *
 * @param name what the reader knows it by, usually a file's path
 * @param columns all with as many rows
 * @param sha256 the fingerprint of the file it was read from, in lower-case hexadecimal; empty where it was
 *     not worked out
 * @param notes what was taken for what when it was read
 */
public record Dataset(String name, List<Column> columns, int rows, String sha256, List<Note> notes) {
    public Dataset {
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /** A table of which nothing need be said. */
    public Dataset(String name, List<Column> columns, int rows, String sha256) {
        this(name, columns, rows, sha256, List.of());
    }

    /**
     * What was taken for what.
     *
     * @param column whose values it is about; empty for the whole file
     * @param text a sentence
     */
    public record Note(String column, String text) {}

    /** The headings, in the order of the columns. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** A column by its heading; empty where there is none. */
    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }
}
