package org.worthwhile.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.worthwhile.desktop.portfolio.PortfolioViewModel;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalFiles;

/** Opens the client on the sample portfolio. Takes the folders of models, of own models and of samples as its arguments. */
public final class DesktopApplication extends Application {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 700;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("worthwhile-work").factory());

    /** Opens the client and returns when it is closed. */
    public static void open(Path models, Path ownModels, Path samples) {
        launch(DesktopApplication.class, models.toString(), ownModels.toString(), samples.toString());
    }

    /** Whether this is a system whose windows need a display, and none is named. */
    public static boolean isWithoutDisplay() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean needsDisplay = system.contains("linux") && !"Headless".equals(System.getProperty("glass.platform"));
        return needsDisplay && System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null;
    }

    @Override
    public void start(Stage stage) {
        List<String> folders = getParameters().getRaw();
        PortfolioViewModel model = new PortfolioViewModel(
                () -> files(Path.of(folders.get(0)), Path.of(folders.get(1))),
                new Background(worker, Platform::runLater));
        MainWindow window = new MainWindow(model, MainWindow.dialogues(stage));
        stage.setTitle("Worthwhile");
        stage.setScene(new Scene(window.root(), WIDTH, HEIGHT));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.show();
        model.open(samples(Path.of(folders.get(2))));
    }

    private static ProposalFiles files(Path models, Path ownModels) {
        return new ProposalFiles(models, PackReader.read(models, Optional.of(ownModels)));
    }

    @Override
    public void stop() {
        worker.shutdownNow();
    }

    private static List<Path> samples(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".proposal.json"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException("The sample data are missing from " + folder, missing);
        }
    }
}
