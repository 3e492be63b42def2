package org.worthwhile.report.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.document.Block;

class ImplicationsTest {

    private static final String LINE =
            "{\"id\": \"%s\", \"title\": \"%s\", \"bearer\": \"%s\", \"kind\": \"%s\", \"amount\": {\"schedule\": {\"%s\": %d}}}";

    /**
     * The council pays 100,000 of capital and 50,000 of staff, 20,000 of transition, and takes 30,000 of fares: revenue of 40,000, of
     * which business as usual has 10,000. The firm's 70,000 and the land's 60,000 at the end are none of it.
     */
    @Test
    void resourcesAreWhatPublicOrganisationsSpendLessTheirReceipts() {
        String usual = line("u", "council", "revenue", "2026/27", 10_000);
        String costs = String.join(
                ",",
                line("works", "council", "capital", "2026/27", 100_000),
                line("staff", "council", "revenue", "2027/28", 50_000),
                line("move", "council", "transition", "2026/27", 20_000),
                line("fares", "council", "receipt", "2027/28", 30_000),
                line("firm", "firm", "capital", "2026/27", 70_000),
                line("land", "council", "residual-value", "2027/28", 60_000));

        assertThat(bullets(usual, costs))
                .contains("Bus, 'Do', by public organisations, in real terms, not discounted and before savings:"
                        + " £100,000 of capital and £30,000 of revenue less receipts over the period more than business as"
                        + " usual, of which £110,000 in 2026/27. Gross, with what business as usual spends too, it is"
                        + " £100,000 of capital and £40,000 of revenue.");
    }

    private static String line(String id, String bearer, String kind, String year, int amount) {
        return LINE.formatted(id, id, bearer, kind, year, amount);
    }

    private static List<String> bullets(String usual, String costs) {
        Located<Proposal> proposal =
                new ProposalReader(GeneratedProposals.MODELS).parse("p.json", """
                {"format": "worthwhile-proposal/1", "id": "p", "title": "Bus",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 2},
                 "organisations": [{"id": "council", "title": "Council", "sector": "public"},
                                   {"id": "firm", "title": "Firm", "sector": "private"}],
                 "options": [{"id": "bau", "title": "As now", "role": "business-as-usual", "costs": [%s]},
                             {"id": "do", "title": "Do", "role": "preferred", "costs": [%s]}]}""".formatted(usual, costs));
        var appraisal = Appraiser.appraise(
                References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of()));
        return Implications.blocks(new Briefing(
                        List.of(new Briefing.Appraised(appraisal, Optional.empty())),
                        List.of(),
                        Optional.empty(),
                        LocalDate.of(2026, 11, 24)))
                .stream()
                .filter(Block.Bullets.class::isInstance)
                .flatMap(block -> ((Block.Bullets) block).items().stream())
                .toList();
    }
}
