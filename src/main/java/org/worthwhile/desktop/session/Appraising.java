package org.worthwhile.desktop.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Evidence;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.workspace.Document;

/** From documents to outcomes. What did not change since last time is not worked out again. */
final class Appraising {

    private final ModelLibrary library;
    private final ProposalReader proposals;
    private final EvidenceFile evidenceFile;
    private List<Document> lastEvidence = List.of();
    private Map<String, Outcome> last = Map.of();

    Appraising(Folders folders, ModelLibrary library) {
        this.library = library;
        this.proposals = new ProposalReader(folders.models());
        this.evidenceFile = new EvidenceFile(folders.models());
    }

    List<Outcome> outcomes(List<Document> documents, List<Document> evidence) {
        boolean sameEvidence = evidence.equals(lastEvidence);
        Map<String, Outcome> known = sameEvidence ? last : Map.of();
        Map<String, Outcome> outcomes = new HashMap<>();
        List<Outcome> inOrder = new ArrayList<>();
        for (Document document : documents) {
            Outcome before = known.get(document.name());
            Outcome outcome = before != null && before.document() == document ? before : outcome(document, evidence);
            outcomes.put(document.name(), outcome);
            inOrder.add(outcome);
        }
        lastEvidence = evidence;
        last = outcomes;
        return inOrder;
    }

    private Outcome outcome(Document document, List<Document> evidence) {
        try {
            Located<Proposal> proposal = proposals.read(document.name(), document.tree());
            return new Outcome.Appraised(
                    document,
                    Appraiser.appraise(
                            References.resolve(proposal.value(), proposal.places(), library, records(evidence))));
        } catch (InvalidInput invalid) {
            return new Outcome.Wrong(document, invalid.problems());
        }
    }

    private Map<String, Evidence> records(List<Document> documents) {
        Map<String, Evidence> records = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Document document : documents) {
            try {
                Evidence record = evidenceFile.read(document.name(), document.tree());
                records.put(record.id(), record);
            } catch (InvalidInput invalid) {
                problems.addAll(invalid.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        return records;
    }
}
