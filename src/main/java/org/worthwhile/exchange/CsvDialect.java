package org.worthwhile.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * How a file separates its values: as its first line says, where that is Excel's {@code sep=;}, or else by what of comma,
 * semicolon and tab the header has most of.
 *
 * @param linesBefore how many lines stand before the header
 */
record CsvDialect(char separator, int linesBefore) {

    /** What a reader begins with; it grows by itself as far as it looks ahead. */
    static final int BUFFER = 1 << 16;

    private static final int LONGEST_HEADER = 1 << 20;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String CANDIDATES = ",;\t";
    private static final String DECLARATION = "sep=";
    private static final Pattern LINE = Pattern.compile("\\bline (\\d{1,9})\\b");

    /** Looks ahead at the header; leaves a byte order mark and a declaration behind. */
    static CsvDialect of(BufferedReader text) throws IOException {
        return of(text, Optional.empty());
    }

    /** Likewise, where the separator may be stated. */
    static CsvDialect of(BufferedReader text, Optional<Character> stated) throws IOException {
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        String first = firstLine(text);
        String declared = first.replace("\"", "");
        if (declared.length() == DECLARATION.length() + 1
                && declared.toLowerCase(Locale.ROOT).startsWith(DECLARATION)) {
            text.readLine();
            return new CsvDialect(stated.orElse(declared.charAt(DECLARATION.length())), 1);
        }
        if (stated.isPresent()) {
            return new CsvDialect(stated.get(), 0);
        }
        char best = CANDIDATES.charAt(0);
        for (char candidate : CANDIDATES.toCharArray()) {
            best = count(first, candidate) > count(first, best) ? candidate : best;
        }
        return new CsvDialect(best, 0);
    }

    private static String firstLine(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < LONGEST_HEADER - 1; i++) {
            int character = text.read();
            if (character < 0 || character == '\n' || character == '\r') {
                break;
            }
            line.append((char) character);
        }
        text.reset();
        return line.toString();
    }

    private static long count(String line, char candidate) {
        return line.chars().filter(character -> character == candidate).count();
    }

    /** A parser of such a file; rows may be of any width. */
    CsvReader.CsvReaderBuilder parser() {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE);
    }

    /**
     * What is wrong with a text that cannot be parsed. What a reader of the values found is told as it is.
     */
    InvalidInput problem(String name, CsvParseException malformed) {
        for (@Nullable Throwable cause = malformed; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case InvalidInput invalid -> {
                    return invalid;
                }
                case OutOfMemoryError full -> throw full;
                case CharacterCodingException otherEncoding -> {
                    return unreadable(name, new UncheckedIOException(otherEncoding));
                }
                default -> {}
            }
        }
        Matcher line = LINE.matcher(malformed.getMessage());
        return new InvalidInput(new Problem(
                new Place(name, "", line.find() ? linesBefore + Integer.parseInt(line.group(1)) : 0),
                "has a row that cannot be parted into values: a quotation mark does not close, something stands after a"
                        + " closing one, or there is far too much of it",
                "mend the quotation marks there"));
    }

    /** What is wrong with a file whose bytes cannot be read as text. */
    static InvalidInput unreadable(String name, UncheckedIOException unreadable) {
        return unreadable.getCause() instanceof CharacterCodingException
                ? InputFile.problem(name, "is not a UTF-8 text", "save it with the encoding UTF-8")
                : InputFile.problem(name, "cannot be read to its end", "check the disk, or use a copy");
    }
}
