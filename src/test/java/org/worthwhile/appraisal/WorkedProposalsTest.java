package org.worthwhile.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole proposals worked out by hand under three bodies of guidance, each with its table beside the test. */
class WorkedProposalsTest {

    private static final Offset<Double> TO_THE_PENNY = within(0.005);

    /**
     * Green Book 2026, 3.5%, two years and an income-weighted benefit.
     *
     * <pre>
     *                         2026/27   2027/28   present value
     * factor                   1         0.966184
     * A: county pays           1,000       500     1,483.09
     * A: charity pays            100         0       100.00
     * A: social benefit            0     3,000     2,898.55   all of it to a group at half the median income
     * A: NHS saves                 0       400       386.47
     * B: county pays             600       300       889.86
     * B: social benefit            0     1,000       966.18
     *
     * A: PVC 1,483.09; PVB 2,898.55 + 386.47 - 100 = 3,185.02; NPSV 1,701.93; BCR 2.1476
     *    savings off costs: PVC 1,096.62; PVB 2,798.55; BCR 2.5520
     *    all costs below the line: PVC 1,583.09; PVB 3,285.02; BCR 2.0751
     *    MVPF (2,898.55 - 100) / (1,483.09 - 386.47) = 2.5520
     *    weight 0.5^-1.3 = 2.462289; weighted NPSV 1,701.93 + 2,898.55 x 1.462289 = 5,940.45
     *    annual value 1,701.93 / 1.966184 = 865.60; public funding: 1,000, then 1,500, the peak, as none of the 400 can be cashed
     *    net flow -1,100 then 2,900: internal rate 163.64%
     * B: PVC 889.86; PVB 966.18; NPSV 76.33
     * B to A: cost 593.24, benefit 2,218.84, ratio 3.7402
     * </pre>
     */
    @Test
    void greenBookWithGroupsSavingsAndIncrements() {
        Appraisal appraisal = AppraisalText.appraiseUnder("uk-green-book-2026", """
                {"id": "a", "title": "A", "role": "preferred", "costs": [
                   {"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"schedule": {"2026/27": 1000, "2027/28": 500}}},
                   {"id": "d", "title": "D", "bearer": "charity", "kind": "revenue", "amount": {"schedule": {"2026/27": 100}}}],
                 "impacts": [
                   {"id": "b", "title": "B", "category": "social", "schedule": {"2027/28": 3000}, "beneficiaries": [{"group": "q1", "share": 1}]},
                   {"id": "s", "title": "S", "category": "fiscal", "schedule": {"2027/28": 400}, "savings": [{"organisation": "nhs"}]}],
                 "unmonetised": [{"title": "Noise", "score": -2}]},
                {"id": "b", "title": "B", "role": "alternative", "costs": [
                   {"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"schedule": {"2026/27": 600, "2027/28": 300}}}],
                 "impacts": [{"id": "b", "title": "B", "category": "social", "schedule": {"2027/28": 1000}}],
                 "unmonetised": [{"title": "Calm", "score": 1}]}""", "\"years\": 2", Map.of());
        OptionResult a = appraisal.option("a");
        assertThat(a.pvc()).isCloseTo(1483.09, TO_THE_PENNY);
        assertThat(a.pvb()).isCloseTo(3185.02, TO_THE_PENNY);
        assertThat(a.npsv()).isCloseTo(1701.93, TO_THE_PENNY);
        assertThat(value(a.bcr())).isCloseTo(2.1476, within(0.00005));
        assertThat(a.views()).hasSize(3);
        assertThat(value(a.views().get(0).indicators().bcr())).isCloseTo(2.5520, within(0.00005));
        assertThat(value(a.views().get(1).indicators().bcr())).isCloseTo(2.0751, within(0.00005));
        assertThat(value(a.mvpf())).isCloseTo(2.5520, within(0.00005));
        assertThat(a.incidence().weightedNpsv()).isCloseTo(5940.45, TO_THE_PENNY);
        assertThat(a.equivalentAnnualValue()).isCloseTo(865.60, TO_THE_PENNY);
        assertThat(value(a.internalRates().single())).isCloseTo(2900.0 / 1100 - 1, within(1e-9));
        assertThat(a.funding().peak()).isEqualTo(1500);
        OptionResult b = appraisal.option("b");
        assertThat(b.npsv()).isCloseTo(76.33, TO_THE_PENNY);
        Increment step = appraisal.increments().get(1);
        assertThat(step.option()).isEqualTo("a");
        assertThat(step.step().orElseThrow().against()).isEqualTo("b");
        assertThat(step.step().orElseThrow().cost()).isCloseTo(593.24, TO_THE_PENNY);
        assertThat(step.step().orElseThrow().benefit()).isCloseTo(2218.84, TO_THE_PENNY);
        assertThat(value(step.step().orElseThrow().ratio())).isCloseTo(3.7402, within(0.00005));
        // The noise would have to cost what A is ahead, to change the ranking; the calm to be worth as much.
        assertThat(value(a.unmonetised().getFirst().toChangeRanking())).isCloseTo(1701.93 - 76.33, within(0.01));
        assertThat(value(b.unmonetised().getFirst().toChangeRanking())).isCloseTo(1701.93 - 76.33, within(0.01));
        assertThat(value(a.unmonetised().getFirst().toBreakEven())).isCloseTo(1701.93, TO_THE_PENNY);
        assertThat(b.unmonetised().getFirst().toBreakEven().value()).isEmpty();
    }

    /**
     * New Zealand, non-commercial: 2.0% a year, no price index.
     *
     * <pre>
     *                     0        1          2        present value
     * factor              1        0.980392   0.961169
     * county pays         1,000    1,000      1,000    2,941.56
     * 50 people x 0.2     10 units a year from year 1; after that a tenth less each year
     * units               0        10         9
     * at 250              0        2,500      2,250    4,613.61
     * NPSV 1,672.05; BCR 1.5684; public cost for each of 19 units 154.82
     * </pre>
     */
    @Test
    void newZealandWithoutAPriceIndex() {
        Appraisal appraisal = AppraisalText.appraiseUnder(
                "nz-treasury-non-commercial", """
                {"id": "do", "title": "Do", "role": "preferred",
                 "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"annual": 1000}}],
                 "impacts": [{"id": "b", "title": "B", "category": "social", "outcome": "jobs", "unit": "job",
                   "quantity": {"population": 50, "effect": 0.2}, "profile": {"start": "2027/28", "dropOff": 0.1},
                   "value": {"amount": 250}}]}""", "\"years\": 3, \"currency\": \"NZD\"", Map.of());
        OptionResult option = appraisal.option("do");
        assertThat(option.pvc()).isCloseTo(2941.56, TO_THE_PENNY);
        assertThat(option.pvb()).isCloseTo(4613.61, TO_THE_PENNY);
        assertThat(value(option.bcr())).isCloseTo(1.5684, within(0.00005));
        assertThat(option.outcomes().getFirst().units()).isCloseTo(19, within(1e-9));
        assertThat(value(option.outcomes().getFirst().costPerUnit())).isCloseTo(154.82, TO_THE_PENNY);
        assertThat(appraisal.inflators()).isEmpty();
        assertThat(option.budget().getFirst().nominal()).isEmpty();
        assertThat(option.valueForMoney()).isEmpty();
    }

    /**
     * Green Book 2026 over 60 years, so that the lower rates are looked at too: 100 a year from year 0.
     *
     * <pre>
     * standard  1 + (1 - 1.035^-30)/0.035 + 1.035^-30 (1 - 1.03^-29)/0.03
     *         = 1 + 18.392045 + 0.356278 x 19.188455 = 26.228468
     * lower     1 + (1 - 1.03^-30)/0.03 + 1.03^-30 (1 - 1.0257^-29)/0.0257
     *         = 1 + 19.600441 + 0.411987 x 20.268...
     * </pre>
     */
    @Test
    void aLongHorizonIsLookedAtWithLowerRatesToo() {
        String impact = """
                {"id": "b", "title": "B", "category": "social", "quantity": {"effect": 1}, "value": {"amount": 100}}""";
        OptionResult option = AppraisalText.appraise("", impact, "\"years\": 60", Map.of());
        assertThat(option.npsv()).isCloseTo(2622.85, within(0.01));
        double lower =
                1 + (1 - Math.pow(1.03, -30)) / 0.03 + Math.pow(1.03, -30) * (1 - Math.pow(1.0257, -29)) / 0.0257;
        assertThat(option.longHorizon().orElseThrow().npsv()).isCloseTo(100 * lower, within(1e-8));
        assertThat(AppraisalText.appraise("", impact, "\"years\": 50", Map.of()).longHorizon())
                .isEmpty();
    }

    @Test
    void aPackWithoutAPriceIndexRefusesMoneyOfOtherYears() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> AppraisalText.appraiseUnder("who-choice", """
                        {"id": "do", "title": "Do", "role": "preferred", "costs": [
                          {"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"annual": 1}, "basis": {"priceYear": "2020/21"}},
                          {"id": "d", "title": "D", "bearer": "county", "kind": "revenue", "amount": {"annual": 1}, "basis": {"real": false}}]}""", "\"years\": 3", Map.of()))
                .hasMessageContaining("no price index, so money of 2020/21 cannot be turned into money of 2026/27")
                .hasMessageContaining("no price index to turn nominal money into real money with");
    }

    @Test
    void anOptionThatCostsMoreAndGivesLessIsDominated() {
        String option = """
                {"id": "%s", "title": "T", "role": "alternative",
                 "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"schedule": {"2026/27": %s}}}],
                 "impacts": [{"id": "b", "title": "B", "category": "social", "schedule": {"2026/27": %s}}]}""";
        List<Increment> increments = AppraisalText.appraiseUnder(
                        "uk-green-book-2026",
                        String.join(
                                ",",
                                option.formatted("cheap", "100", "300"),
                                option.formatted("bad", "150", "250"),
                                option.formatted("dear", "200", "500")),
                        "\"years\": 1",
                        Map.of())
                .increments();
        assertThat(increments).extracting(Increment::option).containsExactly("cheap", "bad", "dear");
        assertThat(increments.get(1).status()).isEqualTo(Increment.Status.DOMINATED);
        assertThat(increments.get(1).by()).containsExactly("cheap");
        assertThat(increments.get(2).step().orElseThrow().against()).isEqualTo("cheap");
        assertThat(value(increments.get(2).step().orElseThrow().ratio())).isEqualTo(2);
    }

    @Test
    void flowsThatChangeSignTwiceHaveSeveralInternalRatesOrNone() {
        // -1000 + 2500 x - 1540 x^2 = 0 has x = 1/1.1 and x = 1/1.4: rates 10% and 40%.
        InternalRates two = InternalRates.of(Flows.of(-1000, 2500, -1540));
        assertThat(two.rates()).hasSize(2);
        assertThat(two.rates().get(0)).isCloseTo(0.1, within(1e-9));
        assertThat(two.rates().get(1)).isCloseTo(0.4, within(1e-9));
        assertThat(two.single().value()).isEmpty();
        assertThat(two.reason()).contains("2 such rates");
        // 1000 - 2000 x + 1500 x^2 has no real root.
        assertThat(InternalRates.of(Flows.of(1000, -2000, 1500)).rates()).isEmpty();
        assertThat(InternalRates.of(Flows.of(10, 20)).reason()).contains("never negative");
        assertThat(InternalRates.of(Flows.of(-100, 110)).rates())
                .singleElement()
                .satisfies(rate -> assertThat(rate).isCloseTo(0.1, within(1e-12)));
    }

    /** The same flows have the same rate however many years without flows stand before and after them. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0, 13", "0, 28", "0, 191", "3, 0", "3, 60", "100, 100"})
    void yearsWithoutFlowsDoNotMoveTheInternalRate(int before, int after) {
        double[] worked = {-1000, 200, 200, 200, 200, 200, 200, 200, 200};
        Flows padded = Flows.of(
                before + worked.length + after,
                t -> t >= before && t < before + worked.length ? worked[t - before] : 0);

        // 200 a year for eight years are worth 1,000 at an annuity factor of 5: (1 - x^-8) / (x - 1) = 5 at x =
        // 1.1181451 (RATE(8, 200, -1000)).
        assertThat(InternalRates.of(padded).rates())
                .singleElement()
                .satisfies(rate -> assertThat(rate).isCloseTo(0.1181451, within(5e-8)))
                .satisfies(rate ->
                        assertThat((1 - StrictMath.pow(1 + rate, -8)) / rate).isCloseTo(5, within(1e-9)));
    }

    /** 1,100 / 1.05 - 1,000 = 47.62; at 3% 67.96, at 7% 28.04; the rate at which it is worth nothing is 10%. */
    @Test
    void ratesBesidesTheFrameworksComeWithTheRateAtWhichNothingIsLeft() {
        OptionResult option = AppraisalText.appraiseUnder(
                        "au-nsw-tpg23-08", """
                {"id": "do", "title": "Do", "role": "preferred",
                 "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"schedule": {"2026/27": 1000}}}],
                 "impacts": [{"id": "b", "title": "B", "category": "social", "health": true, "schedule": {"2027/28": 1100}}]}""", "\"years\": 2, \"currency\": \"AUD\"", Map.of())
                .option("do");

        assertThat(option.npsv()).isCloseTo(47.62, TO_THE_PENNY);
        assertThat(option.sensitivities().atOtherRates())
                .extracting(Sensitivities.AtRate::label)
                .containsExactly("3%", "7%");
        assertThat(option.sensitivities().atOtherRates().get(0).indicators().npsv())
                .isCloseTo(67.96, TO_THE_PENNY);
        assertThat(option.sensitivities().atOtherRates().get(1).indicators().npsv())
                .isCloseTo(28.04, TO_THE_PENNY);
        assertThat(value(option.switchingRate())).isCloseTo(0.1, within(1e-9));
    }

    /**
     * 1,000 of capital in 2026/27 with 500 left in 2027/28: NPSV 500 / 1.035 - 1,000 + 600 = 83.09, without what is left -400.
     * The county needs 1,000 and then nothing comes back, for what an asset is worth is not cash.
     */
    @Test
    void whatAssetsAreWorthAtTheEndIsNeitherCashNorAllThatCarriesTheResult() {
        OptionResult option = AppraisalText.appraise("""
                {"id": "c", "title": "C", "bearer": "county", "kind": "capital", "amount": {"schedule": {"2026/27": 1000}}, "optimismBias": {"uplift": 0}},
                {"id": "r", "title": "R", "bearer": "county", "kind": "residual-value", "amount": {"schedule": {"2027/28": 500}}}""", """
                {"id": "b", "title": "B", "category": "social", "schedule": {"2026/27": 600}}""", "\"years\": 2", Map.of());

        assertThat(option.npsv()).isCloseTo(83.09, TO_THE_PENNY);
        assertThat(option.sensitivities().withoutResidual().orElseThrow().npsv())
                .isCloseTo(-400, TO_THE_PENNY);
        assertThat(option.budget().getFirst().fundingNeed().toArray()).containsExactly(1000, 0);
        assertThat(option.budget().getFirst().capital().toArray()).containsExactly(1000, 0);
        assertThat(option.payback()).isEmpty();
    }

    /**
     * 1,000 of public cost that saves 200 of other public money, and 1,500 of social gain: A-94 divides 1,700 by 1,000. At 25 cents
     * for each dollar of the net 800 the cost is 1,200, NPSV 500 and the ratio 1.42.
     */
    @Test
    void theMarginalCostOfPublicFundsIsOnNetPublicCostAndStandsBesideTheHeadline() {
        OptionResult option = underA94("us-omb-a94-1992");

        assertThat(option.npsv()).isCloseTo(700, TO_THE_PENNY);
        assertThat(value(option.bcr())).isCloseTo(1.7, within(1e-12));
        Indicators with = option.sensitivities().withCostOfPublicFunds().orElseThrow();
        assertThat(with.pvc()).isCloseTo(1200, TO_THE_PENNY);
        assertThat(with.npsv()).isCloseTo(500, TO_THE_PENNY);
        assertThat(value(with.bcr())).isCloseTo(1700 / 1200.0, within(1e-12));
    }

    @Test
    void withoutAMarginalCostOfPublicFundsInTheFrameworkThereIsNoResultWithIt() {
        assertThat(underA94("us-omb-a4-2023").sensitivities().withCostOfPublicFunds())
                .isEmpty();
        assertThat(underA94("uk-green-book-2026").sensitivities().withCostOfPublicFunds())
                .isEmpty();
    }

    private static OptionResult underA94(String framework) {
        return AppraisalText.appraiseUnder(framework, """
                {"id": "do", "title": "Do", "role": "preferred", "costs": [
                   {"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"schedule": {"2026/27": 1000}}}],
                 "impacts": [{"id": "b", "title": "B", "category": "social", "schedule": {"2026/27": 1500}},
                   {"id": "s", "title": "S", "category": "fiscal", "schedule": {"2026/27": 200}, "savings": [{"organisation": "nhs"}]}]}""", "\"years\": 1", Map.of())
                .option("do");
    }

    @Test
    void withoutOptimismBiasTheUpliftIsLeftOut() {
        OptionResult option = AppraisalText.appraise("""
                {"id": "c", "title": "C", "bearer": "county", "kind": "capital", "amount": {"schedule": {"2026/27": 100}},
                 "optimismBias": {"uplift": 0.3}}""", "", "\"years\": 1", Map.of());
        assertThat(option.pvc()).isEqualTo(130);
        assertThat(option.withoutOptimism().pvc()).isEqualTo(100);
    }

    @Test
    void moneyThatPaysForItselfHasAnInfiniteMarginalValueOfPublicFunds() {
        OptionResult option = AppraisalText.appraise("", """
                {"id": "b", "title": "B", "category": "social", "schedule": {"2026/27": 10}},
                {"id": "s", "title": "S", "category": "fiscal", "schedule": {"2026/27": 5}, "savings": [{"organisation": "county"}]}""", "\"years\": 1", Map.of());
        assertThat(option.mvpf().value()).isEmpty();
        assertThat(option.mvpf().reason()).startsWith("infinite");
    }

    /**
     * 100 tonnes a year from 2024 to 2030 at the central series of November 2023 and 3.5% are worth 177,823 at 2022 prices and
     * 196,489 at 2024 prices, by the calendar deflator 100 / 90.5005 (R package greenbook 0.1.1, on table 3 of the Department
     * for Energy Security and Net Zero).
     */
    @Test
    void aHundredTonnesOfCarbonAYearAreWorthWhatTheTableOf2022PricesSays() {
        Appraisal appraisal = AppraisalText.appraiseUnder(
                "uk-green-book-2026", """
                {"id": "do", "title": "Do", "role": "preferred", "impacts": [
                  {"id": "b", "title": "B", "category": "environmental", "quantity": {"effect": 100},
                   "profile": {"start": "2024/25"}, "value": {"unitValue": "uk-carbon/co2e-central"}}]}""", "\"years\": 7, \"priceYear\": \"2022/23\"", Map.of(), "2024/25");

        double npsv = appraisal.option("do").npsv();
        assertThat(npsv * 100 / 90.5005).isCloseTo(196_489, within(0.5));
        org.worthwhile.framework.PriceIndex calendar = java.util.Optional.ofNullable(
                        AppraisalText.LIBRARY.priceIndices().get("uk-gdp-deflator-calendar"))
                .orElseThrow();
        assertThat(calendar.factor(
                        org.worthwhile.proposal.FinancialYear.of("2022/23"),
                        org.worthwhile.proposal.FinancialYear.of("2024/25")))
                .isCloseTo(100 / 90.5005, within(1e-5));
    }

    private static double value(Indicator indicator) {
        return indicator.value().orElseThrow();
    }

    @Test
    void aCostForEachOfNearlyNoUnitsIsNotMeaningfulRatherThanInfinite() {
        OptionResult option = AppraisalText.appraise("""
                {"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"annual": 1000}}""", """
                {"id": "b", "title": "B", "category": "social", "outcome": "jobs", "unit": "job",
                 "quantity": {"effect": 5e-324}, "value": {"amount": 250}}""", "\"years\": 3", Map.of());
        Indicator perUnit = option.outcomes().getFirst().costPerUnit();
        assertThat(perUnit.value()).isEmpty();
        assertThat(perUnit.reason()).isEqualTo("it is too large a number to mean anything");
    }
}
