package org.worthwhile.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.IfPresent;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.TestClient;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.samples.Samples;
import org.worthwhile.workspace.Document;
import org.worthwhile.workspace.DocumentKind;
import tools.jackson.databind.node.ObjectNode;

/** The open file and all that can be done to it. */
class SessionTest {

    @TempDir
    private Path folder;

    private static final String CLASSES = "/options/2/costs/1/amount/annual";

    private static Document selected(Session session) {
        return session.selected().orElseThrow().document();
    }

    private static double npsv(Session session) {
        return OpenSession.appraisal(session).option("community").npsv();
    }

    @Test
    void theSamplesAreAppraisedWhenTheyAreOpened() {
        Session session = OpenSession.withSamples(folder);
        assertThat(session.snapshot().orElseThrow().appraisals()).hasSize(6);
        assertThat(session.snapshot().orElseThrow().studies()).hasSize(9);
        assertThat(session.snapshot().orElseThrow().evidence()).hasSize(1);
        assertThat(session.snapshot().orElseThrow().constraints()).hasSize(1);
        assertThat(session.statusProperty().get()).isEqualTo("Opened: 6 proposals appraised.");
        assertThat(session.problems()).isEmpty();
        session.close();
    }

    @Test
    void anEditChangesTheResultAndUndoBringsItBack() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        double before = npsv(session);
        session.edit("Dearer", List.of(selected(session).set(CLASSES, JsonText.number(340_000))));
        assertThat(npsv(session)).isLessThan(before - 300_000);
        assertThat(session.snapshot().orElseThrow().undo()).contains("Dearer");
        session.undo();
        assertThat(npsv(session)).isEqualTo(before);
        session.redo();
        assertThat(npsv(session)).isLessThan(before);
        session.close();
    }

    @Test
    void whereThereIsNothingToUndoOrRedoNothingIsSaidToBe() {
        Session session = OpenSession.with(folder, "rural-bus");
        session.edit("Dearer", List.of(selected(session).set("/title", JsonText.string("Dearer"))));
        session.undo();
        assertThat(session.statusProperty().get()).isEqualTo("Undone: Dearer");
        session.redo();
        assertThat(session.statusProperty().get()).isEqualTo("Redone: Dearer");
        session.redo();
        assertThat(session.statusProperty().get()).isEmpty();
        assertThat(selected(session).tree().path("title").asString()).isEqualTo("Dearer");
        session.close();
    }

    @Test
    void aProposalWithSomethingWrongIsKeptAndNotAppraised() {
        Session session = OpenSession.with(folder, "rural-bus");
        session.edit("Wrong", List.of(selected(session).set("/appraisal/years", JsonText.string("ten"))));
        assertThat(session.selected()).containsInstanceOf(Outcome.Wrong.class);
        assertThat(((Outcome.Wrong) session.selected().orElseThrow()).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.place().position()).isEqualTo("/appraisal/years"));
        session.close();
        Session again = new Session(session.folders(), TaskRunner.none(), Clock.systemUTC());
        again.open(folder.resolve("case.worthwhile"));
        assertThat(again.snapshot().orElseThrow().outcomes()).hasOnlyElementsOfType(Outcome.Wrong.class);
        again.close();
    }

    @Test
    void aBadFileAmongThoseImportedIsToldAndNothingIsImported() throws IOException {
        Session session = OpenSession.with(folder, "rural-bus");
        Path bad = Files.writeString(
                folder.resolve("bad.proposal.json"),
                "{\"format\": \"worthwhile-proposal/1\", \"id\": \"bad\", \"titel\": \"Bad\"}");
        session.importFiles(List.of(bad, session.folders().samples().resolve("family-hubs.proposal.json")), false);
        assertThat(session.problems()).contains(bad + ":1 /titel: unknown field 'titel'; did you mean 'title'?");
        assertThat(session.statusProperty().get()).endsWith("nothing was changed.");
        assertThat(session.snapshot().orElseThrow().outcomes()).hasSize(1);
        session.dismissProblems();
        assertThat(session.problems()).isEmpty();
        session.close();
    }

    @Test
    void whoeverOpensTheFileSecondSeesItAndCannotChangeIt() {
        Session first = OpenSession.with(folder, "rural-bus");
        Session second = new Session(first.folders(), TaskRunner.none(), Clock.systemUTC());
        second.open(folder.resolve("case.worthwhile"));
        assertThat(second.snapshot().orElseThrow().isWritable()).isFalse();
        assertThat(second.snapshot().orElseThrow().appraisals()).hasSize(1);
        second.edit("Change", List.of(selected(second).set("/title", JsonText.string("Other"))));
        assertThat(second.problems()).singleElement().asString().contains("is open in another window");
        first.edit("Change", List.of(selected(first).set("/title", JsonText.string("New title"))));
        second.refresh();
        assertThat(second.selected().orElseThrow().title()).isEqualTo("New title");
        second.close();
        first.close();
    }

    private Path study(String name, String data) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        Files.writeString(place.resolve("data.csv"), data);
        return Files.writeString(place.resolve(name + ".study.json"), """
                {"format": "worthwhile-study/1", "id": "%s", "question": "Does it?", "data": {"path": "data.csv"},
                 "design": "observational", "columns": {"outcome": "y", "treatment": "d"}}""".formatted(name));
    }

    private static String dataOf(Session session, String study) {
        List<String> found = new ArrayList<>();
        session.ask(
                "Data",
                workspace -> Studies.data(
                                workspace,
                                workspace.document(DocumentKind.STUDY, study).orElseThrow())
                        .content()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse(""),
                found::add);
        return found.getFirst();
    }

    @Test
    void aSecondStudyWhoseDataFileHasTheSameNameLeavesTheFirstsDataAlone() throws IOException {
        String first = "y,d\n1,0\n2,1\n3,0\n5,1\n";
        String second = "y,d\n9,0\n1,1\n8,0\n2,1\n";
        Path a = study("study-a", first);
        Path b = study("study-b", second);
        Session session = OpenSession.empty(folder);
        session.importFiles(List.of(a), true);
        session.importFiles(List.of(b), true);
        assertThat(session.problems()).isEmpty();
        assertThat(dataOf(session, "study-a")).isEqualTo(first);
        assertThat(dataOf(session, "study-b")).isEqualTo(second);
        session.undo();
        assertThat(dataOf(session, "study-a")).isEqualTo(first);
        session.close();
    }

    @Test
    void twoFilesWithTheSameIdAreNotImportedOneOverTheOther() throws IOException {
        Path a = study("study-a", "y,d\n1,0\n2,1\n3,0\n5,1\n");
        Path again = Files.copy(a, folder.resolve("study-a").resolve("other.study.json"));
        Session session = OpenSession.empty(folder);
        session.importFiles(List.of(a, again), true);
        assertThat(session.problems()).singleElement().asString().contains("has the same id 'study-a' as");
        assertThat(session.snapshot().orElseThrow().studies()).isEmpty();
        session.close();
    }

    @Test
    void idsThatSomeSystemCannotNameAFileByGetAnotherNameInTheFile() throws IOException {
        Path device = study("con", "y,d\n1,0\n2,1\n3,0\n5,1\n");
        Session session = OpenSession.empty(folder);
        session.importFiles(List.of(device), true);
        Path upper = study("Falls", "y,d\n1,0\n2,1\n3,0\n5,1\n");
        session.importFiles(List.of(upper), true);
        Path lower = study("falls", "y,d\n1,0\n2,1\n3,0\n5,1\n");
        session.importFiles(List.of(lower), true);
        session.importFiles(List.of(lower), true);
        assertThat(session.snapshot().orElseThrow().studies())
                .extracting(Document::name)
                .containsExactlyInAnyOrder("con-file", "Falls", "falls-2");
        session.close();
    }

    @Test
    void aDataFileThatChangedSinceItsStudyWasImportedIsRefused() throws IOException {
        Path a = study("study-a", "y,d\n1,0\n2,1\n3,0\n5,1\n");
        Session session = OpenSession.empty(folder);
        session.importFiles(List.of(a), false);
        Files.writeString(folder.resolve("study-a").resolve("data.csv"), "y,d\n1,0\n2,1\n3,0\n6,1\n");
        Document study = session.snapshot().orElseThrow().studies().getFirst();
        List<String> told = new ArrayList<>();
        new Studies(session, TaskRunner.none())
                .withData(
                        study, data -> data.read(), _ -> {}, failure -> told.add(String.valueOf(failure.getMessage())));
        assertThat(told).singleElement().asString().contains("data.csv: has changed since the study was made");
        session.close();
    }

    /** As in a window, where the screen is told of an edit after it was asked for. */
    @Test
    void resultsAreOutOfDateFromTheFirstKeyOfAnEntryUntilTheyAreThoseOfIt() {
        Deque<Runnable> later = new ArrayDeque<>();
        Session session = new Session(
                new Folders(Samples.MODELS, folder.resolve("no-models"), Samples.FOLDER),
                new TaskRunner(Runnable::run, later::add),
                TestClient.CLOCK);
        session.create(folder.resolve("samples.worthwhile"), true);
        later.removeFirst().run();
        session.selectedProperty().set("falls-prevention");
        assertThat(session.changingProperty().get()).isFalse();
        double before = OpenSession.appraisal(session).options().get(2).npsv();
        var entry = session.draft((file, text) -> Optional.of(new Draft.Typed(
                "Amount", selected(session).set("/options/2/costs/1/amount/annual", JsonText.number(1)))));
        entry.type("1");
        assertThat(session.changingProperty().get()).isTrue();
        assertThat(OpenSession.appraisal(session).options().get(2).npsv()).isEqualTo(before);
        while (!later.isEmpty()) {
            later.removeFirst().run();
        }
        assertThat(session.changingProperty().get()).isFalse();
        assertThat(OpenSession.appraisal(session).options().get(2).npsv()).isGreaterThan(before);
        session.close();
    }

    @Test
    void aBadEvidenceRecordHarmsOnlyTheProposalsThatNameIt() {
        Session session = OpenSession.withSamples(folder);
        Document evidence = session.snapshot().orElseThrow().evidence().getFirst();
        session.edit("Bad", List.of(evidence.set("/effect/standardError", JsonText.string("abc"))));
        assertThat(session.snapshot().orElseThrow().outcomes().stream()
                        .filter(Outcome.Wrong.class::isInstance)
                        .map(Outcome::name))
                .containsExactly("falls-prevention");
        session.selectedProperty().set("falls-prevention");
        assertThat(((Outcome.Wrong) session.selected().orElseThrow()).problems())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.place().position())
                        .as("the cell that names the record")
                        .endsWith("/quantity/effect/evidence"));
        session.undo();
        assertThat(session.snapshot().orElseThrow().appraisals()).hasSize(6);
        session.close();
    }

    @Test
    void aFileThatTheAnalystNeverTouchedHasNothingToUndo() {
        Session session = OpenSession.withSamples(folder);
        assertThat(session.snapshot().orElseThrow().undo()).isEmpty();
        session.undo();
        assertThat(session.snapshot().orElseThrow().outcomes()).hasSize(6);
        session.edit("Elsewhere", List.of(selected(session).set("/place", JsonText.string("Elsewhere"))));
        assertThat(session.snapshot().orElseThrow().undo()).contains("Elsewhere");
        session.undo();
        assertThat(session.snapshot().orElseThrow().undo()).isEmpty();
        session.close();
    }

    @Test
    void aWindowOnAFileThatIsOpenElsewhereSaysSoInItsTitleAndChangesNothing() {
        Session first = OpenSession.with(folder, "rural-bus");
        Session second = new Session(first.folders(), TaskRunner.none(), Clock.systemUTC());
        assertThat(second.readOnly().get()).isTrue();
        second.open(folder.resolve("case.worthwhile"));
        assertThat(second.readOnly().get()).isTrue();
        assertThat(second.snapshot().orElseThrow().windowTitle()).isEqualTo("case (read only) – Worthwhile");
        assertThat(first.readOnly().get()).isFalse();
        assertThat(first.snapshot().orElseThrow().windowTitle()).isEqualTo("case – Worthwhile");
        second.close();
        first.close();
    }

    @Test
    void aDamagedFileIsToldAndCanBeRecovered() throws IOException {
        Session session = OpenSession.withSamples(folder);
        session.close();
        Path file = folder.resolve("samples.worthwhile");
        byte[] bytes = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.worthwhile"), Arrays.copyOf(bytes, bytes.length - 8192));
        Session opened = OpenSession.empty(folder);
        opened.open(cut);
        assertThat(opened.problems()).singleElement().asString().contains("is damaged");
        assertThat(opened.damagedProperty().get()).isEqualTo(cut);
        opened.recover(cut);
        assertThat(opened.snapshot().orElseThrow().title()).isEqualTo("cut recovered");
        assertThat(opened.snapshot().orElseThrow().outcomes()).isNotEmpty();
        assertThat(opened.damagedProperty().get()).isNull();
        opened.close();
    }

    @Test
    void aFileThatCannotBeOpenedLeavesTheOpenOneOpen() {
        Session session = OpenSession.with(folder, "rural-bus");
        session.open(folder.resolve("missing.worthwhile"));
        assertThat(session.problems()).singleElement().asString().contains("is not there");
        assertThat(session.snapshot().orElseThrow().title()).isEqualTo("case");
        session.edit("Still works", List.of(selected(session).set("/place", JsonText.string("Elsewhere"))));
        assertThat(session.problems()).isEmpty();
        session.close();
    }

    @Test
    void anExportedFolderOpensAsANewFile() {
        Session session = OpenSession.with(folder, "rural-bus");
        Path out = folder.resolve("out");
        session.ask(
                "Export",
                workspace -> {
                    workspace.exportTo(out);
                    return true;
                },
                _ -> {});
        session.openFolder(out, folder.resolve("again.worthwhile"));
        assertThat(session.snapshot().orElseThrow().title()).isEqualTo("again");
        assertThat(session.snapshot().orElseThrow().appraisals()).hasSize(1);
        session.close();
    }

    private Path importable(String title) throws IOException {
        Path sample = Path.of("sample-data/rural-bus.proposal.json");
        var tree = (ObjectNode) JsonText.read(sample);
        return Files.writeString(folder.resolve("bus.proposal.json"), JsonText.of(tree.put("title", title)));
    }

    @Test
    void anImportThatWouldReplaceAnEditedProposalAsksAndDoesAsIsAnswered() throws IOException {
        Session session = OpenSession.with(folder, "rural-bus");
        session.edit("Edited", List.of(selected(session).set("/title", JsonText.string("Edited"))));
        List<String> asked = new ArrayList<>();
        Path other = importable("Imported");
        session.importFiles(List.of(other), false, present -> {
            asked.addAll(present);
            return IfPresent.CANCEL;
        });
        assertThat(asked).containsExactly("Edited");
        assertThat(session.selected().orElseThrow().title()).isEqualTo("Edited");
        assertThat(session.statusProperty().get()).isEqualTo("Nothing was imported.");
        session.importFiles(List.of(other), false, _ -> IfPresent.KEEP_BOTH);
        assertThat(session.snapshot().orElseThrow().outcomes())
                .extracting(Outcome::title)
                .containsExactlyInAnyOrder("Edited", "Imported");
        assertThat(session.snapshot().orElseThrow().appraisals()).hasSize(2);
        session.undo();
        session.importFiles(List.of(other), false, _ -> IfPresent.REPLACE);
        assertThat(session.snapshot().orElseThrow().outcomes())
                .extracting(Outcome::title)
                .containsExactly("Imported");
        session.close();
    }

    @Test
    void anImportOfWhatIsThereAlreadyAsksNothing() {
        Session session = OpenSession.withSamples(folder);
        Path samples = session.folders().samples();
        session.importFiles(
                List.of(samples.resolve("rural-bus.proposal.json"), samples.resolve("family-hubs.proposal.json")),
                false,
                present -> {
                    throw new AssertionError(present);
                });
        assertThat(session.problems()).isEmpty();
        session.close();
    }

    @Test
    void recoveryIsOfferedOnlyWhereSomethingCanBeRead() throws IOException {
        Session session = OpenSession.empty(folder);
        Path text = Files.copy(Path.of("sample-data/rural-bus.proposal.json"), folder.resolve("text.worthwhile"));
        for (Path file : List.of(
                folder.resolve("missing.worthwhile"),
                Files.createDirectory(folder.resolve("folder.worthwhile")),
                Files.createFile(folder.resolve("empty.worthwhile")),
                Files.write(folder.resolve("zeros.worthwhile"), new byte[9_000]),
                text)) {
            session.open(file);
            assertThat(session.problems()).as("%s", file).isNotEmpty();
            assertThat(session.damagedProperty().get()).as("%s", file).isNull();
        }
        session.close();
    }

    @Test
    void evidenceOfAnIdThatIsThereReplacesItOrIsRefusedAsProposalsNameItByItsId() throws IOException {
        Session session = OpenSession.withSamples(folder);
        Document evidence = session.snapshot().orElseThrow().evidence().getFirst();
        Path other = Files.writeString(
                folder.resolve("other.evidence.json"),
                JsonText.of(((ObjectNode) evidence.tree().deepCopy()).put("title", "Another title")));
        session.importFiles(List.of(other), false, _ -> IfPresent.KEEP_BOTH);
        assertThat(session.problems()).singleElement().asString().contains("by which proposals name it");
        assertThat(session.snapshot().orElseThrow().evidence()).containsExactly(evidence);
        session.importFiles(List.of(other), false, _ -> IfPresent.REPLACE);
        assertThat(session.problems()).isEmpty();
        assertThat(session.snapshot().orElseThrow().evidence())
                .singleElement()
                .extracting(document -> document.tree().path("title").asString(""))
                .isEqualTo("Another title");
        session.close();
    }
}
