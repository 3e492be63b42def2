package org.worthwhile.desktop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.results.ResultsView;
import org.worthwhile.desktop.session.Folders;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.DocumentKind;

/**
 * Times edits from the key to the frame that shows their results: a proposal of 4 options with 60 lines each over 60 years,
 * its results on the screen, 300 edits of which the first 100 warm up. Prints the median and the 95th percentile.
 */
public final class EditOnScreen {

    private static final int EDITS = 300;
    private static final int WARM = 100;

    private EditOnScreen() {}

    public static void main(String[] arguments) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        Platform.startup(EditOnScreen::start);
    }

    private static void start() {
        var filing = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
        Session session = new Session(
                new Folders(Path.of("models"), Path.of("none"), Path.of("sample-data")),
                new TaskRunner(filing, Platform::runLater),
                Clock.systemUTC());
        Stage stage = new Stage();
        Path folder = folder();
        session.create(folder.resolve("large.worthwhile"), true);
        session.edit("Large", List.of(Change.added(DocumentKind.PROPOSAL, "large", LargeProposal.tree(4, 60, 60))));
        stage.setScene(new Scene(new ResultsView(session), 1280, 800));
        stage.show();
        Thread.ofPlatform().daemon().start(() -> measure(session));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("worthwhile-edit");
        } catch (IOException noSpace) {
            throw new UncheckedIOException(noSpace);
        }
    }

    private static void measure(Session session) {
        double[] milliseconds = new double[EDITS];
        try {
            await(session, () -> {});
            Thread.sleep(3000);
            await(session, () -> session.selectedProperty().set("large"));
            Thread.sleep(1000);
            for (int i = 0; i < EDITS; i++) {
                int amount = i;
                long begun = System.nanoTime();
                await(session, () -> session.type(
                        "Typed",
                        session.selected()
                                .orElseThrow()
                                .document()
                                .set(EditBenchmark.TYPED, JsonText.number(5000 + amount))));
                milliseconds[i] = (System.nanoTime() - begun) / 1e6;
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        double[] measured = Arrays.copyOfRange(milliseconds, WARM, EDITS);
        Arrays.sort(measured);
        System.out.printf(
                "from key to frame: median %.1f ms, 95th percentile %.1f ms%n",
                measured[measured.length / 2], measured[measured.length * 95 / 100]);
        Platform.exit();
    }

    /** Does something on the screen's thread and waits for the frame after the next state of the session. */
    private static void await(Session session, Runnable action) throws InterruptedException {
        CountDownLatch drawn = new CountDownLatch(1);
        Platform.runLater(() -> {
            Object before = session.snapshotProperty().get();
            action.run();
            new AnimationTimer() {
                private @Nullable Object seen;

                @Override
                public void handle(long now) {
                    Object state = session.snapshotProperty().get();
                    if (seen != null) {
                        stop();
                        drawn.countDown();
                    } else if (!session.busyProperty().get() && (state != before || now == 0)) {
                        seen = state;
                    }
                }
            }.start();
        });
        drawn.await(2, java.util.concurrent.TimeUnit.SECONDS);
    }
}
