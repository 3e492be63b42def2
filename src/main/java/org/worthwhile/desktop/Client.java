package org.worthwhile.desktop;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.attribution.AttributionView;
import org.worthwhile.desktop.audit.AuditView;
import org.worthwhile.desktop.choice.ChoiceModel;
import org.worthwhile.desktop.choice.ChoiceView;
import org.worthwhile.desktop.conditions.ConditionsView;
import org.worthwhile.desktop.editor.EditorView;
import org.worthwhile.desktop.portfolio.PortfolioView;
import org.worthwhile.desktop.reports.ReportsView;
import org.worthwhile.desktop.results.ResultsView;
import org.worthwhile.desktop.session.Folders;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.session.Studies;
import org.worthwhile.desktop.settings.Preferences;
import org.worthwhile.desktop.settings.SettingsView;
import org.worthwhile.desktop.shell.Actions;
import org.worthwhile.desktop.shell.Dialogues;
import org.worthwhile.desktop.shell.MainWindow;
import org.worthwhile.desktop.shell.ProposalBar;
import org.worthwhile.desktop.shell.Screen;
import org.worthwhile.desktop.start.StartView;
import org.worthwhile.desktop.values.UnitValuesView;

/** The client put together: the session, the window and its screens. */
public final class Client {

    private final Session session;
    private final Studies studies;
    private final Preferences preferences;
    private final TaskRunner longWork;
    private final Dialogues dialogues;
    private final Actions actions;
    private final MainWindow window;
    private @Nullable ChoiceModel choice;

    /**
     * @param filing where the file is read and written, one thing after another
     * @param longWork where simulations and studies run
     * @param files what the window is started with; the file is read while the window is made
     */
    public Client(
            Folders folders,
            Preferences preferences,
            TaskRunner filing,
            TaskRunner longWork,
            Clock clock,
            Dialogues dialogues,
            List<Path> files) {
        this.session = new Session(folders, filing, clock);
        this.studies = new Studies(session, longWork);
        this.preferences = preferences;
        this.longWork = longWork;
        this.dialogues = dialogues;
        this.actions = new Actions(session, preferences, dialogues, clock);
        open(files);
        this.window = new MainWindow(session, preferences, actions, this::screen);
    }

    /** Opens what the window was started with, or else what was open last. */
    private void open(List<Path> files) {
        if (files.stream().noneMatch(file -> file.toString().endsWith(".worthwhile"))) {
            actions.start();
        }
        if (!files.isEmpty()) {
            actions.open(files);
        }
    }

    public MainWindow window() {
        return window;
    }

    /** Whether the window may be closed: not without a question where the file is nowhere but here. */
    public boolean mayClose() {
        return actions.mayLeave();
    }

    public Session session() {
        return session;
    }

    private Node screen(Screen screen) {
        return switch (screen) {
            case START -> new StartView(preferences, actions);
            case PORTFOLIO -> new PortfolioView(session, actions);
            case CHOICE -> new ChoiceView(choice());
            case REPORTS -> new ReportsView(session, studies, choice(), longWork, dialogues);
            case PROPOSAL -> ofProposal(new EditorView(session, dialogues));
            case RESULTS -> ofProposal(new ResultsView(session));
            case CONDITIONS -> ofProposal(new ConditionsView(session, longWork, dialogues));
            case ATTRIBUTION -> new AttributionView(session, studies, longWork, dialogues);
            case VALUES -> ofProposal(new UnitValuesView(session));
            case AUDIT -> new AuditView(session, actions);
            case SETTINGS -> new SettingsView(preferences, session.folders(), dialogues::folderToOpen);
        };
    }

    /** One for the screens that show it, and none before one of them does. */
    private ChoiceModel choice() {
        ChoiceModel present = choice;
        if (present == null) {
            present = new ChoiceModel(session, longWork);
            choice = present;
        }
        return present;
    }

    private Node ofProposal(Node screen) {
        VBox.setVgrow(screen, Priority.ALWAYS);
        return new VBox(new ProposalBar(session), screen);
    }
}
