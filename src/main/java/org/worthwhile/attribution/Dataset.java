package org.worthwhile.attribution;

import java.util.List;
import java.util.Optional;

/**
 * A table of data.
 *
 * @param name what the reader knows it by, usually a file's path
 * @param columns all with as many rows
 * @param sha256 the fingerprint of the file it was read from, in lower-case hexadecimal
 */
public record Dataset(String name, List<Column> columns, int rows, String sha256) {
    public Dataset {
        columns = List.copyOf(columns);
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    public Optional<Column> column(String columnName) {
        return columns.stream()
                .filter(column -> column.name().equals(columnName))
                .findFirst();
    }
}
