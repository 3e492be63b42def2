package org.worthwhile.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.worthwhile.uncertainty.SmallCases.basis;
import static org.worthwhile.uncertainty.SmallCases.benefit;
import static org.worthwhile.uncertainty.SmallCases.cost;
import static org.worthwhile.uncertainty.SmallCases.normal;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.samples.Samples;

/** What happens when inputs are moved, against answers worked out by hand. */
class SensitivityTest {

    @Test
    void theSwitchingValueIsWhereNpsvIsZeroAndNoneIsSaidOutsideItsRange() {
        // Benefit 2 x effect for a cost of 100: level at an effect of 50.
        SensitivityResult result = Sensitivity.analyse(basis(
                benefit("a", 60, "{\"distribution\": \"uniform\", \"low\": 20, \"high\": 90}")
                        .replace("\"amount\": 1", "\"amount\": 2"),
                cost(100, "{\"distribution\": \"uniform\", \"low\": 99, \"high\": 101}"),
                ""));
        var effect = result.switching().stream()
                .filter(value -> value.input().equals("do/a/effect"))
                .findFirst()
                .orElseThrow();
        assertThat(effect.breakEven().orElseThrow()).isCloseTo(50, within(1e-9));
        var amount = result.switching().stream()
                .filter(value -> value.input().equals("do/c/amount"))
                .findFirst()
                .orElseThrow();
        assertThat(amount.breakEven()).isEmpty();
        // An input without a distribution has its switching value too: 60 x 2 x (1 - deadweight) = 100 at a sixth.
        var deadweight = result.switching().stream()
                .filter(value -> value.input().equals("do/a/deadweight"))
                .findFirst()
                .orElseThrow();
        assertThat(deadweight.breakEven().orElseThrow()).isCloseTo(1 / 6.0, within(1e-9));
        // Both at their medians: 2 x 55 - 100; both at their highest: 2 x 86.5 - 100.9.
        var grid = result.grids().getFirst();
        assertThat(grid.first()).isEqualTo("do/a/effect");
        assertThat(grid.second()).isEqualTo("do/c/amount");
        assertThat(grid.npsv().get(2).get(2)).isCloseTo(10, within(1e-9));
        assertThat(grid.npsv().get(4).get(4)).isCloseTo(2 * 86.5 - 100.9, within(1e-9));
        var bar = result.tornado().getFirst();
        assertThat(bar.input()).isEqualTo("do/a/effect");
        assertThat(bar.npsvAtLow()).isCloseTo(2 * (20 + 0.05 * 70) - 100, within(1e-9));
    }

    @Test
    void noSwitchingValueAsksForFewerPeopleThanNoneOrACostBelowNothing() {
        // Worth 600 for a cost of 100: only with less than no people in 'a', or a negative cost of 'b', would that
        // change.
        SensitivityResult result = Sensitivity.analyse(basis(
                benefit("a", 100, normal(100, 1)) + "," + benefit("b", 500, normal(500, 1)),
                cost(100, normal(100, 1)),
                ""));
        assertThat(result.switching())
                .filteredOn(value ->
                        value.input().endsWith("/population") && value.input().contains("/a/"))
                .hasSize(1)
                .allMatch(value -> value.breakEven().isEmpty());
        assertThat(result.switching())
                .flatExtracting(value -> value.breakEven().stream().toList())
                .isNotEmpty();
    }

    /** Both options rest on one value of wellbeing, which moves each by the name that it has there. */
    @Test
    void whatSeveralOptionsRestOnHasOneBarInEach() {
        AppraisalCase hubs = Samples.appraisals().stream()
                .map(Appraisal::basis)
                .filter(each -> each.proposal().id().equals("family-hubs"))
                .findFirst()
                .orElseThrow();
        assertThat(Sensitivity.analyse(hubs).tornado())
                .filteredOn(bar -> bar.input().endsWith("/wellbeing/value"))
                .extracting(bar -> bar.option() + ": " + bar.input())
                .containsExactlyInAnyOrder(
                        "nine-hubs: nine-hubs/wellbeing/value", "four-hubs: four-hubs/wellbeing/value");
    }

    @Test
    void aScenarioIsTheProposalWithItsInputsChanged() {
        String scenario = ", \"scenarios\": [{\"id\": \"half\", \"title\": \"Half\", \"set\": {\"do/a/effect\": 30}}]";
        SensitivityResult result =
                Sensitivity.analyse(basis(benefit("a", 60, normal(60, 1)), cost(10, normal(10, 1)), scenario));
        assertThat(result.scenarios().getFirst().npsv()).containsExactly(20.0);
    }

    @Test
    void whatALineIsCalledIsOfNoConsequenceForItsSwitchingValues() {
        // Ids that are also names of parts of a line.
        for (String id : List.of("savings", "beneficiaries", "effect", "schedule")) {
            assertThat(switching(id)).isEqualTo(switching("plain")).isNotEmpty();
        }
    }

    private static List<String> switching(String id) {
        return Sensitivity.analyse(basis(
                        benefit(id, 60, normal(60, 1)),
                        cost(10, normal(10, 1)).replace("\"c\"", "\"" + id + "-c\""),
                        ""))
                .switching()
                .stream()
                .map(value -> value.input().replace("do/" + id, "do/line") + " " + value.breakEven())
                .sorted()
                .toList();
    }
}
