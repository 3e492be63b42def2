package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.worthwhile.attribution.Attributor;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.attribution.Study;
import org.worthwhile.attribution.StudyCase;
import org.worthwhile.attribution.StudyCases;

/** Data as people have them are read where their meaning is plain, and what was taken for what is said. */
class NotationsOfNumbersTest {

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"1,234.56\"'    | 1234.56",
                "'\"\u00a31,234\"' | 1234",
                "'-\u00a35.20'     | -5.2",
                "'\u00a3-5.20'     | -5.2",
                "'5.20 EUR'        | 5.2",
                "'(1.2)'           | -1.2",
                "'(\u00a31.2)'     | -1.2",
                "'\u22121.2'       | -1.2",
                "'12.5%'           | 12.5",
                "'1 234 567'       | 1234567",
                "'1\u00a0234.5'    | 1234.5",
                "'1''234.5'        | 1234.5",
                "'+7'              | 7"
            })
    void aNumberInSomeNotationIsThatNumber(String written, double expected) throws IOException {
        Dataset data = csv("x,other\n" + written + ",1\n" + written + ",2\n");

        assertThat(numbers(data, "x")).containsExactly(expected, expected);
    }

    @Test
    void semicolonsWithDecimalCommasAreReadAndSaid() throws IOException {
        Dataset data = csv("id;y;x\n1;1010,12;-0,758\n2;1488,83;1,169\n3;1211,3;0,17\n");

        assertThat(numbers(data, "y")).containsExactly(1010.12, 1488.83, 1211.3);
        assertThat(numbers(data, "x")).containsExactly(-0.758, 1.169, 0.17);
        assertThat(notes(data)).contains("'y': commas separate decimals.").contains("separated by semicolons");
    }

    /** In a file whose other columns have decimal commas, a point before three digits separates thousands. */
    @Test
    void theOtherColumnsSayWhatAPointBeforeThreeDigitsIs() throws IOException {
        Dataset data = csv("spend;share\n1.234;0,5\n2.500;0,25\n");

        assertThat(numbers(data, "spend")).containsExactly(1234, 2500);
    }

    @Test
    void aCommaBeforeThreeDigitsBetweenSemicolonsIsNotGuessedAt() throws IOException {
        Dataset data = csv("y;d\n1,234;1\n2,345;0\n3,456;1\n4,567;0\n");

        assertThatThrownBy(() -> Attributor.attribute(StudyCases.of("""
                        "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d"}""", data)))
                .hasMessageContaining(
                        "row 1 of the data has '1,234' in the column 'y', which can be read as a number in two"
                                + " ways; state in the study's format what separates decimals");
    }

    /** The second says by its other column that points separate decimals. */
    @Test
    void aPointBeforeThreeDigitsBetweenSemicolonsIsNotGuessedAtUnlessTheFileSays() throws IOException {
        Dataset unclear = csv("y;d\n1.234;1\n2.500;0\n");

        assertThat(unclear.column("y").orElseThrow()).isInstanceOf(Column.Categorical.class);
        assertThat(notes(unclear)).contains("'y': taken for texts, as its numbers can be read in two ways");
        assertThat(numbers(csv("y;d\n1.234;1.5\n2.500;0.25\n"), "y")).containsExactly(1.234, 2.5);
        assertThat(numbers(csv("y,d\n1.234,1\n2.500,0\n"), "y")).containsExactly(1.234, 2.5);
    }

    /** However few its rows, the analyst is told why a column that looks like numbers is none. */
    @Test
    void theCellThatMakesTextsOfNumbersIsNamed() throws IOException {
        Dataset data = csv("visits,cost,name\n\"1,234\",£12,A\n1 300,€13,B\noops,£15,3\n\"1,100\",£16,D\n");

        assertThat(notes(data))
                .contains(
                        "'visits': taken for texts, as 'oops' in row 3 of the data is not a number like the others (3 of 4"
                                + " values are)")
                .contains(
                        "'cost': taken for texts, as '€13' in row 2 of the data is not a number like the others (3 of 4"
                                + " values are)")
                .doesNotContain("'name': taken for texts");
    }

    @Test
    void allCellsThatMakeTextsOfNumbersAreNamedAndCountedBeyondTwenty() throws IOException {
        StringBuilder few = new StringBuilder("y\n");
        StringBuilder many = new StringBuilder("y\n");
        for (int row = 1; row <= 250; row++) {
            few.append(row == 2 ? "oops" : row == 9 ? "?!" : Integer.toString(row))
                    .append('\n');
            many.append(row % 10 == 0 ? "oops" : Integer.toString(row)).append('\n');
        }

        assertThat(notes(csv(few.toString())))
                .contains(
                        "'y': taken for texts, as 'oops' in row 2, '?!' in row 9 of the data are not numbers like the others"
                                + " (248 of 250 values are)");
        assertThat(notes(csv(many.toString()))).contains("'oops' in row 200 and 5 more of the data");
        Column column = csv(many.toString()).column("y").orElseThrow();
        assertThat(column.strays().first()).hasSize(20).last().isEqualTo(new Column.Stray(199, "oops", false));
        assertThat(column.strays().more()).isEqualTo(5);
        assertThat(column.strays().isOfNumbers()).isTrue();
    }

    @Test
    void aTitleAboveTheTableIsNotTakenForTheNamesOfColumns() throws IOException {
        assertThatThrownBy(() -> csv("Table 3: Visits,,\n,,\nplace,year,visits\nA,2020,3\n"))
                .hasMessageContaining(
                        "names 1 of its columns in the first row, and 2 more hold values; remove titles and"
                                + " notes above the table, so that the names of the columns stand first");
        assertThatThrownBy(() -> csv("Table 3: Visits\n\nplace,year,visits\nA,2020,3\nB,2020,4\n"))
                .hasMessageContaining(
                        "has 3 values where the first row has one; remove titles and notes above the table");
        assertThat(csv("place,year,,,\nA,2020,,,\n").columns()).hasSize(5);
    }

    @Test
    void poundsBesideEurosAreNotOneUnitAndTheOddOneIsNamed() throws IOException {
        Dataset data = csv("x,d\n\u00a35,1\n\u00a37,1\n\u20ac6,0\n\u00a38,0\n");

        assertThat(data.column("x").orElseThrow()).isInstanceOf(Column.Categorical.class);
        assertThatThrownBy(() -> Attributor.attribute(StudyCases.of("""
                        "design": "randomised-trial", "columns": {"outcome": "x", "treatment": "d"}""", data)))
                .hasMessageContaining("row 3 of the data has '\u20ac6' in the column 'x'");
    }

    /** Values such as 1.000 are whole with a decimal point, and a thousand where commas separate decimals. */
    @Test
    void wholeThousandsBesideDecimalCommasAreThousands() throws IOException {
        Dataset data = csv("spend;share\n1.000;0,5\n2.000;0,25\n12.000;0,3\n");

        assertThat(numbers(data, "spend")).containsExactly(1000, 2000, 12000);
    }

    @Test
    void poundsBeforeACommaAndThreeDigitsAreThousandsWhateverSeparatesValues() throws IOException {
        Dataset data = csv("spend;d\n\u00a31,234;1\n\u00a32,500;0\n");

        assertThat(numbers(data, "spend")).containsExactly(1234, 2500);
    }

    @Test
    void noAnswerBesideYesAndNoIsMissing() throws IOException {
        Dataset data = csv("d\nyes\nno\nNA\nyes\n");

        assertThat(data.column("d").orElseThrow().isMissing(2)).isTrue();
        assertThat(notes(data))
                .contains("yes stands for 1 and no for 0")
                .contains("1 value is written as missing (NA)");
    }

    @Test
    void whatWasReadIsCounted() throws IOException {
        Dataset data = csv("x,p\n\u00a31.50,10%\n\u00a32.50,12%\n3.50,NA\n(1.00),14%\n");

        assertThat(notes(data))
                .contains("\u00a3 beside 2 numbers is left out")
                .contains("'p': 3 numbers in per cent: 12% is read as 12")
                .contains("1 number in brackets or after a minus of print: negative")
                .contains("'p': 1 value is written as missing (NA)");
    }

    @Test
    void marksOfSuppressionAreMissingNumbersAndCounted() throws IOException {
        String rows = IntStream.range(0, 40)
                .mapToObj(row -> switch (row) {
                    case 3 -> "*";
                    case 7 -> "[c]";
                    case 9 -> "<5";
                    case 11 -> "..";
                    case 13 -> ":";
                    case 15 -> "-";
                    case 17 -> "[x]";
                    case 19 -> "NA";
                    default -> row + ".5";
                })
                .collect(Collectors.joining("\n"));

        Dataset data = csv("x\n" + rows + "\n");

        assertThat(IntStream.range(0, 40).filter(numeric(data, "x")::isMissing).boxed())
                .containsExactly(3, 7, 9, 11, 13, 15, 17, 19);
        assertThat(notes(data)).contains("'x': 7 values are marked as suppressed or not available");
    }

    @Test
    void oneTextAmongManyNumbersIsNamedAndMakesNoDummies() throws IOException {
        String rows = IntStream.range(0, 60)
                .mapToObj(row -> row % 2 + "," + row * 1.5 + "," + (row == 20 ? "80+" : Integer.toString(30 + row)))
                .collect(Collectors.joining("\n"));
        Dataset data = csv("d,y,age\n" + rows + "\n");

        assertThatThrownBy(() -> Attributor.attribute(StudyCases.of("""
                        "design": "randomised-trial",
                        "columns": {"outcome": "y", "treatment": "d", "covariates": ["age"]}""", data)))
                .hasMessageContaining("row 21 of the data has '80+' in the column 'age'");
    }

    @Test
    void aCodeNaAmongCodesIsACodeAndSaidToBe() throws IOException {
        Dataset data = csv("region\nNA\nSA\nEA\nNA\n\n");

        assertThat(data.column("region").orElseThrow().text(0)).isEqualTo("NA");
        assertThat(data.column("region").orElseThrow().text(3)).isEqualTo("NA");
        assertThat(notes(data)).contains("'NA' is taken for a code like the others (2 rows)");
    }

    @ParameterizedTest
    @CsvSource({"TRUE,FALSE", "yes,no", "Treated,Control", "intervention,comparison"})
    void wordsForOneAndZeroAreATreatment(String one, String zero) throws IOException {
        Dataset data = csv("y,d\n5," + one + "\n7," + one + "\n1," + zero + "\n2," + zero + "\n");

        double estimate = Attributor.attribute(StudyCases.of("""
                        "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d"}""", data)).estimate();

        assertThat(estimate).isCloseTo(4.5, within(1e-12));
        assertThat(notes(data)).contains(one + " stands for 1 and " + zero + " for 0");
    }

    @Test
    void otherEncodingsAreReadAndSaid() throws IOException {
        String text = "place,x\nS\u00e8te,1\nM\u00fcnchen,2\n";

        Dataset windows = bytes(text.getBytes(Charset.forName("windows-1252")));
        Dataset wide = bytes(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
        Dataset unmarked = bytes(text.getBytes(StandardCharsets.UTF_16BE));

        assertThat(windows.columns()).isEqualTo(csv(text).columns());
        assertThat(wide.columns()).isEqualTo(csv(text).columns());
        assertThat(unmarked.columns()).isEqualTo(csv(text).columns());
        assertThat(notes(windows)).contains("Windows-1252");
        assertThat(notes(wide)).contains("UTF-16");
        assertThat(notes(csv(text))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"01223 123456", "2010-11", "12:30", "1.2.3", "1d", "0x1p3", "2010 Q1", "Jan-10"})
    void whatIsNoNumberStaysWhatItIs(String text) {
        assertThat(NumberText.of(text)).isEmpty();
    }

    @Test
    void aFilterMayWriteANumberAsTheFileDoes() throws IOException {
        Dataset data = csv("code,y,d\n01,5,1\n01,7,1\n01,1,0\n01,2,0\n02,9,1\n02,9,0\n");

        StudyCase all = StudyCases.of("""
                        "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d"}""", data);
        Study study = all.study();
        Study filtered = new Study(
                study.id(),
                study.title(),
                study.question(),
                study.data(),
                Map.of("code", List.of("01")),
                study.design(),
                study.roles(),
                study.options(),
                study.informs());

        assertThat(Attributor.attribute(new StudyCase(filtered, data, all.places()))
                        .estimate())
                .isCloseTo(4.5, within(1e-12));
    }

    private Dataset csv(String text) throws IOException {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Dataset bytes(byte[] bytes) throws IOException {
        return DatasetReader.read(Files.write(folder.resolve("data.csv"), bytes), "data.csv");
    }

    private static Column.Numeric numeric(Dataset data, String name) {
        return (Column.Numeric) data.column(name).orElseThrow();
    }

    private static double[] numbers(Dataset data, String name) {
        return numeric(data, name).values();
    }

    private static String notes(Dataset data) {
        return data.notes().stream().map(Dataset.Note::text).collect(Collectors.joining(" "));
    }
}
