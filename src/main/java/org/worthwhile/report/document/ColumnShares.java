package org.worthwhile.report.document;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.worthwhile.report.PlainText;

/**
 * How the columns of a table share the width of a page: none is narrower than its longest word, nor one of figures than its
 * longest figure, as far as the page is wide enough; what is left over goes to the columns
 * that would need more for a line each, and beyond that to all alike.
 */
final class ColumnShares {

    /** Points of a page's width between its margins, here and in {@link PdfPaper}. */
    static final double PAGE = 498;

    /** Points at both sides of a cell's text. */
    private static final double PADDING = 11.5;

    private static final float SIZE = 8.5f;
    private static final FontRenderContext LAYOUT = new FontRenderContext(null, true, true);
    private static final Font REGULAR = font("Regular");
    private static final Font BOLD = font("Bold");

    /** A text of more points than these is in lines. */
    private static final double LONG = 260;

    private ColumnShares() {}

    /** The share of each column in the width, summing to 1. */
    static double[] of(Block.Table table) {
        int columns = table.headings().size();
        double[] least = new double[columns];
        double[] wanted = new double[columns];
        for (int column = 0; column < columns; column++) {
            int own = column;
            String heading = table.headings().get(column);
            boolean figures = column >= table.texts();
            least[column] = PADDING
                    + Math.max(
                            longestWord(heading, BOLD),
                            table.rows().stream()
                                    .mapToDouble(row -> figures && isFigure(row.get(own))
                                            ? width(row.get(own), REGULAR)
                                            : longestWord(row.get(own), REGULAR))
                                    .max()
                                    .orElse(0));
            double longest = table.rows().stream()
                    .mapToDouble(row -> width(row.get(own), REGULAR))
                    .max()
                    .orElse(0);
            wanted[column] = Math.max(
                    least[column],
                    PADDING + Math.min(LONG, Math.max(longest, width(heading, BOLD) / (figures ? 2 : 1))));
        }
        return shares(least, wanted);
    }

    private static double[] shares(double[] least, double[] wanted) {
        double needed = Arrays.stream(least).sum();
        double spare = PAGE - needed;
        double more = Arrays.stream(wanted).sum() - needed;
        double given = Math.min(spare, more);
        double[] shares = new double[least.length];
        for (int column = 0; column < shares.length; column++) {
            shares[column] = spare <= 0
                    ? least[column] / needed
                    : (least[column]
                                    + (more > 0 ? given * (wanted[column] - least[column]) / more : 0)
                                    + (spare - given) / shares.length)
                            / PAGE;
        }
        return shares;
    }

    /** Whether a text is a figure with its unit, and no words, so that it stands on one line. */
    static boolean isFigure(String text) {
        return text.length() <= 24 && text.chars().anyMatch(Character::isDigit);
    }

    private static double longestWord(String text, Font font) {
        return Stream.of(text.split("\\s+"))
                .mapToDouble(word -> width(word, font))
                .max()
                .orElse(0);
    }

    private static double width(String text, Font font) {
        String plain = PlainText.of(text);
        return plain.isEmpty() ? 0 : font.getStringBounds(plain, LAYOUT).getWidth();
    }

    private static Font font(String weight) {
        try (InputStream letters = Objects.requireNonNull(
                ColumnShares.class.getResourceAsStream("/liberation/LiberationSans-" + weight + ".ttf"))) {
            return Font.createFont(Font.TRUETYPE_FONT, letters).deriveFont(SIZE);
        } catch (IOException | FontFormatException ownFont) {
            throw new IllegalStateException(ownFont);
        }
    }
}
