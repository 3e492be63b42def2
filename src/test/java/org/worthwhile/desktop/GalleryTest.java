package org.worthwhile.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.worthwhile.desktop.settings.Settings.Theme;
import org.worthwhile.desktop.shell.Screen;
import org.worthwhile.exchange.JsonText;

/** Every screen in both themes, at usual and at large text, as pictures in target/screens. */
@Tag("proof")
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by the extensions before each test
class GalleryTest {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 700;

    @TempDir
    private Path folder;

    private TestClient test;

    @Start
    void start(Stage stage) {
        test = new TestClient(stage, folder, WIDTH, HEIGHT);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void everyScreenInBothThemesAndTwoSizesOfText(FxRobot robot) {
        test.settle();
        robot.interact(() -> test.client().session().selectedProperty().set("falls-prevention"));
        runStudyAndSimulation(robot);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int percent : new int[] {100, 150}) {
                robot.interact(() -> {
                    test.preferences().useTheme(theme);
                    test.preferences().useText(percent);
                });
                for (Screen screen : Screen.values()) {
                    robot.interact(() -> test.client().window().show(screen));
                    test.settle();
                    String name = screen.name() + "-" + theme + "-" + percent;
                    Pictures.take(test.scene(), name.toLowerCase(Locale.ROOT));
                    assertThat(test.client().session().problems()).isEmpty();
                    pages(robot, screen, theme, percent);
                }
            }
        }
        robot.interact(() -> test.preferences().useText(200));
        everyScreen(robot, "dark-200");
        robot.interact(() -> {
            test.preferences().useText(100);
            test.preferences().useTheme(Theme.LIGHT);
            test.scene().getWindow().setWidth(LEAST_WIDTH);
            test.scene().getWindow().setHeight(LEAST_HEIGHT);
        });
        everyScreen(robot, "light-smallest");
    }

    @Test
    void theGuideInBothThemesAndAtLargeText(FxRobot robot) {
        test.settle();
        robot.interact(() -> test.client().window().show(Screen.RESULTS));
        robot.interact(() -> robot.lookup("#help").queryAs(Button.class).fire());
        test.settle();
        Scene guide = Window.getWindows().getLast().getScene();
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int percent : new int[] {100, 200}) {
                robot.interact(() -> {
                    test.preferences().useTheme(theme);
                    test.preferences().useText(percent);
                });
                test.settle();
                Pictures.take(guide, ("guide-" + theme + "-" + percent).toLowerCase(Locale.ROOT));
            }
        }
        assertThat(guide).isNotEqualTo(test.scene());
    }

    private void everyScreen(FxRobot robot, String kind) {
        for (Screen screen : Screen.values()) {
            robot.interact(() -> test.client().window().show(screen));
            test.settle();
            Pictures.take(test.scene(), (screen.name() + "-" + kind).toLowerCase(Locale.ROOT));
        }
    }

    private void runStudyAndSimulation(FxRobot robot) {
        robot.interact(() -> test.client().window().show(Screen.ATTRIBUTION));
        test.settle();
        ListView<?> studies = robot.lookup("#studies").queryListView();
        robot.interact(() -> studies.getSelectionModel().select(2));
        test.settle();
        TabPane steps = robot.lookup("#steps").queryAs(TabPane.class);
        robot.interact(() -> steps.getSelectionModel().select(1));
        robot.interact(() -> robot.lookup("#run-study").queryAs(Button.class).fire());
        test.settle();
        robot.interact(() -> test.client().window().show(Screen.CONDITIONS));
        test.settle();
        TabPane tabs = robot.lookup("#condition-tabs").queryAs(TabPane.class);
        robot.interact(() -> tabs.getSelectionModel().select(3));
        robot.interact(() -> robot.lookup("#simulate").queryAs(Button.class).fire());
        test.settle();
    }

    /** The pages within a screen, in the light theme at the usual size. */
    private void pages(FxRobot robot, Screen screen, Theme theme, int percent) {
        if (theme != Theme.LIGHT || percent != 100) {
            return;
        }
        switch (screen) {
            case PROPOSAL -> {
                ComboBox<?> sections = robot.lookup("#section").queryAs(ComboBox.class);
                ComboBox<?> options = robot.lookup("#option").queryAs(ComboBox.class);
                robot.interact(() -> options.getSelectionModel().select(2));
                for (int i = 0; i < sections.getItems().size(); i++) {
                    int place = i;
                    robot.interact(() -> sections.getSelectionModel().select(place));
                    test.settle();
                    Pictures.take(test.scene(), "proposal-page-" + place);
                }
            }
            case RESULTS, CONDITIONS, ATTRIBUTION, AUDIT -> {
                for (Node node : robot.lookup(".tab-pane").queryAll()) {
                    TabPane tabs = (TabPane) node;
                    for (int i = 0; i < tabs.getTabs().size(); i++) {
                        int place = i;
                        robot.interact(() -> tabs.getSelectionModel().select(place));
                        test.settle();
                        Pictures.take(test.scene(), screen.name().toLowerCase(Locale.ROOT) + "-page-" + place);
                    }
                }
            }
            default -> {}
        }
    }

    @Test
    void whatIsWrongReadOnlyOrSearchedFor(FxRobot robot) throws Exception {
        test.settle();
        robot.interact(() -> test.client().session().selectedProperty().set("falls-prevention"));
        robot.interact(() -> robot.lookup("#search").queryAs(Button.class).fire());
        robot.write("pro");
        test.settle();
        Pictures.take(test.scene(), "state-search");
        robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        robot.interact(() -> test.client().window().show(Screen.PROPOSAL));
        test.settle();
        ComboBox<?> sections = robot.lookup("#section").queryAs(ComboBox.class);
        ComboBox<?> options = robot.lookup("#option").queryAs(ComboBox.class);
        robot.interact(() -> sections.getSelectionModel().select(5));
        robot.interact(() -> options.getSelectionModel().select(2));
        var document = test.client().session().selected().orElseThrow().document();
        robot.interact(() -> test.client()
                .session()
                .edit(
                        "Wrong",
                        List.of(
                                document.set("/options/2/costs/1/amount/annual", JsonText.string("lots")),
                                document.set("/options/2/costs/1/bearer", JsonText.string("nobody")))));
        test.settle();
        Pictures.take(test.scene(), "state-wrong-cell");
        robot.interact(() -> test.client().window().show(Screen.RESULTS));
        test.settle();
        Pictures.take(test.scene(), "state-not-appraised");
        robot.interact(() -> test.client().session().undo());
        Path damaged = Files.write(folder.resolve("damaged.worthwhile"), new byte[9000]);
        robot.interact(() -> test.client().session().open(damaged));
        test.settle();
        Pictures.take(test.scene(), "state-damaged");
        robot.interact(() -> test.client().session().dismissProblems());
        robot.interact(() -> test.client().session().create(folder.resolve("Empty file.worthwhile"), false));
        test.settle();
        for (Screen screen : Screen.values()) {
            robot.interact(() -> test.client().window().show(screen));
            test.settle();
            Pictures.take(test.scene(), "empty-" + screen.name().toLowerCase(Locale.ROOT));
        }
        assertThat(test.client().session().problems()).isEmpty();
    }
}
