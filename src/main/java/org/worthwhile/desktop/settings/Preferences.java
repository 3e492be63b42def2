package org.worthwhile.desktop.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.worthwhile.problem.InvalidInput;

/** Settings as the screens see and change them; each change is kept at once. */
public final class Preferences {

    private static final int MOST_RECENT = 10;

    private final SettingsFile file;
    private final ReadOnlyObjectWrapper<Settings> settings;

    public Preferences(SettingsFile file) {
        this.file = file;
        this.settings = new ReadOnlyObjectWrapper<>(file.read());
    }

    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    public Settings settings() {
        return settings.get();
    }

    public void useTheme(Settings.Theme theme) {
        change(old -> new Settings(theme, old.textPercent(), old.folder(), old.recent()));
    }

    public void useText(int percent) {
        change(old -> new Settings(old.theme(), percent, old.folder(), old.recent()));
    }

    public void useFolder(Path folder) {
        change(old -> new Settings(old.theme(), old.textPercent(), folder, old.recent()));
    }

    /** Puts a file at the head of the recent ones. */
    public void opened(Path opened) {
        change(old -> {
            List<Path> recent = Stream.concat(
                            Stream.of(opened), old.recent().stream().filter(path -> !path.equals(opened)))
                    .limit(MOST_RECENT)
                    .toList();
            return new Settings(old.theme(), old.textPercent(), old.folder(), recent);
        });
    }

    private void change(UnaryOperator<Settings> how) {
        Settings changed = how.apply(settings.get());
        if (!changed.equals(settings.get())) {
            settings.set(changed);
            try {
                file.write(changed);
            } catch (InvalidInput notKept) {
                // They hold until the client is closed; nothing of the analyst's work depends on them.
            }
        }
    }
}
