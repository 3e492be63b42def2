package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.worthwhile.desktop.TaskRunner;
import org.worthwhile.desktop.TestClient;
import org.worthwhile.desktop.session.Folders;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.desktop.table.SheetView;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.samples.Samples;

/** What is typed while earlier edits wait for their turn is held against the file as they leave it, not against what is shown. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by the extension before each test
class EntryWhileSavingTest {

    private static final String PROPOSAL = "falls-prevention";
    private static final int OPTION = 2;
    private static final int ROW = 2;
    private static final String DROP_OFF = "/options/2/impacts/2/profile/dropOff";

    @TempDir
    private Path folder;

    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private Session session;
    private Sheet sheet;
    private SheetView view;
    private int column;

    @Start
    void start(Stage stage) {
        session = new Session(
                new Folders(Samples.MODELS, folder.resolve("no-models"), Samples.FOLDER),
                new TaskRunner(waiting::add, Runnable::run),
                TestClient.CLOCK);
        session.create(folder.resolve("case.worthwhile"), false);
        session.importFiles(List.of(Samples.FOLDER.resolve(PROPOSAL + ".proposal.json")), false);
        work();
        session.selectedProperty().set(PROPOSAL);
        sheet = new DocumentSheet(session, Section.IMPACTS, () -> OPTION);
        view = new SheetView("impacts", "Impacts", sheet);
        session.whenChanged(view::refreshRows);
        column = sheet.columns().stream().map(Sheet.Column::title).toList().indexOf("Drop-off");
        stage.setScene(new Scene(view, 900, 400));
        stage.show();
    }

    @AfterEach
    void close(FxRobot robot) {
        robot.interact(() -> {
            session.close();
            work();
        });
    }

    /** Does what waits, in its order. */
    private void work() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private void type(String text) {
        view.table().requestFocus();
        view.table()
                .getSelectionModel()
                .clearAndSelect(ROW, view.table().getColumns().get(column));
        view.table()
                .getFocusModel()
                .focus(new TablePosition<>(
                        view.table(), ROW, view.table().getColumns().get(column)));
        key(view.table(), KeyEvent.KEY_TYPED, text.substring(0, 1), KeyCode.UNDEFINED);
        TextField field = (TextField) view.lookup("#sheet-field");
        field.appendText(text.substring(1));
        key(field, KeyEvent.KEY_PRESSED, "", KeyCode.ENTER);
    }

    private static void key(Node target, EventType<KeyEvent> kind, String letter, KeyCode code) {
        Event.fireEvent(target, new KeyEvent(kind, letter, letter, code, false, false, false, false));
    }

    private String json() {
        return JsonText.compact(
                session.selected().orElseThrow().document().tree().at(DROP_OFF));
    }

    @Test
    void whatStoodThereBeforeAPasteIsAnEntryWhenItIsTypedAfterIt(FxRobot robot) {
        assertThat(json()).isEqualTo("0.2");
        robot.interact(() -> {
            sheet.put(ROW, column, List.of(List.of("30%")));
            assertThat(sheet.text(ROW, column)).as("not yet saved").isEqualTo("20%");
            type("20%");
            work();
        });
        assertThat(json()).isEqualTo("0.2");
        assertThat(session.snapshot().orElseThrow().undo())
                .hasValueSatisfying(edit -> assertThat(edit).endsWith("Drop-off: 20%"));
    }

    @Test
    void whatStoodThereBeforeAnUndoIsAnEntryWhenItIsTypedAfterIt(FxRobot robot) {
        robot.interact(() -> {
            sheet.put(ROW, column, List.of(List.of("30%")));
            work();
            session.undo();
            assertThat(sheet.text(ROW, column)).as("not yet undone").isEqualTo("30%");
            type("30%");
            work();
        });
        assertThat(json()).isEqualTo("0.3");
    }

    @Test
    void whatStandsThereIsNoEditWhenItIsTypedAgain(FxRobot robot) {
        robot.interact(() -> {
            sheet.put(ROW, column, List.of(List.of("30%")));
            work();
            type("30%");
            work();
        });
        assertThat(json()).isEqualTo("0.3");
        robot.interact(() -> {
            session.undo();
            work();
        });
        assertThat(json()).isEqualTo("0.2");
    }
}
