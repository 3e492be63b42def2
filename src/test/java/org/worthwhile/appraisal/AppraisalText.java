package org.worthwhile.appraisal;

import java.nio.file.Path;
import java.util.Map;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.Proposal;

/** Appraises small proposals written as text. */
final class AppraisalText {

    static final Path MODELS = Path.of("models");
    static final ModelLibrary LIBRARY = PackReader.read(MODELS);

    private AppraisalText() {}

    /** The one option of a proposal, under the Green Book of 2026 from 2026/27. */
    static OptionResult appraise(String costs, String impacts, String settings, Map<String, Evidence> evidence) {
        String option =
                "{\"id\": \"do\", \"title\": \"Do it\", \"role\": \"preferred\", \"costs\": [%s], \"impacts\": [%s]}"
                        .formatted(costs, impacts);
        return appraiseUnder("uk-green-book-2026", option, settings, evidence).option("do");
    }

    static Appraisal appraiseUnder(String framework, String options, String settings, Map<String, Evidence> evidence) {
        return appraiseUnder(framework, options, settings, evidence, "2026/27");
    }

    static Appraisal appraiseUnder(
            String framework, String options, String settings, Map<String, Evidence> evidence, String baseYear) {
        String text = """
                {"format": "worthwhile-proposal/1", "id": "case", "title": "Case",
                 "appraisal": {"framework": "%s", "baseYear": "%s", %s},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"},
                                   {"id": "nhs", "title": "NHS", "sector": "public"},
                                   {"id": "charity", "title": "Charity", "sector": "third-sector"}],
                 "groups": [{"id": "q1", "title": "Poorest", "incomeIndex": 0.5}, {"id": "rest", "title": "Others"}],
                 "options": [%s]}""".formatted(framework, baseYear, settings, options);
        Located<Proposal> proposal = new ProposalReader(MODELS).parse("case.json", text);
        return Appraiser.appraise(References.resolve(proposal.value(), proposal.places(), LIBRARY, evidence));
    }
}
