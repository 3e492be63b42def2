package org.worthwhile.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.worthwhile.desktop.shell.Leaving;
import org.worthwhile.desktop.shell.Screen;
import org.worthwhile.desktop.table.SheetView;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.samples.Samples;

/** The nine journeys through the window, without a display. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by the extensions before each test
class DesktopJourneysTest {

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

    private void show(FxRobot robot, Screen screen) {
        robot.interact(() -> test.client().window().show(screen));
        test.settle();
    }

    private void choose(FxRobot robot, String proposal) {
        robot.interact(() -> test.client().session().selectedProperty().set(proposal));
        test.settle();
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void theClientStartsOnTheSamplePortfolioAlreadyAppraised(FxRobot robot) {
        test.settle();
        TableView<?> proposals = robot.lookup("#proposals").queryTableView();
        assertThat(proposals.getItems()).hasSize(6);
        assertThat(text(robot, "#file")).isEqualTo("Sample portfolio");
        assertThat(text(robot, "#access")).isEqualTo("Saved");
        assertThat(text(robot, "#status")).isEqualTo("Opened: 6 proposals appraised.");
    }

    @Test
    void aNewProposalIsBegunImportedAndValidated(FxRobot robot) throws IOException {
        test.settle();
        fire(robot, "#new-proposal");
        test.settle();
        assertThat(test.client().window().shown()).isEqualTo(Screen.PROPOSAL);
        assertThat(text(robot, "#headline")).startsWith("Option 1: NPSV £0");
        show(robot, Screen.PORTFOLIO);
        Path bad = Files.writeString(
                folder.resolve("bad.proposal.json"), "{\"format\": \"worthwhile-proposal/1\", \"id\": 7}");
        test.answers().imports.add(List.of(bad));
        fire(robot, "#import");
        test.settle();
        ListView<String> problems = robot.lookup("#problems").queryListView();
        assertThat(problems.getItems()).contains(bad + ":1 /id: is the number 7; write a text in quotation marks.");
        test.answers().imports.add(List.of(Samples.MODELS.resolve("templates/worked-example.proposal.json")));
        fire(robot, "#import");
        test.settle();
        assertThat(robot.lookup("#proposals").queryTableView().getItems()).hasSize(8);
        assertThat(problems.getItems()).isEmpty();
    }

    /** The next press of the space bar would undo what is not in sight. */
    @Test
    void undoDoesNotGetTheFocusWhenWhatHadItGoesWithItsScreen(FxRobot robot) {
        test.settle();
        fire(robot, "#new-proposal");
        test.settle();
        assertThat(robot.lookup("#undo").queryAs(Button.class).isDisabled()).isFalse();
        for (Screen screen : Screen.values()) {
            show(robot, Screen.PORTFOLIO);
            robot.interact(() -> robot.lookup("#proposals").query().requestFocus());
            show(robot, screen);
            Node focused = robot.lookup("#undo").query().getScene().getFocusOwner();
            assertThat(focused == null ? "" : focused.getId()).as("%s", screen).isNotIn("undo", "redo");
        }
    }

    @Test
    void everyResultFollowsAsANumberIsTypedAndUndoBringsItBack(FxRobot robot) {
        test.settle();
        choose(robot, "falls-prevention");
        show(robot, Screen.PROPOSAL);
        String before = text(robot, "#headline");
        TableView<Integer> costs = costs(robot);
        robot.interact(() -> {
            costs.requestFocus();
            costs.getSelectionModel().clearAndSelect(1, costs.getColumns().get(3));
            costs.getFocusModel().focus(1, costs.getColumns().get(3));
        });
        robot.write("34");
        test.settle();
        String typing = text(robot, "#headline");
        assertThat(typing).as("cost of 34 while typing").isNotEqualTo(before);
        robot.write("0000");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        test.settle();
        assertThat(text(robot, "#headline")).isNotEqualTo(before).isNotEqualTo(typing);
        assertThat(costs.getFocusModel().getFocusedCell().getRow()).isEqualTo(2);
        fire(robot, "#undo");
        test.settle();
        assertThat(text(robot, "#headline")).isEqualTo(before);
    }

    @Test
    void aProblemIsSaidBesideTheFieldThatIsTypedIntoAndMovesNoOther(FxRobot robot) {
        test.settle();
        choose(robot, "falls-prevention");
        show(robot, Screen.PROPOSAL);
        TextField baseYear = robot.lookup("#field-appraisal-baseYear").queryAs(TextField.class);
        TextField years = robot.lookup("#field-appraisal-years").queryAs(TextField.class);
        double before = years.localToScene(0, 0).getY();
        robot.interact(() -> {
            baseYear.requestFocus();
            baseYear.setText("soon");
            years.requestFocus();
        });
        test.settle();
        assertThat(baseYear.getParent().lookup(".wrong"))
                .asInstanceOf(InstanceOfAssertFactories.type(Label.class))
                .satisfies(label -> {
                    assertThat(label.getText()).contains("is not a financial year");
                    assertThat(label.isVisible()).isTrue();
                });
        assertThat(years.localToScene(0, 0).getY()).isEqualTo(before);
    }

    private TableView<Integer> costs(FxRobot robot) {
        ComboBox<?> sections = robot.lookup("#section").queryAs(ComboBox.class);
        ComboBox<?> options = robot.lookup("#option").queryAs(ComboBox.class);
        robot.interact(() -> {
            sections.getSelectionModel().select(5);
            options.getSelectionModel().select(2);
        });
        test.settle();
        return robot.lookup("#sheet-costs").queryAs(SheetView.class).table();
    }

    @Test
    void aTableIsPastedFromASpreadsheetAndCopiedBack(FxRobot robot) {
        test.settle();
        choose(robot, "falls-prevention");
        show(robot, Screen.PROPOSAL);
        TableView<Integer> costs = costs(robot);
        int rows = costs.getItems().size() - 1;
        robot.interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("First\tCounty Council\trevenue\t1,000\nSecond\tCounty Council\tcapital\t2,000\n");
            Clipboard.getSystemClipboard().setContent(content);
            costs.requestFocus();
            costs.getSelectionModel()
                    .clearAndSelect(rows - 1, costs.getColumns().getFirst());
            costs.getFocusModel().focus(rows - 1, costs.getColumns().getFirst());
        });
        robot.press(KeyCode.CONTROL, KeyCode.V).release(KeyCode.V, KeyCode.CONTROL);
        test.settle();
        assertThat(costs.getItems()).as("with the row that can be added").hasSize(rows + 2);
        robot.interact(() -> {
            costs.getSelectionModel().clearSelection();
            costs.getSelectionModel()
                    .selectRange(
                            rows - 1,
                            costs.getColumns().get(0),
                            rows,
                            costs.getColumns().get(3));
        });
        robot.press(KeyCode.CONTROL, KeyCode.C).release(KeyCode.C, KeyCode.CONTROL);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getString())
                .isEqualTo("First\tCounty Council\trevenue\t1,000\nSecond\tCounty Council\tcapital\t2,000"));
    }

    @Test
    void aUnitValueIsFoundAndSeenToChangeTheResult(FxRobot robot) {
        test.settle();
        choose(robot, "falls-prevention");
        show(robot, Screen.VALUES);
        TextField query = robot.lookup("#value-query").queryAs(TextField.class);
        robot.interact(() -> query.setText("ambulance callout"));
        test.settle();
        TableView<?> values = robot.lookup("#values").queryTableView();
        assertThat(values.getItems()).isNotEmpty();
        robot.interact(() -> values.getSelectionModel().selectFirst());
        ListView<String> details = robot.lookup("#value-details").queryListView();
        assertThat(details.getItems().getFirst()).startsWith("Source: ");
    }

    @Test
    void whatWouldHaveToBeTrueIsAskedWithSlidersAndASimulation(FxRobot robot) {
        test.settle();
        choose(robot, "falls-prevention");
        show(robot, Screen.CONDITIONS);
        TableView<?> live = robot.lookup("#live").queryTableView();
        String before = live.getItems().get(2).toString();
        List<Node> sliders = List.copyOf(robot.lookup(".sliders .slider").queryAll());
        assertThat(sliders).hasSize(10);
        robot.interact(() -> ((Slider) sliders.getFirst()).setValue(((Slider) sliders.getFirst()).getMin()));
        test.settle();
        assertThat(live.getItems().get(2).toString()).isNotEqualTo(before);
        fire(robot, "#reset");
        test.settle();
        assertThat(live.getItems().get(2)).hasToString(before);
        TabPane tabs = robot.lookup("#condition-tabs").queryAs(TabPane.class);
        robot.interact(() -> tabs.getSelectionModel().select(3));
        fire(robot, "#simulate");
        test.settle();
        assertThat(robot.lookup("#simulated").queryTableView().getItems()).hasSize(4);
    }

    @Test
    void aStudyIsRunAndItsFindingSentToAProposal(FxRobot robot) {
        test.settle();
        choose(robot, "falls-prevention");
        show(robot, Screen.ATTRIBUTION);
        ListView<?> studies = robot.lookup("#studies").queryListView();
        robot.interact(() -> studies.getSelectionModel().select(2));
        test.settle();
        TabPane steps = robot.lookup("#steps").queryAs(TabPane.class);
        robot.interact(() -> steps.getSelectionModel().select(1));
        assertThat(robot.lookup("#designs").queryTableView().getItems()).hasSize(9);
        fire(robot, "#run-study");
        test.settle();
        assertThat(robot.lookup("#finding .image-view").queryAll()).hasSize(1);
        TextField scale = robot.lookup("#scale").queryAs(TextField.class);
        robot.interact(() -> scale.setText("-0.002"));
        fire(robot, "#send");
        test.settle();
        assertThat(text(robot, "#status")).startsWith("Saved: Evidence falls-programme sent to Falls prevention");
        assertThat(test.client().session().problems()).isEmpty();
    }

    @Test
    void theBestPortfolioFollowsTheBudget(FxRobot robot) {
        test.settle();
        show(robot, Screen.CHOICE);
        String before = text(robot, "#choice-summary");
        assertThat(before).contains("proven to be the best");
        TextField budget = robot.lookup("#budget").queryAs(TextField.class);
        robot.interact(() -> {
            budget.setText("£-9,000,000");
            budget.getOnAction().handle(null);
        });
        test.settle();
        assertThat(text(robot, "#choice-summary")).isNotEqualTo(before);
    }

    @Test
    void reportsAreSeenAndWritten(FxRobot robot) {
        test.settle();
        choose(robot, "rural-bus");
        show(robot, Screen.REPORTS);
        assertThat(robot.lookup("#preview .paragraph").queryAll()).isNotEmpty();
        test.answers().folders.add(folder);
        fire(robot, "#write-reports");
        test.settle();
        assertThat(folder.resolve("rural-bus.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("rural-bus.docx")).isNotEmptyFile();
        assertThat(text(robot, "#status"))
                .isEqualTo("Wrote 2 files to " + folder + ": rural-bus.xlsx, rural-bus.docx.");
    }

    @Test
    void everyCommandIsFoundWithTheKeyboardAlone(FxRobot robot) {
        test.settle();
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        test.settle();
        robot.write("go unit");
        robot.press(KeyCode.ENTER).release(KeyCode.ENTER);
        test.settle();
        assertThat(test.client().window().shown()).isEqualTo(Screen.VALUES);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT2).release(KeyCode.DIGIT2, KeyCode.CONTROL);
        test.settle();
        assertThat(test.client().window().shown()).isEqualTo(Screen.PORTFOLIO);
    }

    @Test
    void aVersionIsSavedComparedAndRestored(FxRobot robot) {
        test.settle();
        choose(robot, "rural-bus");
        show(robot, Screen.AUDIT);
        TabPane tabs = robot.lookup("#audit-tabs").queryAs(TabPane.class);
        robot.interact(() -> tabs.getSelectionModel().select(2));
        test.answers().texts.add("As submitted");
        fire(robot, "#save-version");
        test.settle();
        ListView<?> versions = robot.lookup("#versions").queryListView();
        assertThat(versions.getItems()).hasSize(1);
        var document = test.client().session().selected().orElseThrow().document();
        robot.interact(() ->
                test.client().session().edit("Moved", List.of(document.set("/place", JsonText.string("Elsewhere")))));
        test.settle();
        robot.interact(() -> versions.getSelectionModel().select(0));
        test.settle();
        ListView<String> differences = robot.lookup("#differences").queryListView();
        assertThat(differences.getItems())
                .hasSize(2)
                .last()
                .asString()
                .contains("/place")
                .endsWith("→ “Elsewhere”");
        fire(robot, "#restore-version");
        test.settle();
        assertThat(test.client().session().selected().orElseThrow().document()).isEqualTo(document);
    }

    @Test
    void theFileOpensAgainAsItWasLeft(FxRobot robot) {
        test.settle();
        choose(robot, "rural-bus");
        fire(robot, "#remove");
        test.settle();
        assertThat(robot.lookup("#proposals").queryTableView().getItems()).hasSize(5);
        Path file = folder.resolve("files").resolve("Sample portfolio.worthwhile");
        assertThat(test.preferences().settings().recent()).containsExactly(file);
        robot.interact(() -> test.client().session().open(file));
        test.settle();
        assertThat(text(robot, "#access")).isEqualTo("Saved");
        assertThat(robot.lookup("#proposals").queryTableView().getItems()).hasSize(5);
    }

    @Test
    void aWindowWhoseFileWasDeletedIsNotClosedWithoutAQuestionAndGoesOnWithACopy(FxRobot robot) throws IOException {
        test.settle();
        Path open = test.client().session().snapshot().orElseThrow().file();
        Files.delete(open);
        test.answers().leavings.addAll(List.of(Leaving.CANCEL, Leaving.DISCARD, Leaving.SAVE_COPY));
        robot.interact(() -> assertThat(test.client().mayClose()).isFalse());
        test.settle();
        assertThat(text(robot, "#access")).isEqualTo("Not saved");
        assertThat(text(robot, "#read-only"))
                .isEqualTo(
                        "Not saved: this file was deleted, renamed or moved while it was open; save a copy in another"
                                + " place; it has all that was saved before.");
        assertThat(robot.lookup("#save-copy").queryButton().isVisible()).isTrue();
        robot.interact(() -> assertThat(test.client().mayClose()).isTrue());
        Path copy = folder.resolve("copy.worthwhile");
        test.answers().files.add(copy);
        robot.interact(() -> assertThat(test.client().mayClose()).isFalse());
        test.settle();
        assertThat(text(robot, "#file")).isEqualTo("copy");
        assertThat(text(robot, "#access")).isEqualTo("Saved");
        assertThat(robot.lookup("#save-copy").queryButton().isVisible()).isFalse();
        robot.interact(() -> assertThat(test.client().mayClose()).isTrue());
        assertThat(test.answers().leavings).isEmpty();
        assertThat(copy).isRegularFile();
    }
}
