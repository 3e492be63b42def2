import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Requires a licence text for every jar of the application: in the jar itself, or one that LICENCES.txt names for it.
 *
 * <p>{@code java LicenceTexts.java FOLDER}: the folder of the jars, in which the texts are too.
 */
final class LicenceTexts {

    private static final Pattern TEXT = Pattern.compile("(?i)(.*/)?(licen[cs]e|notice|copying)[^/]*(?<!\\.class)");
    private static final Pattern NAMED = Pattern.compile("(?m)^([\\w-]+): (\\S+)");

    public static void main(String[] arguments) throws IOException {
        Path jars = Path.of(arguments[0]);
        String list = Files.readString(jars.resolve("LICENCES.txt"));
        List<Path> lacking;
        try (Stream<Path> files = Files.list(jars)) {
            lacking = files.filter(file -> file.toString().endsWith(".jar"))
                    .filter(jar -> !hasText(jar) && !isNamed(jar, list))
                    .sorted()
                    .toList();
        }
        if (!lacking.isEmpty()) {
            System.err.println("No text of the licence is in " + lacking
                    + "; add one to src/main/licences and name it in LICENCES.txt there.");
            System.exit(1);
        }
    }

    private static boolean hasText(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().anyMatch(entry -> TEXT.matcher(entry.getName()).matches());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether a text that is there is named for the library whose jar, with a version or without, it is. */
    private static boolean isNamed(Path jar, String list) {
        String name = jar.getFileName().toString().replaceFirst("(-\\d[^-]*)?\\.jar$", "");
        Matcher named = NAMED.matcher(list);
        while (named.find()) {
            if (named.group(1).equals(name)) {
                return Files.isRegularFile(jar.resolveSibling(named.group(2)));
            }
        }
        return false;
    }
}
