package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.DatasetReader;
import org.worthwhile.problem.InvalidInput;

/** What a study says when the data do not support it. */
class EdgeCasesTest {

    private static final String DID = """
            "design": "difference-in-differences",
            "columns": {"outcome": "y", "unit": "u", "time": "t", "treatmentStart": "g"}""";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void theDifferenceOfMeanChangesIsFoundByHand() throws IOException {
        // Treated a, b change by 5 and 7 (mean 6); controls c, d by 1 and 3 (mean 2): 6 - 2 = 4.
        Attribution attribution = attribute(
                "u,t,g,y\na,1,2,10\na,2,2,15\nb,1,2,20\nb,2,2,27\nc,1,0,5\nc,2,0,6\nd,1,0,8\nd,2,0,11\n", DID);
        assertThat(attribution.estimate()).isCloseTo(4, within(1e-12));
        // Changes of either arm have the variance 2, of which the means of two units have the half: sqrt(1 + 1).
        assertThat(attribution.standardError()).isCloseTo(Math.sqrt(2), within(1e-12));
        // As in large samples, without n/(n-1): influence +-2 each, sqrt(4 x 4) / 4 = 1.
        Attribution large = attribute(
                "u,t,g,y\na,1,2,10\na,2,2,15\nb,1,2,20\nb,2,2,27\nc,1,0,5\nc,2,0,6\nd,1,0,8\nd,2,0,11\n",
                DID + ", \"options\": {\"inference\": \"large-sample\"}");
        assertThat(large.standardError()).isCloseTo(1, within(1e-12));
    }

    @Test
    void missingValuesAreDroppedAndCounted() throws IOException {
        Attribution attribution = attribute("y,x\n1,2\n2,NA\n3,4\n5,5\n,6\n4,1\n", """
                "design": "panel-regression", "columns": {"outcome": "y", "treatment": "x"}""");
        assertThat(attribution.observations()).isEqualTo(4);
        assertThat(attribution.dropped())
                .containsExactly(new Dropped("rows with a missing value in a column of the study", 2));
    }

    @Test
    void aFilterKeepsTheRowsItNames() throws IOException {
        Path file = Files.writeString(folder.resolve("d.csv"), "y,x,area\n1,2,n\n2,1,n\n3,4,n\n5,5,s\n9,1,s\n");
        StudyCase studyCase = ReferenceCase.studyCase(DatasetReader.read(file, "d.csv"), """
                "design": "panel-regression", "columns": {"outcome": "y", "treatment": "x"}""");
        Study study = studyCase.study();
        Study filtered = new Study(
                study.id(),
                study.title(),
                study.question(),
                study.data(),
                java.util.Map.of("area", java.util.List.of("n")),
                study.design(),
                study.roles(),
                study.options(),
                study.informs());
        assertThat(Attributor.attribute(new StudyCase(filtered, studyCase.dataset(), studyCase.places()))
                        .observations())
                .isEqualTo(3);
    }

    @Test
    void collinearTermsAreDroppedByName() throws IOException {
        Attribution attribution = attribute("y,x,z,w\n1,2,4,1\n2,1,2,5\n3,4,8,2\n5,5,10,2\n4,7,14,9\n", """
                "design": "panel-regression", "columns": {"outcome": "y", "treatment": "x", "covariates": ["z", "w"]}""");
        assertThat(attribution.coefficients()).extracting(Coefficient::term).containsExactly("(Intercept)", "x", "w");
        assertThat(attribution.diagnostics())
                .anySatisfy(diagnostic -> assertThat(diagnostic.message()).contains("explain them: z"));
    }

    @Test
    void aTreatmentThatNeverVariesIsAProblem() throws IOException {
        assertProblem("y,x\n1,3\n2,3\n4,3\n", """
                "design": "panel-regression", "columns": {"outcome": "y", "treatment": "x"}""", "does not vary");
    }

    @Test
    void oneClusterIsAProblem() throws IOException {
        assertProblem("y,x,c\n1,3,a\n2,1,a\n4,2,a\n", """
                "design": "panel-regression", "columns": {"outcome": "y", "treatment": "x", "cluster": "c"}""", "only one cluster");
    }

    @Test
    void unitsWithTwoRowsInAPeriodAreAProblem() throws IOException {
        assertProblem("u,t,g,y\na,1,2,1\na,1,2,2\nb,1,0,1\nb,2,0,1\n", DID, "several rows in one period");
    }

    @Test
    void noControlsIsAProblemThatNamesTheOtherControlGroup() throws IOException {
        assertProblem(
                "u,t,g,y\na,1,2,1\na,2,2,2\na,3,2,4\nb,1,3,1\nb,2,3,1\nb,3,3,5\n",
                DID,
                "set control to not-yet-treated");
    }

    @Test
    void unitsMissingAPeriodOrTreatedFromTheFirstAreDroppedAndCounted() throws IOException {
        Attribution attribution = attribute(
                "u,t,g,y\na,1,2,1\na,2,2,2\nb,1,0,1\nb,2,0,1.5\nc,1,0,3\nd,1,1,4\nd,2,1,5\ne,1,2,3\ne,2,2,5\nf,1,0,2\nf,2,0,2\n",
                DID);
        assertThat(attribution.units()).isEqualTo(4);
        assertThat(attribution.dropped()).extracting(Dropped::count).containsExactly(1L, 1L);
    }

    @Test
    void textsWhereNumbersAreNeededAreAProblem() throws IOException {
        assertProblem(
                "y,x\n1,3\nmany,1\n4,2\n",
                """
                "design": "panel-regression", "columns": {"outcome": "y", "treatment": "x"}""",
                "row 2 of the data has 'many' in the column 'y', which otherwise holds numbers");
        assertProblem("y,x\nfew,3\nmany,1\n4,2\n", """
                "design": "panel-regression", "columns": {"outcome": "y", "treatment": "x"}""", "holds texts such as 'few' (row 1 of the data)");
    }

    @Test
    void allCellsThatAreNoNumbersAreToldAtOnce() {
        StringBuilder data = new StringBuilder("y,x,z\n");
        for (int row = 1; row <= 300; row++) {
            data.append(row % 30 == 0 ? "n.k." : row * 1.5)
                    .append(',')
                    .append(row % 30 == 1 ? "unsure" : row % 7)
                    .append(',')
                    .append(row == 299 ? "low" : row)
                    .append('\n');
        }
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> attribute(data.toString(), """
                "design": "panel-regression", "columns": {"outcome": "y", "treatment": "x", "covariates": ["z"]}"""));

        assertThat(invalid.problems()).hasSize(21);
        assertThat(invalid.getMessage())
                .contains("row 30 of the data has 'n.k.' in the column 'y', which otherwise holds numbers")
                .contains("row 300 of the data has 'n.k.' in the column 'y'")
                .contains("row 1 of the data has 'unsure' in the column 'x'")
                .contains("row 271 of the data has 'unsure' in the column 'x'")
                .contains("1 more cell of a column of numbers holds a text");
    }

    @Test
    void aCovariateOfCodesMayHoldTextsAmongThem() throws IOException {
        StringBuilder data = new StringBuilder("y,x,z\n");
        for (int row = 1; row <= 40; row++) {
            data.append(row * row % 17)
                    .append(',')
                    .append(row % 7)
                    .append(',')
                    .append(row % 4 == 0 ? "A" : row % 4)
                    .append('\n');
        }
        assertThat(attribute(data.toString(), """
                "design": "panel-regression", "columns": {"outcome": "y", "treatment": "x", "covariates": ["z"]}""").coefficients())
                .extracting(Coefficient::term)
                .contains("z = A", "z = 2");
    }

    @Test
    void rowsOfTheWrongLengthAreAllReported() {
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> attribute("y,x\n1\n2,1\n4,2,9\n", DID));
        assertThat(invalid.problems()).hasSize(2);
        assertThat(invalid.getMessage()).contains("d.csv:2: has 1 values").contains("d.csv:4: has 3 values");
    }

    private void assertProblem(String csv, String study, String words) throws IOException {
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, () -> attribute(csv, study));
        assertThat(invalid).isNotNull();
        assertThat(invalid.getMessage()).contains(words);
    }

    private Attribution attribute(String csv, String study) throws IOException {
        Path file = Files.writeString(folder.resolve("d.csv"), csv);
        return Attributor.attribute(ReferenceCase.studyCase(DatasetReader.read(file, "d.csv"), study));
    }
}
