package org.worthwhile.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.worthwhile.problem.InvalidInput;

class MagnitudesTest {

    private static final String TRIAL = """
            "design": "randomised-trial", "columns": {"outcome": "y", "treatment": "d"}""";

    @Test
    void numbersTooLargeOrTooSmallToComputeWithAreAProblemOfTheirColumn() {
        assertThatThrownBy(() -> attribute(1e170))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/columns/outcome: the numbers of the column 'y' go up to 1.9E+171,"
                        + " which is too large to compute with; give them in another unit.");
        assertThatThrownBy(() -> attribute(1e-200)).hasMessageContaining("which is too small to compute with");
    }

    @Test
    void theSameNumbersInAnotherUnitGiveTheSameAnswerInThatUnit() {
        Attribution plain = attribute(1);
        assertThat(attribute(1e20).estimate() / 1e20)
                .isCloseTo(plain.estimate(), org.assertj.core.data.Percentage.withPercentage(1e-9));
        assertThat(attribute(1e-20).standardError() / 1e-20)
                .isCloseTo(plain.standardError(), org.assertj.core.data.Percentage.withPercentage(1e-9));
    }

    private static Attribution attribute(double unit) {
        double[] outcome =
                IntStream.range(0, 20).mapToDouble(i -> (i * 7 % 20) * unit).toArray();
        double[] treated = IntStream.range(0, 20).mapToDouble(i -> i % 2).toArray();
        Dataset data = new Dataset(
                "data.csv", List.of(new Column.Numeric("y", outcome), new Column.Numeric("d", treated)), 20, "0");
        return Attributor.attribute(ReferenceCase.studyCase(data, TRIAL));
    }
}
