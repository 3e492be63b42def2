package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.problem.InvalidInput;
import tools.jackson.databind.JsonNode;

/** The analyst's file: edits, undo, versions, the trail, and who may write. */
class WorkspaceTest {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("case.worthwhile");
    }

    static JsonNode proposal(int delivery) {
        return JsonText.parse("""
                {"id": "falls", "options": [{"id": "a", "costs": [{"id": "delivery", "amount": {"annual": %d}}]}]}""".formatted(delivery));
    }

    private static final String DELIVERY = "/options/0/costs/0/amount/annual";

    private static Workspace withProposal(Path file) {
        Workspace workspace = WorkspaceFile.create(file, CLOCK);
        workspace.apply("Added falls", List.of(Change.added(DocumentKind.PROPOSAL, "falls", proposal(100))));
        return workspace;
    }

    private static Document falls(Workspace workspace) {
        return workspace.document(DocumentKind.PROPOSAL, "falls").orElseThrow();
    }

    private static void setDelivery(Workspace workspace, int amount) {
        workspace.apply("Delivery " + amount, List.of(falls(workspace).set(DELIVERY, JsonText.number(amount))));
    }

    @Test
    void anEditIsThereWhenTheFileIsOpenedAgain() {
        try (Workspace workspace = withProposal(file)) {
            setDelivery(workspace, 120);
        }
        try (Workspace again = WorkspaceFile.open(file, CLOCK)) {
            assertThat(falls(again).tree()).isEqualTo(proposal(120));
        }
    }

    @Test
    void anEditInWhichTheProgramFailsLeavesTheFileAsItWasAndTheNextOneIsSaved() {
        try (Workspace workspace = withProposal(file)) {
            Document before = falls(workspace);
            assertThatThrownBy(() -> workspace.write(() -> {
                        workspace.database().update("DELETE FROM document");
                        throw new StackOverflowError("in the middle of an edit");
                    }))
                    .isInstanceOf(StackOverflowError.class);
            workspace.reload();
            assertThat(falls(workspace)).isEqualTo(before);
            assertThat(workspace.trail(9)).hasSize(1);
            setDelivery(workspace, 120);
        }
        try (Workspace again = WorkspaceFile.open(file, CLOCK)) {
            assertThat(falls(again).tree().at(DELIVERY).asInt()).isEqualTo(120);
            assertThat(again.notices()).isEmpty();
        }
    }

    @Test
    void undoAndRedoSurviveARestart() {
        try (Workspace workspace = withProposal(file)) {
            setDelivery(workspace, 120);
            setDelivery(workspace, 130);
            workspace.undo();
        }
        try (Workspace again = WorkspaceFile.open(file, CLOCK)) {
            assertThat(falls(again).tree()).isEqualTo(proposal(120));
            assertThat(again.undo()).map(Edit::what).contains("Delivery 120");
            assertThat(falls(again).tree()).isEqualTo(proposal(100));
            again.redo();
            again.redo();
            assertThat(falls(again).tree()).isEqualTo(proposal(130));
            assertThat(again.redo()).isEmpty();
            again.undo();
            again.undo();
            again.undo();
            assertThat(again.documents(DocumentKind.PROPOSAL)).isEmpty();
            assertThat(again.undo()).isEmpty();
        }
    }

    @Test
    void anEditAfterAnUndoAbandonsWhatWasUndone() {
        try (Workspace workspace = withProposal(file)) {
            setDelivery(workspace, 120);
            workspace.undo();
            setDelivery(workspace, 150);
            assertThat(workspace.nextRedo()).isEmpty();
            workspace.undo();
            assertThat(falls(workspace).tree()).isEqualTo(proposal(100));
        }
    }

    @Test
    void whatIsTypedAtOnePlaceInOneGoIsOneEditAndEachStateOfItIsSaved() {
        try (Workspace workspace = withProposal(file)) {
            for (int typed : new int[] {1, 12, 120}) {
                workspace.type("Delivery", falls(workspace).set(DELIVERY, JsonText.number(typed)));
            }
            assertThat(falls(workspace).tree()).isEqualTo(proposal(120));
            Edit edit = workspace.nextUndo().orElseThrow();
            assertThat(workspace.changes(edit.number()))
                    .containsExactly(new Change(
                            DocumentKind.PROPOSAL,
                            "falls",
                            DELIVERY,
                            Optional.of(JsonText.number(100)),
                            Optional.of(JsonText.number(120))));
            workspace.undo();
            assertThat(falls(workspace).tree()).isEqualTo(proposal(100));
        }
    }

    private static void type(Workspace workspace, int... typed) {
        for (int value : typed) {
            workspace.type("Delivery: " + value, falls(workspace).set(DELIVERY, JsonText.number(value)));
        }
    }

    private static List<String> trail(Workspace workspace) {
        return workspace.trail(10).stream().map(TrailEntry::what).toList().reversed();
    }

    @Test
    void theAuditTrailHasOneEntryForEachEntryTypedWithItsLastValue() {
        try (Workspace workspace = withProposal(file)) {
            int before = trail(workspace).size();
            type(workspace, 3, 36);
            workspace.finishTyping();
            type(workspace, 4, 45);
            assertThat(workspace.finishTyping()).map(Edit::what).contains("Delivery: 45");
            assertThat(trail(workspace).subList(before, before + 2)).containsExactly("Delivery: 36", "Delivery: 45");
            workspace.undo();
            assertThat(falls(workspace).tree()).as("each entry is an edit").isEqualTo(proposal(36));
        }
    }

    @Test
    void whateverIsDoneNextEndsWhatIsBeingTyped() {
        try (Workspace workspace = withProposal(file)) {
            int before = trail(workspace).size();
            type(workspace, 3, 36);
            workspace.undo();
            type(workspace, 4, 45);
            setDelivery(workspace, 120);
            type(workspace, 7);
            workspace.versions().save("As submitted");
            assertThat(trail(workspace).subList(before, trail(workspace).size()))
                    .startsWith("Delivery: 36", "Delivery: 36", "Delivery: 45")
                    .endsWith("Delivery: 7", "As submitted");
        }
    }

    @Test
    void anEntryThatIsTakenBackOrChangesNothingLeavesNoTrace() {
        try (Workspace workspace = withProposal(file)) {
            List<String> before = trail(workspace);
            Optional<Edit> last = workspace.nextUndo();
            type(workspace, 3, 36);
            workspace.takeBackTyping();
            assertThat(falls(workspace).tree()).isEqualTo(proposal(100));
            type(workspace, 3, 100);
            assertThat(workspace.finishTyping()).isEmpty();
            assertThat(falls(workspace).tree()).isEqualTo(proposal(100));
            assertThat(trail(workspace)).isEqualTo(before);
            assertThat(workspace.nextUndo()).isEqualTo(last);
        }
    }

    @Test
    void anEntryThatWasUnderWayWhenTheProgramWasKilledIsInTheTrailWhenTheFileIsOpenedAgain() throws IOException {
        Path copy = file.resolveSibling("left.worthwhile");
        try (Workspace workspace = withProposal(file)) {
            type(workspace, 3, 36);
            // The file as it is on the disk at this moment.
            Files.copy(file, copy);
            Files.copy(
                    file.resolveSibling(file.getFileName() + "-wal"), copy.resolveSibling(copy.getFileName() + "-wal"));
        }
        try (Workspace again = WorkspaceFile.open(copy, CLOCK)) {
            assertThat(falls(again).tree()).isEqualTo(proposal(36));
            assertThat(trail(again).getLast()).isEqualTo("Delivery: 36");
        }
    }

    @Test
    void linesAreInsertedAndRemovedAndUndoneInTheirPlace() {
        try (Workspace workspace = withProposal(file)) {
            JsonNode line = JsonText.object().put("id", "setup");
            workspace.apply("Added a line", List.of(falls(workspace).insert("/options/0/costs", 0, line)));
            assertThat(falls(workspace).at("/options/0/costs/1/id")).contains(JsonText.string("delivery"));
            workspace.apply("Removed a line", List.of(falls(workspace).remove("/options/0/costs/1")));
            assertThat(falls(workspace).at("/options/0/costs/1")).isEmpty();
            workspace.undo();
            workspace.undo();
            assertThat(falls(workspace).tree()).isEqualTo(proposal(100));
        }
    }

    @Test
    void objectsAndListsMadeForAValueGoWithIt() {
        try (Workspace workspace = withProposal(file)) {
            Document before = falls(workspace);
            workspace.apply(
                    "Deadweight",
                    List.of(before.set("/options/0/impacts/0/additionality/deadweight", JsonText.number(0.2))));
            assertThat(falls(workspace).at("/options/0/impacts/0/additionality/deadweight"))
                    .contains(JsonText.number(0.2));
            workspace.undo();
            assertThat(falls(workspace)).isEqualTo(before);
        }
    }

    @Test
    void theTrailTellsWhoDidWhatAndIsNeverChanged() {
        try (Workspace workspace = withProposal(file)) {
            setDelivery(workspace, 120);
            workspace.undo();
            assertThat(workspace.trail(10))
                    .extracting(TrailEntry::action)
                    .containsExactly(TrailEntry.Action.UNDO, TrailEntry.Action.EDIT, TrailEntry.Action.EDIT);
            assertThat(workspace.trail(1).getFirst().who()).isEqualTo(System.getProperty("user.name"));
            assertThat(workspace.trail(1).getFirst().at()).isEqualTo(Instant.now(CLOCK));
            assertThatThrownBy(() -> workspace.database().update("DELETE FROM trail"))
                    .hasMessageContaining("the audit trail is never shortened");
            assertThatThrownBy(() -> workspace.database().update("UPDATE trail SET who = 'nobody'"))
                    .hasMessageContaining("the audit trail is never changed");
        }
    }

    @Test
    void versionsAreComparedValueByValueAndRestoredAsAnEdit() {
        try (Workspace workspace = withProposal(file)) {
            Version first = workspace.versions().save("As submitted");
            setDelivery(workspace, 120);
            Version second = workspace.versions().save("After review");
            assertThat(workspace.versions().changesBetween(first, second))
                    .containsExactly(new Change(
                            DocumentKind.PROPOSAL,
                            "falls",
                            DELIVERY,
                            Optional.of(JsonText.number(100)),
                            Optional.of(JsonText.number(120))));
            assertThat(workspace.versions().restore(first, "Restored"))
                    .map(Edit::what)
                    .contains("Restored");
            assertThat(falls(workspace).tree()).isEqualTo(proposal(100));
            workspace.undo();
            assertThat(workspace.versions().changesSince(second)).isEmpty();
            assertThatThrownBy(() -> workspace.versions().save("As submitted"))
                    .hasMessage(file + ": there is a version 'As submitted' already; choose another name.");
        }
    }

    @Test
    void restoringBringsBackWhatWasRemovedAndRemovesWhatIsNew() {
        try (Workspace workspace = withProposal(file)) {
            Version version = workspace.versions().save("Start");
            workspace.apply(
                    "Swapped",
                    List.of(
                            Change.removed(falls(workspace)),
                            Change.added(
                                    DocumentKind.PROPOSAL,
                                    "other",
                                    JsonText.object().put("id", "other"))));
            workspace.versions().restore(version, "Back");
            assertThat(workspace.documents(DocumentKind.PROPOSAL)).containsExactly(falls(workspace));
        }
    }

    @Test
    void theHistoryTellsWhereAnEditWasAndBothValuesAsTheyWereTypedInTheEnd() {
        try (Workspace workspace = withProposal(file)) {
            for (int typed : List.of(1, 12, 120)) {
                workspace.type("Delivery " + typed, falls(workspace).set(DELIVERY, JsonText.number(typed)));
            }
            workspace.versions().save("Then");
            List<HistoryEntry> history = workspace.history(10);
            assertThat(history).hasSize(3);
            assertThat(history.get(0).what()).isEqualTo("Then");
            HistoryEntry typed = history.get(1);
            assertThat(typed.what()).isEqualTo("Delivery 120");
            assertThat(typed.documents()).containsExactly("falls");
            assertThat(typed.change().flatMap(Change::before)).contains(JsonText.number(100));
            assertThat(typed.change().flatMap(Change::after)).contains(JsonText.number(120));
        }
    }

    @Test
    void whoeverOpensTheFileSecondReadsItAndIsToldWhoHasIt() {
        try (Workspace first = withProposal(file);
                Workspace second = WorkspaceFile.open(file, CLOCK)) {
            assertThat(second.access())
                    .isInstanceOfSatisfying(
                            Access.ReadOnly.class,
                            access -> assertThat(access.why())
                                    .contains(System.getProperty("user.name"))
                                    .contains("24 November 2026"));
            setDelivery(first, 120);
            second.reload();
            assertThat(falls(second).tree()).isEqualTo(proposal(120));
            assertThatThrownBy(() -> setDelivery(second, 130)).isInstanceOf(InvalidInput.class);
            assertThatThrownBy(second::undo).hasMessageContaining("is open in another window or by somebody else");
        }
        try (Workspace again = WorkspaceFile.open(file, CLOCK)) {
            assertThat(again.access()).isInstanceOf(Access.Writable.class);
        }
    }

    @Test
    void resultsAreKeptWithWhatTheyCameFrom() {
        try (Workspace workspace = withProposal(file)) {
            workspace.resultStore().keep(DocumentKind.PROPOSAL, "falls", "abc", "Worthwhile 1", "{}");
            assertThat(workspace.resultStore().results())
                    .extracting(StoredResult::inputsSha256)
                    .containsExactly("abc");
        }
    }
}
