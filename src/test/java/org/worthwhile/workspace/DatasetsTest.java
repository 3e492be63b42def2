package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.worthwhile.workspace.WorkspaceTest.CLOCK;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.JsonText;
import tools.jackson.databind.JsonNode;

/** The data of studies, which go with the study wherever it goes. */
class DatasetsTest {

    private static final NewDataset FIRST = data("unit,y\na,1\n");
    private static final NewDataset SECOND = data("unit,y\na,2\n");

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void name() {
        file = folder.resolve("case.worthwhile");
    }

    /** Every dataset is called data.csv. */
    private static NewDataset data(String text) {
        return NewDataset.of("data.csv", text.getBytes(StandardCharsets.UTF_8), true);
    }

    private static JsonNode study(NewDataset data) {
        var tree = JsonText.object().put("id", "wards");
        tree.putObject("data")
                .put("path", "data.csv")
                .put("sha256", data.dataset().sha256());
        return tree;
    }

    private static void add(Workspace workspace, String name, NewDataset data) {
        workspace.apply(
                "Imported " + name, List.of(Change.added(DocumentKind.STUDY, name, study(data))), List.of(data));
    }

    /** Brings the other data to the study, as importing it again does. */
    private static void replace(Workspace workspace, String name, NewDataset data) {
        Document study = workspace.document(DocumentKind.STUDY, name).orElseThrow();
        workspace.apply("Imported again", List.of(study.set("", study(data))), List.of(data));
    }

    private static Optional<byte[]> bytes(Workspace workspace, String name) {
        return workspace
                .document(DocumentKind.STUDY, name)
                .flatMap(workspace.datasets()::fingerprint)
                .flatMap(workspace.datasets()::content);
    }

    @Test
    void aSecondFileWithTheSameNameLeavesTheFirstStudysDataAlone() {
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            add(workspace, "a", FIRST);
            add(workspace, "b", SECOND);
            assertThat(bytes(workspace, "a")).hasValue(FIRST.content().orElseThrow());
            assertThat(bytes(workspace, "b")).hasValue(SECOND.content().orElseThrow());
            assertThat(workspace.datasets().all()).containsExactlyInAnyOrder(FIRST.dataset(), SECOND.dataset());
        }
    }

    @Test
    void undoAndRedoBringTheDataWithTheStudy() {
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            add(workspace, "a", FIRST);
            replace(workspace, "a", SECOND);
            workspace.undo();
            assertThat(bytes(workspace, "a")).hasValue(FIRST.content().orElseThrow());
            workspace.redo();
            assertThat(bytes(workspace, "a")).hasValue(SECOND.content().orElseThrow());
        }
    }

    @Test
    void restoringAVersionRestoresWhichDataAStudyUses() {
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            add(workspace, "a", FIRST);
            Version version = workspace.versions().save("First");
            replace(workspace, "a", SECOND);
            workspace.versions().restore(version, "Back");
            assertThat(bytes(workspace, "a")).hasValue(FIRST.content().orElseThrow());
        }
    }

    @Test
    void studyAndDataAreOneTransaction() {
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            workspace
                    .database()
                    .execute("CREATE TRIGGER full BEFORE INSERT ON dataset BEGIN SELECT RAISE (ABORT, 'x'); END");
            assertThat(catchThrowable(() -> add(workspace, "a", FIRST))).isNotNull();
            assertThat(workspace.documents(DocumentKind.STUDY)).isEmpty();
            assertThat(workspace.nextUndo()).isEmpty();
        }
    }

    @Test
    void dataStayWhileAnythingCanComeBackToThemAndGoWhenNothingCan() {
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            add(workspace, "a", FIRST);
            workspace.undo();
            assertThat(workspace.datasets().all()).as("can be done again").hasSize(1);
            add(workspace, "b", SECOND);
            assertThat(workspace.datasets().all())
                    .as("what was undone can no longer be done again")
                    .containsExactly(SECOND.dataset());
        }
    }

    @Test
    void dataOfAVersionStayWhateverIsUndone() {
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            add(workspace, "a", FIRST);
            workspace.versions().save("With a");
            workspace.undo();
            add(workspace, "b", SECOND);
            assertThat(workspace.datasets().all()).hasSize(2);
        }
    }

    @Test
    void aDatasetWhoseBytesWereNotKeptGetsThemWhenTheyAre() {
        NewDataset noted = NewDataset.of("data.csv", FIRST.content().orElseThrow(), false);
        try (Workspace workspace = WorkspaceFile.create(file, CLOCK)) {
            add(workspace, "a", noted);
            assertThat(bytes(workspace, "a")).isEmpty();
            add(workspace, "b", FIRST);
            assertThat(bytes(workspace, "a")).hasValue(FIRST.content().orElseThrow());
            add(workspace, "c", noted);
            assertThat(bytes(workspace, "c")).isPresent();
        }
    }

    @Test
    void studiesOfEarlierFilesAndOfTheirHistoryFindTheirDataByName() {
        String named = "{\"id\":\"a\",\"data\":{\"path\":\"data.csv\"}}";
        try (Database database = Database.open(file, Database.Mode.CREATE)) {
            database.writeAheadFully();
            database.execute("PRAGMA application_id = " + WorkspaceFile.APPLICATION);
            Migrations.create(database, 2);
            database.update("INSERT INTO document VALUES ('study', 'a', ?)", named);
            database.update("INSERT INTO edit VALUES (1, '2026-01-02T03:04:05Z', 'ada', 'Added', 'done')");
            database.update("INSERT INTO change VALUES (1, 0, 'study', 'a', '', NULL, ?)", named);
            database.update(
                    "INSERT INTO dataset VALUES ('data.csv', ?, ?, ?)",
                    FIRST.dataset().sha256(),
                    FIRST.dataset().bytes(),
                    FIRST.content().orElseThrow());
            database.update("INSERT INTO dataset VALUES ('far.csv', '00', 7, NULL)");
        }
        try (Workspace workspace = WorkspaceFile.open(file, CLOCK)) {
            assertThat(bytes(workspace, "a")).hasValue(FIRST.content().orElseThrow());
            add(workspace, "b", SECOND);
            assertThat(bytes(workspace, "a"))
                    .as("the name stands for what it stood for")
                    .hasValue(FIRST.content().orElseThrow());
            workspace.undo();
            workspace.undo();
            add(workspace, "c", SECOND);
            assertThat(workspace.datasets().all()).hasSize(3);
        }
    }
}
