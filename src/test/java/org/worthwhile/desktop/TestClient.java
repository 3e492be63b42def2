package org.worthwhile.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;
import org.worthwhile.desktop.failure.FailureReport;
import org.worthwhile.desktop.failure.FailureReporter;
import org.worthwhile.desktop.session.Folders;
import org.worthwhile.desktop.settings.Preferences;
import org.worthwhile.desktop.settings.Settings;
import org.worthwhile.desktop.settings.SettingsFile;
import org.worthwhile.desktop.shell.Dialogues;
import org.worthwhile.desktop.shell.Leaving;
import org.worthwhile.platform.ProgramLog;
import org.worthwhile.samples.Samples;

/** The client as journeys use it: on files of a test's folder, dialogues answered beforehand. */
public final class TestClient {

    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:30:00Z"), ZoneOffset.UTC);
    private static final int LONGEST_SECONDS = 60;

    private final Answers answers = new Answers();
    private final Preferences preferences;
    private final Client client;
    private final Scene scene;
    private final List<ExecutorService> executors = new ArrayList<>();

    /** What dialogues answer, one after another. */
    public static final class Answers implements Dialogues {
        public final Deque<List<Path>> imports = new ArrayDeque<>();
        public final Deque<Path> files = new ArrayDeque<>();
        public final Deque<Path> folders = new ArrayDeque<>();
        public final Deque<String> texts = new ArrayDeque<>();
        public final Deque<Boolean> confirmations = new ArrayDeque<>();
        public final Deque<Leaving> leavings = new ArrayDeque<>();
        /** What was told of failures of the program. */
        public final List<FailureReport> failures = new ArrayList<>();

        @Override
        public List<Path> filesToImport() {
            return imports.isEmpty() ? List.of() : imports.removeFirst();
        }

        @Override
        public Optional<Path> fileToOpen() {
            return Optional.ofNullable(files.pollFirst());
        }

        @Override
        public Optional<Path> folderToOpen(String title) {
            return Optional.ofNullable(folders.pollFirst());
        }

        @Override
        public Optional<Path> fileToSave(String title, String name) {
            return Optional.ofNullable(files.pollFirst());
        }

        @Override
        public Optional<Path> dataset() {
            return Optional.ofNullable(files.pollFirst());
        }

        @Override
        public Optional<String> text(String title, String prompt, String usual) {
            return Optional.ofNullable(texts.pollFirst());
        }

        /** Whether what is asked is meant; it is asked once. */
        @Override
        public boolean confirm(String title, String question, String action) {
            return Optional.ofNullable(confirmations.pollFirst()).orElse(false);
        }

        @Override
        public IfPresent ifImported(List<String> present) {
            return IfPresent.CANCEL;
        }

        @Override
        public Leaving leaving(String file) {
            return Optional.ofNullable(leavings.pollFirst()).orElse(Leaving.CANCEL);
        }

        @Override
        public IfPresent ifPresent(List<Path> present) {
            return IfPresent.KEEP_BOTH;
        }

        @Override
        public void showFailure(FailureReport report) {
            failures.add(report);
        }
    }

    /** Opens the client on the samples, in a window of a size. */
    public TestClient(Stage stage, Path folder, double width, double height) {
        preferences = new Preferences(new SettingsFile(folder.resolve("settings.json"), folder.resolve("files")));
        preferences.useTheme(Settings.Theme.LIGHT);
        client = new Client(
                new Folders(Samples.MODELS, folder.resolve("no-models"), Samples.FOLDER),
                preferences,
                background(),
                background(),
                CLOCK,
                answers,
                List.of());
        new FailureReporter(ProgramLog.in(folder), Platform::runLater, answers::showFailure)
                .follow(client.session().failureProperty());
        scene = new Scene(client.window().root(), width, height);
        stage.setScene(scene);
        stage.show();
    }

    private TaskRunner background() {
        ExecutorService executor =
                Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        executors.add(executor);
        return new TaskRunner(executor, Platform::runLater);
    }

    /** Waits until nothing is under way and what was found is on the screen. */
    public void settle() {
        try {
            for (int round = 0; round < 4; round++) {
                for (ExecutorService executor : executors) {
                    executor.submit(() -> {}).get(LONGEST_SECONDS, TimeUnit.SECONDS);
                }
                WaitForAsyncUtils.waitForFxEvents();
            }
            WaitForAsyncUtils.waitFor(
                    LONGEST_SECONDS,
                    TimeUnit.SECONDS,
                    () -> !client.session().busyProperty().get());
        } catch (Exception late) {
            throw new AssertionError("The client did not come to rest.", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Closes the file and ends its threads. */
    public void close() {
        client.session().close();
        executors.forEach(ExecutorService::shutdown);
    }

    public Client client() {
        return client;
    }

    public Answers answers() {
        return answers;
    }

    public Preferences preferences() {
        return preferences;
    }

    public Scene scene() {
        return scene;
    }
}
