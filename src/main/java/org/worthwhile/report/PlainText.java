package org.worthwhile.report;

/** Text without the characters that the XML of workbooks and papers cannot hold; line feeds stay. */
public final class PlainText {

    private PlainText() {}

    public static String of(String text) {
        return text.codePoints()
                .filter(PlainText::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Control characters, halves of surrogate pairs and the two codes that are no characters are left out. */
    private static boolean isAllowed(int point) {
        return point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
