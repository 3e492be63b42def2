package org.worthwhile.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.failure.Failure;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.samples.Samples;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Each proposal is appraised by itself, whatever becomes of the others. */
class AppraisalCacheTest {

    private final List<Failure> failures = new ArrayList<>();
    private final AppraisalCache cache = new AppraisalCache(
            new Folders(Samples.MODELS, Path.of("no-models"), Samples.FOLDER),
            PackReader.read(Samples.MODELS),
            failures::add);

    private static Document document(String name, JsonNode tree) {
        return new Document(DocumentKind.PROPOSAL, name, tree);
    }

    private static Document sample(String name) {
        return document(name, JsonText.read(Samples.FOLDER.resolve(name + ".proposal.json")));
    }

    private static String told(Outcome outcome) {
        return outcome instanceof Outcome.Wrong wrong
                ? wrong.problems().getFirst().what()
                : "appraised";
    }

    /** Deeper than any stack. */
    private static JsonNode bottomless() {
        ObjectNode tree = (ObjectNode) JsonText.read(Samples.FOLDER.resolve("rural-bus.proposal.json"));
        ArrayNode inner = tree.putArray("summary");
        for (int depth = 0; depth < 200_000; depth++) {
            inner = inner.addArray();
        }
        return tree;
    }

    /** Fails with an error that is no fault of the proposal. */
    private static JsonNode failing(Error error) {
        return new ObjectNode(JsonNodeFactory.instance) {
            @Override
            public ObjectNode deepCopy() {
                throw error;
            }
        };
    }

    @Test
    void aProposalOnWhichTheProgramFailsIsToldAndTheOthersAreAppraised() {
        List<Outcome> outcomes = cache.outcomes(
                List.of(
                        sample("rural-bus"),
                        document("bottomless", bottomless()),
                        document("failing", failing(new LinkageError("made for this test"))),
                        sample("family-hubs")),
                List.of());
        assertThat(outcomes.stream().map(AppraisalCacheTest::told))
                .containsExactly(
                        "appraised", Words.of("session.notAppraised"), Words.of("session.notAppraised"), "appraised");
        assertThat(failures.stream().map(failure -> failure.cause().getClass().getSimpleName()))
                .containsExactly("StackOverflowError", "LinkageError");
    }

    @Test
    void aProposalThatDidNotChangeIsNotAppraisedAgain() {
        Document bus = sample("rural-bus");
        Outcome first = cache.outcomes(List.of(bus), List.of()).getFirst();
        assertThat(cache.outcomes(List.of(sample("family-hubs"), bus), List.of())
                        .get(1))
                .isSameAs(first);
    }
}
