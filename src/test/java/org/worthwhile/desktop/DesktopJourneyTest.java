package org.worthwhile.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.portfolio.PortfolioViewModel;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.samples.Samples;

/** Journeys through the window, without a display; each leaves a picture in target/screens. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by the extensions before each test
class DesktopJourneyTest {

    private static final Path SCREENS = Path.of("target", "screens");
    private static final int LONGEST_SECONDS = 30;

    @TempDir
    private Path folder;

    private List<Path> toOpen = List.of();
    private Scene scene;
    private PortfolioViewModel model;

    @Start
    void start(Stage stage) {
        var worker = java.util.concurrent.Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().factory());
        model = new PortfolioViewModel(
                () -> new ProposalFiles(Samples.MODELS), new Background(worker, Platform::runLater));
        scene = new Scene(new MainWindow(model, new Answers()).root(), 1280, 800);
        stage.setScene(scene);
        stage.show();
        model.open(Samples.files(".proposal.json"));
    }

    private final class Answers implements MainWindow.Choosers {
        @Override
        public List<Path> proposalsToOpen() {
            return toOpen;
        }

        @Override
        public Optional<Path> workbookToSave(String name) {
            return Optional.of(folder.resolve(name));
        }
    }

    @Test
    void theWindowShowsTheSamplePortfolioAlreadyAppraised(FxRobot robot) throws Exception {
        untilStatus("6 proposals appraised.");
        ListView<Appraisal> list = robot.lookup("#proposals").queryListView();
        assertThat(list.getItems()).hasSize(6);
        TableView<?> options = robot.lookup("#options").queryTableView();
        assertThat(options.getItems()).hasSize(3);
        picture("portfolio-light");
    }

    @Test
    void choosingAProposalComparesItsOptions(FxRobot robot) throws Exception {
        untilStatus("6 proposals appraised.");
        ListView<Appraisal> list = robot.lookup("#proposals").queryListView();
        robot.interact(() -> list.getSelectionModel().select(1));
        assertThat(robot.lookup("#proposal-title").queryLabeled().getText()).isEqualTo("Falls prevention in Fenland");
        assertThat(robot.lookup("#options").queryTableView().getItems()).hasSize(4);
        picture("options-falls-prevention");
    }

    @Test
    void theDarkThemeIsOneClickAway(FxRobot robot) throws Exception {
        untilStatus("6 proposals appraised.");
        robot.clickOn("#dark");
        picture("portfolio-dark");
        robot.clickOn("#dark");
    }

    @Test
    void exportWritesTheWorkbookOfTheChosenProposal(FxRobot robot) throws Exception {
        untilStatus("6 proposals appraised.");
        robot.clickOn("#export");
        Path expected = folder.resolve("digital-front-door.xlsx");
        untilStatus("Wrote " + expected + ".");
        assertThat(expected).isNotEmptyFile();
    }

    @Test
    void aBadFileIsToldInTheSameSentencesAsTheCommandLineGives(FxRobot robot) throws Exception {
        untilStatus("6 proposals appraised.");
        Path bad = Files.writeString(
                folder.resolve("bad.proposal.json"), "{\"format\": \"worthwhile-proposal/1\", \"id\": 7}");
        toOpen = List.of(bad);
        robot.clickOn("#import");
        WaitForAsyncUtils.waitFor(
                LONGEST_SECONDS, TimeUnit.SECONDS, () -> !model.problems().isEmpty());
        ListView<String> problems = robot.lookup("#problems").queryListView();
        assertThat(problems.getItems()).contains(bad + ":1 /id: is the number 7; write a text in quotation marks.");
        assertThat(model.proposals()).hasSize(6);
        picture("problems");
    }

    private void untilStatus(String status) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                LONGEST_SECONDS,
                TimeUnit.SECONDS,
                () -> model.statusProperty().get().equals(status));
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void picture(String name) throws IOException {
        WaitForAsyncUtils.waitForFxEvents();
        WritableImage image = WaitForAsyncUtils.waitForAsyncFx(
                TimeUnit.SECONDS.toMillis(LONGEST_SECONDS), () -> scene.snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader pixels = image.getPixelReader();
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            pixels.getPixels(0, y, width, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, width);
            picture.setRGB(0, y, width, 1, row, 0, width);
        }
        Files.createDirectories(SCREENS);
        ImageIO.write(picture, "png", SCREENS.resolve(name + ".png").toFile());
    }
}
