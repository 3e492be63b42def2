package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table of unit values becomes a pack from the command line. */
class ModelsImportCommandTest {

    private static final String OWN_MODELS = "worthwhile.models";

    private static final String MAPPING = """
            format: worthwhile-unit-value-mapping/1
            pack: {id: county, title: The county's}
            columns: {title: Service, value: Cost, low: Lowest}
            fixed: {category: fiscal, unit: call, priceYear: 2024/25}
            source: {document: Unit costs, publisher: County Council, date: "2025-11-01", licence: own, verified: false}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Optional<String> before = Optional.ofNullable(System.getProperty(OWN_MODELS));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void packsOfOnesOwnAreInAnEmptyFolder() {
        System.setProperty(OWN_MODELS, folder.resolve("own").toString());
    }

    @AfterEach
    void packsOfOnesOwnAreWhereTheyWere() {
        before.ifPresentOrElse(value -> System.setProperty(OWN_MODELS, value), () -> System.clearProperty(OWN_MODELS));
    }

    private String run(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments))
                .as("%s", err)
                .isZero();
        return out.toString();
    }

    private String table(String rows) throws IOException {
        return Files.writeString(folder.resolve("costs.csv"), "Service,Cost,Lowest\n" + rows)
                .toString();
    }

    private String mapping(String text) throws IOException {
        return Files.writeString(folder.resolve("costs.mapping.yaml"), text).toString();
    }

    @Test
    void whichMappingIsUsedAndThatOneIsReplacedIsSaid() throws IOException {
        String table = table("Call,1.5,1\n");
        String kept = folder.resolve("own")
                .resolve("mappings")
                .resolve("costs.mapping.json")
                .toString();
        assertThat(run("models", "import", table, "--map", mapping(MAPPING)))
                .contains("Tables with the same headings need no mapping from now on; it is kept in " + kept);
        assertThat(run("models", "import", table))
                .startsWith("Read by the mapping that is kept for these headings in " + kept)
                .doesNotContain("from now on");
        assertThat(run("models", "import", table, "--map", mapping(MAPPING.replace("county", "town"))))
                .contains(
                        "The mapping that was kept for the same headings is replaced by this one, which is in " + kept);
        assertThat(run("models", "import", table)).contains("town.json");
    }

    @Test
    void unitValuesAreListedAndShownWithTheirPence() throws IOException {
        run("models", "import", table("Call,1.5,0.75\n"), "--map", mapping(MAPPING));
        assertThat(run("models", "list")).containsPattern("county/call .*£1\\.50");
        assertThat(run("models", "show", "county/call"))
                .contains("£1.50 per call")
                .contains("Low £0.75");
    }

    @Test
    void whatIsReadAndIsToBeCheckedStandsApartFromWhatIsNotRead() throws IOException {
        assertThat(run("models", "import", table("Fine,-5,\nCall,€2,\n"), "--map", mapping(MAPPING)))
                .containsPattern("Read, and to be checked:\\R  \\S*costs.csv:2 column B: the unit value is negative")
                .containsPattern("Not read:\\R  \\S*costs.csv:3 column B: '€2' is in another currency");
    }
}
