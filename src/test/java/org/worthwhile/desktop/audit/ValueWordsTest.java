package org.worthwhile.desktop.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Change;
import org.worthwhile.workspace.DocumentKind;

/** What an edit changed, in words. */
class ValueWordsTest {

    private static String words(String json) {
        return ValueWords.of(JsonText.parse(json));
    }

    @Test
    void numbersTextsAndTicksAreWrittenAsTheScreensWriteThem() {
        assertThat(words("36001")).isEqualTo("36,001");
        assertThat(words("0.25")).isEqualTo("0.25");
        assertThat(words("\"Elsewhere\"")).isEqualTo("“Elsewhere”");
        assertThat(words("true")).isEqualTo("yes");
        assertThat(words("[]")).isEqualTo("nothing");
        assertThat(words("[0.5, 1]")).isEqualTo("0.5; 1");
    }

    @Test
    void aLineIsItsTitleWithItsPartsByTheNamesOfTheirColumns() {
        assertThat(words("{\"id\": \"cost-1\", \"title\": \"New cost\", \"bearer\": \"council\","
                        + " \"amount\": {\"annual\": 200000, \"from\": \"2026/27\"}}"))
                .isEqualTo("“New cost”; paid by council; amount a year (annual 200,000; from 2026/27)");
        assertThat(words("{\"evidence\": \"falls-programme\", \"scale\": -0.001}"))
                .isEqualTo("evidence falls-programme; scale -0.001");
    }

    @Test
    void noChangeIsToldInTheNotationOfFiles() {
        Change change = new Change(
                DocumentKind.PROPOSAL,
                "bus",
                "/options/1/impacts/0/quantity/effect",
                Optional.of(JsonText.parse("{\"value\": 0.03, \"standardError\": 0.012}")),
                Optional.of(JsonText.parse("{\"evidence\": \"falls\", \"scale\": -0.001}")));
        assertThat(AuditText.change(change))
                .endsWith("value 0.03; standard error 0.012 → evidence falls; scale -0.001")
                .doesNotContain("{", "\"");
    }
}
