package org.worthwhile.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.TestClient;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.settings.Preferences;
import org.worthwhile.desktop.settings.Settings;
import org.worthwhile.desktop.settings.SettingsFile;
import org.worthwhile.samples.Samples;

/** Commands by their words, files dropped on the window, and settings that are kept. */
class CommandTest {

    @TempDir
    private Path folder;

    @Test
    void aCommandIsFoundByTheBeginningsOfItsWordsInAnyOrder() {
        Command command = new Command("Go to Unit values", "", () -> {});
        assertThat(command.matches("val un")).isTrue();
        assertThat(command.matches("UNIT")).isTrue();
        assertThat(command.matches("")).isTrue();
        assertThat(command.matches("nit")).isFalse();
    }

    @Test
    void screensAreFoundByTheTermsOfTheField() {
        assertThat(found("tornado")).containsExactly(Screen.CONDITIONS);
        assertThat(found("sensitivity")).containsExactly(Screen.CONDITIONS);
        assertThat(found("monte carlo")).containsExactly(Screen.CONDITIONS);
        assertThat(found("NPV")).containsExactly(Screen.RESULTS);
        assertThat(found("payback")).containsExactly(Screen.RESULTS);
        assertThat(found("bcr")).contains(Screen.RESULTS);
        assertThat(found("discount rate")).containsExactly(Screen.PROPOSAL, Screen.RESULTS);
        assertThat(found("difference-in-differences")).containsExactly(Screen.ATTRIBUTION);
        assertThat(found("deflator")).containsExactly(Screen.VALUES);
        assertThat(found("zebra")).isEmpty();
    }

    private static List<Screen> found(String query) {
        return Arrays.stream(Screen.values())
                .filter(screen -> new Command("Go to " + screen.title(), "", screen.terms(), () -> {}).matches(query))
                .toList();
    }

    @Test
    void proposalsDroppedOnTheWindowAreImportedAndAFileOfTheAnalystIsOpened() {
        Session session = OpenSession.empty(folder);
        Preferences preferences = preferences();
        Actions actions = new Actions(session, preferences, new TestClient.Answers(), TestClient.CLOCK);
        actions.open(List.of(
                Samples.FOLDER.resolve("rural-bus.proposal.json"),
                Samples.FOLDER.resolve("reminder-letters.study.json")));
        assertThat(session.problems()).isEmpty();
        assertThat(session.snapshot().orElseThrow().outcomes()).hasSize(1);
        assertThat(session.snapshot().orElseThrow().studies()).hasSize(1);
        session.create(folder.resolve("other.worthwhile"), false);
        actions.open(List.of(folder.resolve("case.worthwhile")));
        assertThat(session.snapshot().orElseThrow().title()).isEqualTo("case");
        assertThat(preferences.settings().recent())
                .containsExactly(folder.resolve("case.worthwhile"), folder.resolve("other.worthwhile"));
        session.close();
    }

    @Test
    void settingsAreKeptAndAFileThatCannotBeReadGivesTheUsualOnes() throws Exception {
        Preferences preferences = preferences();
        preferences.useTheme(Settings.Theme.DARK);
        preferences.useText(1_000);
        assertThat(preferences().settings().theme()).isEqualTo(Settings.Theme.DARK);
        assertThat(preferences().settings().textPercent()).isEqualTo(Settings.MOST_TEXT);
        Files.writeString(folder.resolve("settings.json"), "{\"theme\": \"PURPLE\"");
        assertThat(preferences().settings().theme()).isEqualTo(Settings.Theme.SYSTEM);
    }

    private Preferences preferences() {
        return new Preferences(new SettingsFile(folder.resolve("settings.json"), folder.resolve("files")));
    }
}
