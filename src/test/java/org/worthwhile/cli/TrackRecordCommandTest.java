package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class TrackRecordCommandTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String RECORD = """
            {"format": "worthwhile-track-record/1", "id": "small", "prices": "2024/25", "framework": "uk-green-book-2026",
             "kinds": [{"id": "road", "title": "Roads", "guidance": "standard-civil-engineering"}], "projects": [%s]}
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path record(String projects) throws IOException {
        return write("small.track-record.json", RECORD.formatted(projects));
    }

    private static String cost(String name, double forecast, double outcome, String more) {
        return "{\"project\": \"%s\", \"kind\": \"road\", \"measure\": \"capital-cost\", \"forecast\": %s, \"outcome\": %s%s}"
                .formatted(name, forecast, outcome, more);
    }

    private static String five(double unit) {
        return String.join(
                ",",
                cost("A", 100 * unit, 110 * unit, ""),
                cost("B", 100 * unit, 132 * unit, ""),
                cost("C", 115 * unit, 95 * unit, ", \"includedUplift\": 0.15"),
                cost("D", 100 * unit, 121 * unit, ""),
                cost("E", 200 * unit, 320 * unit, ""));
    }

    private JsonNode result() throws IOException {
        return JSON.readTree(Files.readString(folder.resolve("small.track-record-result.json")));
    }

    private JsonNode analysed(String projects) throws IOException {
        assertThat(run("track-record", record(projects).toString(), "--out", folder.toString(), "--overwrite"))
                .as(err.toString())
                .isZero();
        return result();
    }

    /**
     * Ratios 1.1, 1.32, 0.95, 1.21 and 1.6, whose logarithms have the mean 0.1964545 and the standard deviation 0.1956157; the quantiles of t
     * with 4 degrees are 0.9409646 at 80% and 2.7764451 at 97.5%, and the root of 1 + 1/5 is 1.0954451.
     */
    @Test
    void fiveProjectsOfOneKindGiveTheUpliftOfTheNext() throws IOException {
        JsonNode kind = analysed(five(1)).at("/measures/0/kinds/0");
        assertThat(kind.at("/meanRatio").asDouble()).isCloseTo(1.236, within(1e-12));
        assertThat(kind.at("/next/p50").asDouble()).isCloseTo(Math.exp(0.1964545), within(1e-6));
        assertThat(kind.at("/next/uplift/p80").asDouble())
                .isCloseTo(Math.exp(0.1964545 + 0.9409646 * 0.1956157 * 1.0954451) - 1, within(1e-6));
        assertThat(kind.at("/next/high").asDouble())
                .isCloseTo(Math.exp(0.1964545 + 2.7764451 * 0.1956157 * 1.0954451), within(1e-5));
        assertThat(kind.at("/guidance/upper").asDouble()).isEqualTo(0.44);
        JsonNode third = result().at("/measures/0/ratios/2");
        assertThat(third.at("/ratio").asDouble()).isCloseTo(0.95, within(1e-12));
        assertThat(third.at("/publishedRatio").asDouble()).isCloseTo(95.0 / 115, within(1e-12));
        assertThat(out.toString()).contains("the optimism bias that one forecast contained is taken out");
    }

    @Test
    void unitsOfMoneyAndTheOrderOfRowsDoNotMatter() throws IOException {
        JsonNode one = analysed(five(1)).at("/measures/0/kinds");
        List<String> rows = new ArrayList<>(List.of(five(1024).split("(?<=\\}),")));
        Collections.reverse(rows);
        assertThat(rows).hasSize(5);
        assertThat(analysed(String.join(",", rows)).at("/measures/0/kinds")).isEqualTo(one);
    }

    @Test
    void withTooFewProjectsTheNextIsNotKnown() throws IOException {
        JsonNode kind =
                analysed(cost("A", 1, 2, "") + "," + cost("B", 1, 3, "")).at("/measures/0/kinds/0");
        assertThat(kind.at("/next").isNull()).isTrue();
        assertThat(kind.at("/nextReason").asString())
                .isEqualTo("there are 2 projects, and 5 are the fewest from which it is told");
        assertThat(kind.at("/meanRatio").asDouble()).isEqualTo(2.5);
        assertThat(out.toString()).contains("The next project: not known, as there are 2 projects");
    }

    @Test
    void ratiosThatAreAllAlikeTellNothingOfTheNext() throws IOException {
        String same = String.join(
                ",",
                List.of("A", "B", "C", "D", "E").stream()
                        .map(name -> cost(name, 3, 4.2, ""))
                        .toList());
        assertThat(analysed(same).at("/measures/0/kinds/0/nextReason").asString())
                .contains("all projects of a kind came to the same ratio");
    }

    @Test
    void pricesThatDifferAreConvertedOrRefused() throws IOException {
        String mixed = five(1) + ","
                + cost("F", 100, 150, ", \"forecastPrices\": \"2015/16\", \"outcomePrices\": \"2019/20\"");
        assertThat(run("track-record", record(mixed).toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "/projects/5/outcomePrices: the capital cost of 'F' was forecast at the prices of 2015/16 and came out"
                                + " at those of 2019/20; bring both to the same prices, or name a priceIndex such as uk-gdp-deflator");
        Path file = write(
                "small.track-record.json",
                RECORD.formatted(mixed).replace("\"framework\"", "\"priceIndex\": \"uk-gdp-deflator\", \"framework\""));
        assertThat(run("track-record", file.toString(), "--out", folder.toString()))
                .isZero();
        assertThat(result().at("/measures/0/ratios/5/converted").asBoolean(false))
                .isTrue();
        // The pack has growth of 2.2%, 1.6%, 2% and 2.4% in the years from 2016/17 on.
        assertThat(result().at("/measures/0/ratios/5/ratio").asDouble())
                .isCloseTo(1.5 / (1.022 * 1.016 * 1.02 * 1.024), within(1e-12));
        assertThat(out.toString()).contains("one outcome was converted to the prices of the forecast by");
    }

    @Test
    void moneyWithoutItsPricesIsRefusedAndOtherMeasuresNeedNone() throws IOException {
        Path file =
                write("small.track-record.json", RECORD.formatted(five(1)).replace("\"prices\": \"2024/25\", ", ""));
        assertThat(run("validate", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "/projects/0/forecastPrices: of the capital cost of 'A' it is not said at which year's prices the forecast is");
        Files.writeString(file, Files.readString(file).replace("capital-cost", "duration"));
        assertThat(run("validate", file.toString())).isZero();
    }

    @Test
    void effectsThatCameToNothingNeedTheScaleOfRatios() throws IOException {
        String effects = (five(1) + "," + cost("F", 100, -10, "")).replace("capital-cost", "effect");
        assertThat(run("track-record", record(effects).toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "the effect of 'F' came to -10, of which no ratio can be analysed on its log scale; set the scale of effect in options/scales to ratio");
        Path file = write(
                "small.track-record.json",
                RECORD.formatted(effects)
                        .replace("\"framework\"", "\"options\": {\"scales\": {\"effect\": \"ratio\"}}, \"framework\""));
        assertThat(run("track-record", file.toString(), "--out", folder.toString()))
                .isZero();
        // The mean of 1.1, 1.32, 0.95, 1.21, 1.6 and -0.1 is 1.0133333.
        assertThat(result().at("/measures/0/kinds/0/next/shortfall/mean").asDouble())
                .isCloseTo(-0.0133333, within(1e-6));
    }

    @Test
    void tablesAreToldByRowAndColumn() throws IOException {
        write(
                "past.csv",
                "name,sort,what,said,was,base\nA,road,capital cost,100,much,2020/21\nB,rail,duration,1,2,2020\n");
        Path file = write("small.track-record.json", """
                {"format": "worthwhile-track-record/1", "id": "small", "kinds": [{"id": "road", "title": "Roads"}],
                 "data": {"path": "past.csv", "columns": {"project": "name", "kind": "sort", "measure": "what", "forecast": "said",
                   "outcome": "was", "forecastPrices": "base", "outcomePrices": "base"}}}
                """);
        assertThat(run("track-record", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("past.csv row 1, column 'was': 'much' is no number")
                .contains("past.csv row 2, column 'base': '2020' is no year whose prices money is at");
        write("past.csv", "name,sort,what,said,was,base\nA,road,capital cost,100,120,2020/21\nB,rail,duration,1,2,\n");
        assertThat(run("track-record", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("past.csv row 2, column 'sort': 'rail' is no kind of this record");
    }

    /** A cost of 1,000,000 in the base year, with an uplift that is the mean of what the next project can come to. */
    @Test
    void aProposalCanRestOnTheRecordInPlaceOfTheGuidance() throws IOException {
        assertThat(run(
                        "track-record",
                        record(five(1)).toString(),
                        "--format",
                        "parameters,csv,svg,text",
                        "--out",
                        folder.toString()))
                .as(err.toString())
                .isZero();
        assertThat(folder.resolve("small.ratios.svg")).exists();
        assertThat(Files.readString(folder.resolve("small.ratios.csv")))
                .startsWith("project,kind,measure,forecast,")
                .contains("E,road,capital-cost,200.0,0.0,320.0,2024/25,1.6,1.6");
        ObjectNode proposal = (ObjectNode) JSON.readTree("""
                {"format": "worthwhile-proposal/1", "id": "bypass", "title": "Bypass",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                 "organisations": [{"id": "county", "title": "County", "sector": "public"}],
                 "options": [
                   {"id": "none", "title": "Business as usual", "role": "business-as-usual"},
                   {"id": "road", "title": "Road", "role": "preferred",
                    "costs": [{"id": "works", "title": "Works", "bearer": "county", "kind": "capital",
                               "amount": {"schedule": {"2026/27": 1000000}}, "optimismBias": {"uplift": {"parameter": "road.capital-cost"}}}]}]}
                """);
        JsonNode parameters = JSON.readTree(Files.readString(folder.resolve("small.parameters.json")));
        proposal.set("parameters", (ArrayNode) parameters.get("parameters"));
        Path file = write("bypass.proposal.json", JSON.writeValueAsString(proposal));
        assertThat(run("appraise", file.toString(), "--trials", "500", "--out", folder.toString()))
                .as(err.toString())
                .isZero();
        JsonNode appraisal = JSON.readTree(Files.readString(folder.resolve("bypass.appraisal.json")));
        double uplift = parameters.at("/parameters/0/value").asDouble();
        assertThat(uplift).isBetween(0.2, 0.35);
        assertThat(appraisal.at("/options/1/npsv").asDouble() * -1).isCloseTo(1_000_000 * (1 + uplift), within(0.01));
        assertThat(appraisal.at("/uncertainty/options/1/npsv/sd").asDouble()).isPositive();
        assertThat(parameters.at("/parameters/0/source").asString())
                .isEqualTo(
                        "track record 'small': 5 projects of the kind among 5, in place of the guidance's table of optimism bias");
    }

    /** 15% included in a forecast of 115 leaves 100, of which 120 is the ratio 1.2; 60% of 80% is 0.75. */
    @Test
    void percentagesInATableAreSharesWhicheverWayTheColumnIsWritten() throws IOException {
        StringBuilder rows = new StringBuilder("project,kind,measure,forecast,outcome,uplift\n");
        for (String name : "A B C D E".split(" ")) {
            rows.append(name)
                    .append(",road,capital-cost,115,")
                    .append(110 + name.charAt(0) - 'A')
                    .append(",15%\n");
        }
        write("costs.csv", rows.toString());
        String table = """
                {"format": "worthwhile-track-record/1", "id": "small", "prices": "2024/25", "kinds": [{"id": "road", "title": "Roads"}],
                 "%s": {"path": "%s", "columns": {%s}}}
                """;
        String columns =
                "\"project\": \"project\", \"kind\": \"kind\", \"measure\": \"measure\", \"forecast\": \"forecast\", \"outcome\": \"outcome\"";
        Path file = write(
                "small.track-record.json",
                table.formatted("data", "costs.csv", columns + ", \"includedUplift\": \"uplift\""));
        assertThat(run("track-record", file.toString(), "--out", folder.toString()))
                .as(err.toString())
                .isZero();
        assertThat(result().at("/measures/0/ratios/0/ratio").asDouble()).isCloseTo(1.1, within(1e-12));
        write("costs.csv", "project,kind,measure,forecast,outcome\nA,road,take-up,80%,60%\nB,road,take-up,50%,40%\n");
        Files.writeString(file, table.formatted("data", "costs.csv", columns));
        assertThat(run("track-record", file.toString(), "--out", folder.toString(), "--overwrite"))
                .as(err.toString())
                .isZero();
        assertThat(result().at("/measures/0/ratios/0/ratio").asDouble()).isCloseTo(0.75, within(1e-12));
        write("chances.csv", "event,probability,happened\nA,0.5%,no\nB,0.5%,no\n");
        Files.writeString(
                file,
                table.formatted(
                        "probabilityData",
                        "chances.csv",
                        "\"event\": \"event\", \"probability\": \"probability\", \"happened\": \"happened\""));
        assertThat(run("track-record", file.toString(), "--out", folder.toString(), "--overwrite"))
                .as(err.toString())
                .isZero();
        assertThat(result().at("/calibration/brier").asDouble()).isCloseTo(0.005 * 0.005, within(1e-15));
    }

    @Test
    void figuresThatCanOnlyBeOfOtherUnitsAreRefusedTogether() throws IOException {
        String projects = String.join(
                ",",
                five(1),
                cost("F", 22_000, 22, ""),
                cost("G", 1, 101, ""),
                cost("H", 100, -10, ""),
                cost("I", 100, 110, ", \"includedUplift\": 4"));
        assertThat(run("track-record", record(projects).toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "the capital cost of 'F' came to 22 where 22000 were forecast, more than a hundred times as much or"
                                + " as little; give both in the same unit, or leave the row out")
                .contains("the capital cost of 'G' came to 101 where 1 were forecast")
                .contains("the capital cost of 'H' came to -10, which cannot be")
                .contains(
                        "the capital cost of 'I' is said to contain an optimism bias of 4; give a fraction above -1 and not"
                                + " above 3, such as 0.15 for 15%");
        assertThat(run(
                        "track-record",
                        record(five(1) + "," + cost("F", 1, 100, "")).toString()))
                .isZero();
    }
}
