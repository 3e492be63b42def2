package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.uncertainty.UncertainInput;
import org.worthwhile.uncertainty.UncertainInputs;

/** How sure each number is, filled in. */
class UncertaintySheetTest {

    @TempDir
    private Path folder;

    @Test
    void aDistributionChosenForANumberEntersTheAnalysisAndCanBeTakenBack() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        int people = IntStream.range(0, sheet.rows())
                .filter(row -> sheet.text(row, 1).equals("people"))
                .findFirst()
                .orElseThrow();
        assertThat(sheet.text(people, 3)).isEqualTo("certain");
        sheet.put(people, 3, List.of(List.of("triangular")));
        assertThat(session.selected()).containsInstanceOf(Outcome.Appraised.class);
        assertThat(paths(session)).contains("community/admissions/population");
        sheet.draft(people, 4).orElseThrow().type("0.7");
        assertThat(sheet.text(people, 4)).isEqualTo("0.7");
        assertThat(sheet.text(people, 2)).isEqualTo("18,000");
        sheet.put(people, 3, List.of(List.of("none")));
        assertThat(paths(session)).doesNotContain("community/admissions/population");
        session.close();
    }

    @Test
    void aCostLineIsUnsureAsAWhole() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        sheet.put(0, 3, List.of(List.of("pert")));
        assertThat(paths(session)).contains("community/setup/amount");
        assertThat(sheet.isEditable(0, 6)).isTrue();
        sheet.put(0, 3, List.of(List.of("none")));
        assertThat(paths(session)).doesNotContain("community/setup/amount");
        assertThat(sheet.isEditable(0, 6)).isFalse();
        session.close();
    }

    @Test
    void aRowPastedFromASpreadsheetIsOneEdit() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        sheet.put(0, 3, List.of(List.of("triangular", "0.8", "1", "1.4", "", "✓")));
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(List.of(sheet.text(0, 3), sheet.text(0, 4), sheet.text(0, 5), sheet.text(0, 6), sheet.text(0, 8)))
                .containsExactly("triangular: low, likely, high", "0.8", "1", "1.4", "✓");
        session.undo();
        assertThat(sheet.text(0, 3)).isEqualTo("certain");
        session.close();
    }

    @Test
    void everyDistributionCanBeChosenAndIsRightAsItBegins() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        for (var choice : Distributions.CHOICES) {
            sheet.put(0, 3, List.of(List.of(choice.title())));
            assertThat(OpenSession.problems(session)).as(choice.title()).isEmpty();
            assertThat(sheet.text(0, 3)).isEqualTo(choice.title());
            assertThat(paths(session).contains("community/setup/amount"))
                    .isEqualTo(!choice.value().equals("none"));
        }
        session.close();
    }

    @Test
    void aDistributionOfSomeValuesTakesLists() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        sheet.put(0, 3, List.of(List.of("discrete", "0.8; 1; 1.5", "0.2; 0.7; 0.1")));
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(sheet.text(0, 4)).isEqualTo("0.8; 1; 1.5");
        assertThat(sheet.isEditable(0, 6)).isFalse();
        sheet.draft(0, 5).orElseThrow().type("0.2; 0.7; x");
        assertThat(OpenSession.problems(session)).isNotEmpty();
        session.close();
    }

    @Test
    void whatBendsTheYearsCanBeUnsureToo() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        int mitigation = IntStream.range(0, sheet.rows())
                .filter(row -> sheet.text(row, 1).equals("share mitigated"))
                .findFirst()
                .orElseThrow();
        sheet.put(mitigation, 3, List.of(List.of("uniform", "0.2", "0.6", "", "", "false")));
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(paths(session)).anyMatch(path -> path.endsWith("/mitigation"));
        session.close();
    }

    private static List<String> paths(Session session) {
        return UncertainInputs.of(OpenSession.appraisal(session).basis()).stream()
                .map(UncertainInput::path)
                .toList();
    }
}
