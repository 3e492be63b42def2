package org.worthwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/** Nothing is called certain because nobody said how unsure it is. */
class CertaintyTest {

    private static final Path MODELS = Path.of("models");

    private static final String PROPOSAL = """
            {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
             "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
             "organisations": [{"id": "county", "title": "County", "sector": "public"}],
             "options": [{"id": "bau", "title": "Usual", "role": "business-as-usual"},
               {"id": "do", "title": "Do", "role": "preferred",
                "costs": [{"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"annual": %s}}],
                "impacts": [{"id": "b", "title": "B", "category": "social", "schedule": {"2026/27": 150}}]}]}""";

    private final Appraisal certain = appraise("100");
    private final Appraisal unsure =
            appraise("{\"value\": 100, \"uncertainty\": {\"distribution\": \"uniform\", \"low\": 90, \"high\": 110}}");

    @Test
    void withoutAnyUncertaintyThereIsNoProbability() {
        assertThat(UncertaintyText.lines(certain, simulated(certain)))
                .containsExactly("Case: no uncertainty was entered, so nothing is known of how sure the results are.");
        assertThat(AppraisalJson.text(certain, Optional.of(simulated(certain))))
                .contains("\"none\" : \"no uncertainty was entered")
                .contains("\"switching\"")
                .doesNotContain("probabilityPositive");
    }

    @Test
    void withOneThereAreProbabilitiesOfWhatItMoves() {
        assertThat(UncertaintyText.lines(unsure, simulated(unsure)))
                .anyMatch(line -> line.contains("do: NPSV") && line.contains("above 0 in over 99.9%"))
                .anyMatch(line -> line.endsWith("bau: NPSV £0; no uncertainty that moves it was entered"));
        assertThat(AppraisalJson.text(unsure, Optional.of(simulated(unsure)))).contains("probabilityPositive");
    }

    private static UncertaintyAnalysis simulated(Appraisal appraisal) {
        return UncertaintyAnalysis.of(appraisal.basis(), 200, 1, Sampling.LATIN_HYPERCUBE, 1, _ -> true);
    }

    private static Appraisal appraise(String annual) {
        Located<Proposal> proposal = new ProposalReader(MODELS).parse("case.json", PROPOSAL.formatted(annual));
        return Appraiser.appraise(
                References.resolve(proposal.value(), proposal.places(), PackReader.read(MODELS), Map.of()));
    }
}
