package org.worthwhile.desktop.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Folders;
import org.worthwhile.report.Software;
import org.worthwhile.report.Wording;

/** Theme, size of text, and where new files go. */
public final class SettingsView extends ScrollPane {

    private static final int STEP = 10;

    /** Shows how figures are written. */
    private static final double EXAMPLE = 12_345.6;

    /** @param folders asks for a folder, given the title of the question */
    public SettingsView(Preferences preferences, Folders programFolders, Function<String, Optional<Path>> folders) {
        Label heading = Controls.heading("screen.settings");
        FlowPane themes = new FlowPane(16, 8);
        ToggleGroup group = new ToggleGroup();
        for (Settings.Theme theme : Settings.Theme.values()) {
            RadioButton button = new RadioButton(Words.of("theme." + theme));
            button.setId("theme-" + theme);
            button.setToggleGroup(group);
            button.setOnAction(_ -> preferences.useTheme(theme));
            preferences.settingsProperty().subscribe(settings -> button.setSelected(settings.theme() == theme));
            themes.getChildren().add(button);
        }
        Slider size = new Slider(
                Settings.LEAST_TEXT, Settings.MOST_TEXT, preferences.settings().textPercent());
        size.setId("text-size");
        size.setMajorTickUnit(20);
        size.setBlockIncrement(STEP);
        size.setShowTickLabels(true);
        size.setShowTickMarks(true);
        size.setSnapToTicks(true);
        size.setMinorTickCount(1);
        size.setMaxWidth(480);
        size.setAccessibleText(Words.of("settings.text"));
        size.valueProperty().addListener((_, _, value) -> {
            if (!size.isValueChanging()) {
                preferences.useText((int) Math.rint(value.doubleValue() / STEP) * STEP);
            }
        });
        size.valueChangingProperty().subscribe(changing -> {
            if (!changing) {
                preferences.useText((int) Math.rint(size.getValue() / STEP) * STEP);
            }
        });
        Label now = new Label();
        Label folder = new Label();
        folder.setWrapText(true);
        preferences.settingsProperty().subscribe(settings -> {
            now.setText(Words.of("settings.percent", settings.textPercent()));
            folder.setText(settings.folder().toString());
            if (!size.isValueChanging()) {
                size.setValue(settings.textPercent());
            }
        });
        Button choose = Controls.button(
                "settings.chooseFolder",
                "choose-folder",
                () -> folders.apply(Words.of("settings.folder")).ifPresent(preferences::useFolder));
        VBox content = new VBox(
                10,
                heading,
                Controls.subheading("settings.theme"),
                themes,
                Controls.subheading("settings.text"),
                now,
                size,
                Controls.subheading("settings.folder"),
                folder,
                choose,
                Controls.subheading("settings.figures"),
                wrapped(Words.of(
                        "settings.figuresWritten",
                        Wording.here().fixed(EXAMPLE, 1),
                        Wording.BRITISH.fixed(EXAMPLE, 1))),
                Controls.subheading("settings.ownModels"),
                wrapped(Words.of("settings.ownModelsIn", programFolders.ownModels())),
                Controls.subheading("settings.aboutHeading"),
                wrapped(Words.of("settings.about", Software.NAME_AND_VERSION)));
        content.getStyleClass().add("screen");
        setFitToWidth(true);
        setContent(content);
    }

    private static Label wrapped(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
