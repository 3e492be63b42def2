package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MonitorCommandTest {

    private static final String PROPOSAL = """
            {"format": "worthwhile-proposal/1", "id": "club", "title": "Club",
             "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 3},
             "organisations": [{"id": "school", "title": "School", "sector": "public"}],
             "options": [
               {"id": "none", "title": "Business as usual", "role": "business-as-usual"},
               {"id": "club", "title": "A club", "role": "preferred",
                "costs": [{"id": "staff", "title": "Staff", "bearer": "school", "kind": "revenue", "amount": {"annual": 20000}}],
                "impacts": [{"id": "grades", "title": "Grades", "category": "economic",
                             "quantity": {"intake": {"annual": 60}, "effect": 1},
                             "profile": {"duration": 1}, "value": {"amount": 1000}}]}]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private int approve(String option) throws IOException {
        return run(
                "monitor",
                "approve",
                write("club.proposal.json", PROPOSAL),
                "--option",
                option,
                "--by",
                "The governors",
                "--on",
                "2026-03-31",
                "--trials",
                "200",
                "--out",
                folder.resolve("club.monitoring.json").toString());
    }

    /** 60 grades of 1,000 less 20,000 in each of three years; 26,000 spent in the first is 6,000 less in all. */
    @Test
    void anApprovedOptionIsReviewedWithActualsOfATable() throws IOException {
        assertThat(approve("club")).as(err.toString()).isZero();
        String actuals = write("actuals.csv", "measure,year,value\nstaff/spend,2026/27,26000\n");
        assertThat(run(
                        "monitor",
                        folder.resolve("club.monitoring.json").toString(),
                        "--actuals",
                        actuals,
                        "--format",
                        "text,json,svg",
                        "--out",
                        folder.resolve("out").toString()))
                .as(err.toString())
                .isZero();
        JsonNode review = JsonMapper.builder()
                .build()
                .readTree(Files.readString(folder.resolve("out").resolve("club.review.json")));
        double approved = review.at("/approved/central").asDouble();
        assertThat(approved).isCloseTo(40_000 * (1 + 1 / 1.035 + 1 / (1.035 * 1.035)), Offset.offset(1e-6));
        assertThat(review.at("/reappraisal/central").asDouble()).isCloseTo(approved - 6000, Offset.offset(1e-6));
        assertThat(review.at("/reappraisal/contributions/0/cause").asString()).isEqualTo("spend");
        assertThat(review.at("/warnings/0/measure").asString()).isEqualTo("staff/spend");
        assertThat(out.toString()).contains("Warning: staff/spend of 2026/27 is 26,000, above ");
        assertThat(folder.resolve("out").resolve("club.paths.svg")).content().contains("staff/spend");
        assertThat(folder.resolve("out").resolve("club.change.svg")).content().contains("spend on staff");
        assertThat(folder.resolve("out").resolve("club.review.txt")).content().contains("WARNING");
    }

    @Test
    void businessAsUsualAndUnknownOptionsCannotBeApproved() throws IOException {
        assertThat(approve("none")).isEqualTo(Main.INVALID_INPUT);
        assertThat(approve("clab")).isEqualTo(Main.INVALID_INPUT);
        assertThat(err.toString())
                .contains("--option: 'none' is business as usual, against which nothing changes")
                .contains("--option: the proposal has no option 'clab'; did you mean 'club'?");
    }

    @Test
    void spendIsShownAsItWasRecordedBesideThePricesOfTheAppraisal() throws IOException {
        assertThat(approve("club")).as(err.toString()).isZero();
        String actuals = write("actuals.csv", "measure,year,value\nstaff/spend,2027/28,22000\n");
        assertThat(run("monitor", folder.resolve("club.monitoring.json").toString(), "--actuals", actuals))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .containsPattern("80% band +as recorded +actual +standing")
                .containsPattern(" 22,000 +21,590 ")
                .contains("Money is at the prices of 2026/27, except as recorded.");
    }

    @Test
    void theDayOfTheApprovalIsOneThatCanBe() throws IOException {
        String proposal = write("club.proposal.json", PROPOSAL);
        for (String on : List.of("31/03/2026", "1989-12-31", "2999-01-01", "")) {
            assertThat(run("monitor", "approve", proposal, "--option", "club", "--by", "Governors", "--on", on))
                    .isEqualTo(Main.WRONG_USAGE);
            assertThat(err.toString()).contains(", written like 2026-11-28, which '" + on + "' is not; see ");
        }
        assertThat(err.toString()).contains("--on takes a day from 1990-01-01 to ");
    }

    @Test
    void anOptionWithoutLinesCannotBeApproved() throws IOException {
        String proposal = write(
                "club.proposal.json",
                PROPOSAL.replace(
                        "\"role\": \"preferred\",",
                        "\"role\": \"preferred\"}, {\"id\": \"filled\", \"title\": \"Filled\", \"role\": \"alternative\","));
        assertThat(run("monitor", "approve", proposal, "--option", "club", "--by", "Governors", "--on", "2026-03-31"))
                .isEqualTo(Main.INVALID_INPUT);
        assertThat(err.toString())
                .contains("--option: 'club' has no costs and no impacts, so that nothing of it can be measured;"
                        + " type its costs and impacts into the proposal before it is approved.");
    }

    @Test
    void withoutAFileTheCommandSaysWhatItTakes() {
        assertThat(run("monitor")).isEqualTo(Main.WRONG_USAGE);
        assertThat(err.toString()).contains("name the monitoring file of an option, or use approve; see");
    }

    /** Delivery costs 338,000 in 2028/29, which is two fifths above what was forecast. */
    @Test
    void theSampleWarnsOfWhatWentWrongInItsSecondYearAndOfNothingElse() {
        assertThat(run("monitor", "sample-data/falls-prevention.monitoring.json"))
                .isZero();
        assertThat(out.toString().lines().filter(line -> line.startsWith("Warning")))
                .containsExactly(
                        "Warning: delivery/spend of 2028/29 is 325,513, above 316,478, beyond which it does not go as forecast.");
    }
}
