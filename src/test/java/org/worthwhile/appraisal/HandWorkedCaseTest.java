package org.worthwhile.appraisal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.DiscountSchedule;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Timing;

/** Appraisals small enough to work out on paper; every expected figure is computed step by step beside the test. */
class HandWorkedCaseTest {

    private static final Path MODELS = Path.of("models");
    private static final ModelLibrary LIBRARY = PackReader.read(MODELS);

    /** Of the order of the rounding in a few dozen additions of doubles. */
    private static final double EXACT = 1e-9;

    private static final double DF1 = 1 / 1.035;
    private static final double DF2 = DF1 / 1.035;
    private static final double HEALTH_DF1 = 1 / 1.015;
    private static final double HEALTH_DF2 = HEALTH_DF1 / 1.015;

    @Test
    void discountFactorsAreThoseOfTheGreenBookTable() {
        double[] factors = greenBook().factors(126, Timing.END_YEAR);
        assertThat(factors[0]).isEqualTo(1);
        assertThat(factors[10]).isCloseTo(0.7089, within(0.00005));
        assertThat(factors[30]).isCloseTo(0.3563, within(0.00005));
        assertThat(factors[50]).isCloseTo(0.1973, within(0.00005));
        assertThat(factors[50]).isCloseTo(Math.pow(1.035, -30) * Math.pow(1.03, -20), within(1e-15));
        assertThat(factors[125])
                .isCloseTo(Math.pow(1.035, -30) * Math.pow(1.03, -45) * Math.pow(1.025, -50), within(1e-15));
    }

    @Test
    void midYearTimingMovesEachFactorHalfAYearOnAtTheRateOfTheFollowingYear() {
        DiscountSchedule schedule = greenBook();
        double[] factors = schedule.factors(31, Timing.MID_YEAR);
        assertThat(factors[0]).isCloseTo(Math.pow(1.035, -0.5), within(1e-15));
        // Year 30 is followed by year 31, the first at 3.0%.
        assertThat(factors[30]).isCloseTo(Math.pow(1.035, -30) * Math.pow(1.03, -0.5), within(1e-15));
    }

    @Test
    void discountingAConstantPerpetuityApproachesOneOverTheRate() {
        double[] factors =
                new DiscountSchedule(List.of(new DiscountSchedule.Band(0, 0.035))).factors(1000, Timing.END_YEAR);
        double presentValue = Flows.of(factors).total();
        // Paid from year 0: a + a/r.
        assertThat(presentValue).isCloseTo(1 + 1 / 0.035, within(1e-9));
    }

    @Test
    void anAnnualCostGrowsInRealTermsFromItsOwnFirstYearAndCarriesItsUplift() {
        OptionResult result = appraise("""
                {"id": "c", "title": "Cost", "bearer": "county", "kind": "capital",
                 "amount": {"annual": 1000, "from": "2027/28", "realGrowth": 0.02},
                 "optimismBias": {"type": "standard-buildings", "mitigation": 0.5}}""", "");
        // Upper bound 24% x (1 - 0.5) = 12%; nothing in year 0; 1000 in year 1; 1020 in year 2.
        assertThat(result.costs().getFirst().uplift()).isCloseTo(0.12, within(1e-15));
        assertThat(result.pvc()).isCloseTo(1120 * DF1 + 1142.4 * DF2, within(EXACT));
        assertThat(result.npsv()).isCloseTo(-result.pvc(), within(EXACT));
    }

    @Test
    void moneyOfAnotherPriceYearIsConvertedAndNominalMoneyIsDeflatedYearByYear() {
        OptionResult result = appraise("""
                {"id": "real", "title": "Real", "bearer": "county", "kind": "revenue",
                 "amount": {"schedule": {"2026/27": 100}}, "basis": {"priceYear": "2024/25"}},
                {"id": "nominal", "title": "Nominal", "bearer": "county", "kind": "revenue",
                 "amount": {"schedule": {"2026/27": 100, "2027/28": 100, "2028/29": 100}}, "basis": {"real": false}}""", "");
        // Deflator growth: 2.8% into 2025/26, 2.0% into 2026/27, 1.9% into 2027/28 and into 2028/29.
        assertThat(result.costs().get(0).flows().at(0)).isCloseTo(100 * 1.028 * 1.02, within(EXACT));
        assertThat(result.costs().get(1).flows().at(0)).isCloseTo(100, within(EXACT));
        assertThat(result.costs().get(1).flows().at(1)).isCloseTo(100 / 1.019, within(EXACT));
        assertThat(result.costs().get(1).flows().at(2)).isCloseTo(100 / 1.019 / 1.019, within(EXACT));
    }

    @Test
    void aCostThatIsSunkIsShownButNotCountedAndATransferCountsInTheBudgetOnly() {
        OptionResult result = appraise("""
                {"id": "sunk", "title": "Sunk", "bearer": "county", "kind": "revenue", "sunk": true,
                 "amount": {"schedule": {"2026/27": 500}}},
                {"id": "grant", "title": "Grant", "bearer": "county", "kind": "revenue", "transfer": true,
                 "amount": {"schedule": {"2026/27": 70}}}""", "");
        assertThat(result.costs().get(0).flows().at(0)).isEqualTo(500);
        assertThat(result.pvc()).isZero();
        assertThat(result.bcr().value()).isEmpty();
        assertThat(result.bcr().reason()).isNotBlank();
        assertThat(result.budget().get(0).real().at(0)).isEqualTo(70);
    }

    @Test
    void receiptsReduceThePublicCostAndCostsOfOthersReduceTheBenefit() {
        OptionResult result = appraise("""
                {"id": "c", "title": "Cost", "bearer": "county", "kind": "revenue", "amount": {"schedule": {"2026/27": 900}}},
                {"id": "r", "title": "Fees", "bearer": "county", "kind": "receipt", "amount": {"schedule": {"2026/27": 100}}},
                {"id": "o", "title": "Charity's cost", "bearer": "charity", "kind": "revenue",
                 "amount": {"schedule": {"2027/28": 200}}}""", """
                {"id": "b", "title": "Benefit", "category": "social", "schedule": {"2026/27": 2000}}""");
        assertThat(result.pvc()).isCloseTo(800, within(EXACT));
        assertThat(result.pvb()).isCloseTo(2000 - 200 * DF1, within(EXACT));
        assertThat(result.bcr().value().getAsDouble()).isCloseTo((2000 - 200 * DF1) / 800, within(EXACT));
        assertThat(result.valueForMoney()).hasValue("high");
    }

    @ParameterizedTest
    @ValueSource(strings = {"private", "third-sector", "third", "household"})
    void whatABodyOutsideThePublicSectorPaysIsNoPublicCost(String sector) {
        OptionResult result = appraise(proposalText(option("""
                                {"id": "c", "title": "Cost", "bearer": "county", "kind": "revenue", "amount": {"schedule": {"2026/27": 800}}},
                                {"id": "o", "title": "Fares", "bearer": "charity", "kind": "revenue", "amount": {"schedule": {"2027/28": 200}}}""", """
                                {"id": "b", "title": "Benefit", "category": "social", "schedule": {"2026/27": 2000}}""")).replace("third-sector", sector), Map.of());
        assertThat(result.pvc()).isCloseTo(800, within(EXACT));
        assertThat(result.npsv()).isCloseTo(2000 - 800 - 200 * DF1, within(EXACT));
    }

    @Test
    void anImpactChainMultipliesReachEffectAdditionalityAndUnitValueAlongItsProfile() {
        OptionResult result = appraise("", """
                {"id": "b", "title": "Benefit", "category": "social", "health": true,
                 "quantity": {"population": 1000, "eligible": 0.5, "engagement": 0.4, "completion": 0.5, "effect": 0.1},
                 "profile": {"start": "2026/27", "lag": 1, "rampUp": [0.5], "dropOff": 0.2},
                 "additionality": {"deadweight": 0.1, "displacement": 0.2, "leakage": 0.05, "substitution": 0.25,
                                   "attribution": 0.9, "multiplier": 1.5},
                 "value": {"amount": 300, "priceYear": "2025/26", "realGrowth": 0.01}}""");
        // 1000 x 0.5 x 0.4 x 0.5 x 0.1 = 10 units of full effect.
        // 0.9 x 0.8 x 0.95 x 0.75 x 0.9 x 1.5 = 0.692550.
        // Shares: year 0 none (lag), year 1 0.5 (ramp-up), year 2 0.5 x 0.8 (drop-off).
        // Unit value at 2026/27 prices 300 x 1.02 = 306, growing 1% a year from the base year.
        double year1 = 10 * 0.69255 * 0.5 * 306 * 1.01;
        double year2 = 10 * 0.69255 * 0.4 * 306 * 1.0201;
        assertThat(result.impacts().getFirst().flows().toArray())
                .containsExactly(new double[] {0, year1, year2}, within(EXACT));
        assertThat(result.pvb()).isCloseTo(year1 * HEALTH_DF1 + year2 * HEALTH_DF2, within(EXACT));
    }

    @Test
    void theDurationCountsFromTheFirstEffectYear() {
        OptionResult result = appraise("", """
                {"id": "b", "title": "Benefit", "category": "social", "quantity": {"effect": 1},
                 "profile": {"rampUp": [0.25, 1.0], "duration": 2}, "value": {"amount": 10}}""");
        assertThat(result.impacts().getFirst().flows().toArray())
                .containsExactly(new double[] {2.5, 10, 0}, within(EXACT));
    }

    @Test
    void savingsReduceTheNetBudgetImpactAndAreCashableOnlyFromTheirDate() {
        OptionResult result = appraise("""
                {"id": "c", "title": "Cost", "bearer": "county", "kind": "revenue", "amount": {"schedule": {"2026/27": 100}}}""", """
                {"id": "b", "title": "Saving", "category": "fiscal", "schedule": {"2026/27": 60, "2027/28": 60, "2028/29": 60},
                 "savings": [{"organisation": "nhs", "share": 0.5, "cashable": 0.4, "cashableFrom": "2027/28"},
                             {"organisation": "county", "share": 0.5, "cashable": 1}]}""");
        BudgetImpact county = result.budget().get(0);
        BudgetImpact nhs = result.budget().get(1);
        assertThat(county.real().toArray()).containsExactly(new double[] {70, -30, -30}, within(EXACT));
        assertThat(county.nominal().orElseThrow().toArray())
                .containsExactly(new double[] {70, -30 * 1.019, -30 * 1.019 * 1.019}, within(EXACT));
        assertThat(county.present()).isCloseTo(70 - 30 * DF1 - 30 * DF2, within(EXACT));
        assertThat(nhs.cashable().toArray()).containsExactly(new double[] {0, 12, 12}, within(EXACT));
        // Only what can be cashed pays back: 100 - 30 = 70, then 70 - 30 - 12 = 28, then 28 - 42 < 0 in year 2.
        assertThat(result.payback()).hasValue(FinancialYear.of("2028/29"));
        assertThat(county.fundingNeed().toArray()).containsExactly(new double[] {70, -30, -30}, within(EXACT));
        assertThat(nhs.fundingNeed().toArray()).containsExactly(new double[] {0, -12, -12}, within(EXACT));
        assertThat(nhs.notCashable().toArray()).containsExactly(new double[] {30, 18, 18}, within(EXACT));
        assertThat(result.froi().value().getAsDouble()).isCloseTo(60 * (1 + DF1 + DF2) / 100, within(EXACT));
    }

    @Test
    void resultsAreThoseOfTheOptionLessBusinessAsUsual() {
        Proposal proposal = parse("""
                {"id": "bau", "title": "Business as usual", "role": "business-as-usual",
                 "costs": [{"id": "c", "title": "Now", "bearer": "county", "kind": "revenue",
                            "amount": {"schedule": {"2026/27": 300}}}]},
                {"id": "new", "title": "New", "role": "preferred",
                 "costs": [{"id": "c", "title": "Then", "bearer": "county", "kind": "revenue",
                            "amount": {"schedule": {"2026/27": 200}}}]}""").value();
        Appraisal appraisal = Appraiser.appraise(References.resolve(
                proposal, pointer -> new org.worthwhile.problem.Place("test", pointer, 0), LIBRARY, Map.of()));
        assertThat(appraisal.option("bau").npsv()).isZero();
        assertThat(appraisal.option("new").pvc()).isEqualTo(-100);
        assertThat(appraisal.option("new").npsv()).isEqualTo(100);
        assertThat(appraisal.option("new").bcr().value()).isEmpty();
        assertThat(appraisal.ranking())
                .extracting(result -> result.option().id())
                .containsExactly("new", "bau");
    }

    @Test
    void confidenceGradesCorrectCostsUpAndBenefitsDownInPlaceOfOptimismBias() {
        String costs = """
                {"id": "c", "title": "Cost", "bearer": "county", "kind": "capital", "confidence": 3,
                 "amount": {"schedule": {"2026/27": 100}}, "optimismBias": {"uplift": 0.5}}""";
        String impacts = """
                {"id": "b", "title": "Benefit", "category": "social", "confidence": 5, "schedule": {"2026/27": 100, "2027/28": -100}}""";
        String options = option(costs, impacts);
        OptionResult result = appraise(
                proposalText(options).replace("\"years\": 3", "\"years\": 3, \"confidenceCorrections\": true"),
                Map.of());
        assertThat(result.pvc()).isCloseTo(110, within(EXACT));
        assertThat(result.impacts().getFirst().flows().toArray())
                .containsExactly(new double[] {75, -125, 0}, within(EXACT));
    }

    @Test
    void anEffectTakenFromEvidenceIsItsEstimateTimesTheScale() {
        Evidence evidence = new Evidence(
                "falls",
                "Falls",
                "falls",
                "fall",
                -0.04,
                0.01,
                OptionalDouble.empty(),
                List.of(),
                "participant",
                new Evidence.Source.Citation("A trial"),
                java.util.Optional.empty(),
                java.time.LocalDate.of(2026, 1, 1),
                "",
                true,
                List.of());
        String impacts = """
                {"id": "b", "title": "Benefit", "category": "social", "quantity": {"population": 100, "effect": {"evidence": "falls", "scale": -1}},
                 "profile": {"duration": 1}, "value": {"amount": 50}}""";
        OptionResult result = appraise(proposalText(option("", impacts)), Map.of("falls", evidence));
        assertThat(result.pvb()).isCloseTo(100 * 0.04 * 50, within(EXACT));
    }

    private static DiscountSchedule greenBook() {
        return java.util.Objects.requireNonNull(LIBRARY.frameworks().get("uk-green-book-2026"))
                .standard();
    }

    private static OptionResult appraise(String costs, String impacts) {
        return appraise(proposalText(option(costs, impacts)), Map.of());
    }

    private static OptionResult appraise(String text, Map<String, Evidence> evidence) {
        Located<Proposal> proposal = new ProposalReader(MODELS).parse("case.json", text);
        return Appraiser.appraise(References.resolve(proposal.value(), proposal.places(), LIBRARY, evidence))
                .option("do");
    }

    private static Located<Proposal> parse(String options) {
        return new ProposalReader(MODELS).parse("case.json", proposalText(options));
    }

    private static String option(String costs, String impacts) {
        return "{\"id\": \"do\", \"title\": \"Do it\", \"role\": \"preferred\", \"costs\": [%s], \"impacts\": [%s]}"
                .formatted(costs, impacts);
    }

    private static String proposalText(String options) {
        return """
                {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 3},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"},
                                   {"id": "nhs", "title": "NHS", "sector": "public"},
                                   {"id": "charity", "title": "Charity", "sector": "third-sector"}],
                 "options": [%s]}""".formatted(options);
    }
}
