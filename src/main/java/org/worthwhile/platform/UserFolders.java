package org.worthwhile.platform;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The folders that the operating system gives whoever uses the program.
 *
 * @param home the home folder
 * @param state where the program keeps its log
 */
public record UserFolders(Path home, Path state) {

    /** Set to a folder to keep the log there; tests do. */
    private static final String STATE = "worthwhile.state";

    private static final String NAME = "worthwhile";

    private enum System {
        WINDOWS,
        MAC,
        OTHER;

        static System of(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return lower.contains("windows") ? WINDOWS : lower.contains("mac") ? MAC : OTHER;
        }
    }

    /** Those of this process. */
    public static UserFolders here() {
        return of(java.lang.System.getenv(), name -> Optional.ofNullable(java.lang.System.getProperty(name)));
    }

    /**
     * The folders as an environment and the properties of a Java machine name them. HOME, where it is an absolute path,
     * comes before the home folder of the list of users, which is what Java gives.
     */
    static UserFolders of(Map<String, String> environment, Function<String, Optional<String>> property) {
        System system = System.of(property.apply("os.name").orElse(""));
        Path usual = absolute(property.apply("user.home"))
                .or(() -> absolute(property.apply("java.io.tmpdir")))
                .orElse(Path.of("").toAbsolutePath());
        Path home =
                system == System.WINDOWS ? usual : named(environment, "HOME").orElse(usual);
        Path state = switch (system) {
            case WINDOWS ->
                named(environment, "LOCALAPPDATA")
                        .orElse(home.resolve("AppData").resolve("Local"))
                        .resolve("Worthwhile");
            case MAC -> home.resolve("Library").resolve("Logs").resolve("Worthwhile");
            case OTHER ->
                named(environment, "XDG_STATE_HOME")
                        .orElse(home.resolve(".local").resolve("state"))
                        .resolve(NAME);
        };
        return new UserFolders(home, absolute(property.apply(STATE)).orElse(state));
    }

    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return absolute(Optional.ofNullable(environment.get(variable)));
    }

    /** A relative path, or none at all, names no folder of the user. */
    private static Optional<Path> absolute(Optional<String> folder) {
        try {
            return folder.filter(name -> !name.isBlank()).map(Path::of).filter(Path::isAbsolute);
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
