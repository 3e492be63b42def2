package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;

/** A number holds every whole number up to 2^53 = 9,007,199,254,740,992 and not the next. */
class CodesOfManyDigitsTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void codesThatWouldBecomeOneNumberAreTextsAndThatIsSaid() throws IOException {
        Dataset data = csv("u,y\n7,1\n9007199254740992,2\n9007199254740993,3\n9007199254740993,4\n");

        Column units = data.column("u").orElseThrow();
        assertThat(units.grouping(new int[] {0, 1, 2, 3}).codes()).containsExactly(0, 1, 2, 2);
        assertThat(data.notes())
                .extracting(Dataset.Note::text)
                .containsExactly("'u': taken for texts, as numbers of so many digits are rounded: 9007199254740992 and"
                        + " 9007199254740993 would be one.");
    }

    @Test
    void roundedNumbersThatStayApartAreNumbers() throws IOException {
        Dataset data = csv("u,y\n9007199254740993,1\n-123456789012345678901,2\n0.12345678901234567,3\n");

        assertThat(((Column.Numeric) data.column("u").orElseThrow()).values())
                .containsExactly(9007199254740992.0, -1.2345678901234568e20, 0.12345678901234567);
        assertThat(data.notes()).isEmpty();
    }

    @Test
    void zerosBeforeACodeMakeNoOtherOfIt() throws IOException {
        Dataset data = csv("u,y\n9007199254740993,1\n09007199254740993,2\n");

        assertThat(data.column("u").orElseThrow()).isInstanceOf(Column.Numeric.class);
    }

    private Dataset csv(String text) throws IOException {
        return DatasetReader.read(Files.writeString(folder.resolve("data.csv"), text), "data.csv");
    }
}
