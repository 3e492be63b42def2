package org.worthwhile.report.document;

/** Text without the characters that XML cannot hold. */
final class PlainText {

    private PlainText() {}

    static String of(String text) {
        return text.codePoints()
                .map(point -> isAllowed(point) ? point : ' ')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int point) {
        return (point >= 0x20 && point <= 0xD7FF) || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
    }
}
