package org.worthwhile.appraisal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.worthwhile.proposal.Evidence;

/** Each check speaks where it should, and is silent where it should be. */
class ChecksTest {

    private static final String COST = """
            {"id": "c", "title": "Cost", "bearer": "county", "kind": "revenue", "amount": {"annual": 100}%s}""";
    private static final String IMPACT = """
            {"id": "b", "title": "Benefit", "category": "social", "outcome": "falls", "quantity": {"effect": {"value": 2, "standardError": 1}},
             "value": {"amount": 1000}, "additionality": {"deadweight": 0.1}, "counterfactual": "as now"%s}""";

    @Test
    void sharesThatDoNotSumToOne() {
        String fiscal = """
                {"id": "s", "title": "Saving", "category": "fiscal", "schedule": {"2026/27": 5}, "counterfactual": "as now",
                 "additionality": {"deadweight": 0.1}, "savings": [{"organisation": "county", "share": %s}]}""";
        assertThat(checks("", fiscal.formatted("0.9"))).contains("saving-shares");
        assertThat(checks("", fiscal.formatted("1.0"))).doesNotContain("saving-shares");
        String groups = ", \"beneficiaries\": [{\"group\": \"q1\", \"share\": %s}]";
        assertThat(checks("", IMPACT.formatted(groups.formatted("0.4")))).contains("beneficiary-shares");
        assertThat(checks("", IMPACT.formatted(groups.formatted("1.0")))).doesNotContain("beneficiary-shares");
    }

    @Test
    void anImpactWithoutACounterfactual() {
        assertThat(checks("", IMPACT.formatted("").replace("as now", ""))).contains("counterfactual-missing");
        assertThat(checks("", IMPACT.formatted(""))).doesNotContain("counterfactual-missing");
    }

    @Test
    void aBenefitCountedTwice() {
        String again = IMPACT.formatted("").replace("\"b\"", "\"b2\"");
        assertThat(checks("", IMPACT.formatted("") + "," + again)).contains("benefit-counted-twice");
        assertThat(checks("", IMPACT.formatted("") + "," + again.replace("falls", "absence")))
                .doesNotContain("benefit-counted-twice");
        String otherGroup = again.replace(
                "\"counterfactual\"", "\"beneficiaries\": [{\"group\": \"q1\", \"share\": 1}], \"counterfactual\"");
        assertThat(checks("", IMPACT.formatted("") + "," + otherGroup)).doesNotContain("benefit-counted-twice");
    }

    @Test
    void moneyThatOnlyChangesHandsButIsNotMarkedATransfer() {
        String receipt = """
                {"id": "r", "title": "Grant", "bearer": "nhs", "kind": "receipt", "amount": {"annual": %s}%s}""";
        assertThat(checks(COST.formatted("") + "," + receipt.formatted("100", ""), ""))
                .contains("transfer-in-npsv");
        assertThat(checks(COST.formatted("") + "," + receipt.formatted("90", ""), ""))
                .doesNotContain("transfer-in-npsv");
        assertThat(checks(
                        COST.formatted(", \"transfer\": true") + "," + receipt.formatted("100", ", \"transfer\": true"),
                        ""))
                .doesNotContain("transfer-in-npsv");
    }

    @Test
    void aUnitValueThatIsOldOrUnverifiedOrNeedsTheHealthRate() {
        String unitValue = IMPACT.replace("\"amount\": 1000", "\"unitValue\": \"%s\"");
        assertThat(checks("", unitValue.formatted("uk-crime/robbery", "")))
                .contains("unit-value-old")
                .doesNotContain("unit-value-unverified");
        assertThat(checks("", unitValue.formatted("uk-wellbeing/wellby", "")))
                .contains("unit-value-unverified", "unit-value-health-rate")
                .doesNotContain("unit-value-old");
        assertThat(checks("", unitValue.formatted("uk-wellbeing/wellby", ", \"health\": true")))
                .doesNotContain("unit-value-health-rate");
    }

    @Test
    void anImpactCountedInAnotherUnitThanItsValue() {
        String wellbeing = IMPACT.replace("\"amount\": 1000", "\"unitValue\": \"uk-wellbeing/wellby\"");
        assertThat(AppraisalText.appraise("", wellbeing.formatted(", \"unit\": \"QALYs\""), "\"years\": 3", Map.of())
                        .checks())
                .filteredOn(check -> check.id().equals("unit-value-unit"))
                .extracting(Check::message)
                .containsExactly(
                        "The impact 'Benefit' counts 'QALYs', but its unit value 'One-point change in life satisfaction for one person for a year (WELLBY)' is for one"
                                + " 'WELLBY'");
        assertThat(checks("", wellbeing.formatted(", \"unit\": \"WELLBYs\""))).doesNotContain("unit-value-unit");
        assertThat(checks("", wellbeing.formatted(", \"unit\": \"smiles\""))).doesNotContain("unit-value-unit");
        assertThat(checks("", wellbeing.formatted(""))).doesNotContain("unit-value-unit");
    }

    @Test
    void anImpactCountedInAnotherUnitThanItsEvidence() {
        String evidence = "{\"value\": 2, \"standardError\": 1}";
        String counted = ", \"unit\": \"people\"";
        String taken = IMPACT.replace(evidence, "{\"evidence\": \"trial\"%s}");
        Map<String, Evidence> trial = Map.of("trial", evidence("percentage points"));
        assertThat(ids(AppraisalText.appraise("", taken.formatted("", counted), "\"years\": 3", trial)
                        .checks()))
                .contains("evidence-unit");
        assertThat(ids(AppraisalText.appraise("", taken.formatted(", \"scale\": 0.01", counted), "\"years\": 3", trial)
                        .checks()))
                .doesNotContain("evidence-unit");
        assertThat(ids(AppraisalText.appraise(
                                "",
                                taken.formatted("", counted),
                                "\"years\": 3",
                                Map.of("trial", evidence("participant")))
                        .checks()))
                .doesNotContain("evidence-unit");
    }

    @Test
    void yearlyUnitValuesThatEndBeforeTheAppraisal() {
        String carbon = IMPACT.replace("\"amount\": 1000", "\"unitValue\": \"uk-carbon/co2e-central\"")
                .formatted("");
        assertThat(checks("", carbon)).doesNotContain("unit-value-series-ends");
        assertThat(ids(AppraisalText.appraise("", carbon, "\"years\": 40", Map.of())
                        .checks()))
                .contains("unit-value-series-ends");
    }

    @Test
    void anEffectThatIsTypedWhereEvidenceExists() {
        assertThat(ids(AppraisalText.appraise(
                                "", IMPACT.formatted(""), "\"years\": 3", Map.of("trial", evidence("fall")))
                        .checks()))
                .contains("effect-typed-where-evidence-exists");
        assertThat(checks("", IMPACT.formatted(""))).doesNotContain("effect-typed-where-evidence-exists");
    }

    private static Evidence evidence(String unit) {
        return new Evidence(
                "trial",
                "A trial",
                "falls",
                unit,
                1,
                0.1,
                OptionalDouble.empty(),
                List.of(),
                "",
                new Evidence.Source.Citation("Invented"),
                Optional.empty(),
                LocalDate.of(2026, 1, 1),
                "",
                true,
                List.of());
    }

    @Test
    void aCentralValueALittleOutsideItsDistribution() {
        String unsure =
                ", \"uncertainty\": {\"distribution\": \"uniform\", \"low\": %s, \"high\": 1.3, \"relative\": true}";
        assertThat(checks(COST.formatted(unsure.formatted("1.05")), "")).contains("central-value-and-distribution");
        assertThat(checks(COST.formatted(unsure.formatted("0.95")), ""))
                .doesNotContain("central-value-and-distribution");
    }

    @Test
    void capitalWithoutOptimismBiasOrWithTooLittle() {
        String capital = COST.replace("revenue", "capital");
        assertThat(checks(capital.formatted(""), "")).contains("optimism-bias-missing");
        assertThat(checks(capital.formatted(", \"optimismBias\": {\"uplift\": 0}"), ""))
                .doesNotContain("optimism-bias-missing");
        String mitigated = ", \"optimismBias\": {\"type\": \"standard-buildings\", \"mitigation\": %s}";
        // 24% x (1 - 0.95) = 1.2%, below the lower bound of 2%.
        assertThat(checks(capital.formatted(mitigated.formatted("0.95")), ""))
                .contains("optimism-bias-below-lower-bound");
        assertThat(checks(capital.formatted(mitigated.formatted("0.5")), ""))
                .doesNotContain("optimism-bias-below-lower-bound");
    }

    @Test
    void aHorizonBeyondTheLifeOfTheAsset() {
        String asset = COST.replace("{\"annual\": 100}", "{\"schedule\": {\"2026/27\": 100}}");
        assertThat(checks(asset.formatted(", \"assetLife\": 1"), "")).contains("horizon-beyond-asset-life");
        assertThat(checks(asset.formatted(", \"assetLife\": 2"), "")).doesNotContain("horizon-beyond-asset-life");
    }

    @Test
    void additionalityThatWasNotConsidered() {
        assertThat(checks("", IMPACT.formatted("").replace("0.1}", "0}"))).contains("additionality-not-considered");
        assertThat(checks("", IMPACT.formatted(""))).doesNotContain("additionality-not-considered");
    }

    @Test
    void costsThatStopWhileBenefitsGoOn() {
        String early = COST.replace("{\"annual\": 100}", "{\"annual\": 100, \"to\": \"2027/28\"}")
                .formatted("");
        assertThat(checks(early, IMPACT.formatted(""))).contains("costs-stop-before-benefits");
        assertThat(checks(COST.formatted(""), IMPACT.formatted(""))).doesNotContain("costs-stop-before-benefits");
    }

    @Test
    void aLineThatMattersEnteredAsCertain() {
        // Benefit 1,800 a year against a cost of 1,500: NPSV is 300 a year, less than either.
        String cost = COST.replace("100", "1500");
        String unsure =
                ", \"uncertainty\": {\"distribution\": \"uniform\", \"low\": 0.9, \"high\": 1.1, \"relative\": true}";
        assertThat(checks(cost.formatted(""), IMPACT.formatted(""))).contains("uncertainty-missing");
        assertThat(checks(cost.formatted(unsure), IMPACT.formatted(""))).doesNotContain("uncertainty-missing");
        // A cost of 100 is less than NPSV.
        assertThat(checks(COST.formatted(""), IMPACT.formatted(""))).doesNotContain("uncertainty-missing");
    }

    @Test
    void yearsOutsideThePeriodAndNoBusinessAsUsual() {
        assertThat(checks(
                        COST.replace("{\"annual\": 100}", "{\"schedule\": {\"2030/31\": 1}}")
                                .formatted(""),
                        ""))
                .contains("outside-period", "no-business-as-usual");
        assertThat(checks(COST.formatted(""), "")).doesNotContain("outside-period");
    }

    /** The index of the United Kingdom's packs ends in 2030/31. */
    @Test
    void moneyOfYearsThatThePriceIndexDoesNotReach() {
        String nominal = ", \"basis\": {\"real\": false}";
        assertThat(checks(COST.formatted(nominal), IMPACT.formatted(""))).doesNotContain("prices-beyond-index");
        assertThat(AppraisalText.appraise(COST.formatted(nominal), IMPACT.formatted(""), "\"years\": 30", Map.of())
                        .checks())
                .filteredOn(check -> check.id().equals("prices-beyond-index"))
                .singleElement()
                .satisfies(check -> assertThat(check.message())
                        .startsWith(
                                "The cost 'Cost' is turned from money of 2055/56 into money of 2026/27, but the price"
                                        + " index ends in 20")
                        .endsWith("a year is carried on"));
        String far = IMPACT.replace("\"amount\": 1000", "\"amount\": 1000, \"priceYear\": \"2090/91\"");
        assertThat(checks("", far.formatted(""))).contains("prices-beyond-index");
        assertThat(checks("", IMPACT.formatted(""))).doesNotContain("prices-beyond-index");
        assertThat(checks(COST.formatted(nominal).replace("100}", "100, \"to\": \"2055/56\"}"), ""))
                .as("money after the period is not counted")
                .doesNotContain("prices-beyond-index");
        assertThat(ids(AppraisalText.appraise(
                                COST.formatted(", \"basis\": {\"priceYear\": \"2024/25\"}"),
                                "",
                                "\"years\": 3, \"priceYear\": \"2090/91\"",
                                Map.of())
                        .checks()))
                .as("money is turned into that of a year beyond it")
                .contains("prices-beyond-index");
    }

    private static List<String> checks(String costs, String impacts) {
        return ids(
                AppraisalText.appraise(costs, impacts, "\"years\": 3", Map.of()).checks());
    }

    private static List<String> ids(List<Check> checks) {
        return checks.stream().map(Check::id).toList();
    }
}
