package org.worthwhile.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.MetaAnalysisReader;
import org.worthwhile.samples.Samples;
import org.worthwhile.synthesis.Synthesis;
import org.worthwhile.synthesis.Synthesiser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results of meta-analyses fit their published schema, whatever they have and whatever they lack. */
class SynthesisJsonTest {

    private static final String ADDRESS = "https://worthwhile.example/schema/synthesis-result.schema.json";

    @TempDir
    private Path folder;

    private Synthesis synthesis(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file.meta-analysis.json"), text);
        return Synthesiser.synthesise(new MetaAnalysisReader(Samples.MODELS).read(file));
    }

    private static JsonNode fitting(Synthesis synthesis) throws IOException {
        JsonNode result = JsonMapper.builder().build().readTree(SynthesisJson.text(synthesis));
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12, builder -> {
            try {
                builder.schemas(
                        Map.of(ADDRESS, Files.readString(Path.of("models", "schema", "synthesis-result.schema.json"))));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
        assertThat(registry.getSchema(SchemaLocation.of(ADDRESS)).validate(result))
                .isEmpty();
        return result;
    }

    @Test
    void aResultOfTwoStudiesSaysWhatIsNotKnown() throws IOException {
        JsonNode result = fitting(synthesis("""
                {"format": "worthwhile-meta-analysis/1", "id": "two", "measure": "estimate",
                 "studies": [{"study": "A", "estimate": 1, "standardError": 1}, {"study": "B", "estimate": 2, "standardError": 1}]}
                """));
        assertThat(result.at("/prediction").isNull()).isTrue();
        assertThat(result.at("/predictionReason").asString()).startsWith("two studies tell too little");
        assertThat(result.at("/smallStudiesReason").asString()).isNotEmpty();
    }

    @Test
    void aResultWithEverythingHasAllOfIt() throws IOException {
        JsonNode result = fitting(synthesis("""
                {"format": "worthwhile-meta-analysis/1", "id": "all", "measure": "risk-ratio",
                 "studies": [
                   {"study": "A", "order": 1, "group": "x", "design": "observational", "ratio": 0.5, "low": 0.3, "high": 0.8, "moderators": {"age": 3}},
                   {"study": "B", "order": 2, "group": "y", "estimate": -0.4, "standardError": 0.2, "moderators": {"age": 5}},
                   {"study": "C", "order": 3, "group": "x", "treatedEvents": 0, "treatedTotal": 30, "comparedEvents": 4, "comparedTotal": 28, "moderators": {"age": 4}},
                   {"study": "D", "order": 4, "group": "y", "estimate": 0.1, "standardError": 0.3, "moderators": {"age": 9}}],
                 "options": {"moderators": ["age"], "prior": {"tau": "half-cauchy", "scale": 0.2, "mean": 0, "deviation": 1},
                   "discounts": [{"design": "observational", "varianceFactor": 2, "reason": "no randomisation"}]},
                 "own": {"study": "Own", "estimate": -0.2, "standardError": 0.3}}
                """));
        for (String field : new String[] {
            "prediction",
            "regression",
            "subgroups",
            "smallStudies",
            "undiscounted",
            "bayesian",
            "own",
            "leaveOneOut/3",
            "cumulative/2",
            "influence/3"
        }) {
            assertThat(result.at("/" + field).isObject()).as(field).isTrue();
        }
        assertThat(result.at("/notes").toString()).contains("C: 1/2 was added to each cell");
        assertThat(result.at("/own/curves/2/density/120").isNumber()).isTrue();
    }

    @Test
    void picturesAreOfTheStudiesAndTheSameEachTime() throws IOException {
        Synthesis found = synthesis("""
                {"format": "worthwhile-meta-analysis/1", "id": "three", "title": "Three & <more>", "measure": "estimate",
                 "studies": [{"study": "A", "estimate": 1, "standardError": 1}, {"study": "B", "estimate": 2, "standardError": 1},
                             {"study": "C", "estimate": 6, "standardError": 1}]}
                """);
        String forest = ForestPlot.svg(found);
        assertThat(forest)
                .contains("Three &amp; &lt;more&gt;")
                .contains(">A</text>")
                .contains("3 (-33.68 to 39.68)")
                .isEqualTo(ForestPlot.svg(found));
        assertThat(forest.split("<rect", -1))
                .as("a ground and a square a study")
                .hasSize(5);
        assertThat(FunnelPlot.svg(found).split("<circle", -1)).hasSize(4);
    }
}
