package org.worthwhile.report.briefing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.framework.Source;
import org.worthwhile.framework.Standing;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.report.briefing.Briefing.Appraised;
import org.worthwhile.report.document.Block;

/** Where the figures come from, and which of them were not checked. */
final class Sources {

    private Sources() {}

    static List<Block> blocks(Briefing briefing) {
        Set<List<String>> rows = new LinkedHashSet<>();
        for (Appraised proposal : briefing.proposals()) {
            AppraisalCase basis = proposal.appraisal().basis();
            rows.add(List.of(
                    basis.framework().title(),
                    basis.framework().publisher() + ", " + basis.framework().edition(),
                    checked(basis.framework().standing())));
            if (basis.priceIndex().isKnown()) {
                rows.add(List.of(
                        basis.priceIndex().title(),
                        basis.priceIndex().source().citation(),
                        checked(basis.priceIndex().standing())));
            }
            basis.framework().sources().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(entry -> row(entry.getKey(), entry.getValue()))
                    .forEach(rows::add);
            basis.unitValues().values().stream()
                    .map(value -> List.of(value.title(), value.source().citation(), checked(value.standing())))
                    .forEach(rows::add);
            basis.evidence().values().stream()
                    .map(evidence -> List.of(
                            evidence.title(),
                            "Evidence record " + evidence.id() + failed(evidence),
                            checked(evidence.verified() ? Standing.VERIFIED : Standing.UNVERIFIED)))
                    .forEach(rows::add);
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(1, "Sources"));
        blocks.add(new Block.Paragraph("A figure that was not checked is to be checked against its source before"
                + " anything is decided on it."));
        blocks.add(new Block.Table(
                "Where figures come from", List.of("Figure", "Source", "Checked"), List.copyOf(rows), 3));
        return blocks;
    }

    private static List<String> row(String figure, Source source) {
        return List.of(figure, source.citation(), checked(source.standing()));
    }

    /** The checks that a study did not pass travel with its evidence. */
    private static String failed(Evidence evidence) {
        return evidence.diagnosticsFailed().isEmpty()
                ? ""
                : "; the study did not pass its checks: " + String.join(", ", evidence.diagnosticsFailed());
    }

    private static String checked(Standing standing) {
        return standing.isVerified() ? "Yes" : "No: " + standing.words();
    }
}
