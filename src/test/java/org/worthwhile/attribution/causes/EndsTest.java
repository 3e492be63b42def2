package org.worthwhile.attribution.causes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.attribution.Diagnostic;
import org.worthwhile.attribution.MadeData;

class EndsTest {

    /** Three units whose outcome is twice their cause, which is unit times month; the months are texts, and one is missing. */
    private static Attribution between(String options) {
        List<String> months = new ArrayList<>();
        double[] unit = new double[12];
        double[] cause = new double[12];
        double[] outcome = new double[12];
        for (int row = 0; row < 12; row++) {
            unit[row] = 1 + row / 4;
            int month = List.of(1, 2, 4, 5).get(row % 4);
            months.add("2016-0" + month);
            cause[row] = unit[row] * month;
            outcome[row] = 2 * cause[row];
        }
        return MadeData.of("u", unit)
                .and("t", months)
                .and("c", cause)
                .and("y", outcome)
                .answer("""
                        "design": "many-causes", "columns": {"outcome": "y", "unit": "u", "time": "t", "causes": ["c"]},
                        "options": {"draws": 20%s}""".formatted(options));
    }

    @Test
    void endsAreTheFirstAndTheLastPeriodOfTheCalendarUnlessGiven() {
        Attribution whole = between("");
        assertThat(whole.estimate()).isCloseTo(2 * 2 * 4, within(1e-9));
        assertThat(whole.estimand()).endsWith("from 2016-01 to 2016-05");
        Attribution part = between(", \"from\": \"2016-02\", \"to\": \"2016-04\"");
        assertThat(part.estimate()).isCloseTo(2 * 2 * 2, within(1e-9));
        assertThat(part.estimand()).endsWith("from 2016-02 to 2016-04");
    }

    @Test
    void aMissingPeriodIsTold() {
        assertThat(between("").diagnostics())
                .filteredOn(told -> told.id().equals("missing-periods"))
                .singleElement()
                .extracting(Diagnostic::message)
                .asString()
                .contains("2016-03");
    }

    @Test
    void anEndThatNoRowIsOfIsRefused() {
        assertThatThrownBy(() -> between(", \"from\": \"2016-03\"")).hasMessageContaining("no row is of 2016-03");
        assertThatThrownBy(() -> between(", \"to\": \"2016-01\""))
                .hasMessageContaining("the two ends of the difference are the same, 2016-01");
    }

    /** Rows of clusters 0, 1, 2 and of 0, 0, 1, 3, 4: three at one end, four at the other. */
    @Test
    void theFewestClustersAreThoseOfTheEndThatHasFewer() {
        int[] clusters = {0, 1, 2, 0, 0, 1, 3, 4};
        int[] places = {7, 7, 7, 9, 9, 9, 9, 9};

        assertThat(new Ends(places, 7, 9, "first", "last", List.of()).fewest(clusters))
                .isEqualTo(3);
        assertThat(new Ends(places, 9, 7, "first", "last", List.of()).fewest(clusters))
                .isEqualTo(3);
        assertThat(new Ends(places, 7, 9, "first", "last", List.of()).fewest(new int[8]))
                .isEqualTo(2);
    }
}
