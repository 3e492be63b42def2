package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;

/** Rows that are parted as bytes on several threads are those that are parted as characters one after another. */
class AsciiRowsTest {

    private static final int WIDTH = 3;
    private static final int ROWS = 120_000;

    private static final List<String> VALUES = List.of(
            "1",
            "-2.5",
            "0.123456",
            "-0",
            "12345678",
            "123456789.25",
            "1234567890123456",
            "5.",
            ".5",
            "-",
            "",
            " 7",
            "NA",
            "1e3",
            "+4",
            "place 9",
            "2010/11",
            "2010-11",
            "1.234",
            "00012.5000");

    private final Random random = new Random(7);

    @TempDir
    private Path folder;

    /** Blocks of few bytes cut lines everywhere. */
    @Test
    void columnsAreThoseOfTheCharactersWhateverTheBlocks() throws IOException {
        int parted = 0;
        for (int made = 0; made < 4_000; made++) {
            String text = written();
            Parted expected = new Parted();
            expected.take(new StringReader(text), 0);
            List<Column> columns = expected.columns();
            for (int size : new int[] {1 + random.nextInt(60), AsciiRows.SIZE}) {
                int first = random.nextInt(text.length() + 1);
                AsciiRows rows = new AsciiRows(
                        bytes(text.substring(0, first)),
                        new ByteArrayInputStream(bytes(text.substring(first))),
                        ',',
                        WIDTH,
                        size);
                Parted found = new Parted();
                parted += found.take(rows);
                found.take(new InputStreamReader(rows.rest(), StandardCharsets.US_ASCII), rows.lines());

                assertThat(found.columns()).as(text).isEqualTo(columns);
                assertThat(found.lines).as(text).isEqualTo(expected.lines);
                assertThat(found.rest).as(text).isEqualTo(expected.rest);
            }
        }
        assertThat(parted).isGreaterThan(10_000);
    }

    /** Rows of a few values, most of them as they should be. */
    private String written() {
        StringBuilder text = new StringBuilder();
        int rows = random.nextInt(20);
        boolean plain = random.nextBoolean();
        String end = random.nextBoolean() ? "\n" : "\r\n";
        for (int row = 0; row < rows; row++) {
            int width = plain || random.nextInt(20) > 0 ? WIDTH : random.nextInt(5);
            for (int column = 0; column < width; column++) {
                String value = VALUES.get(random.nextInt(column == 0 && plain ? 5 : VALUES.size()));
                boolean quoted = !plain && random.nextInt(30) == 0;
                text.append(column == 0 ? "" : ",").append(quoted ? "\"a\n,\"\"" + value + "\"" : value);
            }
            text.append(row == rows - 1 && random.nextBoolean() ? "" : random.nextInt(40) == 0 ? "\r" : end);
            text.append(random.nextInt(15) == 0 ? end : "");
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** What columns hold of the rows before an odd one, and what is left. */
    private static final class Parted {

        private final List<ColumnBuilder> columns = Stream.of("a", "b", "c")
                .map(name -> new ColumnBuilder(name, MissingMarks.USUAL, 0))
                .toList();
        private int lines;
        private String rest = "";

        int take(AsciiRows source) throws IOException {
            int rows = 0;
            List<AsciiBlock> blocks = source.next();
            while (!blocks.isEmpty()) {
                for (AsciiBlock block : blocks) {
                    for (int column = 0; column < WIDTH; column++) {
                        block.tell(column, columns.get(column));
                    }
                    rows += block.rows();
                }
                blocks = source.next();
            }
            return rows;
        }

        void take(Reader source, int linesBefore) throws IOException {
            RowSplitter splitter = new RowSplitter(source, ',', RowBlock.CHARACTERS);
            RowBlock block = new RowBlock();
            while (splitter.split(block, WIDTH, Integer.MAX_VALUE)) {
                for (int column = 0; column < WIDTH; column++) {
                    block.tell(column, WIDTH, columns.get(column)::add);
                }
            }
            lines = linesBefore + splitter.lines();
            StringWriter left = new StringWriter();
            splitter.rest().transferTo(left);
            rest = left.toString();
        }

        /** Can be had once. */
        List<Column> columns() {
            return columns.stream().map(ColumnBuilder::column).toList();
        }
    }

    /** Files of more than a megabyte, of which some part is not as the rest. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\r\n",
                "\n\n",
                "\r",
                "1,2,\"3\"\n",
                "\"a\nb\",2,3\n",
                "sep=",
                "unended",
                "LONG,2,3\n",
                "\uFEFF",
                "\u00E9,2,3\n",
                "\"quoted header\""
            })
    void aLargeFileIsReadAsItsStartIs(String odd) throws IOException {
        String lines = "1,2.5,place 7\n-3.25,NA,\n0.000001,2010,x\n";
        String start = switch (odd) {
            case "sep=" -> "sep=,\na,b,c\n";
            case "\uFEFF" -> "\uFEFFa,b,c\n";
            case "\"quoted header\"" -> "\"a\",\"b\",\"c\"\n";
            default -> "a,b,c\n";
        };
        String middle = switch (odd) {
            case "sep=", "unended", "\uFEFF", "\"quoted header\"" -> "";
            case "LONG,2,3\n" -> "1".repeat(AsciiRows.SIZE + 1) + ",2,3\n";
            default -> odd;
        };
        String text = start + lines.repeat(ROWS / 6) + middle + lines.repeat(ROWS / 6) + lines.strip();
        String all = odd.equals("\r\n") ? text.replace("\r\n", "\n").replace("\n", "\r\n") : text;
        DatasetFormat stated = new DatasetFormat(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(StandardCharsets.UTF_8),
                Optional.empty(),
                Optional.empty());
        Path file = Files.writeString(folder.resolve("data.csv"), all);

        Dataset asBytes = DatasetReader.read(file, "data.csv");
        Dataset asCharacters = DatasetReader.read(file, "data.csv", stated);

        assertThat(asBytes).isEqualTo(asCharacters);
        assertThat(asBytes.rows()).isGreaterThan(ROWS - 10);
        assertThat(asBytes.sha256()).isEqualTo(Fingerprint.of(Files.readAllBytes(file)));
    }

    /** Beside semicolons 2.500 is two and a half or two thousand five hundred, however many whole numbers stand around it. */
    @Test
    void onePointThatMayBeOfThousandsLeavesAColumnOfALargeFileUnsettled() throws IOException {
        String whole = "5;1\n".repeat(2 * AsciiRows.SIZE);
        Path file = Files.writeString(folder.resolve("data.csv"), "y;d\n" + whole + "2.500;0\n" + whole);

        assertThat(DatasetReader.read(file, "data.csv").column("y").orElseThrow())
                .isInstanceOf(Column.Categorical.class);
    }

    @Test
    void aRowOfAnotherWidthIsToldWithItsLine() throws IOException {
        String text = "a,b\n" + "1,2\n".repeat(400_000) + "3\n" + "1,2\n".repeat(400_000) + "4,5,6\n";
        Path file = Files.writeString(folder.resolve("data.csv"), text);

        assertThatThrownBy(() -> DatasetReader.read(file, "data.csv"))
                .hasMessageContaining("data.csv:400002: has 1 values")
                .hasMessageContaining("data.csv:800003: has 3 values");
    }
}
