package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.worthwhile.documents.MarkdownPage;

/** The command lines of the README can be written so, and those of the guide do what they say. */
class GuideCommandsTest {

    private static final Path GUIDE = Path.of("docs", "guide");
    private static final String PROGRAM = "./worthwhile";
    private static final Pattern CHOICE = Pattern.compile("\\[([^]|]+(?:\\|[^]|]+)+)]");

    static List<MarkdownPage> pages() {
        return MarkdownPage.in(GUIDE).stream()
                .filter(page -> !commands(page).isEmpty())
                .toList();
    }

    /** The words of each command line; what stands in brackets is one command line for each choice. */
    private static List<List<String>> commands(MarkdownPage page) {
        return page.codeLines()
                .filter(line -> line.startsWith(PROGRAM))
                .map(line -> line.split(" {2,}", 2)[0])
                .flatMap(GuideCommandsTest::choices)
                .map(line -> List.of(line.substring(PROGRAM.length()).strip().split(" +")))
                .map(words -> words.equals(List.of("")) ? List.<String>of() : words)
                .toList();
    }

    private static Stream<String> choices(String line) {
        Matcher choice = CHOICE.matcher(line);
        return choice.find()
                ? Stream.of(choice.group(1).split("\\|")).map(one -> line.replace(choice.group(), one))
                : Stream.of(line);
    }

    @Test
    void everyCommandLineOfTheReadmeIsUnderstood() {
        List<List<String>> commands = commands(MarkdownPage.read(Path.of("README.md")));
        assertThat(commands).hasSizeGreaterThan(20).allSatisfy(words -> {
            String[] filled = words.stream()
                    .map(word -> word.equals("N") || word.equals("SD") ? "10" : word)
                    .map(word -> word.equals("DESIGN") ? "trial" : word)
                    .toArray(String[]::new);
            Main.commandLine().setCaseInsensitiveEnumValuesAllowed(true).parseArgs(filled);
        });
    }

    @Test
    void everyCommandOfTheProgramIsInTheGuide() {
        assertThat(pages().stream()
                        .flatMap(page -> commands(page).stream())
                        .filter(words -> !words.isEmpty())
                        .map(List::getFirst))
                .containsAll(
                        List.of("appraise", "attribute", "portfolio", "briefing", "validate", "template", "models"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyCommandLineOfTheGuideSucceeds(MarkdownPage page, @TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("out"));
        examplesOfFormats(folder);
        for (List<String> words : commands(page)) {
            if (words.isEmpty()) {
                continue;
            }
            StringWriter said = new StringWriter();
            int status = Main.run(new PrintWriter(said), new PrintWriter(said), placed(words, folder));
            assertThat(status).as("%s%n%s", words, said).isZero();
            outputs(words, folder)
                    .forEach(output ->
                            assertThat(output).as(String.join(" ", words)).exists());
        }
    }

    /** The files of which the guide says that docs/formats has them. */
    private static void examplesOfFormats(Path folder) throws Exception {
        for (MarkdownPage.Block block :
                MarkdownPage.read(Path.of("docs", "formats", "README.md")).fences()) {
            if (block.file().startsWith("bus.csv") || block.file().startsWith("bus.mapping")) {
                Files.writeString(folder.resolve(block.file()), block.text());
            }
        }
    }

    /** The words with each file that is not of the project in a folder of the test. */
    private static String[] placed(List<String> words, Path folder) {
        List<String> placed = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            placed.add(
                    file(words, i).map(name -> folder.resolve(name).toString()).orElse(words.get(i)));
        }
        return placed.toArray(String[]::new);
    }

    private static Optional<String> file(List<String> words, int place) {
        String word = words.get(place);
        boolean ours = word.startsWith("sample-data") || word.startsWith("--");
        boolean isFile = word.startsWith("out/") || word.matches("[\\w-]+[.](csv|xlsx|mapping[.]json|proposal[.]json)");
        return !ours && isFile ? Optional.of(word) : Optional.empty();
    }

    private static Stream<Path> outputs(List<String> words, Path folder) {
        return words.stream().filter(word -> word.startsWith("out/")).map(folder::resolve);
    }
}
