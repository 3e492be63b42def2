package org.worthwhile.desktop.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.worthwhile.desktop.Words;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.settings.Preferences;
import org.worthwhile.desktop.settings.Settings;

/** Everything that can be found by its words. */
final class Commands {

    private static final int TEXT_STEP = 25;

    private final Session session;
    private final Preferences preferences;
    private final Actions actions;
    private final Consumer<Screen> show;
    private final Runnable help;

    Commands(Session session, Preferences preferences, Actions actions, Consumer<Screen> show, Runnable help) {
        this.session = session;
        this.preferences = preferences;
        this.actions = actions;
        this.show = show;
        this.help = help;
    }

    List<Command> all() {
        List<Command> commands = new ArrayList<>();
        int place = 1;
        for (Screen screen : Screen.values()) {
            String keys = place <= 9 ? "Ctrl+" + place : "";
            commands.add(new Command(
                    Words.of("search.go", screen.title()), keys, screen.terms(), () -> show.accept(screen)));
            place++;
        }
        session.snapshot().ifPresent(state -> state.outcomes().forEach(outcome -> commands.add(open(outcome))));
        commands.add(command("command.undo", "Ctrl+Z", session::undo));
        commands.add(command("command.redo", "Ctrl+Y", session::redo));
        commands.add(command("command.newProposal", "Ctrl+N", actions::newProposal));
        commands.add(command("command.import", "Ctrl+I", actions::importFiles));
        commands.add(command("command.open", "Ctrl+O", actions::openFile));
        commands.add(command("command.newFile", "", actions::newFile));
        commands.add(command("command.samples", "", actions::openSamples));
        commands.add(command("command.copy", "", actions::saveCopy));
        commands.add(command("command.exportFolder", "", actions::exportFolder));
        commands.add(command("command.openFolder", "", actions::openFolder));
        commands.add(command("command.template", "", actions::writeTemplate));
        commands.add(command("command.version", "", actions::saveVersion));
        commands.add(command("command.refresh", "", session::refresh));
        for (Settings.Theme theme : Settings.Theme.values()) {
            commands.add(command("theme." + theme, "", () -> preferences.useTheme(theme)));
        }
        commands.add(command("command.larger", "", () -> resize(TEXT_STEP)));
        commands.add(command("command.smaller", "", () -> resize(-TEXT_STEP)));
        commands.add(command("command.guide", "F1", help));
        return commands;
    }

    private void resize(int by) {
        preferences.useText(preferences.settings().textPercent() + by);
    }

    private Command open(Outcome outcome) {
        return new Command(Words.of("search.proposal", outcome.title()), "", () -> {
            session.selectedProperty().set(outcome.name());
            show.accept(Screen.RESULTS);
        });
    }

    private static Command command(String word, String keys, Runnable action) {
        return new Command(Words.of(word), keys, action);
    }
}
