package org.worthwhile.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.worthwhile.desktop.shell.Screen;
import org.worthwhile.desktop.table.SheetView;

/** Where the chosen cell of a sheet is in sight when it is moved by the arrow keys. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // set by the extensions before each test
class ArrowKeysTest {

    private static final int COSTS = 5;
    private static final double ROUNDING = 1;

    @TempDir
    private Path folder;

    private TestClient test;

    @Start
    void start(Stage stage) {
        test = new TestClient(stage, folder, 1024, 700);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void theChosenCellIsNeverBehindTheFirstColumn(FxRobot robot) {
        test.settle();
        robot.interact(() -> test.client().session().selectedProperty().set("falls-prevention"));
        robot.interact(() -> test.client().window().show(Screen.PROPOSAL));
        test.settle();
        robot.interact(() -> robot.lookup("#section")
                .queryAs(ComboBox.class)
                .getSelectionModel()
                .select(COSTS));
        test.settle();
        TableView<Integer> table =
                robot.lookup("#sheet-costs").queryAs(SheetView.class).table();
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().clearAndSelect(0, table.getColumns().getFirst());
        });
        int columns = table.getColumns().size();
        for (int press = 1; press < columns; press++) {
            robot.press(KeyCode.RIGHT).release(KeyCode.RIGHT);
            test.settle();
        }
        assertThat(table.getFocusModel().getFocusedCell().getColumn()).isEqualTo(columns - 1);
        for (int column = columns - 2; column > 0; column--) {
            robot.press(KeyCode.LEFT).release(KeyCode.LEFT);
            test.settle();
            assertThat(table.getFocusModel().getFocusedCell().getColumn()).isEqualTo(column);
            assertThat(bounds(table, column).getMinX())
                    .as("column " + column)
                    .isGreaterThanOrEqualTo(bounds(table, 0).getMaxX() - ROUNDING);
        }
    }

    private static Bounds bounds(TableView<?> table, int column) {
        return table.lookupAll(".table-cell").stream()
                .filter(TableCell.class::isInstance)
                .map(node -> (TableCell<?, ?>) node)
                .filter(cell -> cell.isVisible()
                        && cell.getIndex() == 0
                        && cell.getTableColumn() == table.getColumns().get(column))
                .map(cell -> cell.localToScene(cell.getLayoutBounds()))
                .findFirst()
                .orElseThrow();
    }
}
