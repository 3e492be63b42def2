package org.worthwhile.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.proposal.InputChange;
import org.worthwhile.proposal.Proposal;

/** People taken in year by year, against flows worked out by hand and by another way of adding them up. */
class CohortsTest {

    private static final Path MODELS = Path.of("models");
    private static final ModelLibrary LIBRARY = PackReader.read(MODELS);

    @Test
    void eachYearsIntakeHasItsOwnLagRampUpDropOffAndDuration() {
        // From being taken in: nothing, a half, all, four fifths, and nothing more.
        double[] quantity = quantity(
                "'intake': {'2026/27': 100, '2028/29': 40}, 'effect': 0.5",
                "'lag': 1, 'rampUp': [0.5, 1], 'dropOff': 0.2, 'duration': 3");
        // 100 people: 0, 25, 50, 40, 0, 0; 40 people two years later: 0, 0, 0, 10, 20, 16.
        assertThat(quantity).containsExactly(new double[] {0, 25, 50, 50, 20, 16}, within(1e-12));
    }

    @Test
    void soManyAYearIsTheSameIntakeWrittenOutByYear() {
        String profile = "'dropOff': 0.3, 'duration': 2";
        double[] annual = quantity(
                "'intake': {'annual': 100, 'from': '2027/28', 'to': '2029/30', 'realGrowth': 0.1}, 'effect': 1",
                profile);
        double[] byYear = quantity("'intake': {'2027/28': 100, '2028/29': 110, '2029/30': 121}, 'effect': 1", profile);
        assertThat(annual).containsExactly(byYear, within(1e-10));
        assertThat(annual).containsExactly(new double[] {0, 100, 180, 198, 84.7, 0}, within(1e-10));
    }

    @Test
    void anIntakeOfOneYearIsAPopulationFromThatYearOn() {
        String rest = "'eligible': 0.3, 'engagement': 0.7, 'completion': 0.9, 'effect': 0.037";
        String profile = "'lag': 1, 'rampUp': [0.25, 0.75], 'dropOff': 0.15";
        double[] once = quantity("'population': 1234, " + rest, "'start': '2027/28', " + profile);
        double[] cohort = quantity("'intake': {'2027/28': 1234}, " + rest, profile);
        for (int t = 0; t < once.length; t++) {
            assertThat(cohort[t]).isCloseTo(once[t], within(1e-12 * Math.abs(once[t])));
        }
        assertThat(once[5]).isGreaterThan(0);
    }

    @Test
    void anImpactForEachCohortComesToTheSame() {
        String profile = "'lag': 1, 'rampUp': [0.4], 'dropOff': 0.5, 'duration': 3";
        double[] together = quantity("'intake': {'2026/27': 7, '2027/28': 11, '2030/31': 13}, 'effect': 0.2", profile);
        double[] apart = new double[together.length];
        for (String cohort : new String[] {"7 2026/27", "11 2027/28", "13 2030/31"}) {
            String[] parts = cohort.split(" ");
            double[] one = quantity(
                    "'population': " + parts[0] + ", 'effect': 0.2", "'start': '" + parts[1] + "', " + profile);
            Arrays.setAll(apart, t -> apart[t] + one[t]);
        }
        assertThat(together).containsExactly(apart, within(1e-12));
    }

    @Test
    void aScenarioChangesTheIntakeOfAYearOrOfAllYears() {
        AppraisalCase byYear = basis("'intake': {'2026/27': 7, '2027/28': 11}, 'effect': 1", "'duration': 1");
        assertThat(quantity(changed(byYear, "do/i/intake/2027/28", 20))).startsWith(7, 20, 0);
        AppraisalCase annual =
                basis("'intake': {'annual': 10, 'to': '2027/28', 'realGrowth': 0.5}, 'effect': 1", "'duration': 1");
        assertThat(quantity(changed(annual, "do/i/intake", 20))).startsWith(20, 30, 0);
        assertThat(quantity(changed(annual, "do/i/intakeGrowth", 0))).startsWith(10, 10, 0);
    }

    @Test
    void whatDoesNotGoWithAnIntakeIsSaidAllAtOnce() {
        assertThatThrownBy(() -> basis("'population': 5, 'intake': {'2026/27': 7}, 'effect': 1", "'start': '2026/27'"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .map(problem -> problem.place().position() + ": " + problem.what())
                                .containsExactlyInAnyOrder(
                                        "/options/0/impacts/0/quantity/population: 'population' does not go with the fields beside it",
                                        "/options/0/impacts/0/profile/start: 'start' does not go with the fields beside it"));
        assertThatThrownBy(() ->
                        basis("'intake': {'annual': 7, 'from': '2025/26', 'to': '2024/25'}, 'effect': 1", "'lag': 1"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .map(problem -> problem.what())
                                .containsExactlyInAnyOrder(
                                        "ends in 2024/25, before it begins in 2025/26",
                                        "takes people in in 2025/26, before the base year 2026/27"));
    }

    @Test
    void anIntakeAfterTheAppraisalPeriodIsAskedAbout() {
        assertThat(Appraiser.appraise(basis("'intake': {'2026/27': 7, '2040/41': 7}, 'effect': 1", "'lag': 0"))
                        .options()
                        .getFirst()
                        .checks())
                .map(Check::id)
                .contains("outside-period");
    }

    private static double[] quantity(String quantity, String profile) {
        return quantity(basis(quantity, profile));
    }

    private static double[] quantity(AppraisalCase basis) {
        return Appraiser.appraise(basis)
                .options()
                .getFirst()
                .impacts()
                .getFirst()
                .quantity()
                .toArray();
    }

    private static AppraisalCase changed(AppraisalCase basis, String input, double value) {
        return basis.withProposal(InputChange.apply(basis.proposal(), Map.of(input, value)));
    }

    private static AppraisalCase basis(String quantity, String profile) {
        String text = """
                {'format': 'worthwhile-proposal/1', 'id': 'case', 'title': 'Case',
                 'appraisal': {'framework': 'uk-green-book-2026', 'baseYear': '2026/27', 'years': 6},
                 'options': [{'id': 'do', 'title': 'Do', 'role': 'preferred', 'impacts': [
                  {'id': 'i', 'title': 'I', 'category': 'social', 'quantity': {%s}, 'profile': {%s}, 'value': {'amount': 1}}]}]}""".formatted(quantity, profile);
        Located<Proposal> proposal = new ProposalReader(MODELS).parse("case.json", text.replace('\'', '"'));
        return References.resolve(proposal.value(), proposal.places(), LIBRARY, Map.of());
    }
}
