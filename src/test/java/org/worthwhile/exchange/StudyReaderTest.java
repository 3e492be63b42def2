package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;

class StudyReaderTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsWrongWithAStudyIsToldBeforeWhatIsWrongWithItsData() throws IOException {
        assertThat(problems("\"data\": {\"path\": \"absent.csv\"}, \"design\": \"pannel-regression\""))
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().position()).isEqualTo("/design"));
    }

    @Test
    void ofASoundStudyWhatIsWrongWithItsDataIsTold() throws IOException {
        assertThat(problems("\"data\": {\"path\": \"absent.csv\"}, \"design\": \"panel-regression\""))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("there is no such file"));
    }

    @Test
    void aStudyWithoutDataIsToldAsItsSchemaHasIt() throws IOException {
        assertThat(problems("\"data\": {\"path\": 7}, \"design\": \"panel-regression\""))
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().position()).isEqualTo("/data/path"));
        assertThat(problems("\"design\": \"panel-regression\""))
                .singleElement()
                .satisfies(problem -> assertThat(problem.what()).isEqualTo("'data' is missing"));
    }

    @Test
    void whereTheDataChangedTheFieldThatHoldsTheirFingerprintIsNamedWithWhatItMeans() throws IOException {
        Files.writeString(folder.resolve("d.csv"), "y,x\n1,0\n2,1\n");
        assertThat(problems("\"data\": {\"path\": \"d.csv\", \"sha256\": \"" + "0".repeat(64)
                        + "\"}, \"design\": \"panel-regression\""))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.what()).startsWith("has changed since the study was made");
                    assertThat(problem.remedy())
                            .contains(
                                    "delete the field 'sha256' under 'data' in the study file",
                                    "the fingerprint of the data that the study was made with");
                });
    }

    private List<Problem> problems(String fields) throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.study.json"),
                "{\"format\": \"worthwhile-study/1\", \"id\": \"a\", \"question\": \"a\", \"columns\": {\"outcome\": \"y\","
                        + " \"treatment\": \"x\"}, " + fields + "}");
        return catchThrowableOfType(InvalidInput.class, () -> new StudyReader(Path.of("models")).read(file))
                .problems();
    }
}
