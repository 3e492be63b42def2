package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

class JsonTextTest {

    @Test
    void aNumberThatIsNoneIsNullWithItsReasonAndNeverAText() {
        ObjectNode tree = JsonText.object().put("statistic", Double.NaN).put("cost", Double.POSITIVE_INFINITY);
        tree.putArray("series").add(1.5).add(Double.NEGATIVE_INFINITY);
        tree.putObject("interval").put("low", 0.1).put("high", Double.NaN);
        assertThat(JsonText.compact(tree))
                .isEqualTo("{\"statistic\":null,\"statisticReason\":\"it cannot be computed\",\"cost\":null,"
                        + "\"costReason\":\"it has no limit, or is too large to be told\",\"series\":[1.5,null],"
                        + "\"interval\":{\"low\":0.1,\"high\":null,\"highReason\":\"it cannot be computed\"}}");
        assertThat(JsonText.of(tree)).contains("\"statistic\" : null").doesNotContain("NaN", "Infinity");
    }

    @Test
    void whatIsWrittenPartByPartIsWhatIsWrittenWhole() {
        ObjectNode tree = JsonText.object().put("a", 1);
        tree.putArray("options")
                .add(JsonText.object().put("x", 0.5))
                .add(JsonText.object().put("x", Double.NaN));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonText.generator(out)) {
            json.writeStartObject();
            json.writeName("a");
            JsonText.write(json, tree.get("a"));
            json.writeName("options");
            json.writeStartArray();
            tree.get("options").forEach(option -> JsonText.write(json, option));
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw("\n");
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(JsonText.of(tree));
    }
}
