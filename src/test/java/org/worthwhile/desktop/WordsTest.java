package org.worthwhile.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The wording of the screens: nothing is missing, and nothing is left over. */
class WordsTest {

    private static final Path SOURCES = Path.of("src", "main", "java", "org", "worthwhile", "desktop");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][A-Za-z]*(?:\\.[A-Za-z_-]+)+)\"(?<!\\.json\")");

    /** Words whose last part is found while the program runs, such as a constant's name. */
    private static final List<String> BUILT = List.of(
            "group.",
            "screen.",
            "theme.",
            "format.",
            "section.",
            "options.",
            "sector.",
            "role.",
            "kind.",
            "category.",
            "grade.",
            "edit.lost.",
            "score.",
            "distribution.",
            "input.",
            "timing.",
            "action.",
            "search.terms.");

    private static Properties bundle() throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(
                Path.of("src", "main", "resources", "org", "worthwhile", "desktop", "words.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static String sources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void everyWordThatTheScreensAskForIsThere() throws IOException {
        Properties bundle = bundle();
        TreeSet<String> prefixes = new TreeSet<>();
        bundle.stringPropertyNames().forEach(name -> prefixes.add(name.substring(0, name.indexOf('.') + 1)));
        List<String> missing = new ArrayList<>();
        Matcher literals = LITERAL.matcher(sources());
        while (literals.find()) {
            String word = literals.group(1);
            if (prefixes.contains(word.substring(0, word.indexOf('.') + 1)) && !bundle.containsKey(word)) {
                missing.add(word);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void noWordIsLeftOver() throws IOException {
        String sources = sources();
        assertThat(bundle().stringPropertyNames())
                .filteredOn(name -> BUILT.stream().noneMatch(name::startsWith))
                .filteredOn(name -> !name.endsWith(".help"))
                .allSatisfy(name -> assertThat(sources).contains("\"" + name + "\""));
    }

    @Test
    void everyPatternIsWellFormed() throws IOException {
        Properties bundle = bundle();
        for (String name : bundle.stringPropertyNames()) {
            assertThat(Words.of(name, 2, 3, 4, 5, 6, 7)).as(name).isNotBlank();
        }
    }
}
