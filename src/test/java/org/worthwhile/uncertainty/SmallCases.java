package org.worthwhile.uncertainty;

import java.nio.file.Path;
import java.util.Map;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.Proposal;

/** Cases of one year with a few lines, whose answers can be worked out by hand. */
final class SmallCases {

    static final Path MODELS = Path.of("models");
    static final ModelLibrary LIBRARY = PackReader.read(MODELS);
    static final String TWO_OPTIONS = "two";

    private SmallCases() {}

    static AppraisalCase basis(String impacts, String costs, String more) {
        String bau = more.equals(TWO_OPTIONS)
                ? "{\"id\": \"bau\", \"title\": \"Nothing\", \"role\": \"business-as-usual\"},"
                : "";
        String text = """
                {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"}],
                 "options": [%s{"id": "do", "title": "Do", "role": "preferred", "costs": [%s], "impacts": [%s]}]%s}""".formatted(bau, costs, impacts, more.equals(TWO_OPTIONS) ? "" : more);
        return read(text, Map.of());
    }

    /** @param evidence that the proposal may name, by id */
    static AppraisalCase read(String text, Map<String, Evidence> evidence) {
        Located<Proposal> proposal = new ProposalReader(MODELS).parse("case.json", text);
        return References.resolve(proposal.value(), proposal.places(), LIBRARY, evidence);
    }

    static String benefit(String id, double effect, String uncertainty) {
        return """
                {"id": "%s", "title": "T", "category": "social",
                 "quantity": {"effect": {"value": %s, "uncertainty": %s}}, "value": {"amount": 1}}""".formatted(id, effect, uncertainty);
    }

    static String cost(double amount, String uncertainty) {
        return """
                {"id": "c", "title": "C", "bearer": "county", "kind": "revenue", "amount": {"annual": %s}, "uncertainty": %s}""".formatted(amount, uncertainty);
    }

    static String normal(double mean, double sd) {
        return "{\"distribution\": \"normal\", \"mean\": %s, \"sd\": %s}".formatted(mean, sd);
    }
}
