package org.worthwhile.desktop;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.worthwhile.desktop.failure.FailureReporter;
import org.worthwhile.desktop.session.Folders;
import org.worthwhile.desktop.settings.Preferences;
import org.worthwhile.desktop.settings.SettingsFile;
import org.worthwhile.desktop.shell.SystemDialogues;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.platform.ProgramLog;
import org.worthwhile.platform.UserFolders;

/**
 * Opens the client. Takes the folders of models, of own models and of samples as its arguments, then the files to open.
 */
public final class DesktopApplication extends Application {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 700;
    private static final int FOLDERS = 3;

    /** How many simulations, studies and choices run at once. */
    private static final int AT_ONCE = 3;

    /** Set to true to measure how long the window takes to start; see benchmarks/start.sh. */
    private static final String MEASURE = "worthwhile.measure-start";

    private final ExecutorService filing = thread("worthwhile-file");
    private final ExecutorService working = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("worthwhile-work-", 0).factory());

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Opens the client and returns when it is closed.
     *
     * @throws NoWindow if there is no display, or nothing to show windows with
     */
    public static void open(Path models, Path ownModels, Path samples, List<Path> files) {
        List<String> arguments = new ArrayList<>();
        arguments.add(models.toString());
        arguments.add(ownModels.toString());
        arguments.add(samples.toString());
        files.forEach(file -> arguments.add(file.toString()));
        Thread.ofPlatform().daemon().name("worthwhile-log").start(ProgramLog.ofUser()::prepare);
        readAhead(models, ownModels);
        try {
            launch(DesktopApplication.class, arguments.toArray(String[]::new));
        } catch (UnsupportedOperationException beforeTheStart) {
            // A failure of the application itself comes wrapped in another.
            throw NoWindow.of(beforeTheStart);
        }
    }

    /** Loads what reading the first file needs while the toolkit starts. What is wrong with it is told when it is read. */
    private static void readAhead(Path models, Path ownModels) {
        Thread.ofPlatform().daemon().name("worthwhile-ahead").start(() -> {
            try {
                PackReader.read(models, Optional.of(ownModels));
            } catch (RuntimeException toldLater) {
                // The window is not there yet to tell it on.
            }
        });
    }

    @Override
    public void start(Stage stage) {
        List<String> arguments = getParameters().getRaw();
        List<Path> paths = arguments.stream().map(Path::of).toList();
        SystemDialogues dialogues = new SystemDialogues(stage, getHostServices());
        FailureReporter failures = new FailureReporter(ProgramLog.ofUser(), Platform::runLater, dialogues::showFailure);
        failures.install();
        Folders folders = new Folders(paths.get(0), paths.get(1), paths.get(2));
        Client client = new Client(
                folders,
                new Preferences(settingsFile()),
                new TaskRunner(filing, Platform::runLater),
                new TaskRunner(working, Platform::runLater),
                Clock.systemDefaultZone(),
                dialogues,
                paths.subList(FOLDERS, paths.size()));
        failures.follow(client.session().failureProperty());
        if (Boolean.getBoolean(MEASURE)) {
            client.session().snapshotProperty().addListener((_, _, _) -> Platform.runLater(this::tellStart));
        }
        client.session()
                .snapshotProperty()
                .subscribe(state -> stage.setTitle(state == null ? Words.of("window.title") : state.windowTitle()));
        stage.setScene(new Scene(client.window().root(), WIDTH, HEIGHT));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.focusedProperty().subscribe(client.session().place()::look);
        stage.setOnCloseRequest(request -> close(client, request));
        stage.show();
    }

    private static void close(Client client, WindowEvent request) {
        if (client.mayClose()) {
            client.session().close();
        } else {
            request.consume();
        }
    }

    /** Says how long the window took from the start of the process until it showed the proposals, and closes it. */
    private void tellStart() {
        long started = ManagementFactory.getRuntimeMXBean().getStartTime();
        System.out.println("usable after " + (System.currentTimeMillis() - started) + " ms");
        Platform.exit();
    }

    private static SettingsFile settingsFile() {
        Path home = UserFolders.here().home();
        String named = System.getProperty("worthwhile.settings");
        return new SettingsFile(
                named == null ? home.resolve(".worthwhile").resolve("settings.json") : Path.of(named),
                home.resolve("Worthwhile"));
    }

    @Override
    public void stop() {
        filing.shutdown();
        working.shutdownNow();
        try {
            // What was asked for before the window closed is still written.
            filing.awaitTermination(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
