import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Lays out the classes that the installed client starts with for a quick start, in the runtime's own class-data archive.
 *
 * <p>All of them would take the application beyond 150 MB. The platform's usual ones, ours and the forms that lambdas share
 * are the most of the gain for the least of the size.
 *
 * <p>{@code java ClassData.java APPLICATION RUNTIME TIME}: the folders of the packaged application and of the runtime in it,
 * and when its jars are said to have changed, in seconds since 1970: an archive serves only the jars it was made from, and
 * tells them by their times, which an installer must be able to give them again.
 */
final class ClassData {

    private static final String FOLDER_OF_JARS = "$APPDIR";
    private static final String JAR = "app.classpath=";
    private static final String OPTION = "java-options=";
    private static final String MAIN = "org.worthwhile.cli.Main";

    private ClassData() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path application = Path.of(arguments[0]);
        Path runtime = Path.of(arguments[1]);
        Path settings = settingsOfLauncher(application);
        date(settings.getParent(), FileTime.from(Long.parseLong(arguments[2]), TimeUnit.SECONDS));
        List<String> options = optionsOfLauncher(settings);
        Path home = Files.createTempDirectory("worthwhile-class-data-");
        Path loaded = home.resolve("loaded");
        Path chosen = home.resolve("chosen");
        run(
                runtime,
                home,
                Stream.concat(
                        Stream.of(
                                "-XX:DumpLoadedClassList=" + loaded,
                                "-Dglass.platform=Headless",
                                "-Dprism.order=sw",
                                "-Dworthwhile.measure-start=true",
                                "-Duser.home=" + home),
                        Stream.concat(options.stream(), Stream.of(MAIN))));
        Files.write(chosen, Stream.concat(usual(runtime), ours(loaded)).toList());
        run(
                runtime,
                home,
                Stream.concat(
                        Stream.of("-Xlog:disable", "-Xshare:dump", "-XX:SharedClassListFile=" + chosen),
                        options.stream()));
        delete(home);
    }

    private static Path settingsOfLauncher(Path application) throws IOException {
        try (Stream<Path> files = Files.walk(application)) {
            return files.filter(file -> file.endsWith("worthwhile.cfg")).findFirst().orElseThrow();
        }
    }

    private static void date(Path folder, FileTime time) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, time);
            }
        }
    }

    /** What the launcher starts Java with: an archive serves only the class path and the modules it was made for. */
    private static List<String> optionsOfLauncher(Path settings) throws IOException {
        String folder = settings.getParent().toString();
        List<String> jars = new ArrayList<>();
        List<String> options = new ArrayList<>();
        for (String line : Files.readAllLines(settings)) {
            String here = line.replace(FOLDER_OF_JARS, folder);
            if (here.startsWith(JAR)) {
                jars.add(here.substring(JAR.length()));
            } else if (here.startsWith(OPTION)) {
                options.add(here.substring(OPTION.length()));
            }
        }
        options.add("-Djava.class.path=" + String.join(System.getProperty("path.separator"), jars));
        return options;
    }

    private static Stream<String> usual(Path runtime) throws IOException {
        return Files.readAllLines(runtime.resolve("lib/classlist")).stream();
    }

    private static Stream<String> ours(Path loaded) throws IOException {
        return Files.readAllLines(loaded).stream()
                .filter(line -> line.startsWith("org/worthwhile/") || line.startsWith("@lambda-form-invoker"));
    }

    private static void run(Path runtime, Path home, Stream<String> arguments) throws IOException, InterruptedException {
        Path log = Files.createTempFile("worthwhile-class-data-", ".log");
        List<String> command =
                Stream.concat(Stream.of(runtime.resolve("bin/java").toString()), arguments).toList();
        ProcessBuilder process = new ProcessBuilder(command);
        // The window that nobody sees leaves nothing in the home folder.
        process.environment().put("HOME", home.toString());
        int status = process.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (status != 0) {
            throw new IllegalStateException("Java ended with " + status + ": " + Files.readString(log));
        }
        Files.delete(log);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(file);
            }
        }
    }
}
