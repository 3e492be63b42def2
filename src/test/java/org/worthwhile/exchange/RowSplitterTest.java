package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RowSplitterTest {

    private static final String SIGNS = "aab,,,\"\n\n\r ;";
    private static final String ODD = "odd";

    private final Random random = new Random(6);

    /** Blocks of few characters cut rows everywhere. */
    @Test
    void rowsAreThoseOfTheParserWhateverTheBlocks() throws IOException {
        int parted = 0;
        for (int made = 0; made < 10_000; made++) {
            String text = written();
            List<String> expected = parsed(new StringReader(text), 0);
            for (int characters : new int[] {1, 1 + random.nextInt(12), 1 << 16}) {
                RowSplitter splitter = new RowSplitter(new StringReader(text), ',', characters);
                List<String> rows = new ArrayList<>();
                RowBlock block = new RowBlock();
                while (splitter.split(block, 0, 1)) {
                    List<String> values = new ArrayList<>();
                    block.tell(0, 1, (buffer, offset, length) -> values.add(new String(buffer, offset, length)));
                    rows.add(values.toString());
                    parted++;
                }
                rows.addAll(parsed(splitter.rest(), splitter.lines()));

                assertThat(withoutLines(rows)).as(text).isEqualTo(withoutLines(expected));
                // Those that were left to the parser know their lines.
                assertThat(last(rows)).as(text).isIn(last(expected), withoutLine(last(expected)));
            }
        }
        assertThat(parted).isGreaterThan(10_000);
    }

    private String written() {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(12);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(4) == 0) {
                text.append('"')
                        .append(random.nextBoolean() ? "a,\"\"\nb" : "\r\n")
                        .append("\",");
            } else {
                text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
        }
        return text.toString();
    }

    /** The rows with the lines on which they begin, and a word where one is odd. */
    private static List<String> parsed(Reader text, int lines) {
        List<String> rows = new ArrayList<>();
        try (var reader = new CsvDialect(',', 0).parser().skipEmptyLines(true).ofCsvRecord(text)) {
            for (CsvRecord row : reader) {
                rows.add(row.getFields() + " on " + (lines + row.getStartingLineNumber()));
            }
        } catch (CsvParseException | IOException malformed) {
            rows.add(ODD);
        }
        return rows;
    }

    private static List<String> withoutLines(List<String> rows) {
        return rows.stream().map(RowSplitterTest::withoutLine).toList();
    }

    private static String withoutLine(String row) {
        return row.replaceAll(" on \\d+$", "");
    }

    private static String last(List<String> rows) {
        return rows.isEmpty() ? "" : rows.getLast();
    }

    @Test
    void aRowOfAnotherWidthIsLeftToTheParser() throws IOException {
        RowSplitter splitter = new RowSplitter(new StringReader("1,2\n\n3,4\n5\n6,7\n"), ',', 1 << 16);
        RowBlock block = new RowBlock();

        assertThat(splitter.split(block, 2, Integer.MAX_VALUE)).isTrue();
        assertThat(block.values()).isEqualTo(4);
        assertThat(splitter.lines()).isEqualTo(3);
        assertThat(splitter.split(block, 2, Integer.MAX_VALUE)).isFalse();
        assertThat(parsed(splitter.rest(), splitter.lines())).containsExactly("[5] on 4", "[6, 7] on 5");
    }
}
