package org.worthwhile.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Writes text of which no character moves a terminal's cursor, colours it or rings its bell: titles and names come from files.
 * Line breaks and tabs stay.
 */
final class PrintableWriter extends FilterWriter {

    PrintableWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int character) throws IOException {
        out.write(printable((char) character, '\0'));
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        char[] printable = new char[length];
        for (int i = 0; i < length; i++) {
            char next = i + 1 < length ? characters[from + i + 1] : '\0';
            printable[i] = printable(characters[from + i], next);
        }
        out.write(printable, 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        write(text.toCharArray(), from, length);
    }

    private static char printable(char character, char next) {
        boolean isLayout = character == '\n' || character == '\t' || (character == '\r' && next == '\n');
        return Character.isISOControl(character) && !isLayout ? ' ' : character;
    }
}
