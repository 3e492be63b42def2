package org.worthwhile.desktop.attribution;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.desktop.Controls;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.paper.PaperView;
import org.worthwhile.report.briefing.EvidencePages;
import org.worthwhile.report.document.Block;

/** What a study found, its picture first. */
final class FindingPage extends VBox {

    private final PaperView paper = new PaperView("finding");
    private final Button use;

    /** @param using what is done to use the finding in a proposal */
    FindingPage(AttributionModel model, Runnable using) {
        super(8);
        use = Controls.mainButton("attribution.useFinding", "use-finding", using);
        FlowPane buttons = new FlowPane(8, 8, use);
        buttons.getStyleClass().add("buttons");
        setVgrow(paper, Priority.ALWAYS);
        getStyleClass().add("tab-content");
        getChildren().addAll(buttons, paper);
        model.foundProperty().subscribe(this::show);
    }

    private void show(@Nullable Attribution attribution) {
        use.setDisable(attribution == null);
        paper.show(
                attribution == null
                        ? List.of(new Block.Paragraph(Words.of("attribution.notRun")))
                        : EvidencePages.blocks(attribution));
    }
}
