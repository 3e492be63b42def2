package org.worthwhile.exchange;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Path;
import java.util.Optional;

/** A file of comma-separated values; semicolons or tabs may separate them too. */
record CsvSource(Path file, String name, DatasetFormat format) implements DatasetReader.Source {

    private static final long LARGEST_FILE = 1L << 30;

    @Override
    public String tell(DatasetReader reader) {
        requireText();
        TextEncoding encoding = encoding(reader);
        try (InputStream bytes = new InputFile(file, name, LARGEST_FILE).open();
                FingerprintStream digested = new FingerprintStream(bytes);
                BufferedReader text = new BufferedReader(characters(digested, encoding), CsvDialect.BUFFER)) {
            CsvDialect dialect = CsvDialect.of(text, format.separator());
            reader.written(dialect.separator(), encoding);
            tell(dialect, text, reader);
            return digested.fingerprint();
        } catch (UncheckedIOException unreadable) {
            throw CsvDialect.unreadable(name, unreadable);
        } catch (IOException unreadable) {
            throw CsvDialect.unreadable(name, new UncheckedIOException(unreadable));
        }
    }

    private void tell(CsvDialect dialect, Reader text, DatasetReader reader) throws IOException {
        RowSplitter splitter = new RowSplitter(text, dialect.separator(), RowBlock.CHARACTERS);
        reader.rows(splitter);
        CsvDialect rest = new CsvDialect(dialect.separator(), dialect.linesBefore() + splitter.lines());
        try {
            rest.parser().skipEmptyLines(true).build(new Rows(reader, rest.linesBefore()), splitter.rest()).stream()
                    .allMatch(Boolean::booleanValue);
        } catch (CsvParseException malformed) {
            throw rest.problem(name, malformed);
        }
    }

    /** Any bytes at all are a text in the encoding of Windows. */
    private void requireText() {
        FileSignature.requireNone(name, new InputFile(file, name, LARGEST_FILE).start());
    }

    private TextEncoding encoding(DatasetReader reader) {
        if (format.encoding().isPresent()) {
            return new TextEncoding(format.encoding().get(), Optional.empty());
        }
        InputFile input = new InputFile(file, name, LARGEST_FILE);
        try (InputStream bytes = input.open()) {
            ByteCensus census = ByteCensus.of(input);
            reader.expect(census.lines(), census.bytes());
            return census.isAscii() ? TextEncoding.ofAscii(bytes) : TextEncoding.of(bytes);
        } catch (IOException unreadable) {
            throw CsvDialect.unreadable(name, new UncheckedIOException(unreadable));
        }
    }

    private static Reader characters(InputStream bytes, TextEncoding encoding) {
        return new InputStreamReader(
                bytes,
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Passes values on as they are parsed, without a text for each; a record is whether to go on. */
    private static final class Rows extends AbstractBaseCsvCallbackHandler<Boolean> {

        private final DatasetReader reader;
        private final int linesBefore;

        Rows(DatasetReader reader, int linesBefore) {
            this.reader = reader;
            this.linesBefore = linesBefore;
        }

        @Override
        protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
            reader.value(field, buffer, offset, length);
        }

        @Override
        protected Boolean buildRecord() {
            return getRecordType() == RecordType.EMPTY
                    || reader.endOfRow(getFieldCount(), linesBefore + (int) getStartingLineNumber());
        }
    }
}
