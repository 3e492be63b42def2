package org.worthwhile.desktop.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.attribution.Advice;
import org.worthwhile.attribution.Advice.Possibility;
import org.worthwhile.attribution.Design;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.table.Columns;
import org.worthwhile.desktop.table.WrappedLines;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Document;

/** Which designs the data allow, what each rests on, and the study run by one of them. */
final class DesignPage extends VBox {

    private final TableView<Possibility> designs = Columns.table("designs", "attribution.designs");
    private final WrappedLines details = new WrappedLines("design-details", "attribution.chooseDesign");
    private final Label chosen = new Label();

    /** @param running what else happens when the study is run */
    DesignPage(AttributionModel model, Runnable running) {
        super(8);
        designs.getColumns()
                .setAll(List.of(
                        Columns.text(
                                "attribution.design",
                                240,
                                option -> option.design().title()),
                        Columns.text(
                                "attribution.possible",
                                90,
                                option -> Words.of(option.isPossible() ? "attribution.yes" : "attribution.no")),
                        Columns.figure("attribution.level", 60, option -> option.marylandLevel() + " / 5"),
                        Columns.text(
                                "attribution.why",
                                420,
                                option -> option.isPossible()
                                        ? option.assumes()
                                        : RoleField.inWords(String.join("; ", option.lacking())))));
        designs.setPlaceholder(new Label(Words.of("attribution.noAdvice")));
        designs.getSelectionModel().selectedItemProperty().subscribe(option -> details.show(details(option)));
        details.setPrefHeight(120);
        details.setMinHeight(80);
        Button use = Controls.button("attribution.use", "use-design", () -> use(model));
        Button run = Controls.mainButton("attribution.run", "run-study", () -> {
            model.run();
            running.run();
        });
        run.disableProperty().bind(model.runningProperty());
        Button stop = Controls.button("attribution.stop", "stop-study", model::stop);
        stop.disableProperty().bind(model.runningProperty().not());
        ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.visibleProperty().bind(model.runningProperty());
        setVgrow(designs, Priority.ALWAYS);
        getStyleClass().add("tab-content");
        getChildren().addAll(designs, details, new FlowPane(8, 8, use, run, stop, progress, chosen));
        model.loadedProperty().subscribe(this::show);
    }

    private void use(AttributionModel model) {
        Possibility option = designs.getSelectionModel().getSelectedItem();
        if (option != null) {
            model.chooseDesign(option.design());
        }
    }

    private static List<String> details(@Nullable Possibility option) {
        if (option == null) {
            return List.of();
        }
        if (!option.isPossible()) {
            return option.lacking().stream()
                    .map(lack -> Words.of("attribution.lacks", RoleField.inWords(lack)))
                    .toList();
        }
        List<String> details = new ArrayList<>();
        details.add(Words.of("attribution.assumes", option.assumes()));
        details.add(Words.of("attribution.raise", option.raise()));
        option.cautions().forEach(caution -> details.add(Words.of("attribution.caution", caution)));
        if (!option.leaveOut().isEmpty()) {
            details.add(Words.of(
                    "attribution.leaveOut",
                    option.leaveOut().stream()
                            .sorted()
                            .map(role -> RoleField.titleOf(role.id()))
                            .collect(Collectors.joining(", "))));
        }
        return details;
    }

    private void show(Loaded loaded) {
        designs.getItems().setAll(loaded.advice().map(Advice::options).orElse(List.of()));
        chosen.setText(loaded.study()
                .map(study -> Words.of("attribution.chosen", title(study)))
                .orElse(""));
    }

    private static String title(Document study) {
        String name = study.tree().path("design").asString("");
        return Arrays.stream(Design.values())
                .filter(design -> JsonText.nameOf(design).equals(name))
                .map(Design::title)
                .findFirst()
                .orElse(name);
    }
}
