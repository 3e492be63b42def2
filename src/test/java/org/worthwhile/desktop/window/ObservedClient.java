package org.worthwhile.desktop.window;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.worthwhile.desktop.DesktopApplication;
import org.worthwhile.desktop.table.SheetView;

/**
 * The client as people start it, in a process of its own that answers on its output, line for line, what a person sees: where
 * things are on the screen and what they say. It is worked with keys and the pointer alone.
 */
public final class ObservedClient {

    private ObservedClient() {}

    /** Takes the folders of models and of samples as its arguments. */
    public static void main(String[] arguments) {
        Thread.ofPlatform().daemon().name("observer").start(ObservedClient::answer);
        Path home = Path.of(System.getProperty("user.home"));
        DesktopApplication.open(Path.of(arguments[0]), home.resolve("no-models"), Path.of(arguments[1]), List.of());
        System.exit(0);
    }

    private static void answer() {
        while (Window.getWindows().isEmpty()) {
            Thread.onSpinWait();
        }
        try (BufferedReader questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                String question = line;
                CompletableFuture<String> answer = new CompletableFuture<>();
                Platform.runLater(() -> {
                    try {
                        answer.complete(answer(question.split(" ", -1)));
                    } catch (RuntimeException failure) {
                        answer.completeExceptionally(failure);
                    }
                });
                System.out.println("answer " + answer.join());
            }
            // Whoever asked is gone.
            Runtime.getRuntime().halt(0);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String answer(String[] words) {
        return switch (words[0]) {
            case "bounds" -> of(words[1], ObservedClient::bounds);
            case "text" -> of(words[1], ObservedClient::text);
            case "focus" ->
                scene().map(Scene::getFocusOwner).map(ObservedClient::name).orElse("");
            case "cell" ->
                of(
                        words[1],
                        sheet -> cell(sheet, numbers(words))
                                .map(ObservedClient::bounds)
                                .orElse(""));
            case "says" ->
                of(
                        words[1],
                        sheet -> cell(sheet, numbers(words))
                                .map(ObservedClient::text)
                                .orElse(""));
            case "problem" ->
                of(
                        words[1],
                        sheet -> cell(sheet, numbers(words))
                                .map(Node::getAccessibleHelp)
                                .orElse(""));
            case "chosen" -> of(words[1], ObservedClient::chosen);
            case "rows" ->
                of(
                        words[1],
                        sheet -> Integer.toString(
                                ((SheetView) sheet).table().getItems().size()));
            case "windows" ->
                Long.toString(Window.getWindows().stream()
                        .filter(window -> window instanceof Stage && window.isShowing())
                        .count());
            case "copy" -> copied(words[1]);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private static int[] numbers(String[] words) {
        return Arrays.stream(words).skip(2).mapToInt(Integer::parseInt).toArray();
    }

    private static Optional<Scene> scene() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(Window::getScene)
                .filter(scene -> scene.lookup("#file") != null)
                .findFirst();
    }

    /** What is said of the node with an id; nothing when it cannot be seen. */
    private static String of(String id, Function<Node, String> question) {
        return scene().map(scene -> scene.lookup("#" + id))
                .filter(node -> node.isVisible() && node.getScene() != null)
                .map(question)
                .orElse("");
    }

    private static String bounds(Node node) {
        Bounds bounds = node.localToScreen(node.getLayoutBounds());
        return "%d %d %d %d"
                .formatted(
                        Math.round(bounds.getMinX()),
                        Math.round(bounds.getMinY()),
                        Math.round(bounds.getWidth()),
                        Math.round(bounds.getHeight()));
    }

    private static String text(Node node) {
        return switch (node) {
            case Labeled labeled -> labeled.getText();
            case TextInputControl input -> input.getText();
            case ComboBox<?> choices ->
                Integer.toString(choices.getSelectionModel().getSelectedIndex());
            default -> throw new IllegalArgumentException("No text in " + node);
        };
    }

    private static String name(Node node) {
        return node instanceof TableView<?> table
                ? String.valueOf(table.getParent().getId())
                : String.valueOf(node.getId());
    }

    private static Optional<Node> cell(Node sheet, int... place) {
        return sheet.lookupAll(".sheet-cell").stream()
                .filter(node -> node instanceof TableCell<?, ?> cell
                        && cell.isVisible()
                        && !cell.isEmpty()
                        && cell.getIndex() == place[0]
                        && cell.getTableView().getColumns().indexOf(cell.getTableColumn()) == place[1])
                .findFirst();
    }

    private static String chosen(Node sheet) {
        TablePosition<?, ?> focused =
                ((SheetView) sheet).table().getFocusModel().getFocusedCell();
        return focused.getRow() + " " + focused.getColumn();
    }

    /** Puts a text on the clipboard as another program would, its tabs and line breaks written as such. */
    private static String copied(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text.replace("_", " ").replace("\\t", "\t").replace("\\n", "\n"));
        Clipboard.getSystemClipboard().setContent(content);
        return text;
    }
}
