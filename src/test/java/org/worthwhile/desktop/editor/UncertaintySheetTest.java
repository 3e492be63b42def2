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
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.proposal.DistributionKind;
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
        assertThat(List.of(sheet.text(people, 5), sheet.text(people, 6), sheet.text(people, 7)))
                .as("on the scale of the value")
                .containsExactly("16,200", "18,000", "19,800");
        assertThat(sheet.text(people, 4)).as("as factors").isEmpty();
        sheet.draft(people, 5).orElseThrow().type("12,000");
        assertThat(sheet.text(people, 5)).isEqualTo("12,000");
        assertThat(sheet.text(people, 2)).isEqualTo("18,000");
        sheet.put(people, 3, List.of(List.of("none")));
        assertThat(paths(session)).doesNotContain("community/admissions/population");
        session.close();
    }

    @Test
    void costsBeginWithMoreAboveThanBelowAndEverythingElseWithAsMuch() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        begun(sheet, "Fees paid by participants", "Amount a year", "27,000", "30,000", "36,000");
        begun(sheet, "Emergency admissions for falls avoided", "eligible share", "0.225", "0.25", "0.275");
        assertThat(sheet.columns().get(3).help())
                .contains("costs turn out higher than estimated more often than lower");
        session.close();
    }

    private static void begun(UncertaintySheet sheet, String line, String input, String... parameters) {
        int row = IntStream.range(0, sheet.rows())
                .filter(place -> sheet.text(place, 0).equals(line)
                        && sheet.text(place, 1).equals(input)
                        && sheet.text(place, 3).equals("certain"))
                .findFirst()
                .orElseThrow();
        sheet.put(row, 3, List.of(List.of("triangular")));
        assertThat(List.of(sheet.text(row, 5), sheet.text(row, 6), sheet.text(row, 7)))
                .containsExactly(parameters);
    }

    @Test
    void aCostLineIsUnsureAsAWhole() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        sheet.put(0, 3, List.of(List.of("pert")));
        assertThat(paths(session)).contains("community/setup/amount");
        assertThat(sheet.text(0, 4))
                .as("what is given by year is multiplied as a whole")
                .isEqualTo("✓");
        assertThat(sheet.isEditable(0, 7)).isTrue();
        sheet.put(0, 3, List.of(List.of("none")));
        assertThat(paths(session)).doesNotContain("community/setup/amount");
        assertThat(sheet.isEditable(0, 7)).isFalse();
        session.close();
    }

    @Test
    void aRowPastedFromASpreadsheetIsOneEdit() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        sheet.put(0, 3, List.of(List.of("triangular", "✓", "0.8", "1", "1.4")));
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(List.of(sheet.text(0, 3), sheet.text(0, 4), sheet.text(0, 5), sheet.text(0, 6), sheet.text(0, 7)))
                .containsExactly("triangular: low, most likely, high", "✓", "0.8", "1", "1.4");
        session.undo();
        assertThat(sheet.text(0, 3)).isEqualTo("certain");
        session.close();
    }

    @Test
    void everyDistributionOfEveryNumberIsRightAsItBegins() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        for (int row = 0; row < sheet.rows(); row++) {
            String before = sheet.text(row, 3);
            for (var choice : Distributions.CHOICES) {
                sheet.put(row, 3, List.of(List.of(choice.title())));
                assertThat(OpenSession.problems(session))
                        .as("%s, %s: %s", sheet.text(row, 0), sheet.text(row, 1), choice.title())
                        .isEmpty();
                assertThat(sheet.text(row, 3)).isEqualTo(choice.title());
            }
            sheet.put(row, 3, List.of(List.of(before)));
        }
        session.close();
    }

    @Test
    void valuesWhereFactorsAreMeantAndFactorsWhereValuesAreMeantAreAProblemInTheirCells() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        int takeUp = IntStream.range(0, sheet.rows())
                .filter(row -> sheet.text(row, 1).equals("take-up"))
                .findFirst()
                .orElseThrow();
        sheet.put(takeUp, 3, List.of(List.of("triangular", "✓", "0.05", "0.3", "0.4")));
        assertThat(sheet.problem(takeUp, 5))
                .hasValueSatisfying(problem -> assertThat(problem).contains("As factors"));
        sheet.put(takeUp, 4, List.of(List.of("")));
        assertThat(sheet.problem(takeUp, 5)).isEmpty();
        assertThat(OpenSession.problems(session)).isEmpty();
        sheet.put(takeUp, 3, List.of(List.of("triangular", "no", "0.8", "1", "1.2")));
        assertThat(sheet.problem(takeUp, 5))
                .hasValueSatisfying(problem -> assertThat(problem).contains("As factors"));
        session.close();
    }

    @Test
    void everyDistributionIsOfferedWithAColumnAndAWordForEachParameter() {
        int places = (int) UncertainNumbers.FIELDS.stream()
                .skip(UncertainNumbers.DISTRIBUTION + 2)
                .count();
        for (DistributionKind kind : DistributionKind.ALL) {
            String title = Distributions.title(kind.word());
            assertThat(Distributions.CHOICES).contains(new Sheet.Choice(kind.word(), title));
            assertThat(title.substring(title.indexOf(':') + 1).split(","))
                    .as(title)
                    .hasSameSizeAs(kind.parameters())
                    .hasSizeLessThanOrEqualTo(places);
        }
        assertThat(Distributions.CHOICES).hasSize(DistributionKind.ALL.size() + 1);
    }

    @Test
    void aDistributionOfSomeValuesTakesLists() {
        Session session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
        UncertaintySheet sheet = new UncertaintySheet(session, () -> 2);
        sheet.put(0, 3, List.of(List.of("discrete", "✓", "0.8; 1; 1.5", "0.2; 0.7; 0.1")));
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(sheet.text(0, 5)).isEqualTo("0.8; 1; 1.5");
        assertThat(sheet.isEditable(0, 7)).isFalse();
        sheet.draft(0, 6).orElseThrow().type("0.2; 0.7; x");
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
        sheet.put(mitigation, 3, List.of(List.of("uniform", "no", "0.2", "0.6")));
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
