package org.worthwhile.exchange;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a file is that is not a text, known by its first bytes whatever its name. Saved in an encoding of texts, as one that is
 * merely not in UTF-8 should be, it would be ruined.
 */
public enum FileSignature {
    ANALYSTS_FILE(
            "53514c69746520666f726d6174203300",
            "is an analyst's file of the desktop client",
            "open it in the client, and export its contents from there"),
    DATABASE(
            "53514c69746520666f726d6174203300",
            "is a database (SQLite)",
            "save what is wanted of it as a text, such as CSV, with the program that made it"),
    PDF("255044462d", "is a PDF document", "name the file that it was made from"),
    OFFICE(
            "504b0304",
            "is a workbook or another document of an office program",
            "give a workbook a name that ends in .xlsx; of any other, name the text that it was made from"),
    ARCHIVE("504b0304", "is a ZIP archive", "unpack it, then name a file from it"),
    OLD_OFFICE(
            "d0cf11e0a1b11ae1",
            "is a document of an office program in the format used until 2003",
            "save a workbook as .xlsx; of any other, name the text that it was made from"),
    GZIP("1f8b", "is compressed (gzip)", "unpack it, then name the file from it"),
    PNG("89504e470d0a1a0a", FileSignature.PICTURE, FileSignature.PICTURE_REMEDY),
    JPEG("ffd8ff", FileSignature.PICTURE, FileSignature.PICTURE_REMEDY),
    GIF("474946383961", FileSignature.PICTURE, FileSignature.PICTURE_REMEDY);

    /** How many bytes are looked at. */
    static final int LENGTH = 4_096;

    /** By which SQLite knows an analyst's file from the databases of other programs. */
    public static final int APPLICATION = 0x57574831;

    /** Where in a database of SQLite the id of the program stands that made it. */
    private static final int APPLICATION_AT = 68;

    private static final String PICTURE = "is a picture";
    private static final String PICTURE_REMEDY = "name the text or the table that it shows";

    private final byte[] first;
    private final String what;
    private final String remedy;

    FileSignature(String first, String what, String remedy) {
        this.first = HexFormat.of().parseHex(first);
        this.what = what;
        this.remedy = remedy;
    }

    /** The kind of a file; none where it may be a text. */
    static Optional<FileSignature> of(byte[] start) {
        return Arrays.stream(values()).filter(kind -> kind.isThatOf(start)).findFirst();
    }

    /**
     * Refuses what is no text.
     *
     * @throws org.worthwhile.problem.InvalidInput naming what it is
     */
    static void requireNone(String name, byte[] start) {
        of(start).ifPresent(kind -> {
            throw InputFile.problem(name, kind.what, kind.remedy);
        });
    }

    /**
     * Refuses what is neither a workbook nor unknown.
     *
     * @throws org.worthwhile.problem.InvalidInput naming what it is
     */
    static void requireWorkbook(String name, byte[] start) {
        if (of(start).filter(kind -> !kind.mayBeWorkbook()).isPresent()) {
            requireNone(name, start);
        }
    }

    private boolean mayBeWorkbook() {
        return this == OFFICE || this == ARCHIVE || this == OLD_OFFICE;
    }

    private boolean isThatOf(byte[] start) {
        if (start.length < first.length || !Arrays.equals(start, 0, first.length, first, 0, first.length)) {
            return false;
        }
        return switch (this) {
            case ANALYSTS_FILE ->
                start.length >= APPLICATION_AT + Integer.BYTES
                        && ByteBuffer.wrap(start).getInt(APPLICATION_AT) == APPLICATION;
            case OFFICE ->
                new String(start, 0, Math.min(start.length, LENGTH), StandardCharsets.ISO_8859_1)
                        .contains("[Content_Types].xml");
            default -> true;
        };
    }
}
