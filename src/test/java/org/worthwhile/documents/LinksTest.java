package org.worthwhile.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever a page points to is there. */
class LinksTest {

    private static final Pattern ELSEWHERE = Pattern.compile("(https?|mailto):.*");
    private static final Pattern CLASS = Pattern.compile("`(?:[a-z]+[.])*([A-Z][a-z]+[A-Z][A-Za-z]*)`");
    private static final Pattern PATH =
            Pattern.compile("`((?:src|docs|models|sample-data|[.]ci|[.]github|benchmarks)/[\\w./-]*)`");

    /** Names in the pages that are written like classes and are none. */
    private static final Set<String> NO_CLASSES = Set.of("StrictMath", "SpreadsheetView");

    @Test
    void everyLinkOfEveryPageLeadsSomewhere() {
        List<String> broken = new ArrayList<>();
        for (MarkdownPage page : MarkdownPage.all()) {
            page.links().stream()
                    .filter(link -> !ELSEWHERE.matcher(link).matches() && !leads(page, link))
                    .forEach(link -> broken.add(page.file() + ": " + link));
        }
        assertThat(broken).isEmpty();
    }

    private static boolean leads(MarkdownPage page, String link) {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page.file()
                : page.file().resolveSibling(parts[0]).normalize();
        return Files.exists(target)
                && (parts.length == 1 || MarkdownPage.read(target).anchors().contains(parts[1]));
    }

    @Test
    void everyClassThatAPageNamesIsThere() throws IOException {
        Set<String> classes;
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
        assertThat(named(CLASS)).allSatisfy(name -> assertThat(classes).contains(name));
    }

    @Test
    void everyFileOfTheProjectThatAPageNamesIsThere() {
        assertThat(named(PATH)).allSatisfy(name -> assertThat(Path.of(name)).exists());
    }

    private static Set<String> named(Pattern pattern) {
        return MarkdownPage.all().stream()
                .flatMap(page -> pattern.matcher(page.text()).results())
                .map(found -> found.group(1))
                .filter(name -> !NO_CLASSES.contains(name))
                .collect(Collectors.toSet());
    }
}
