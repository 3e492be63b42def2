package org.worthwhile.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.Check;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.IncrementText;
import org.worthwhile.uncertainty.Sensitivity;

/** What would have to be true, of a benefit of 1,000 people x 30% x 100 = 30,000 in the first year for a cost of 12,000. */
class ConditionsTest {

    /** 12,000 of 30,000 is 40% of the benefit: take-up of 12%, which the share due to the proposal and the multiplier are too. */
    @Test
    void factorsOfOneBenefitAreOneFactInWordsOfTheInput() {
        assertThat(conditions("""
                "quantity": {"population": 1000, "engagement": 0.3, "effect": 1}, "profile": {"duration": 1},
                "additionality": {"attribution": 0.9, "multiplier": %s}, "value": {"amount": 100}""".formatted(1 / 0.9)))
                .containsExactly(
                        "only 12% took part instead of 30% (Calm)", "Kit came to £30,000 a year instead of £12,000");
    }

    /** 80% would have happened anyway and five times the rest is due to it: 92% are the 40% again that 12% of take-up are. */
    @Test
    void whatWouldHaveHappenedAnywayIsTheSameFactAsTakeUp() {
        assertThat(conditions("""
                "quantity": {"population": 1000, "engagement": 0.3, "effect": 1}, "profile": {"duration": 1},
                "additionality": {"deadweight": 0.8, "multiplier": 5}, "value": {"amount": 100}"""))
                .contains("only 12% took part instead of 30% (Calm)")
                .noneMatch(told -> told.contains("anyway") || told.contains("multiplier"));
    }

    /** A benefit of 100,000 for 12,000 a year, of one year, and 84,000 over two: 4,000 more of either is all that is left. */
    @Test
    void whatALineCostsIsToldAYearOrOverItsYears() {
        assertThat(of(basis(12_000, """
                , {"id": "works", "title": "Works", "bearer": "county", "kind": "capital",
                   "amount": {"schedule": {"2025/26": 0, "2026/27": 84000}}}""", """
                "quantity": {"population": 1000, "effect": 1}, "profile": {"duration": 1}, "value": {"amount": 100}""")))
                .contains(
                        "Works came to £88,000 over 2 years instead of £84,000",
                        "Kit came to £16,000 a year instead of £12,000");
    }

    /** What an organisation is not paid for, nobody can lose: the benefit cannot come to less than the cost by deadweight alone. */
    @Test
    void whatAnInputCannotBeIsNotTold() {
        assertThat(conditions("""
                "quantity": {"population": 1000, "effect": 0.012}, "profile": {"duration": 1},
                "value": {"amount": 100}""")).noneMatch(told -> told.contains("anyway"));
    }

    /** 30,000 for 29,990: the cost need be 0.033% higher, which three digits do not show. */
    @Test
    void aChangeTooSmallForThreeDigitsIsTold() {
        assertThat(conditions(29_990, """
                "quantity": {"population": 1000, "effect": 0.3}, "profile": {"duration": 1},
                "value": {"amount": 100}""")).contains("the cost a year (Kit) was 0.033% higher");
    }

    /** The value of a unit of the library would have to be worth less than nothing, as a benefit without it exceeds the cost. */
    @Test
    void aPublishedValueDoesNotTurnIntoALoss() {
        AppraisalCase basis = basis(1000, """
                "quantity": {"population": 1, "effect": 1}, "profile": {"duration": 1},
                "value": {"unitValue": "uk-wellbeing/wellby"}},
               {"id": "more", "title": "More", "category": "social", "schedule": {"2026/27": 2000}""");

        assertThat(Sensitivity.analyse(basis).switching())
                .filteredOn(each -> each.input().endsWith("/value"))
                .allMatch(each -> each.breakEven().isEmpty());
        assertThat(of(basis)).noneMatch(told -> told.contains("unit value"));
    }

    @Test
    void gainsSumToTheBenefitsAndTellWhatIsNotAllocated() {
        AppraisalCase basis = basis(12_000, """
                "quantity": {"population": 1000, "effect": 0.3}, "profile": {"duration": 1}, "value": {"amount": 100},
                "beneficiaries": [{"group": "poor", "share": 0.5}]},
               {"id": "time", "title": "Time", "category": "social", "schedule": {"2026/27": -4000},
                "beneficiaries": [{"group": "rich", "share": 1}]""");
        Appraisal appraisal = Appraiser.appraise(basis);

        assertThat(new Gains(appraisal, appraisal.option("do")).phrases())
                .containsExactly(
                        "Poor, a gain of £15,000",
                        "Rich, a loss of £4,000",
                        "Not allocated to any group, a gain of £15,000");
        assertThat(new Gains(appraisal, appraisal.option("do")).block().toString())
                .contains(
                        "[Poor, £15,000], [Rich, -£4,000], [Not allocated to any group, £15,000], [Benefits in all, £26,000]");
    }

    /** 12,000 a year of the county's and 600 of households', in one year. */
    @Test
    void publicBodiesNeedFundingAndOthersBearCost() {
        Appraisal appraisal = Appraiser.appraise(basis(12_000, """
                , {"id": "fare", "title": "Fare", "bearer": "homes", "kind": "revenue", "amount": {"annual": 600}}""", """
                "schedule": {"2026/27": 1}"""));

        assertThat(new Sentences(appraisal.basis().proposal()).budgets(appraisal.option("do")))
                .containsExactly("County would need £12,000 more funding.", "Households would bear £600 of cost.");
        assertThat(new Sentences(appraisal.basis().proposal()).budgetsLead())
                .isEqualTo("Cash over the whole period, at 2026/27 prices and not discounted:");
    }

    /** An hour of rest and an hour of work are told apart, and an impact without a unit is called by its title. */
    @Test
    void whatOneMoreCostsIsOfAnOutcomeByItsTitleWhereItsUnitDoesNotTell() {
        String each = """
                {"id": "%s", "title": "%s", "category": "social", "unit": "%s", "quantity": {"population": 1, "effect": 1},
                 "profile": {"duration": 1}, "value": {"amount": 1}}""";
        Appraisal appraisal = Appraiser.appraise(basis(
                12_000,
                """
                "quantity": {"population": 1, "effect": 1}, "profile": {"duration": 1}, "value": {"amount": 1}},
                """ + each.formatted("rest", "Rest", "hour") + ", "
                        + each.formatted("work", "Work", "hour").replaceFirst("}$", "")));

        assertThat(appraisal.costEffectiveness())
                .extracting(compared -> IncrementText.unit(appraisal, compared))
                .containsExactly("'Calm'", "hour of 'Rest'", "hour of 'Work'");
    }

    /** A receipt of the amount that another pays, and a value of the library that is not checked. */
    @Test
    void checksCallOrganisationsByTheirTitles() {
        Appraisal appraisal = Appraiser.appraise(basis(12_000, """
                , {"id": "fees", "title": "Fees", "bearer": "homes", "kind": "receipt", "amount": {"annual": 12000}}""", """
                "schedule": {"2026/27": 1}"""));

        assertThat(appraisal.option("do").checks())
                .extracting(Check::message)
                .anyMatch(told -> told.startsWith("What 'County' pays as 'Kit', 'Households' receives as 'Fees'"));
    }

    private static List<String> conditions(String impact) {
        return conditions(12_000, impact);
    }

    private static List<String> conditions(int cost, String impact) {
        return of(basis(cost, impact));
    }

    private static List<String> of(AppraisalCase basis) {
        return new Conditions(basis.proposal(), Sensitivity.analyse(basis)).of("do");
    }

    private static AppraisalCase basis(int cost, String impact) {
        return basis(cost, "", impact);
    }

    private static AppraisalCase basis(int cost, String moreCosts, String impact) {
        Located<Proposal> proposal = new ProposalReader(GeneratedProposals.MODELS)
                .parse("case.json", """
                {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"},
                                   {"id": "homes", "title": "Households", "sector": "household"}],
                 "groups": [{"id": "poor", "title": "Poor"}, {"id": "rich", "title": "Rich"}],
                 "options": [
                  {"id": "bau", "title": "Business as usual", "role": "business-as-usual"},
                  {"id": "do", "title": "Do", "role": "preferred",
                   "costs": [{"id": "kit", "title": "Kit", "bearer": "county", "kind": "revenue", "amount": {"annual": %d}}%s],
                   "impacts": [{"id": "calm", "title": "Calm", "category": "social", %s}]}]}""".formatted(cost, moreCosts, impact));
        return References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of());
    }
}
