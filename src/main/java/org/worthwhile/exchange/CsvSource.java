package org.worthwhile.exchange;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file of comma-separated values; semicolons or tabs may separate them too.
 *
 * @param fingerprinted whether its fingerprint is worked out, which takes a processor longer than the numbers in it
 */
record CsvSource(Path file, String name, DatasetFormat format, boolean fingerprinted) implements DatasetReader.Source {

    private static final long LARGEST_FILE = 1L << 30;

    /** A smaller file is read before it would pay to part its bytes. */
    private static final long LARGE_FILE = 1L << 20;

    @Override
    public String tell(DatasetReader reader) {
        requireText();
        try (InputStream bytes = input().open()) {
            if (!fingerprinted) {
                tell(bytes, reader);
                return "";
            }
            try (FingerprintStream digested = new FingerprintStream(bytes)) {
                tell(digested, reader);
                return digested.fingerprint();
            }
        } catch (UncheckedIOException unreadable) {
            throw CsvDialect.unreadable(name, unreadable);
        } catch (IOException unreadable) {
            throw CsvDialect.unreadable(name, new UncheckedIOException(unreadable));
        }
    }

    private void tell(InputStream bytes, DatasetReader reader) throws IOException {
        if (format.encoding().isPresent()) {
            tellText(bytes, new TextEncoding(format.encoding().get(), Optional.empty()), reader);
            return;
        }
        ByteCensus census = ByteCensus.of(input());
        reader.expect(census.lines(), census.bytes());
        TextEncoding encoding = encoding(census);
        if (census.isAscii()
                && census.bytes() >= LARGE_FILE
                && encoding.charset().equals(StandardCharsets.UTF_8)) {
            tellAscii(bytes, encoding, reader);
        } else {
            tellText(bytes, encoding, reader);
        }
    }

    private void tellText(InputStream bytes, TextEncoding encoding, DatasetReader reader) throws IOException {
        BufferedReader text = new BufferedReader(characters(bytes, encoding), CsvDialect.BUFFER);
        CsvDialect dialect = CsvDialect.of(text, format.separator());
        reader.written(dialect.separator(), encoding);
        RowSplitter splitter = new RowSplitter(text, dialect.separator(), RowBlock.CHARACTERS);
        RowBlock header = new RowBlock();
        if (splitter.split(header, 0, 1)) {
            reader.header(header, splitter.lines());
        }
        tellRows(splitter, dialect, reader);
    }

    /** Of characters of one byte each, whose bytes need not be made characters of to be parted. */
    private void tellAscii(InputStream bytes, TextEncoding encoding, DatasetReader reader) throws IOException {
        byte[] start = bytes.readNBytes(CsvDialect.BUFFER);
        BufferedReader text = new BufferedReader(new StringReader(new String(start, StandardCharsets.US_ASCII)));
        CsvDialect dialect = CsvDialect.of(text, format.separator());
        RowSplitter splitter = new RowSplitter(text, dialect.separator(), RowBlock.CHARACTERS);
        RowBlock header = new RowBlock();
        boolean parted = splitter.split(header, 0, 1);
        int after = (int) splitter.rest().transferTo(Writer.nullWriter());
        if (!parted || after == 0 || !AsciiRows.mayBeSeparatedBy(dialect.separator())) {
            tellText(new SequenceInputStream(new ByteArrayInputStream(start), bytes), encoding, reader);
            return;
        }
        reader.written(dialect.separator(), encoding);
        reader.header(header, splitter.lines());
        byte[] first = Arrays.copyOfRange(start, start.length - after, start.length);
        AsciiRows rows = new AsciiRows(first, bytes, dialect.separator(), header.values(), AsciiRows.SIZE);
        reader.rows(rows);
        CsvDialect rest = new CsvDialect(dialect.separator(), dialect.linesBefore() + splitter.lines() + rows.lines());
        tellRows(
                new RowSplitter(characters(rows.rest(), encoding), rest.separator(), RowBlock.CHARACTERS),
                rest,
                reader);
    }

    private void tellRows(RowSplitter splitter, CsvDialect dialect, DatasetReader reader) throws IOException {
        reader.rows(splitter);
        CsvDialect rest = new CsvDialect(dialect.separator(), dialect.linesBefore() + splitter.lines());
        try {
            boolean _ =
                    rest
                            .parser()
                            .skipEmptyLines(true)
                            .build(new Rows(reader, rest.linesBefore()), splitter.rest())
                            .stream()
                            .allMatch(Boolean::booleanValue);
        } catch (CsvParseException malformed) {
            throw rest.problem(name, malformed);
        }
    }

    private InputFile input() {
        return new InputFile(file, name, LARGEST_FILE);
    }

    /** Any bytes at all are a text in the encoding of Windows. */
    private void requireText() {
        FileSignature.requireNone(name, input().start());
    }

    private TextEncoding encoding(ByteCensus census) throws IOException {
        try (InputStream bytes = input().open()) {
            return census.isAscii() ? TextEncoding.ofAscii(bytes) : TextEncoding.of(bytes);
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
