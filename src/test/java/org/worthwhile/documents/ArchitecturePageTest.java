package org.worthwhile.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The drawings and the table of docs/architecture.md are those of the code. */
@AnalyzeClasses(packages = "org.worthwhile", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitecturePageTest {

    private static final Path PAGE = Path.of("docs", "architecture.md");
    private static final Pattern FIRST_SENTENCE = Pattern.compile("(?s)/\\*\\*(.*?[.])(?=\\s|$)");

    @ArchTest
    static void theDrawingOfThePackagesIsThatOfTheCode(JavaClasses classes) {
        PackageGraph graph = PackageGraph.below("org.worthwhile", classes);
        assertThat(graph.isAcyclic()).isTrue();
        new WrittenPart(PAGE, "packages").require(graph.mermaid(), ArchitecturePageTest.class);
    }

    @ArchTest
    static void theTableOfThePackagesIsThatOfTheCode(JavaClasses classes) {
        StringBuilder table = new StringBuilder("| package | what it is | uses |\n| --- | --- | --- |\n");
        PackageGraph.below("org.worthwhile", classes)
                .uses()
                .forEach((name, used) -> table.append("| `")
                        .append(name)
                        .append("` | ")
                        .append(purpose(name))
                        .append(" | ")
                        .append(used.isEmpty() ? "nothing" : String.join(", ", used))
                        .append(" |\n"));
        new WrittenPart(PAGE, "table of packages").require(table.toString(), ArchitecturePageTest.class);
    }

    @ArchTest
    static void theDrawingOfTheDesignsIsThatOfTheCode(JavaClasses classes) {
        PackageGraph graph = PackageGraph.below("org.worthwhile.attribution", classes);
        assertThat(graph.isAcyclic()).isTrue();
        new WrittenPart(PAGE, "packages of attribution").require(graph.mermaid(), ArchitecturePageTest.class);
    }

    /** The first sentence of what the package says of itself. */
    private static String purpose(String name) {
        try {
            String source =
                    Files.readString(Path.of("src/main/java/org/worthwhile").resolve(name + "/package-info.java"));
            Matcher sentence = FIRST_SENTENCE.matcher(source);
            assertThat(sentence.find()).as(name).isTrue();
            return sentence.group(1)
                    .replaceAll("\\{@(?:link|code) (?:[\\w.]*\\.)?([^.}]+)}", "`$1`")
                    .replaceAll("\\s*\\n \\* ?", " ")
                    .strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
