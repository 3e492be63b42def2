package org.worthwhile.desktop.start;

import atlantafx.base.theme.Styles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.settings.Preferences;

/** Where to begin. */
public final class StartView extends ScrollPane {

    private final VBox recent = new VBox(4);

    /** What the screen asks of the window around it. */
    public interface Actions {
        void newFile();

        void openSamples();

        void openFile();

        void openFolder();

        void newProposal();

        void writeTemplate();

        void importFiles();

        void openRecent(Path file);

        /** Whether nothing can be changed in the file that is open. */
        ObservableBooleanValue readOnly();
    }

    public StartView(Preferences preferences, Actions actions) {
        Label heading = new Label(Words.of("start.heading"));
        heading.getStyleClass().add(Styles.TITLE_1);
        Label purpose = Controls.wrapped("start.purpose");
        purpose.getStyleClass().add(Styles.TEXT_MUTED);
        FlowPane cards = new FlowPane(
                16,
                16,
                card(
                        "start.file",
                        "start.file.help",
                        List.of(
                                Controls.button("command.newFile", "new-file", actions::newFile),
                                Controls.button("command.open", "open-file", actions::openFile),
                                Controls.button("command.openFolder", "open-folder", actions::openFolder))),
                card(
                        "start.samples",
                        "start.samples.help",
                        List.of(Controls.button("command.samples", "open-samples", actions::openSamples))),
                card(
                        "start.proposal",
                        "start.proposal.help",
                        List.of(
                                Controls.editButton(
                                        "command.newProposal",
                                        "start-proposal",
                                        actions.readOnly(),
                                        actions::newProposal),
                                Controls.button("command.template", "write-template", actions::writeTemplate),
                                Controls.editButton(
                                        "command.import", "start-import", actions.readOnly(), actions::importFiles))));
        Label recentHeading = Controls.subheading("start.recent");
        preferences.settingsProperty().subscribe(settings -> showRecent(settings.recent(), actions));
        VBox content = new VBox(16, heading, purpose, cards, recentHeading, recent, Controls.wrapped("start.drop"));
        content.getStyleClass().add("screen");
        setFitToWidth(true);
        setContent(content);
    }

    private void showRecent(List<Path> files, Actions actions) {
        recent.getChildren()
                .setAll(files.stream()
                        .filter(Files::exists)
                        .map(file -> {
                            Hyperlink link = new Hyperlink(file.getFileName() + "  –  " + file.getParent());
                            link.setOnAction(_ -> actions.openRecent(file));
                            return link;
                        })
                        .toList());
        if (recent.getChildren().isEmpty()) {
            recent.getChildren().add(Controls.wrapped("start.noRecent"));
        }
    }

    private static VBox card(String title, String help, List<Button> buttons) {
        Label heading = Controls.subheading(title);
        VBox card = new VBox(8, heading, Controls.wrapped(help));
        buttons.getFirst().getStyleClass().add(Styles.ACCENT);
        buttons.forEach(button -> button.setMaxWidth(Double.MAX_VALUE));
        card.getChildren().addAll(buttons);
        card.getStyleClass().add("card-box");
        return card;
    }
}
