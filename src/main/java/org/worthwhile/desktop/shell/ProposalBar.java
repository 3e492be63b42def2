package org.worthwhile.desktop.shell;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import org.worthwhile.desktop.Titles;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.portfolio.PortfolioRows;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.report.Wording;

/** Which proposal is shown, and in one line what it is worth; above every screen about one proposal. */
public final class ProposalBar extends FlowPane {

    private final Session session;
    private final ComboBox<String> proposals = new ComboBox<>();
    private final Label headline = new Label();
    private boolean showing;

    public ProposalBar(Session session) {
        super(12, 6);
        this.session = session;
        getStyleClass().add("proposal-bar");
        proposals.setId("proposal-choice");
        proposals.setAccessibleText(Words.of("bar.proposal"));
        Titles.on(
                proposals,
                name -> session.snapshot()
                        .flatMap(state -> state.outcome(name))
                        .map(Outcome::title)
                        .orElse(name));
        proposals.valueProperty().subscribe(name -> {
            if (name != null && !showing) {
                session.selectedProperty().set(name);
            }
        });
        headline.setId("headline");
        headline.getStyleClass().add("headline");
        getChildren().addAll(proposals, headline);
        session.whenChanged(this::show);
        session.changingProperty().subscribe(_ -> showHeadline());
    }

    private void show() {
        showing = true;
        List<String> names = session.snapshot()
                .map(state -> state.outcomes().stream().map(Outcome::name).toList())
                .orElse(List.of());
        if (!proposals.getItems().equals(names)) {
            proposals.getItems().setAll(names);
        }
        proposals.setValue(null);
        proposals.setValue(session.selectedProperty().get());
        showing = false;
        showHeadline();
    }

    /** While the proposal is being changed no result is shown, since the last one would pass for that of what was typed. */
    private void showHeadline() {
        boolean changing = session.changingProperty().get();
        headline.setText(session.selected()
                .map(changing ? ProposalBar::pending : ProposalBar::headline)
                .orElse(""));
        headline.getStyleClass().removeAll("wrong", Styles.TEXT_MUTED);
        if (changing) {
            headline.getStyleClass().add(Styles.TEXT_MUTED);
        } else if (session.selected().orElse(null) instanceof Outcome.Wrong) {
            headline.getStyleClass().add("wrong");
        }
    }

    /** What stands in the place of a result that is being worked out. */
    static String pending(Outcome outcome) {
        return outcome instanceof Outcome.Appraised appraised
                ? PortfolioRows.shown(appraised.appraisal())
                        .map(result ->
                                Words.of("bar.pendingOption", result.option().title()))
                        .orElse(Words.of("bar.pending"))
                : Words.of("bar.pending");
    }

    /** What a proposal is worth, in one line; that it is not known while something is wrong with it. */
    static String headline(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Wrong wrong -> Words.of("bar.wrong", wrong.problems().size());
            case Outcome.Appraised appraised -> {
                String currency =
                        appraised.appraisal().basis().proposal().appraisal().currency();
                yield PortfolioRows.shown(appraised.appraisal())
                        .map(result -> Words.of(
                                "bar.headline",
                                result.option().title(),
                                Wording.here().money(result.npsv(), currency),
                                Wording.here().ratio(result.bcr())))
                        .orElse("");
            }
        };
    }
}
