package org.worthwhile.desktop.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.worthwhile.desktop.TestClient;
import org.worthwhile.desktop.settings.Settings;
import org.worthwhile.desktop.shell.Screen;

/** The guide as the client shows it. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by the extensions before each test
class GuideWindowTest {

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
    void theHelpKeyShowsThePageOfTheScreen(FxRobot robot) {
        test.settle();
        for (Screen screen : List.of(Screen.VALUES, Screen.CHOICE)) {
            robot.interact(() -> test.client().window().show(screen));
            robot.interact(() -> test.scene().getWindow().requestFocus());
            robot.press(KeyCode.F1).release(KeyCode.F1);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(view().title())
                    .isEqualTo(
                            Guide.read().find(screen.guidePage()).orElseThrow().title());
            robot.press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(Window.getWindows()).hasSize(1);
        }
    }

    @Test
    void aSearchGoesToWhatItFoundAndALinkToItsPageAndBack(FxRobot robot) {
        test.settle();
        help(robot);
        TextField query = (TextField) view().lookup("#guide-query");
        ListView<?> found = (ListView<?>) view().lookup("#guide-found");
        robot.interact(() -> query.setText("restore version"));
        robot.interact(() -> found.getSelectionModel().selectFirst());
        assertThat(view().title()).isEqualTo("Audit trail, versions and sharing a file");
        robot.interact(() -> view().open("results"));
        assertThat(view().title()).isEqualTo("Results");
        Hyperlink link = view().lookupAll(".hyperlink").stream()
                .map(Hyperlink.class::cast)
                .filter(there -> there.getText().equals("sensitivity"))
                .findFirst()
                .orElseThrow();
        robot.interact(link::fire);
        assertThat(view().title()).isEqualTo("Sensitivity");
        robot.interact(() -> ((Button) view().lookup("#guide-back")).fire());
        assertThat(view().title()).isEqualTo("Results");
    }

    @Test
    void whatWasFoundFarDownAPageIsScrolledTo(FxRobot robot) {
        test.settle();
        help(robot);
        ScrollPane page = (ScrollPane) view().lookup("#guide-page");
        robot.interact(() -> view().open("costs-and-impacts"));
        assertThat(page.getVvalue()).isZero();
        TextField query = (TextField) view().lookup("#guide-query");
        ListView<?> found = (ListView<?>) view().lookup("#guide-found");
        robot.interact(() -> query.setText("deadweight displacement leakage"));
        robot.interact(() -> found.getSelectionModel().selectFirst());
        assertThat(page.getVvalue()).isPositive();
    }

    @Test
    void everyPageIsShownWithAllItsWordsAndPicturesAtAnySizeOfText(FxRobot robot) {
        test.settle();
        help(robot);
        for (int percent : new int[] {100, 200}) {
            robot.interact(() -> test.preferences().useText(percent));
            for (GuidePage page : Guide.read().pages()) {
                robot.interact(() -> view().open(page.name()));
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(view().title()).isEqualTo(page.title());
                VBox content = (VBox) ((ScrollPane) view().lookup("#guide-page")).getContent();
                assertThat(content.getChildren()).hasSameSizeAs(page.sections());
                for (Node node : ((Parent) content).lookupAll(".image-view")) {
                    assertThat(((ImageView) node).getImage().isError()).isFalse();
                }
                assertThat(content.getWidth())
                        .as("nothing of %s is beyond the window", page.name())
                        .isLessThanOrEqualTo(((ScrollPane) view().lookup("#guide-page"))
                                        .getViewportBounds()
                                        .getWidth()
                                + 1);
            }
        }
        robot.interact(() -> test.preferences().useText(Settings.LEAST_TEXT));
    }

    private static void help(FxRobot robot) {
        robot.interact(() -> robot.lookup("#help").queryAs(Button.class).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static GuideView view() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(GuideView.class::isInstance)
                .map(GuideView.class::cast)
                .findFirst()
                .orElseThrow();
    }
}
