package org.worthwhile.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
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
import tools.jackson.databind.JsonNode;

/** Whose lines the pages of the editor show, and where what is typed goes. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by the extensions before each test
class OptionOfAPageTest {

    private static final int COSTS = 5;

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

    private void showCosts(FxRobot robot) {
        ComboBox<?> sections = robot.lookup("#section").queryAs(ComboBox.class);
        robot.interact(() -> sections.getSelectionModel().select(COSTS));
        test.settle();
    }

    private JsonNode proposal() {
        return test.client().session().selected().orElseThrow().document().tree();
    }

    private static ComboBox<?> option(FxRobot robot) {
        return robot.lookup("#option").queryAs(ComboBox.class);
    }

    private static String whose(FxRobot robot) {
        return robot.lookup("#whose-lines").queryAs(Label.class).getText();
    }

    @Test
    void aCostTypedIntoANewProposalIsOneOfItsFirstOptionAndLowersItsValue(FxRobot robot) {
        test.settle();
        robot.interact(() -> robot.lookup("#new-proposal").queryAs(Button.class).fire());
        test.settle();
        showCosts(robot);
        assertThat(option(robot).getValue()).isEqualTo("Option 1");
        assertThat(whose(robot)).isEqualTo("These lines belong to “Option 1”.");
        TableView<Integer> costs =
                robot.lookup("#sheet-costs").queryAs(SheetView.class).table();
        assertThat(costs.getColumns().subList(4, 6))
                .as("From and To, which hold years")
                .allSatisfy(column -> assertThat(column.getWidth()).isGreaterThanOrEqualTo(84));
        robot.interact(() -> {
            costs.requestFocus();
            costs.getSelectionModel().clearAndSelect(0, costs.getColumns().get(3));
            costs.getFocusModel().focus(0, costs.getColumns().get(3));
        });
        robot.write("200000");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        test.settle();
        assertThat(proposal().at("/options/0/costs").size()).isZero();
        assertThat(proposal().at("/options/1/costs/0/amount/annual").asInt()).isEqualTo(200_000);
        assertThat(robot.lookup("#headline").queryAs(Label.class).getText()).startsWith("Option 1: NPSV -£");
    }

    @Test
    void everyProposalOpensOnItsFirstOptionBesidesBusinessAsUsualWhichIsSaidToBeThatWhereItIsChosen(FxRobot robot) {
        test.settle();
        robot.interact(() -> test.client().window().show(Screen.PROPOSAL));
        showCosts(robot);
        for (String sample : new String[] {"rural-bus", "falls-prevention", "family-hubs"}) {
            robot.interact(() -> test.client().session().selectedProperty().set(sample));
            test.settle();
            assertThat(proposal().at("/options/0/role").asString()).isEqualTo("business-as-usual");
            assertThat(option(robot).getSelectionModel().getSelectedIndex())
                    .as(sample)
                    .isEqualTo(1);
            assertThat(whose(robot)).contains(proposal().at("/options/1/title").asString());
        }
        robot.interact(() -> option(robot).getSelectionModel().select(0));
        test.settle();
        assertThat(whose(robot))
                .isEqualTo("These lines belong to “Business as usual”: what is spent and happens without the proposal,"
                        + " which counts against every other option.");
        robot.interact(() -> test.client().session().say("and stays there"));
        robot.interact(() -> test.client().session().refresh());
        test.settle();
        assertThat(option(robot).getSelectionModel().getSelectedIndex()).isZero();
    }
}
