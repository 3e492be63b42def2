package org.worthwhile.desktop.attribution;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.paper.PaperView;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.report.briefing.EvidencePages;
import org.worthwhile.report.document.Block;

/** What a study found, its picture first, and its way into a proposal. */
final class FindingPage extends VBox {

    private final Session session;
    private final AttributionModel model;
    private final PaperView paper = new PaperView("finding");
    private final ComboBox<EffectTarget> targets = new ComboBox<>();
    private final TextField scale = new TextField("1");
    private final FlowPane send = new FlowPane(8, 8);

    FindingPage(Session session, AttributionModel model) {
        super(8);
        this.session = session;
        this.model = model;
        Label to = new Label(Words.of("attribution.sendTo"));
        to.setLabelFor(targets);
        targets.setId("targets");
        targets.setPrefWidth(360);
        Label times = new Label(Words.of("attribution.scale"));
        times.setLabelFor(scale);
        scale.setId("scale");
        scale.setPrefColumnCount(5);
        send.getChildren()
                .setAll(
                        to,
                        targets,
                        times,
                        scale,
                        Controls.editButton("attribution.send", "send", session.readOnly(), this::send));
        send.getStyleClass().add("buttons");
        setVgrow(paper, Priority.ALWAYS);
        getStyleClass().add("tab-content");
        getChildren().addAll(send, paper);
        model.loadedProperty().subscribe(_ -> showTargets());
        model.foundProperty().subscribe(this::show);
    }

    private void send() {
        EffectTarget target = targets.getValue();
        Optional<Double> factor = factor();
        if (factor.isEmpty()) {
            session.say(Words.of("attribution.noScale", scale.getText()));
        } else if (target != null) {
            model.send(target, factor.get(), LocalDate.now(ZoneId.systemDefault()));
        }
    }

    private Optional<Double> factor() {
        try {
            double typed = Double.parseDouble(scale.getText().strip().replace('−', '-'));
            return Double.isFinite(typed) ? Optional.of(typed) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private void showTargets() {
        List<EffectTarget> all = model.targets();
        if (!targets.getItems().equals(all)) {
            targets.getItems().setAll(all);
            targets.getSelectionModel().selectFirst();
        }
    }

    private void show(@Nullable Attribution attribution) {
        send.setDisable(attribution == null);
        paper.show(
                attribution == null
                        ? List.of(new Block.Paragraph(Words.of("attribution.notRun")))
                        : EvidencePages.blocks(attribution));
    }
}
