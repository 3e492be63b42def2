package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;

/** Tables of many blocks of rows, which are read on several threads. */
class LargeTablesTest {

    private static final int ROWS = 300_000;

    private final Random random = new Random(9);

    @TempDir
    private Path folder;

    @Test
    void everyValueOfALargeTableIsInItsRow() throws IOException {
        double[] x = new double[ROWS];
        int[] place = new int[ROWS];
        double[] start = new double[ROWS];
        List<String> places = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        StringBuilder text = new StringBuilder("x,place,start\n");
        for (int row = 0; row < ROWS; row++) {
            String number = row % 97 == 3 ? "NA" : String.format(Locale.ROOT, "%.4f", random.nextGaussian() * 1_000);
            String name = "\"place, " + random.nextInt(5_000) + "\"";
            int year = 1990 + random.nextInt(30);
            x[row] = number.equals("NA") ? Double.NaN : Double.parseDouble(number);
            String plain = name.substring(1, name.length() - 1);
            place[row] = known.computeIfAbsent(plain, _ -> {
                places.add(plain);
                return places.size() - 1;
            });
            start[row] = year;
            text.append(number).append(',').append(name).append(',');
            text.append(year).append('/').append(String.format(Locale.ROOT, "%02d", (year + 1) % 100));
            text.append('\n');
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);

        Dataset dataset = read(bytes);

        assertThat(dataset.rows()).isEqualTo(ROWS);
        assertThat(dataset.sha256()).isEqualTo(Fingerprint.of(bytes));
        assertThat(dataset.columns())
                .containsExactly(
                        new Column.Numeric("x", x),
                        new Column.Categorical("place", places, place),
                        new Column.Numeric("start", start, Column.Scale.FINANCIAL_YEAR));
    }

    @Test
    void aTextFarDownMakesTextsOfAllValuesAboveIt() throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(row % 10)
                    .append(',')
                    .append(row == ROWS - 1 ? "none" : row % 7)
                    .append('\n');
        }

        Dataset dataset = read(text.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(dataset.column("a").orElseThrow()).isInstanceOf(Column.Numeric.class);
        Column.Categorical texts = (Column.Categorical) dataset.column("b").orElseThrow();
        assertThat(texts.levels()).containsExactly("0", "1", "2", "3", "4", "5", "6", "none");
        assertThat(texts.text(ROWS - 2)).isEqualTo(Integer.toString((ROWS - 2) % 7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "windows-1252"})
    void aSignOutsideAsciiFarDownIsReadInTheFilesEncoding(String encoding) throws IOException {
        for (int shift = 0; shift < 3; shift++) {
            StringBuilder text = new StringBuilder("a,b\n" + "x".repeat(shift) + ",1\n");
            while (text.length() < (1 << 18)) {
                text.append("Orl\u00e9ans,1\n".repeat(random.nextInt(2))).append("place,2\n".repeat(9_000));
            }
            text.append("M\u00fcnster,1\n");

            Dataset dataset = read(text.toString().getBytes(Charset.forName(encoding)));

            assertThat(dataset.column("a").orElseThrow().text(dataset.rows() - 1))
                    .isEqualTo("M\u00fcnster");
        }
    }

    private Dataset read(byte[] bytes) throws IOException {
        Path file = folder.resolve("table.csv");
        Files.write(file, bytes);
        return DatasetReader.read(file, "table.csv");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1, 5 << 20})
    void theFingerprintIsOfAllBytesInTheirOrder(int length) throws IOException {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        try (FingerprintStream stream = new FingerprintStream(new ByteArrayInputStream(bytes))) {
            assertThat(stream.readAllBytes()).isEqualTo(bytes);
            assertThat(stream.fingerprint()).isEqualTo(Fingerprint.of(bytes));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 120_000})
    void withoutItsFingerprintATableIsReadAllTheSame(int rows) throws IOException {
        StringBuilder text = new StringBuilder("a,b\n");
        for (int row = 0; row < rows; row++) {
            text.append(row / 8.0).append(",place ").append(row % 7).append('\n');
        }
        Dataset whole = read(text.toString().getBytes(StandardCharsets.UTF_8));
        Dataset looked = DatasetReader.readWithoutFingerprint(folder.resolve("table.csv"), "table.csv");
        assertThat(looked)
                .isEqualTo(new Dataset("table.csv", whole.columns(), rows, "", whole.notes()))
                .isNotEqualTo(whole);
    }

    /** By the library for numbers of any notation, whose rule is Java's. */
    @Test
    void numbersInThePlainestNotationAreThoseOfJavaToTheLastBit() {
        int plain = 0;
        for (int made = 0; made < 400_000; made++) {
            char[] text = written();
            double number = PlainNumber.of(text, 0, text.length);
            if (!Double.isNaN(number)) {
                assertThat(Double.doubleToRawLongBits(number))
                        .as(new String(text))
                        .isEqualTo(Double.doubleToRawLongBits(Double.parseDouble(new String(text))));
                plain++;
            }
        }
        assertThat(plain).isGreaterThan(100_000);
    }

    private char[] written() {
        String digits = "0123456789";
        StringBuilder text = new StringBuilder(random.nextInt(3) == 0 ? "-" : "");
        int length = random.nextInt(18);
        int point = random.nextInt(20);
        for (int i = 0; i < length; i++) {
            text.append(i == point ? '.' : digits.charAt(random.nextInt(10)));
        }
        if (random.nextInt(8) == 0 && !text.isEmpty()) {
            text.setCharAt(random.nextInt(text.length()), "-+.eE x/:\u0660".charAt(random.nextInt(10)));
        }
        return text.toString().toCharArray();
    }

    @Test
    void whatIsNotInThePlainestNotationIsLeftToTheRuleOfAllNotations() {
        for (String text : List.of(
                "",
                "-",
                ".",
                "-.",
                "1.",
                ".5",
                "-.5",
                "+1",
                "1e3",
                "1,000",
                " 1",
                "1 ",
                "--1",
                "1-",
                "1.2.3",
                "NaN",
                "0x1",
                "1234567890123456",
                "0.1234567890123456")) {
            assertThat(PlainNumber.of(text.toCharArray(), 0, text.length()))
                    .as(text)
                    .isNaN();
        }
        assertThat(PlainNumber.of("x-12.50y".toCharArray(), 1, 6)).isEqualTo(-12.5);
        assertThat(1 / PlainNumber.of("-0".toCharArray(), 0, 2)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void textsAreNumberedInOrderOfFirstAppearance() {
        TextCodes codes = new TextCodes();
        List<String> expected = new ArrayList<>();
        Map<String, Integer> known = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            String text = Integer.toString(random.nextInt(4_000), 2 + random.nextInt(3));
            int code = known.computeIfAbsent(text, _ -> {
                expected.add(text);
                return expected.size() - 1;
            });
            char[] buffer = ("<" + text + ">").toCharArray();
            assertThat(codes.of(buffer, 1, text.length())).isEqualTo(code);
        }
        assertThat(codes.inOrder()).isEqualTo(expected);
        codes.clear();
        assertThat(codes.of("b".toCharArray(), 0, 1)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 50_000, 100_001, 200_000})
    void aListOfNumbersGivesBackAllOfThem(int expected) {
        double[] all = random.doubles(100_001).toArray();
        NumberList list = new NumberList(expected);
        Arrays.stream(all).forEach(list::add);

        assertThat(list.size()).isEqualTo(all.length);
        assertThat(list.get(99_999)).isEqualTo(all[99_999]);
        assertThat(list.take()).isEqualTo(all);
        assertThat(list.size()).isZero();
    }
}
