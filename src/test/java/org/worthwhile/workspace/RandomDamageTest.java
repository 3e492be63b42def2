package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.worthwhile.workspace.WorkspaceTest.CLOCK;
import static org.worthwhile.workspace.WorkspaceTest.proposal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * However a file is damaged, nothing in it is other than it was without being named, no exception but a sentence comes of it,
 * and every document whose bytes are intact is there when the file is opened or recovered.
 */
class RandomDamageTest {

    private static final int PROPOSALS = 30;
    private static final int EDITS = 60;
    private static final int BATCH = 50;
    /** The lengths, number and types of a row's values take no more than this before them. */
    private static final int ROW_HEADER = 14;

    @TempDir
    private Path folder;

    private final Map<String, JsonNode> saved = new TreeMap<>();
    /** The rows of documents that lie in one page, as they lie there. */
    private final Map<String, byte[]> rows = new TreeMap<>();

    private final List<List<Change>> edits = new ArrayList<>();
    private List<TrailEntry> trail = List.of();
    private byte[] whole = {};

    /** What became of damaged files. */
    private enum Outcome {
        OPENED_AS_IT_WAS,
        OPENED_WITH_NOTICES,
        RECOVERED,
        NOTHING_LEFT
    }

    private void makeTheFile() throws IOException {
        Path file = folder.resolve("whole.worthwhile");
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            List<Change> added = new ArrayList<>();
            for (int i = 0; i < PROPOSALS; i++) {
                String text = "What proposal %d is for. ".formatted(i).repeat(20 * (i % 7));
                added.add(
                        Change.added(DocumentKind.PROPOSAL, "p" + i, ((ObjectNode) proposal(i)).put("summary", text)));
            }
            workspace.apply("Added", added);
            workspace.versions().save("Draft");
            for (int i = 0; i < EDITS; i++) {
                Document edited = workspace
                        .document(DocumentKind.PROPOSAL, "p" + i % PROPOSALS)
                        .orElseThrow();
                workspace.apply("Edit " + i, List.of(edited.set("/title", JsonText.string("Title " + i))));
            }
            workspace.documents(DocumentKind.PROPOSAL).forEach(document -> saved.put(document.name(), document.tree()));
            for (long edit = 1; edit <= EDITS + 1; edit++) {
                edits.add(workspace.changes(edit));
            }
            trail = workspace.trail(1000);
        }
        whole = Files.readAllBytes(file);
        saved.forEach((name, tree) -> row(name, JsonText.compact(tree)).ifPresent(row -> rows.put(name, row)));
    }

    private Optional<byte[]> row(String name, String text) {
        String hash = new DocumentReader.Candidate(new DocumentKey(DocumentKind.PROPOSAL, name), text).hash();
        byte[] values = ("proposal" + name + hash + text).getBytes(StandardCharsets.UTF_8);
        int at = indexOf(whole, values);
        return at < 0 ? Optional.empty() : Optional.of(Arrays.copyOfRange(whole, at - ROW_HEADER, at + values.length));
    }

    private Outcome outcome(byte[] damaged) throws IOException {
        Path file = Files.createTempDirectory(folder, "damaged").resolve("case.worthwhile");
        Files.write(file, damaged);
        try (Workspace workspace = WorkspaceFile.open(file, CLOCK)) {
            return judge(workspace, FallsFile.sentences(workspace), damaged);
        } catch (InvalidInput refused) {
            assertThat(file).as(refused.getMessage()).hasBinaryContent(damaged);
            assertThat(FallsFile.names(file.resolveSibling("."))).containsExactly("case.worthwhile");
            return recovered(file, damaged);
        }
    }

    private Outcome recovered(Path file, byte[] damaged) {
        Optional<Recovery> recovery;
        try {
            recovery = Recovery.of(file, CLOCK);
        } catch (InvalidInput nothingToRead) {
            assertThat(damaged).hasSizeLessThan(4096);
            return Outcome.NOTHING_LEFT;
        }
        if (recovery.isEmpty()) {
            assertThat(rows.values()).as("intact documents").noneMatch(row -> indexOf(damaged, row) >= 0);
            return Outcome.NOTHING_LEFT;
        }
        try (Workspace workspace = WorkspaceFile.open(recovery.get().file(), CLOCK)) {
            judge(
                    workspace,
                    recovery.get().missing().stream().map(Object::toString).toList(),
                    damaged);
        }
        return Outcome.RECOVERED;
    }

    private Outcome judge(Workspace workspace, List<String> notices, byte[] damaged) {
        Map<String, JsonNode> found = new TreeMap<>();
        workspace.documents(DocumentKind.PROPOSAL).forEach(document -> found.put(document.name(), document.tree()));
        found.forEach((name, tree) -> {
            if (!tree.equals(saved.get(name))) {
                assertThat(notices)
                        .as("%s is not as it was saved", name)
                        .anyMatch(notice -> notice.contains("'" + name + "' may be"));
            }
        });
        saved.keySet().forEach(name -> {
            if (!found.containsKey(name)) {
                assertThat(rows.containsKey(name) && indexOf(damaged, rows.get(name)) >= 0)
                        .as("%s is intact and missing", name)
                        .isFalse();
                assertThat(notices)
                        .as("%s is named", name)
                        .anyMatch(notice -> notice.contains("'" + name + "'")
                                || notice.contains("the record of its last transaction is damaged")
                                || notice.contains("a document is damaged")
                                || notice.contains("its documents are not all as they were saved last"));
            }
        });
        for (int i = 0; i < edits.size(); i++) {
            int edit = i;
            asItWasOrNamed(() -> assertThat(workspace.changes(edit + 1)).isEqualTo(edits.get(edit)));
        }
        List<TrailEntry> entries = workspace.trail(1000).stream()
                .filter(entry -> entry.action() != TrailEntry.Action.REPAIR)
                .toList();
        assertThat(trail).containsAll(entries);
        workspace
                .versions()
                .all()
                .forEach(version -> asItWasOrNamed(() ->
                        assertThat(workspace.versions().documents(version)).hasSize(PROPOSALS)));
        if (!entries.equals(trail)) {
            assertThat(notices.size() + workspace.notices().size())
                    .as("entries are missing")
                    .isPositive();
        }
        boolean isAsItWas = found.equals(saved)
                && entries.equals(trail)
                && workspace.notices().isEmpty();
        return isAsItWas ? Outcome.OPENED_AS_IT_WAS : Outcome.OPENED_WITH_NOTICES;
    }

    private static void asItWasOrNamed(Runnable look) {
        try {
            look.run();
        } catch (InvalidInput named) {
            assertThat(named).hasMessageContaining("is damaged");
        }
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            if (bytes[i] == wanted[0] && Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    private record Sample(int number, DamageSampler.Damage kind, byte[] bytes) {}

    private void damage(int times, long seed, TestReporter reporter) throws IOException {
        makeTheFile();
        DamageSampler sampler = new DamageSampler(seed);
        DamageSampler.Damage[] kinds = DamageSampler.Damage.values();
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (int from = 0; from < times; from += BATCH) {
            List<Sample> batch = IntStream.range(from, Math.min(times, from + BATCH))
                    .mapToObj(i -> {
                        DamageSampler.Damage kind = kinds[i % kinds.length];
                        return new Sample(i, kind, sampler.damaged(whole, kind));
                    })
                    .toList();
            batch.parallelStream()
                    .map(sample -> judged(sample, seed))
                    .toList()
                    .forEach(outcome -> outcomes.merge(outcome, 1, Integer::sum));
        }
        reporter.publishEntry(times + " damaged files", outcomes.toString());
        assertThat(outcomes).containsKeys(Outcome.OPENED_WITH_NOTICES, Outcome.RECOVERED);
    }

    private Outcome judged(Sample sample, long seed) {
        try {
            return outcome(sample.bytes());
        } catch (IOException | RuntimeException | AssertionError failure) {
            throw new AssertionError("File " + sample.number() + " of seed " + seed + ", " + sample.kind(), failure);
        }
    }

    @Test
    void fortyDamagedFilesGiveWhatIsIntactAndNameTheRest(TestReporter reporter) throws IOException {
        damage(40, 1, reporter);
    }

    @Test
    @Tag("proof")
    void twoThousandDamagedFilesGiveWhatIsIntactAndNameTheRest(TestReporter reporter) throws IOException {
        damage(2000, 2, reporter);
    }
}
