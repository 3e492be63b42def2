package org.worthwhile.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Results where two values are equal, or where one rule begins and another ends. */
class BoundaryCasesTest {

    private static final String COST = """
            {"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"schedule": {%s}}}""";

    /** 1,000 is out from 2026/27 on, and nothing more is paid or comes back. */
    @Test
    void thePeakOfPublicMoneyIsReachedInTheFirstYearOfTheLargestSum() {
        OptionResult option = AppraisalText.appraise(COST.formatted("\"2026/27\": 1000"), "", "\"years\": 3", Map.of());

        assertThat(option.funding().peak()).isEqualTo(1000);
        assertThat(option.funding().peakYear().orElseThrow()).hasToString("2026/27");
    }

    /** 0.1 + 0.2 - 0.3 is 5.6e-17 in binary numbers. */
    @Test
    void costsThatSavingsMeetExactlyNeedNoFunding() {
        OptionResult option = AppraisalText.appraise(
                COST.formatted("\"2026/27\": 0.1") + ","
                        + COST.replace("\"c\"", "\"d\"").formatted("\"2026/27\": 0.2"),
                """
                {"id": "i", "title": "I", "category": "fiscal", "schedule": {"2026/27": 0.3},
                 "savings": [{"organisation": "county", "cashable": 1}]}""",
                "\"years\": 1",
                Map.of());

        assertThat(option.funding().peak()).isZero();
        assertThat(option.funding().peakYear()).isEmpty();
    }

    @Test
    void anOptionIsDominatedByACheaperOneThatGivesOnePoundMoreOrAsMuch() {
        assertThat(dominatedBy("301", "300")).containsExactly("cheap");
        assertThat(dominatedBy("300", "300")).containsExactly("cheap");
        assertThat(dominatedBy("299", "300")).isEmpty();
    }

    @Test
    void anOptionThatCostsTheSameIsDominatedByOneThatGivesMore() {
        List<Increment> increments = AppraisalText.appraiseUnder(
                        "uk-green-book-2026",
                        option("less", "100", "200") + "," + option("more", "100", "201"),
                        "\"years\": 1",
                        Map.of())
                .increments();

        assertThat(increments).extracting(Increment::option).containsExactly("more", "less");
        assertThat(increments.get(1).by()).containsExactly("more");
    }

    @Test
    void optionsThatCostAndGiveTheSameDoNotDominateEachOther() {
        assertThat(AppraisalText.appraiseUnder(
                                "uk-green-book-2026",
                                option("a", "100", "200") + "," + option("b", "100", "200"),
                                "\"years\": 1",
                                Map.of())
                        .increments())
                .allSatisfy(increment -> assertThat(increment.status()).isEqualTo(Increment.Status.FRONTIER));
    }

    /** 150 for 100 and 110 for 60 are each worth 50; of two that are the same, the id decides. */
    @Test
    void ofOptionsWorthTheSameTheCheaperRanksFirstWhateverTheirOrder() {
        String dear = option("a-dear", "100", "150");
        String cheap = option("cheap", "60", "110");
        String same = option("cheap-too", "60", "110");

        assertThat(ranking(dear, same, cheap)).containsExactly("cheap", "cheap-too", "a-dear");
        assertThat(ranking(cheap, same, dear)).containsExactly("cheap", "cheap-too", "a-dear");
    }

    private static List<String> ranking(String... options) {
        return AppraisalText.appraiseUnder("uk-green-book-2026", String.join(",", options), "\"years\": 1", Map.of())
                .ranking()
                .stream()
                .map(result -> result.option().id())
                .toList();
    }

    /** The Green Book discounts health at 1.5%: ten QALYs of the second year are 10 / 1.015 now; others 10 / 1.035. */
    @Test
    void unitsOfHealthAreDiscountedAtTheRateOfHealth() {
        String impact = """
                {"id": "q", "title": "Q", "category": "social", "outcome": "q", "unit": "QALY", "health": %s,
                 "quantity": {"effect": 10}, "profile": {"start": "2027/28"}, "value": {"amount": 1}}""";
        String cost = COST.formatted("\"2026/27\": 700");

        OutcomeResult health = AppraisalText.appraise(cost, impact.formatted(true), "\"years\": 2", Map.of())
                .outcomes()
                .getFirst();
        OutcomeResult other = AppraisalText.appraise(cost, impact.formatted(false), "\"years\": 2", Map.of())
                .outcomes()
                .getFirst();

        assertThat(health.units()).isEqualTo(10);
        assertThat(health.discountedUnits()).isCloseTo(10 / 1.015, within(1e-12));
        assertThat(health.costPerUnit().value().orElseThrow()).isCloseTo(70, within(1e-12));
        assertThat(health.costPerDiscountedUnit().value().orElseThrow()).isCloseTo(71.05, within(1e-12));
        assertThat(other.discountedUnits()).isCloseTo(10 / 1.035, within(1e-12));
    }

    /**
     * County pays 1,000; people gain 3,000; a fiscal impact of 400 relieves the NHS by a half and nobody's budget by the rest:
     * 3,000 / (1,000 - 200). No part of the 400 is what beneficiaries would pay.
     */
    @Test
    void noFiscalImpactCountsAsWhatBeneficiariesWouldPay() {
        OptionResult option =
                AppraisalText.appraise(COST.formatted("\"2026/27\": 1000"), """
                {"id": "b", "title": "B", "category": "social", "schedule": {"2026/27": 3000}},
                {"id": "s", "title": "S", "category": "fiscal", "schedule": {"2026/27": 400},
                 "savings": [{"organisation": "nhs", "share": 0.5}]}""", "\"years\": 1", Map.of());

        assertThat(option.mvpf().value().orElseThrow()).isCloseTo(3.75, within(1e-12));
    }

    /** What dominates the dearer of two options, whose cost is 150 against 100. */
    private static List<String> dominatedBy(String benefitOfCheap, String benefitOfDear) {
        return AppraisalText.appraiseUnder(
                        "uk-green-book-2026",
                        option("cheap", "100", benefitOfCheap) + "," + option("dear", "150", benefitOfDear),
                        "\"years\": 1",
                        Map.of())
                .increments()
                .get(1)
                .by();
    }

    private static String option(String id, String cost, String benefit) {
        return """
                {"id": "%s", "title": "T", "role": "alternative", "costs": [%s],
                 "impacts": [{"id": "b", "title": "B", "category": "social", "schedule": {"2026/27": %s}}]}""".formatted(id, COST.formatted("\"2026/27\": " + cost), benefit);
    }
}
