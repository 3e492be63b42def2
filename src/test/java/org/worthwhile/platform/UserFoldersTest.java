package org.worthwhile.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the user's folders are, on every system. */
class UserFoldersTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path LISTED = ROOT.resolve("listed");
    private static final Path NAMED = ROOT.resolve("named");

    private static UserFolders on(String system, Map<String, String> environment) {
        Map<String, String> properties = Map.of("os.name", system, "user.home", LISTED.toString());
        return UserFolders.of(environment, name -> Optional.ofNullable(properties.get(name)));
    }

    @Test
    void onLinuxTheLogIsInTheStateFolderOfTheHomeThatTheEnvironmentNames() {
        assertThat(on("Linux", Map.of("HOME", NAMED.toString())))
                .isEqualTo(new UserFolders(NAMED, NAMED.resolve(".local/state/worthwhile")));
    }

    @Test
    void aStateFolderThatTheEnvironmentNamesIsUsedIfItIsAbsolute() {
        Path state = ROOT.resolve("state");
        assertThat(on("Linux", Map.of("XDG_STATE_HOME", state.toString())).state())
                .isEqualTo(state.resolve("worthwhile"));
        assertThat(on("Linux", Map.of("XDG_STATE_HOME", "state")).state())
                .isEqualTo(LISTED.resolve(".local/state/worthwhile"));
    }

    @Test
    void withoutAHomeInTheEnvironmentTheOneOfTheListOfUsersIsUsed() {
        assertThat(on("Linux", Map.of()).home()).isEqualTo(LISTED);
        assertThat(on("Linux", Map.of("HOME", "")).home()).isEqualTo(LISTED);
    }

    @Test
    void onWindowsTheLogIsInTheLocalFolderOfPrograms() {
        Path local = ROOT.resolve("local");
        assertThat(on("Windows 11", Map.of("LOCALAPPDATA", local.toString(), "HOME", NAMED.toString())))
                .isEqualTo(new UserFolders(LISTED, local.resolve("Worthwhile")));
        assertThat(on("Windows 11", Map.of()).state()).isEqualTo(LISTED.resolve("AppData/Local/Worthwhile"));
    }

    @Test
    void onMacTheLogIsAmongTheLogs() {
        assertThat(on("Mac OS X", Map.of()).state()).isEqualTo(LISTED.resolve("Library/Logs/Worthwhile"));
    }
}
