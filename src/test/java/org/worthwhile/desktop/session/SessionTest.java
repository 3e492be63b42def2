package org.worthwhile.desktop.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Document;

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
}
