package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SynthesiseCommandTest {

    private static final String PROPOSAL = """
            {"format": "worthwhile-proposal/1", "id": "passes", "title": "Passes",
             "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
             "organisations": [{"id": "county", "title": "County", "sector": "public"}],
             "options": [
               {"id": "none", "title": "Business as usual", "role": "business-as-usual"},
               {"id": "pass", "title": "Passes", "role": "preferred",
                "costs": [{"id": "passes", "title": "Passes", "bearer": "county", "kind": "revenue", "amount": {"annual": 1000}}],
                "impacts": [{"id": "trips", "title": "Trips", "category": "economic",
                             "quantity": {"population": 100, "effect": {"evidence": "passes"}}, "value": {"amount": 10}}]}]}
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

    private Path threeStudies() throws IOException {
        return write("three.meta-analysis.json", """
                {"format": "worthwhile-meta-analysis/1", "id": "three", "measure": "estimate",
                 "studies": [{"study": "A", "estimate": 1, "standardError": 1}, {"study": "B", "estimate": 2, "standardError": 1},
                             {"study": "C", "estimate": 6, "standardError": 1}]}
                """);
    }

    private JsonNode evidence(String id) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(folder.resolve(id + ".evidence.json")));
    }

    /** The variance of 1, 2 and 6 is 7, of which 6 between studies; that of their mean is 7/3. */
    @Test
    void evidenceIsOfAPlaceThatWasNotStudiedUnlessTheAverageIsAskedFor() throws IOException {
        String file = threeStudies().toString();
        assertThat(run("synthesise", file, "--out", folder.toString(), "--evidence", "new"))
                .as(err.toString())
                .isZero();
        assertThat(evidence("new").at("/effect/standardError").asDouble()).isEqualTo(Math.sqrt(25.0 / 3), offset());
        assertThat(evidence("new").at("/effect/degreesOfFreedom").asDouble()).isEqualTo(1);
        assertThat(evidence("new").at("/verified").asBoolean(true)).isFalse();
        assertThat(evidence("new").at("/diagnosticsFailed/0").asString()).isEqualTo("few-studies");
        assertThat(run("synthesise", file, "--out", folder.toString(), "--evidence", "average", "--of-the-average"))
                .isZero();
        assertThat(evidence("average").at("/effect/standardError").asDouble()).isEqualTo(Math.sqrt(7.0 / 3), offset());
        assertThat(evidence("average").at("/effect/degreesOfFreedom").asDouble())
                .isEqualTo(2);
        assertThat(out.toString())
                .contains(
                        "In a place that was not studied 3, 95% prediction interval -33.68 to 39.68: it may be of either sign")
                .contains("With 3 studies, how far effects differ between places is hardly known");
    }

    private static Offset<Double> offset() {
        return Offset.offset(1e-9);
    }

    @Test
    void aProposalCanRestOnCombinedEstimates() throws IOException {
        assertThat(run("synthesise", threeStudies().toString(), "--out", folder.toString(), "--evidence", "passes"))
                .isZero();
        Path proposal = write("passes.proposal.json", PROPOSAL);
        assertThat(run("appraise", proposal.toString(), "--trials", "100", "--out", folder.toString()))
                .as(err.toString())
                .isZero();
        JsonNode result =
                JsonMapper.builder().build().readTree(Files.readString(folder.resolve("passes.appraisal.json")));
        // 100 people, 3 trips each at 10, less 1,000.
        assertThat(result.at("/options/1/npsv").asDouble()).isBetween(1900.0, 2000.1);
        assertThat(result.at("/uncertainty/options/1/npsv/sd").asDouble()).isPositive();
    }

    @Test
    void theStudiesOfATableAreToldByRowAndColumn() throws IOException {
        write("studies.csv", "trial,cases,people,others' cases,others\nA,1,10,2,10\nB,20,10,2,10\nC,some,10,2,10\n");
        Path file = write("table.meta-analysis.json", """
                {"format": "worthwhile-meta-analysis/1", "id": "table", "measure": "risk-ratio",
                 "data": {"path": "studies.csv", "columns": {"study": "trial", "treatedEvents": "cases", "treatedTotal": "people",
                   "comparedEvents": "others' cases", "comparedTotal": "other"}}}
                """);
        assertThat(run("synthesise", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("studies.csv has no column 'other'; did you mean 'others'?");
        Files.writeString(file, Files.readString(file).replace("\"other\"", "\"others\""));
        assertThat(run("validate", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("studies.csv row 3, column 'cases': 'some' is no number");
        write("studies.csv", "trial,cases,people,others' cases,others\nA,1,10,2,10\nB,20,10,2,10\nC,3,10,2,10\n");
        assertThat(run("synthesise", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains(
                        "studies.csv row 2, column 'cases': of 'B', 20 events are more than the 10 that could have one");
    }

    @Test
    void figuresThatGiveNoEffectAreRefused() throws IOException {
        Path file = write("wrong.meta-analysis.json", """
                {"format": "worthwhile-meta-analysis/1", "id": "wrong", "measure": "estimate",
                 "studies": [{"study": "A", "estimate": 1}, {"study": "B", "estimate": 2, "standardError": 1, "low": 1, "high": 3},
                             {"study": "C", "treatedEvents": 6, "treatedTotal": 9}]}
                """);
        assertThat(run("synthesise", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("/studies/0: 'A' has no figures that give an effect with its error")
                .contains("/studies/1: 'B' gives its effect in more than one way, by standardError and by low")
                .contains("/studies/2: 'C' gives treatedEvents without comparedEvents, comparedTotal");
        Files.writeString(
                file, "{\"format\": \"worthwhile-meta-analysis/1\", \"id\": \"none\", \"measure\": \"hazard-ratio\"}");
        assertThat(run("synthesise", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("'hazard-ratio' is not known here");
        Files.writeString(
                file, "{\"format\": \"worthwhile-meta-analysis/1\", \"id\": \"none\", \"measure\": \"estimate\"}");
        assertThat(run("synthesise", file.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("there are no studies; give either studies or data");
    }

    /** 3 and 3.2 are 40 errors from 0; differences of 0, 1 and 0 are not along the moderator. */
    @Test
    void nothingIsTooUnlikelyToHaveAProbabilityAndAModeratorThatTellsNothingIsSaidTo() throws IOException {
        Path file = write("far.meta-analysis.json", """
                {"format": "worthwhile-meta-analysis/1", "id": "far", "measure": "estimate",
                 "options": {"inference": "normal", "moderators": ["age"]},
                 "studies": [{"study": "A", "estimate": 30, "standardError": 0.1, "moderators": {"age": 1}},
                             {"study": "B", "estimate": 31, "standardError": 0.1, "moderators": {"age": 2}},
                             {"study": "C", "estimate": 30, "standardError": 0.1, "moderators": {"age": 3}}]}
                """);
        assertThat(run("synthesise", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("p-value below 0.001")
                .doesNotContain("p-value 0\n")
                .contains("they account for nothing, as tau2 is no smaller with them");
    }
}
