package org.worthwhile.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.samples.Samples;

/** What inputs and their values are called. */
class InputWordsTest {

    private final Proposal proposal =
            new ProposalReader(Samples.MODELS).parse("case.json", """
                {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 5},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"}],
                 "options": [{"id": "do", "title": "Do", "role": "preferred",
                  "costs": [{"id": "kit", "title": "Kit", "bearer": "county", "kind": "capital",
                   "amount": {"schedule": {"2026/27": 5000}}},
                   {"id": "fees", "title": "Fees", "bearer": "county", "kind": "receipt", "amount": {"annual": 10}}],
                  "impacts": [{"id": "calm", "title": "Calm", "category": "social",
                    "quantity": {"population": 100, "effect": 1}, "profile": {"rampUp": [0.5, 1]},
                    "value": {"unitValue": "uk-wellbeing/wellby"}},
                   {"id": "fares", "title": "Fares", "category": "economic", "quantity": {"effect": 1},
                    "value": {"amount": 1}}]}]}\
                """).value();

    @Test
    void anAmountOfAYearIsMoneyOfThatYear() {
        assertThat(InputWords.name(proposal, "do/kit/schedule/2026/27", "do")).isEqualTo("the cost in 2026/27 (Kit)");
        assertThat(InputWords.value(proposal, "do/kit/schedule/2026/27", 5_200_000))
                .isEqualTo("£5,200,000");
    }

    @Test
    void theMoneyOfALineIsToldByItsKindAndThePeriodThatItIsFor() {
        assertThat(InputWords.name(proposal, "do/kit/amount", "do")).isEqualTo("the cost in 2026/27 (Kit)");
        assertThat(InputWords.name(proposal, "do/fees/amount", "do")).isEqualTo("the receipts a year (Fees)");
    }

    @Test
    void aShareOfARampIsOfItsYear() {
        assertThat(InputWords.name(proposal, "do/calm/rampUp/0", "do"))
                .isEqualTo("the share in year 1 of effect (Calm)");
        assertThat(InputWords.value(proposal, "do/calm/rampUp/0", 0.25)).isEqualTo("25.0%");
    }

    @Test
    void aUnitValueOfTheLibraryIsAShareOfItAndATypedOneIsMoney() {
        assertThat(InputWords.value(proposal, "do/calm/value", 0.4)).isEqualTo("40.0%");
        assertThat(InputWords.value(proposal, "do/fares/value", 0.35)).isEqualTo("£0.35");
        assertThat(InputWords.value(proposal, "do/fares/value", 1)).isEqualTo("£1.00");
        assertThat(InputWords.value(proposal, "do/fares/value", 0.0042)).isEqualTo("£0.0042");
        assertThat(InputWords.value(proposal, "do/fares/value", -12_500)).isEqualTo("-£12,500");
    }
}
