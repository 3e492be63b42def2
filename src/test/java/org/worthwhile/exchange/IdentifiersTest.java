package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New ids, and the names of files that are made from them. */
class IdentifiersTest {

    @Test
    void aNumberedIdIsTheFirstThatIsNotTaken() {
        assertThat(Identifiers.numbered("cost", List.of("cost-1", "cost-3"))).isEqualTo("cost-2");
        assertThat(Identifiers.numbered("cost", List.of())).isEqualTo("cost-1");
    }

    @Test
    void idsThatDifferInCaseAloneAreTheSame() {
        assertThat(Identifiers.numbered("cost", List.of("COST-1"))).isEqualTo("cost-2");
        assertThat(Identifiers.free("falls", List.of("Falls", "falls-2"))).isEqualTo("falls-3");
    }

    @ParameterizedTest
    @CsvSource({
        "'School Streets: timed closures (2026)', school-streets-timed-closures-2026",
        "'Children’s hubs', childrens-hubs",
        "'Élan vital', elan-vital",
        "'Con', con-file",
        "'…', other",
        "'', other"
    })
    void aTitleBecomesAnIdThatIsAFilesNameEverywhere(String title, String id) {
        assertThat(Identifiers.of(title, "other")).isEqualTo(id);
        assertThat(Identifiers.isId(id)).isTrue();
        assertThat(FileNames.isPortable(id)).isTrue();
    }

    @Test
    void aLongTitleLeavesRoomForANumber() {
        String id = Identifiers.of("word ".repeat(60), "other");
        assertThat(Identifiers.isId(Identifiers.free(id, List.of(id)))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CON",
                "nul",
                "aux.x",
                "com1",
                "COM0.proposal.json",
                "lpt9",
                "a.",
                "a ",
                ".hidden",
                "",
                "a/b",
                "a\\b",
                "a:b",
                "..",
                "con .txt",
                "x\u0000",
                "what?"
            })
    void namesThatSomeSystemDoesNotAllowAreReplaced(String name) {
        assertThat(FileNames.isPortable(name)).isFalse();
        assertThat(FileNames.isPortable(FileNames.portable(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"falls-prevention", "data 2024 (final).csv", "console", "common.x", "Haushalt-Übersicht"})
    void otherNamesStay(String name) {
        assertThat(FileNames.portable(name)).isEqualTo(name);
    }

    @Test
    void resultsGoByTheIdUnlessTheProgramMadeItUp() {
        assertThat(FileNames.ofResults("rural-bus", "On-demand buses")).isEqualTo("rural-bus");
        assertThat(FileNames.ofResults("proposal-1", "School Streets: timed closures"))
                .isEqualTo("school-streets-timed-closures");
        assertThat(FileNames.ofResults("proposal-1", "?")).isEqualTo("proposal-1");
        assertThat(FileNames.ofResults("CON", "A title")).isEqualTo("CON-file");
    }
}
