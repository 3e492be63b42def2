package org.worthwhile.desktop.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.failure.Failure;
import org.worthwhile.exchange.EvidenceFile;
import org.worthwhile.exchange.EvidenceRecords;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;

/**
 * From documents to outcomes, each proposal by itself: what is wrong with one, or with evidence that it names, is no
 * matter of the others. What did not change since last time is not worked out again.
 */
final class AppraisalCache {

    private final ModelLibrary library;
    private final ProposalReader proposals;
    private final EvidenceFile evidenceFile;
    private final Consumer<Failure> failed;
    private List<Document> lastEvidence = List.of();
    private EvidenceRecords records = new EvidenceRecords(Map.of(), Map.of());
    private Map<String, Outcome> last = Map.of();

    /** @param failed told of proposals that the program fails on, which no proposal should lead to */
    AppraisalCache(Folders folders, ModelLibrary library, Consumer<Failure> failed) {
        this.library = library;
        this.proposals = new ProposalReader(folders.models());
        this.evidenceFile = new EvidenceFile(folders.models());
        this.failed = failed;
    }

    List<Outcome> outcomes(List<Document> documents, List<Document> evidence) {
        if (!evidence.equals(lastEvidence)) {
            Map<String, JsonNode> trees = new LinkedHashMap<>();
            evidence.forEach(document -> trees.put(document.name(), document.tree()));
            records = evidenceFile.readAll(trees);
            last = Map.of();
            lastEvidence = evidence;
        }
        Map<String, Outcome> outcomes = new HashMap<>();
        List<Outcome> inOrder = new ArrayList<>();
        for (Document document : documents) {
            Outcome before = last.get(document.name());
            Outcome outcome = before != null && before.document() == document ? before : outcome(document);
            outcomes.put(document.name(), outcome);
            inOrder.add(outcome);
        }
        last = outcomes;
        return inOrder;
    }

    private Outcome outcome(Document document) {
        try {
            return new Outcome.Appraised(
                    document,
                    Appraiser.appraise(records.resolve(proposals.reading(document.name(), document.tree()), library)));
        } catch (InvalidInput invalid) {
            return new Outcome.Wrong(document, invalid.problems());
        } catch (RuntimeException | Error failure) {
            failed.accept(new Failure(Words.of("session.appraising", document.name()), failure));
            return new Outcome.Wrong(
                    document,
                    List.of(new Problem(
                            Place.of(document.name()),
                            Words.of("session.notAppraised"),
                            Words.of("session.reportIt"))));
        }
    }
}
