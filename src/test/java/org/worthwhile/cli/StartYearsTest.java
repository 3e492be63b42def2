package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** When proposals begin is chosen with their options. */
class StartYearsTest {

    private static final double RATE = 1.035;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    /**
     * Each costs 100 in its first year and gains 150 in it. 100 can be spent in 2026/27 and 50 in 2027/28, so that the second begins
     * in 2028/29: 50 + 50 / 1.035².
     */
    @Test
    void whatDoesNotFitIntoAYearBeginsInALaterOne() throws IOException {
        proposal("first", "\"schedule\": {\"2026/27\": 100}", "\"2026/27\": 150");
        proposal("second", "\"schedule\": {\"2026/27\": 100}", "\"2026/27\": 150");
        JsonNode result = choose("""
                "budget": 1000, "must": ["first"], "budgetByYear": {"2026/27": 100, "2027/28": 50},
                "startYears": {"second": ["2026/27", "2027/28", "2028/29"]}""");

        assertThat(result.at("/value").asDouble()).isCloseTo(50 + 50 / (RATE * RATE), within(1e-9));
        assertThat(result.at("/cost").asDouble()).isCloseTo(100 + 100 / (RATE * RATE), within(1e-9));
        assertThat(result.at("/chosen/0/proposal").asString()).isEqualTo("first");
        assertThat(result.at("/chosen/0").has("start")).isFalse();
        assertThat(result.at("/chosen/1/start").asString()).isEqualTo("2028/29");
        assertThat(result.at("/leftOut/0/candidate").asString()).isEqualTo("second/it from 2026/27");
        assertThat(out.toString()).contains("It, from 2028/29");
    }

    /** Two years later real money is discounted two years more; what grows by 2% a year has grown by 2% twice. */
    @Test
    void whatGrowsInRealTermsHasGrownForAsMuchLonger() throws IOException {
        proposal(
                "grown",
                "\"annual\": 100, \"from\": \"2026/27\", \"to\": \"2027/28\", \"realGrowth\": 0.02",
                "\"2026/27\": 500");
        double later = 100 * 1.02 * 1.02 / Math.pow(RATE, 2) + 100 * Math.pow(1.02, 3) / Math.pow(RATE, 3);

        JsonNode result = choose("\"budget\": 1000, \"must\": [\"grown\"], \"startYears\": {\"grown\": [\"2028/29\"]}");

        assertThat(result.at("/cost").asDouble()).isCloseTo(later, within(1e-9));
        assertThat(result.at("/value").asDouble()).isCloseTo(500 / Math.pow(RATE, 2) - later, within(1e-9));
    }

    /** Money at the prices of its own year is worth in real terms two years later what it would have been. */
    @Test
    void moneyOfItsOwnYearKeepsItsPurchasingPower() throws IOException {
        proposal(
                "nominal",
                "\"schedule\": {\"2026/27\": 40, \"2027/28\": 60}}, \"basis\": {\"real\": false",
                "\"2026/27\": 500");
        String must = "\"budget\": 1000, \"must\": [\"nominal\"]";

        double written = choose(must).at("/cost").asDouble();
        double later = choose(must + ", \"startYears\": {\"nominal\": [\"2028/29\"]}")
                .at("/cost")
                .asDouble();

        assertThat(written).isBetween(95.0, 40 + 60 / RATE);
        assertThat(later).isCloseTo(written / (RATE * RATE), within(1e-9));
    }

    @Test
    void yearsBeforeItIsWrittenToBeginAreRefused() throws IOException {
        proposal("first", "\"schedule\": {\"2027/28\": 100}", "\"2027/28\": 150");
        Path early = limits("\"budget\": 1000, \"startYears\": {\"first\": [\"2026/27\"]}");

        assertThat(run("portfolio", folder.toString(), "--constraints", early.toString()))
                .isNotZero();
        assertThat(err.toString())
                .contains("'first' cannot begin in 2026/27", "from 2027/28, in which it begins as it is written");
    }

    /**
     * A cost from 60 to 140 and a gain of 150, two years later divided by 1.035² in each trial: whenever it begins it gains in the same
     * trials, and then more the earlier; so begun at once it belongs to the best choice wherever it gains anything, and later never.
     */
    @Test
    void everyStartYearIsSimulatedWithTheSameDraws() throws IOException {
        proposal(
                "unsure",
                "\"schedule\": {\"2026/27\": 100}}, \"uncertainty\": {\"distribution\": \"uniform\", \"low\": 60, \"high\": 140",
                "\"2026/27\": 100");
        JsonNode robust = choose(
                        "\"budget\": 1000, \"startYears\": {\"unsure\": [\"2026/27\", \"2028/29\"]}", "--trials", "200")
                .at("/robust");

        assertThat(robust.at("/belongs/0/candidate").asString()).isEqualTo("unsure/it from 2026/27");
        assertThat(robust.at("/belongs/0/probability").asDouble()).isCloseTo(0.5, within(0.02));
        assertThat(robust.at("/belongs/1/probability").asDouble()).isZero();
        JsonNode later = choose(
                        "\"budget\": 1000, \"must\": [\"unsure\"], \"startYears\": {\"unsure\": [\"2028/29\"]}",
                        "--trials",
                        "200")
                .at("/robust/chosen/cost");
        JsonNode written = choose("\"budget\": 1000, \"must\": [\"unsure\"]", "--trials", "200")
                .at("/robust/chosen/cost");
        assertThat(written.at("/mean/value").asDouble())
                .isCloseTo(100, within(4 * written.at("/mean/standardError").asDouble()));
        assertThat(later.at("/mean/value").asDouble())
                .isCloseTo(written.at("/mean/value").asDouble() / (RATE * RATE), within(1e-9));
        assertThat(later.at("/p90/value").asDouble())
                .isCloseTo(written.at("/p90/value").asDouble() / (RATE * RATE), within(1e-9));
    }

    private void proposal(String id, String amount, String gain) throws IOException {
        Files.writeString(folder.resolve(id + ".proposal.json"), """
                {"format": "worthwhile-proposal/1", "id": "%1$s", "title": "%1$s",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 3},
                 "organisations": [{"id": "council", "title": "Council", "sector": "public"}],
                 "options": [
                   {"id": "none", "title": "Business as usual", "role": "business-as-usual"},
                   {"id": "it", "title": "It", "role": "preferred",
                    "costs": [{"id": "cost", "title": "Cost", "bearer": "council", "kind": "revenue", "amount": {%2$s}}],
                    "impacts": [{"id": "gain", "title": "Gain", "category": "social", "schedule": {%3$s}}]}]}
                """.formatted(id, amount, gain));
    }

    private Path limits(String fields) throws IOException {
        return Files.writeString(
                Files.createTempFile(folder, "limits", ".json"),
                "{\"format\": \"worthwhile-constraints/1\", " + fields + "}");
    }

    private JsonNode choose(String fields, String... options) throws IOException {
        Path results = Files.createTempDirectory(folder, "results");
        assertThat(run(Stream.concat(
                                Stream.of(
                                        "portfolio",
                                        folder.toString(),
                                        "--constraints",
                                        limits(fields).toString(),
                                        "--out",
                                        results.toString()),
                                Stream.of(options))
                        .toArray(String[]::new)))
                .as("%s", err)
                .isZero();
        try (Stream<Path> files = Files.walk(results)) {
            return JsonMapper.shared()
                    .readTree(files.filter(file -> file.endsWith("portfolio.json"))
                            .findFirst()
                            .orElseThrow()
                            .toFile());
        }
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
