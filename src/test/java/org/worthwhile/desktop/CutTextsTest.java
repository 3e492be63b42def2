package org.worthwhile.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.worthwhile.desktop.shell.Screen;

/** Whether labels and figures have room on every screen, at the usual and the least size of the window. */
@Tag("proof")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by the extensions before each test
class CutTextsTest {

    private static final int SIMULATION = 3;
    private static final int STUDY = 2;

    @TempDir
    private Path folder;

    private TestClient test;

    @Start
    void start(Stage stage) {
        test = new TestClient(stage, folder, 1280, 800);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void noLabelAndNoFigureIsCutOff(FxRobot robot) {
        test.settle();
        robot.interact(() -> test.client().session().selectedProperty().set("falls-prevention"));
        runStudyAndSimulation(robot);
        Set<String> cut = new TreeSet<>();
        for (int width : List.of(1280, 1024)) {
            robot.interact(() -> {
                test.scene().getWindow().setWidth(width);
                test.scene().getWindow().setHeight(width == 1280 ? 800 : 700);
            });
            for (Screen screen : Screen.values()) {
                robot.interact(() -> test.client().window().show(screen));
                test.settle();
                look(cut, width + " " + screen);
                pages(robot, screen, cut, width);
            }
        }
        assertThat(cut).isEmpty();
    }

    private void runStudyAndSimulation(FxRobot robot) {
        robot.interact(() -> test.client().window().show(Screen.ATTRIBUTION));
        test.settle();
        ListView<?> studies = robot.lookup("#studies").queryListView();
        robot.interact(() -> studies.getSelectionModel().select(STUDY));
        test.settle();
        robot.interact(() -> robot.lookup("#steps")
                .queryAs(TabPane.class)
                .getSelectionModel()
                .select(1));
        robot.interact(() -> robot.lookup("#run-study").queryAs(Button.class).fire());
        test.settle();
        robot.interact(() -> test.client().window().show(Screen.CONDITIONS));
        test.settle();
        TabPane tabs = robot.lookup("#condition-tabs").queryAs(TabPane.class);
        robot.interact(() -> tabs.getSelectionModel().select(SIMULATION));
        robot.interact(() -> robot.lookup("#trials")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .selectFirst());
        robot.interact(() -> robot.lookup("#simulate").queryAs(Button.class).fire());
        test.settle();
    }

    private void look(Set<String> cut, String where) {
        CutTexts.of(test.scene()).forEach(text -> cut.add(where + ": " + text));
    }

    private void pages(FxRobot robot, Screen screen, Set<String> cut, int width) {
        if (screen == Screen.PROPOSAL) {
            ComboBox<?> sections = robot.lookup("#section").queryAs(ComboBox.class);
            for (int place = 0; place < sections.getItems().size(); place++) {
                int chosen = place;
                robot.interact(() -> sections.getSelectionModel().select(chosen));
                test.settle();
                look(cut, width + " " + screen + " " + place);
            }
        }
        for (Node node : robot.lookup(".tab-pane").queryAll()) {
            TabPane tabs = (TabPane) node;
            for (int place = 0; place < tabs.getTabs().size(); place++) {
                int chosen = place;
                robot.interact(() -> tabs.getSelectionModel().select(chosen));
                test.settle();
                look(cut, width + " " + screen + " tab " + tabs.getId() + " " + place);
            }
        }
    }
}
