package org.worthwhile.exchange;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** A file of comma-separated values; semicolons or tabs separate them where the header has more of those. */
record CsvSource(Path file, String name) implements DatasetReader.Source {

    private static final long LARGEST_FILE = 1L << 30;
    private static final int LONGEST_HEADER = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public String tell(DatasetReader reader) {
        try (InputStream bytes = WholeText.open(file, name, LARGEST_FILE);
                DigestInputStream digested = new DigestInputStream(bytes, Fingerprint.digest());
                BufferedReader text = new BufferedReader(characters(digested), 2 * LONGEST_HEADER)) {
            char separator = separator(text);
            CsvReader.builder()
                    .fieldSeparator(separator)
                    .skipEmptyLines(true)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .build(new Rows(reader), text)
                    .stream()
                    .allMatch(Boolean::booleanValue);
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (CsvParseException malformed) {
            throw DatasetReader.unusable(
                    name, "is not well-formed CSV: " + malformed.getMessage(), "mend the quotation marks there");
        } catch (UncheckedIOException unreadable) {
            throw unreadable(unreadable.getCause());
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    private RuntimeException unreadable(@Nullable Throwable cause) {
        return cause instanceof CharacterCodingException
                ? DatasetReader.unusable(name, "is not a UTF-8 text", "save it with the encoding UTF-8")
                : DatasetReader.unusable(name, "cannot be read to its end", "check the disk, or use a copy");
    }

    private static Reader characters(InputStream bytes) {
        return new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    /** Looks ahead at the header, and leaves a byte order mark behind. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        text.mark(LONGEST_HEADER);
        int[] counts = new int[3];
        String candidates = ",;\t";
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int character = text.read();
            if (character < 0 || character == '\n' || character == '\r') {
                break;
            }
            int candidate = candidates.indexOf(character);
            if (candidate >= 0) {
                counts[candidate]++;
            }
        }
        text.reset();
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return candidates.charAt(best);
    }

    /** Passes values on as they are parsed, without a text for each; a record is whether to go on. */
    private static final class Rows extends AbstractBaseCsvCallbackHandler<Boolean> {

        private final DatasetReader reader;

        Rows(DatasetReader reader) {
            this.reader = reader;
        }

        @Override
        protected void handleField(int field, char[] buffer, int offset, int length, boolean quoted) {
            reader.value(field, buffer, offset, length);
        }

        @Override
        protected Boolean buildRecord() {
            return getRecordType() == RecordType.EMPTY
                    || reader.endOfRow(getFieldCount(), (int) getStartingLineNumber());
        }
    }
}
