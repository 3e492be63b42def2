package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.samples.Samples;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Problems of one kind do not hide those of another: what is told of a fault by itself is told of it among others. */
class ProblemsTogetherTest {

    private static final ModelLibrary LIBRARY = PackReader.read(Samples.MODELS);
    private static final ProposalReader READER = new ProposalReader(Samples.MODELS);
    private static final EvidenceRecords EVIDENCE = new EvidenceFile(Samples.MODELS).readAll(List.of(Samples.FOLDER));

    /** One fault: what stands at a pointer is replaced. */
    private record Fault(String pointer, String value) {

        void into(JsonNode tree) {
            int last = pointer.lastIndexOf('/');
            ObjectNode holder = (ObjectNode) tree.at(pointer.substring(0, last));
            holder.set(pointer.substring(last + 1).replace("~1", "/"), JsonText.parse(value.replace('\'', '"')));
        }
    }

    /** Of the format, of its years, of rules, and of references, no two in one line. */
    private static final List<Fault> FAULTS = List.of(
            new Fault("/title", "''"),
            new Fault("/appraisal/baseYear", "'2027'"),
            new Fault("/appraisal/framework", "'no-such-framework'"),
            new Fault("/unknown", "1"),
            new Fault("/id", "'not an identifier'"),
            new Fault("/appraisal/years", "0"),
            new Fault("/options/2/costs/0/bearer", "'nobody'"),
            new Fault("/options/2/costs/1/amount/annual", "'lots'"),
            new Fault("/options/2/costs/2/amount", "{'annual': 1, 'from': '2030/31', 'to': '2028/29'}"),
            new Fault("/options/2/costs/3/amount", "{'schedule': {'2027/29': 5}}"),
            new Fault("/options/2/impacts/0/category", "'fiscl'"),
            new Fault("/options/2/impacts/1/value", "{'unitValue': 'no/such'}"),
            new Fault("/options/3/impacts/0/quantity/effect", "{'evidence': 'no-such-record'}"),
            new Fault(
                    "/options/3/impacts/1/additionality",
                    "{'deadweight': {'value': 0.9, 'uncertainty': {'distribution': 'uniform', 'low': 0.1, 'high': 0.2}}}"),
            new Fault("/options/3/costs/0/title", "7"),
            new Fault("/correlations/0/rank", "3"),
            new Fault("/scenarios/0/set/community~1nothing~1engagement", "0.1"));

    static Stream<Fault> faults() {
        return FAULTS.stream();
    }

    private static List<String> problems(List<Fault> faults) {
        JsonNode tree = SourceText.read(Samples.FOLDER.resolve("falls-prevention.proposal.json"))
                .tree()
                .deepCopy();
        faults.forEach(fault -> fault.into(tree));
        try {
            EVIDENCE.resolve(READER.reading("case", tree), LIBRARY);
            return List.of();
        } catch (InvalidInput invalid) {
            return invalid.problems().stream()
                    .map(problem -> problem.sentence())
                    .toList();
        }
    }

    @Test
    void theProposalIsSoundWithoutThem() {
        assertThat(problems(List.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void ofEveryTwoFaultsWhatIsToldOfEachIsToldAndNothingElse(Fault fault) {
        List<String> alone = problems(List.of(fault));
        assertThat(alone).hasSize(1);
        for (Fault other : FAULTS) {
            if (!other.equals(fault)) {
                List<String> both = new ArrayList<>(alone);
                both.addAll(problems(List.of(other)));
                assertThat(problems(List.of(fault, other)))
                        .as("with %s", other)
                        .containsExactlyInAnyOrderElementsOf(both);
            }
        }
    }

    @Test
    void ofAllFaultsAtOnceEachIsToldOnce() {
        Map<String, String> told = new TreeMap<>();
        FAULTS.forEach(fault -> told.put(problems(List.of(fault)).getFirst(), fault.pointer()));
        assertThat(problems(FAULTS)).containsExactlyInAnyOrderElementsOf(told.keySet());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'baseYear': 'from 2027 on', 'years': 10, 'framework': 'uk-green-book-2026'}",
                "{'baseYear': 2027, 'years': 10, 'framework': 'uk-green-book-2026'}",
                "{'baseYear': '2027/28', 'years': 10, 'framework': 'The Green Book'}",
                "{'baseYear': '2027/28', 'framework': 'uk-green-book-2026'}",
                "{'years': 10, 'framework': 'uk-green-book-2026'}",
                "{'baseYear': '2027/28', 'years': 10}",
                "[]"
            })
    void settingsThatAreMissingOrNotSoundAreToldOnceAndHideNothing(String settings) {
        List<Fault> others = FAULTS.stream()
                .filter(fault -> !fault.pointer().startsWith("/appraisal"))
                .toList();
        Fault fault = new Fault("/appraisal", settings);
        List<String> alone = problems(List.of(fault));
        assertThat(alone).hasSize(1);
        List<String> all = new ArrayList<>(alone);
        all.addAll(problems(others));
        assertThat(problems(Stream.concat(Stream.of(fault), others.stream()).toList()))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    /** A list that is none has no entries to leave out. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/options",
                "/correlations",
                "/scenarios",
                "/organisations",
                "/options/2/costs",
                "/options/2/impacts"
            })
    void whatShouldBeAListAndIsNoneIsToldWithTheRest(String list) {
        assertThat(problems(List.of(new Fault(list, "{'a': {'id': 1}}"), FAULTS.getFirst())))
                .anyMatch(problem -> problem.startsWith("case " + list + ": is an object"))
                .anyMatch(problem -> problem.startsWith("case /title: "));
    }
}
