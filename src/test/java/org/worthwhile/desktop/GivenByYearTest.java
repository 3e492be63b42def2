package org.worthwhile.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.worthwhile.desktop.shell.Screen;
import org.worthwhile.desktop.table.SheetView;

/** An impact is turned into amounts by year in the editor. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by the extensions before each test
class GivenByYearTest {

    private static final int IMPACTS = 7;

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
    void theChosenImpactIsGivenByYearOnceWhatGoesWithItIsConfirmedAndWithoutAChoiceTheScreenSaysWhatToDo(
            FxRobot robot) {
        test.settle();
        robot.interact(() -> {
            test.client().session().selectedProperty().set("rural-bus");
            test.client().window().show(Screen.PROPOSAL);
        });
        test.settle();
        ComboBox<?> sections = robot.lookup("#section").queryAs(ComboBox.class);
        robot.interact(() -> {
            sections.getSelectionModel().select(IMPACTS);
            robot.lookup("#option").queryAs(ComboBox.class).getSelectionModel().select(1);
        });
        test.settle();
        TableView<Integer> impacts =
                robot.lookup("#sheet-impacts").queryAs(SheetView.class).table();
        giveByYear(robot);
        assertThat(robot.lookup("#status").queryAs(Label.class).getText()).startsWith("No line was given by year");
        robot.interact(() -> impacts.getSelectionModel()
                .clearAndSelect(0, impacts.getColumns().getFirst()));
        giveByYear(robot);
        assertThat(sections.getValue()).as("not confirmed").hasToString("IMPACTS");
        test.answers().confirmations.add(true);
        giveByYear(robot);
        assertThat(sections.getValue()).hasToString("BY_YEAR");
        assertThat(robot.lookup("#sheet-by_year")
                        .queryAs(SheetView.class)
                        .table()
                        .getItems())
                .isNotEmpty();
    }

    private void giveByYear(FxRobot robot) {
        robot.interact(() -> robot.lookup("#give-by-year").queryAs(Button.class).fire());
        test.settle();
    }
}
