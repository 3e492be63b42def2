package org.worthwhile.desktop.window;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.worthwhile.samples.Samples;

/** A client in a window on a display, worked with keys and the pointer. Whatever is waited for is a condition, not a time. */
public final class ClientWindow implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final int ATTEMPTS = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private final VirtualDisplay display;
    private final Process client;
    private final BufferedReader answers;
    private final BufferedWriter questions;
    private final SavedFile file;
    private boolean isLeft;

    private ClientWindow(VirtualDisplay display, Process client, Path home) {
        this.display = display;
        this.client = client;
        this.answers = client.inputReader(StandardCharsets.UTF_8);
        this.questions = client.outputWriter(StandardCharsets.UTF_8);
        this.file = new SavedFile(home.resolve("Worthwhile").resolve("Sample portfolio.worthwhile"));
    }

    /** Starts a client on the samples, everything that it writes being in a folder. */
    public static ClientWindow open(Path home) {
        VirtualDisplay display = VirtualDisplay.open();
        ProcessBuilder command = display.on(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dprism.order=sw",
                "-Duser.home=" + home,
                "-Duser.language=en",
                "-Duser.country=GB",
                "-cp",
                System.getProperty("java.class.path"),
                ObservedClient.class.getName(),
                Samples.MODELS.toAbsolutePath().toString(),
                Samples.FOLDER.toAbsolutePath().toString());
        command.environment().put("HOME", home.toString());
        command.environment().keySet().removeIf(variable -> variable.startsWith("XDG_"));
        try {
            ClientWindow window = new ClientWindow(
                    display,
                    command.redirectError(Redirect.to(home.resolve("client.log").toFile()))
                            .start(),
                    home);
            window.await("the samples are shown", () -> window.text("status").startsWith("Opened"));
            return window;
        } catch (IOException cannotStart) {
            display.close();
            throw new UncheckedIOException(cannotStart);
        }
    }

    /** What was saved so far. */
    public SavedFile file() {
        return file;
    }

    private String ask(String... words) {
        try {
            questions.write(String.join(" ", words));
            questions.newLine();
            questions.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith("answer ")) {
                    return line.substring("answer ".length());
                }
            }
            throw new AssertionError("The client ended.");
        } catch (IOException ended) {
            throw new AssertionError("The client ended.", ended);
        }
    }

    /** What a control says; of a list of choices, the place of the one that is chosen. */
    public String text(String id) {
        return ask("text", id);
    }

    /** The id of what has the focus. */
    public String focus() {
        return ask("focus");
    }

    /** What a cell of a sheet says. */
    public String cell(String sheet, int row, int column) {
        return ask("says", sheet, Integer.toString(row), Integer.toString(column));
    }

    /** What is said to be wrong with a cell of a sheet; empty when nothing is. */
    public String problem(String sheet, int row, int column) {
        return ask("problem", sheet, Integer.toString(row), Integer.toString(column));
    }

    /** The row and the column that are chosen in a sheet. */
    public String chosen(String sheet) {
        return ask("chosen", sheet);
    }

    /** How many rows a sheet shows, with the one that can be added. */
    public int rows(String sheet) {
        return Integer.parseInt(ask("rows", sheet));
    }

    /** Whether no question stands before the window. */
    public boolean isAlone() {
        return ask("windows").equals("1");
    }

    /** Puts a text on the clipboard as another program does; _ is written for a space. */
    public void copy(String text) {
        ask("copy", text);
    }

    /** Types letters, one after each pause. */
    public void type(String text, Duration pause) {
        display.xdotool("type", "--delay", Long.toString(pause.toMillis()), "--", text);
    }

    /** Presses keys by their X names, one after the other. */
    public void press(String... keys) {
        display.xdotool(Stream.concat(Stream.of("key", "--delay", "15"), Stream.of(keys))
                .toArray(String[]::new));
    }

    /** Presses a key several times. */
    public void press(String key, int times) {
        if (times > 0) {
            press(Collections.nCopies(times, key).toArray(String[]::new));
        }
    }

    /** Chooses from a list of choices by its place there; once more where a busy machine opened the list after the keys for it. */
    public void choose(String id, int place) {
        String wanted = Integer.toString(place);
        for (int attempt = 0; attempt < ATTEMPTS && !text(id).equals(wanted); attempt++) {
            if (attempt > 0) {
                press("Escape");
            }
            click(id);
            press("Home");
            press("Down", place);
            press("Return");
            comesTrue(SOON, () -> text(id).equals(wanted));
        }
        await(id + " is at " + place, () -> text(id).equals(wanted));
    }

    /** Clicks on a control. */
    public void click(String id) {
        click(awaitBounds("bounds", id));
    }

    /** Clicks on the empty space of a sheet some pixels below one of its cells. */
    public void clickBelow(String sheet, int row, int column, int pixels) {
        int[] bounds = awaitBounds("cell", sheet, Integer.toString(row), Integer.toString(column));
        click(bounds[0] + bounds[2] / 2, bounds[1] + bounds[3] + pixels);
    }

    /** Clicks twice on a cell of a sheet. */
    public void doubleClickCell(String sheet, int row, int column) {
        clickCell(sheet, row, column);
        display.xdotool("click", "1", "click", "1");
    }

    /** Where a cell of a sheet begins on the screen, from the left. */
    public int leftOf(String sheet, int row, int column) {
        return awaitBounds("cell", sheet, Integer.toString(row), Integer.toString(column))[0];
    }

    /** Clicks on a cell of a sheet. */
    public void clickCell(String sheet, int row, int column) {
        click(awaitBounds("cell", sheet, Integer.toString(row), Integer.toString(column)));
        await("cell " + row + ", " + column + " is chosen", () -> chosen(sheet).equals(row + " " + column));
    }

    private int[] awaitBounds(String... question) {
        await(String.join(" ", question) + " is shown", () -> !ask(question).isEmpty());
        return Arrays.stream(ask(question).split(" "))
                .mapToInt(Integer::parseInt)
                .toArray();
    }

    /** Not twice on the same point, which would be a double click if it were soon after. */
    private void click(int... bounds) {
        isLeft = !isLeft;
        click(bounds[0] + bounds[2] * (isLeft ? 1 : 2) / 3, bounds[1] + bounds[3] / 2);
    }

    /** Clicks on a point of the screen. */
    void click(int x, int y) {
        display.xdotool("mousemove", Integer.toString(x), Integer.toString(y), "click", "1");
    }

    /** Waits until something is so. */
    public void await(String what, BooleanSupplier condition) {
        await(what, "true", () -> Boolean.toString(condition.getAsBoolean()));
    }

    /** Waits until something is what it should be. */
    public void await(String what, String wanted, Supplier<String> actual) {
        if (!comesTrue(() -> actual.get().equals(wanted))) {
            picture(Path.of("target", "window-failure.png"));
            throw new AssertionError("Waited in vain for: " + what + " is " + wanted + "; it is " + actual.get()
                    + ", and the status says: " + text("status"));
        }
    }

    /** Whether something comes to be so. */
    public boolean comesTrue(BooleanSupplier condition) {
        return comesTrue(LONGEST, condition);
    }

    private static boolean comesTrue(Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new AssertionError(interrupted);
            }
        }
        return true;
    }

    /** Writes a picture of the screen. */
    public void picture(Path file) {
        try {
            display.on("import", "-window", "root", file.toString()).start().waitFor();
        } catch (IOException | InterruptedException noPicture) {
            throw new AssertionError(noPicture);
        }
    }

    /** Closes the window as its title bar does, and waits until the client has ended. */
    public void closeWindow() {
        press("alt+F4");
        try {
            if (!client.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("The client did not end.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        client.destroy();
        display.close();
    }

    /** What the client wrote besides. */
    String log(Path home) throws IOException {
        return Files.readString(home.resolve("client.log"));
    }
}
