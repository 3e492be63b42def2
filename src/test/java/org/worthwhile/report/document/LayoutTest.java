package org.worthwhile.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** How papers are laid out, so that nothing is parted that belongs together. */
class LayoutTest {

    private static final Block.Table TABLE = new Block.Table(
            "Preferred options",
            List.of("Proposal", "Option", "Net public cost", "Net present social value", "Benefits to costs"),
            List.of(
                    List.of("Digital front door", "Better web forms ".repeat(9), "-£41.4 million", "£0", "1.2 to 1"),
                    List.of("Hubs", "Four hubs", "£14.9 million", "-£7.1 million", "–")),
            2);

    @Test
    void wordKeepsHeadingsAndCaptionsWithWhatTheyAreOf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DocxPaper.write(new Paper("Title", "", "", List.of(new Block.Heading(1, "Results"), TABLE)), out);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(out.toByteArray()))) {
            for (String style : List.of("Heading1", "Heading2", "Heading3", "Caption")) {
                assertThat(document.getStyles()
                                .getStyle(style)
                                .getCTStyle()
                                .getPPr()
                                .isSetKeepNext())
                        .as(style)
                        .isTrue();
            }
            assertThat(document.getStyles()
                            .getStyle("Heading2")
                            .getCTStyle()
                            .getPPr()
                            .getOutlineLvl()
                            .getVal())
                    .isEqualTo(1);
        }
    }

    /** In Liberation Sans of 8.5 points a digit is 4.73 points wide and the pound sign too, a blank and a hyphen less. */
    @Test
    void aColumnOfFiguresIsAsWideAsItsLongestFigure() {
        double[] shares = ColumnShares.of(TABLE);
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
        // -£41.4 million: hyphen 0.333, pound 0.556, three digits 1.668, point and blank 0.556, million 2.832 em with
        // its letters
        // m 0.833, i 0.222 three times with l twice 1.11, o and n 0.556 each.
        double figure = 8.5 * (0.333 + 0.556 + 3 * 0.556 + 2 * 0.278 + 0.833 + 4 * 0.222 + 2 * 0.556);
        assertThat(shares[2] * ColumnShares.PAGE).isGreaterThanOrEqualTo(figure + 11.4);
    }

    @Test
    void noColumnIsNarrowerThanItsLongestWordWhereThePageIsWideEnough() {
        double[] shares = ColumnShares.of(new Block.Table(
                "Checks",
                List.of("Check", "Information", "What it means"),
                List.of(List.of("A", "For information", "It holds. ".repeat(200))),
                3));
        // "information" is i, n, f, o, r, m, a, t, i, o, n: 2.222 + 0.611 + ... points at 8.5 come to 45 and more.
        assertThat(shares[1] * ColumnShares.PAGE).isGreaterThan(45 + 11.4);
        assertThat(shares[2]).isGreaterThan(0.5);
    }

    @Test
    void aTableThatIsTooWideForThePageSharesItByNeed() {
        double[] shares = ColumnShares.of(
                new Block.Table("Wide", List.of("W".repeat(100), "W".repeat(50)), List.of(List.of("", "")), 2));
        assertThat(shares[0]).isCloseTo(0.66, within(0.01));
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-12));
    }
}
