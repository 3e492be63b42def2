package org.worthwhile.desktop.portfolio;

import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.desktop.Words;

/** The list of proposals. */
public final class PortfolioView extends VBox {

    public PortfolioView(PortfolioViewModel model) {
        getStyleClass().add("portfolio");
        Label heading = new Label(Words.of("portfolio.heading"));
        heading.getStyleClass().add(Styles.TITLE_4);
        ListView<Appraisal> list = new ListView<>(model.proposals());
        list.setId("proposals");
        list.setAccessibleText(Words.of("portfolio.heading"));
        list.setPlaceholder(new Label(Words.of("portfolio.empty")));
        list.setCellFactory(_ -> new ProposalCell());
        list.getSelectionModel().selectedItemProperty().subscribe(chosen -> {
            if (chosen != null) {
                model.selectedProperty().set(chosen);
            }
        });
        model.selectedProperty().subscribe(chosen -> list.getSelectionModel().select(chosen));
        heading.setLabelFor(list);
        Label count = new Label();
        count.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> Words.of("portfolio.count", model.proposals().size()), model.proposals()));
        count.getStyleClass().add(Styles.TEXT_MUTED);
        setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(heading, list, count);
    }

    private static final class ProposalCell extends ListCell<Appraisal> {

        private static final double SIDES = 36;

        private final Label title = new Label();
        private final Label summary = new Label();
        private final VBox lines = new VBox(title, summary);

        ProposalCell() {
            lines.setSpacing(2);
            title.setWrapText(true);
            title.setMinHeight(USE_PREF_SIZE);
            lines.setMinHeight(USE_PREF_SIZE);
            title.getStyleClass().add(Styles.TEXT_BOLD);
            summary.getStyleClass().add(Styles.TEXT_SMALL);
            lines.setMinWidth(0);
            setPrefWidth(0);
        }

        /** As high as the wrapped title needs at the width of the list. */
        @Override
        protected double computePrefHeight(double width) {
            return isEmpty()
                    ? super.computePrefHeight(width)
                    : lines.prefHeight(getListView().getWidth() - SIDES) + snappedTopInset() + snappedBottomInset();
        }

        @Override
        protected void updateItem(@Nullable Appraisal appraisal, boolean empty) {
            super.updateItem(appraisal, empty);
            if (empty || appraisal == null) {
                setGraphic(null);
                return;
            }
            title.setText(appraisal.basis().proposal().title());
            summary.setText(PortfolioViewModel.summary(appraisal));
            setGraphic(lines);
        }
    }
}
