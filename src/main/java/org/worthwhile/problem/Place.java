package org.worthwhile.problem;

/**
 * A place in an input: a file, a position within it (a JSON pointer, a column or a sheet's cell; empty for the whole
 * file), and the line there (0 when it is not known).
 */
public record Place(String file, String position, int line) {

    public static Place of(String file) {
        return new Place(file, "", 0);
    }

    public Place within(String position) {
        return new Place(file, position, line);
    }

    /** Keys of a JSON pointer as they stand in the file, such as {@code 2026/27}. */
    private String asWritten() {
        return position.startsWith("/") ? position.replace("~1", "/").replace("~0", "~") : position;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        if (!position.isEmpty()) {
            text.append(' ').append(asWritten());
        }
        return text.toString();
    }
}
