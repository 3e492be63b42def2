package org.worthwhile.report.document;

import java.util.Arrays;
import java.util.List;

/** A part of a paper. Texts are texts: no format gives any of their characters a meaning. */
public sealed interface Block {

    /** Rows of a table that keeps to one page. */
    int SHORT_TABLE = 12;

    /** Characters of about a third of a page. */
    int SHORT_TEXT = 2_000;

    /** Whether it leads into what comes next, so that no page ends with it: a heading, and a paragraph that ends with a colon. */
    default boolean leads() {
        return this instanceof Heading || this instanceof Paragraph(String text) && text.endsWith(":");
    }

    /** Whether it is short enough to stand on one page with what leads into it. */
    default boolean followsOn() {
        return switch (this) {
            case Heading _, Picture _, ToComplete _ -> true;
            case Paragraph(String text) -> text.length() <= SHORT_TEXT;
            case Bullets(List<String> items) ->
                items.stream().mapToInt(String::length).sum() <= SHORT_TEXT;
            case Table table -> table.isShort();
            case NewPage _ -> false;
        };
    }

    /** @param level 1 to 3 */
    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    record Bullets(List<String> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** What the author of the paper has to write, marked as such. */
    record ToComplete(String text) implements Block {}

    /**
     * A table with a row of headings.
     *
     * @param texts how many of the first columns hold texts; the others hold figures, set to the right
     */
    record Table(String caption, List<String> headings, List<List<String>> rows, int texts) implements Block {
        public Table {
            headings = List.copyOf(headings);
            rows = rows.stream().map(List::copyOf).toList();
        }

        boolean isShort() {
            return rows.size() <= SHORT_TABLE
                    && rows.stream()
                                    .flatMap(List::stream)
                                    .mapToInt(String::length)
                                    .sum()
                            <= SHORT_TEXT;
        }
    }

    /**
     * A picture.
     *
     * @param alternative what it shows, for those who do not see it
     * @param width in pixels, two of which are a point
     */
    record Picture(String caption, String alternative, byte[] png, int width, int height) implements Block {

        @Override
        public boolean equals(Object other) {
            return other instanceof Picture picture
                    && caption.equals(picture.caption)
                    && alternative.equals(picture.alternative)
                    && Arrays.equals(png, picture.png);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(png);
        }
    }

    record NewPage() implements Block {}
}
