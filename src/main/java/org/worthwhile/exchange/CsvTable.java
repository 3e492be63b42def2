package org.worthwhile.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A small CSV file as a whole.
 *
 * @param separator of its values
 */
record CsvTable(List<Row> rows, char separator) {

    CsvTable {
        rows = List.copyOf(rows);
    }

    /** A row that is not empty, and the line on which it begins. */
    record Row(int line, List<String> values) {}

    /**
     * Reads a file.
     *
     * @throws org.worthwhile.problem.InvalidInput if it cannot be read or parted into values
     */
    static CsvTable of(InputFile file) {
        List<Row> rows = new ArrayList<>();
        byte[] bytes = file.bytes();
        try (BufferedReader text = new BufferedReader(
                new StringReader(
                        TextEncoding.of(new ByteArrayInputStream(bytes)).text(file.name(), bytes)),
                CsvDialect.BUFFER)) {
            CsvDialect dialect = CsvDialect.of(text);
            try (CsvReader<CsvRecord> reader =
                    dialect.parser().skipEmptyLines(true).ofCsvRecord(text)) {
                reader.forEach(row ->
                        rows.add(new Row(dialect.linesBefore() + (int) row.getStartingLineNumber(), row.getFields())));
            } catch (CsvParseException malformed) {
                throw dialect.problem(file.name(), malformed);
            }
            return new CsvTable(rows, dialect.separator());
        } catch (IOException unreadable) {
            throw CsvDialect.unreadable(file.name(), new UncheckedIOException(unreadable));
        }
    }
}
