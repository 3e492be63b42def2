package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook becomes a proposal from the command line. */
class ImportSpreadsheetCommandTest {

    private static final String MAPPING = """
            format: worthwhile-spreadsheet-mapping/1
            proposal:
              id: bus
              title: An evening bus
              appraisal: {framework: uk-green-book-2026}
              organisations: [{id: county, title: County Council, sector: public}]
            discounted: false
            prices: {real: true, priceYear: 2026/27}
            options:
              - id: bus
                title: An evening bus
                role: preferred
                blocks:
                  - {holds: costs, years: "B1:C1", labels: "A2:A3", totals: {byYear: "B4:C4"}}
                  - {holds: benefits, years: "B1:C1", labels: A5, line: {category: social}}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private int importing(String csv) throws IOException {
        return run(
                "import-spreadsheet",
                Files.writeString(folder.resolve("bus.csv"), csv).toString(),
                "--mapping",
                Files.writeString(folder.resolve("bus.mapping.yaml"), MAPPING).toString(),
                "--out",
                folder.resolve("bus.proposal.json").toString());
    }

    @Test
    void whatIsWrittenIsAppraisedByTheNextCommand() throws IOException {
        assertThat(importing(
                        "Line,2026/27,2027/28\nBus,100,\nDriver,10,20\nTotal,110,20\nJobs,50,103.5\nRiders,9,10\n"))
                .as("%s", err)
                .isZero();
        assertThat(out.toString())
                .contains("cells A2:A3: 2 costs in 2 years")
                .contains("Totals of the workbook that agree with what was read: 2")
                .contains("cells B6:C6: 2 numbers")
                .contains("Wrote ");
        assertThat(run("appraise", folder.resolve("bus.proposal.json").toString()))
                .as("%s", err)
                .isZero();
    }

    @Test
    void aProposedMappingImportsTheWorkbookThatItIsOfOnceItsQuestionsAreAnswered() throws IOException {
        Path workbook = Files.writeString(
                folder.resolve("bus.csv"),
                "Evening bus at 2026/27 prices,,,\nCosts,2026/27,2027/28,2028/29\nBus,100,,\nDriver,10,20,20\n"
                        + "Total costs,110,20,20\nSocial benefits,,,\nRiders,9,10,11\n");
        Path mapping = folder.resolve("bus.mapping.json");
        assertThat(run("import-spreadsheet", workbook.toString(), "--propose-mapping", mapping.toString()))
                .as("%s", err)
                .isZero();
        assertThat(out.toString()).contains("check 'proposal'").contains("Wrote ");
        assertThat(run(
                        "import-spreadsheet",
                        workbook.toString(),
                        "--mapping",
                        mapping.toString(),
                        "--out",
                        folder.resolve("bus.proposal.json").toString()))
                .as("%s", err)
                .isZero();
        assertThat(out.toString()).contains("Totals of the workbook that agree with what was read: 3");
    }

    @Test
    void aMappingIsEitherProposedOrUsed() {
        assertThat(run("import-spreadsheet", "bus.csv", "--propose-mapping", "a.json", "--mapping", "b.json"))
                .isNotZero();
        assertThat(err.toString()).contains("Give either --propose-mapping or --mapping and --out");
    }

    @Test
    void nothingIsWrittenWhereATotalDiffers() throws IOException {
        assertThat(importing("Line,2026/27,2027/28\nBus,100,\nDriver,10,20\nTotal,111,20\nJobs,50,60\n"))
                .isEqualTo(Main.INVALID_INPUT);
        assertThat(err.toString()).contains("cell B4: the total of 2026/27 is 111, and what was read comes to 110");
        assertThat(folder.resolve("bus.proposal.json")).doesNotExist();
    }
}
