package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.desktop.session.Outcome;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A proposal filled in, table by table. */
@SuppressWarnings("NullAway.Init") // set before each test
class DocumentSheetTest {

    private static final int OPTION = 2;

    @TempDir
    private Path folder;

    private Session session;

    @BeforeEach
    void open() {
        session = OpenSession.withSamples(folder);
        session.selectedProperty().set("falls-prevention");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private DocumentSheet sheet(Section section) {
        return new DocumentSheet(session, section, () -> OPTION);
    }

    private static void type(Sheet sheet, int row, int column, String text) {
        Draft entry = sheet.draft(row, column).orElseThrow();
        entry.type(text);
        entry.finish();
    }

    private static int column(Sheet sheet, String title) {
        return sheet.columns().stream().map(Sheet.Column::title).toList().indexOf(title);
    }

    private double npsv() {
        return OpenSession.appraisal(session).options().get(OPTION).npsv();
    }

    @Test
    void cellsShowWhatStandsInTheProposalAsPeopleWriteIt() {
        DocumentSheet costs = sheet(Section.COSTS);
        assertThat(costs.text(1, column(costs, "Title"))).isEqualTo("Classes");
        assertThat(costs.text(1, column(costs, "Paid by"))).isEqualTo("County Council");
        assertThat(costs.text(1, column(costs, "Amount a year"))).isEqualTo("240,000");
        assertThat(costs.text(0, column(costs, "Amount a year"))).isEqualTo("120,000 (by year)");
        DocumentSheet impacts = sheet(Section.IMPACTS);
        assertThat(impacts.text(0, column(impacts, "Eligible"))).isEqualTo("25%");
        assertThat(impacts.text(0, column(impacts, "Effect each"))).startsWith("falls-programme");
    }

    @Test
    void typingANumberChangesTheResultWithEachDigitAndIsOneEdit() {
        DocumentSheet costs = sheet(Section.COSTS);
        double before = npsv();
        Draft entry = costs.draft(1, column(costs, "Amount a year")).orElseThrow();
        List.of("3", "34", "340,000").forEach(entry::type);
        entry.finish();
        double after = npsv();
        // 100,000 more in each of five years, discounted at 3.5% from the base year on, with no optimism bias.
        double factors = 0;
        for (int t = 1; t <= 5; t++) {
            factors += OpenSession.appraisal(session).standardFactors().at(t);
        }
        assertThat(before - after).isCloseTo(100_000 * factors, within(1.0));
        session.undo();
        assertThat(npsv()).isEqualTo(before);
    }

    @Test
    void whatIsNoNumberIsKeptAndMarkedInItsCell() {
        DocumentSheet costs = sheet(Section.COSTS);
        int amount = column(costs, "Amount a year");
        type(costs, 1, amount, "lots");
        assertThat(session.selected()).containsInstanceOf(Outcome.Wrong.class);
        assertThat(costs.text(1, amount)).isEqualTo("lots");
        assertThat(costs.problem(1, amount))
                .contains("Amount a year: “lots” is not a number; write one in figures, such as 1,250.5.");
        assertThat(costs.problem(2, amount)).isEmpty();
        type(costs, 1, amount, "240000");
        assertThat(session.selected()).containsInstanceOf(Outcome.Appraised.class);
    }

    @Test
    void everyProblemIsToldInTheWordsOfItsColumn() {
        DocumentSheet costs = sheet(Section.COSTS);
        costs.put(1, column(costs, "Amount a year"), List.of(List.of("12 monkeys")));
        costs.put(1, column(costs, "Growth"), List.of(List.of("30")));
        DocumentSheet impacts = sheet(Section.IMPACTS);
        impacts.put(0, column(impacts, "Ramp-up"), List.of(List.of("50%; much")));
        assertThat(sentences())
                .contains(
                        "Community strength and balance, Classes, Amount a year: “12 monkeys” is not a number; write one"
                                + " in figures, such as 1,250.5.",
                        "Community strength and balance, Classes, Growth: “30” can mean 30% or 3,000%; write it with a"
                                + " per cent sign.")
                .anySatisfy(sentence -> assertThat(sentence).contains("Ramp-up: “much” is not a number"));
        assertThat(sentences()).noneSatisfy(sentence -> assertThat(sentence).contains("object"));
        costs.put(1, column(costs, "Amount a year"), List.of(List.of("")));
        assertThat(sentences())
                .anySatisfy(sentence ->
                        assertThat(sentence).endsWith("Amount a year: Nothing is filled in here; fill it in."));
    }

    private List<String> sentences() {
        Outcome.Wrong wrong = (Outcome.Wrong) session.selected().orElseThrow();
        return wrong.problems().stream()
                .map(new ProblemText(new Choices(
                        wrong.document().tree(),
                        session.snapshot().orElseThrow().library()))::sentence)
                .toList();
    }

    @Test
    void aTextInTheRowAfterTheLastAddsARowAsOneEditAndTakingItBackRemovesIt() {
        DocumentSheet costs = sheet(Section.COSTS);
        int rows = costs.rows();
        Draft entry = costs.draft(rows, 0).orElseThrow();
        List.of("S", "Si", "Signs").forEach(entry::type);
        entry.finish();
        assertThat(costs.rows()).isEqualTo(rows + 1);
        assertThat(costs.text(rows, 0)).isEqualTo("Signs");
        session.undo();
        assertThat(costs.rows()).isEqualTo(rows);
        Draft other = costs.draft(rows, 0).orElseThrow();
        other.type("Lines");
        other.takeBack();
        assertThat(costs.rows()).isEqualTo(rows);
    }

    @Test
    void aTableIsPastedIntoASheetThatIsEmpty() {
        DocumentSheet costs = new DocumentSheet(session, Section.COSTS, () -> 0);
        assertThat(costs.rows()).isZero();
        costs.put(0, 0, List.of(List.of("Kit", "County Council", "capital", "4000"), List.of("Venue")));
        assertThat(costs.rows()).isEqualTo(2);
        assertThat(costs.text(0, column(costs, "Amount a year"))).isEqualTo("4,000");
        assertThat(costs.text(1, 0)).isEqualTo("Venue");
    }

    @Test
    void aTableFromASpreadsheetIsPastedAsOneEditWithTheRowsItNeeds() {
        DocumentSheet costs = sheet(Section.COSTS);
        int rows = costs.rows();
        costs.put(
                rows,
                0,
                List.of(
                        List.of("Venue", "County Council", "revenue", "£12,500", "2027/28", "2031/32", "1.5%"),
                        List.of("Kit", "County Council", "capital", "4000")));
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(session.selected()).containsInstanceOf(Outcome.Appraised.class);
        assertThat(costs.rows()).isEqualTo(rows + 2);
        assertThat(costs.text(rows, column(costs, "Growth"))).isEqualTo("1.5%");
        assertThat(costs.text(rows + 1, column(costs, "Kind"))).isEqualTo("capital");
        session.undo();
        assertThat(costs.rows()).isEqualTo(rows);
    }

    @Test
    void aCostGivenByYearComesToTheSame() {
        DocumentSheet costs = sheet(Section.COSTS);
        costs.put(1, column(costs, "Growth"), List.of(List.of("2%")));
        double before = npsv();
        RowPlace row = costs.places().get(1);
        session.edit("By year", ByYear.ofCost(row).orElseThrow().changes());
        assertThat(npsv()).isCloseTo(before, within(1e-6));
        DocumentSheet byYear = sheet(Section.BY_YEAR);
        assertThat(byYear.rows()).isEqualTo(2);
        assertThat(byYear.text(1, column(byYear, "2028/29"))).isEqualTo("244,800");
        assertThat(ByYear.ofCost(costs.places().get(1))).isEmpty();
    }

    @Test
    void anImpactGivenByYearComesToTheSameToThePenny() {
        Document proposal = session.selected().orElseThrow().document();
        session.edit("Chain only", List.of(proposal.remove("/scenarios"), proposal.remove("/correlations")));
        double before = npsv();
        DocumentSheet impacts = sheet(Section.IMPACTS);
        int costs = sheet(Section.BY_YEAR).rows();
        RowPlace row = impacts.places().get(1);
        var result = OpenSession.appraisal(session).options().get(2).impacts().get(1);
        assertThat(result.additionality()).isBetween(0.01, 0.99);
        session.edit("By year", ByYear.ofImpact(row, result).orElseThrow().changes());
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(npsv()).isCloseTo(before, within(0.1));
        DocumentSheet byYear = sheet(Section.BY_YEAR);
        assertThat(byYear.rows()).isEqualTo(costs + 1);
        assertThat(byYear.text(costs, 0)).isEqualTo(impacts.text(1, 0));
        assertThat(ByYear.ofImpact(impacts.places().get(1), result)).isEmpty();
        double halfway = npsv();
        byYear.put(costs, column(byYear, "2028/29"), List.of(List.of("0")));
        assertThat(npsv()).isLessThan(halfway);
    }

    @Test
    void anEmptiedOptimismBiasTakesItsMitigationWithIt() {
        DocumentSheet costs = sheet(Section.COSTS);
        int bias = column(costs, "Optimism bias");
        assertThat(costs.text(0, bias)).isNotEmpty();
        costs.put(0, bias, List.of(List.of("")));
        assertThat(session.selected()).containsInstanceOf(Outcome.Appraised.class);
        assertThat(costs.text(0, column(costs, "Mitigated"))).isEmpty();
    }

    @Test
    void aUnitValueOrAnAmountCanBeTypedIntoTheSameCell() {
        DocumentSheet impacts = sheet(Section.IMPACTS);
        int worth = column(impacts, "Value of one");
        impacts.put(0, worth, List.of(List.of("uk-services/ambulance-callout")));
        assertThat(session.selected()).containsInstanceOf(Outcome.Appraised.class);
        assertThat(impacts.text(0, worth)).isEqualTo("uk-services/ambulance-callout");
        impacts.put(0, worth, List.of(List.of("1250")));
        assertThat(session.selected()).containsInstanceOf(Outcome.Appraised.class);
        assertThat(impacts.text(0, worth)).isEqualTo("1,250");
    }

    @Test
    void anEffectKeepsItsStandardErrorWhenItsValueIsTypedAndTakesEvidenceByName() {
        ownEffect();
        DocumentSheet impacts = sheet(Section.IMPACTS);
        int effect = column(impacts, "Effect each");
        assertThat(impacts.text(1, effect)).isEqualTo("0.05 ± 0.02");
        impacts.put(1, effect, List.of(List.of("0.06")));
        assertThat(impacts.text(1, effect)).isEqualTo("0.06 ± 0.02");
        impacts.put(1, effect, List.of(List.of("falls-programme")));
        assertThat(impacts.text(1, effect)).isEqualTo("falls-programme");
        assertThat(session.selected()).containsInstanceOf(Outcome.Appraised.class);
    }

    /** The second impact's effect is its own and not shared with another option. */
    private void ownEffect() {
        session.edit(
                "Own effect",
                List.of(session.selected()
                        .orElseThrow()
                        .document()
                        .set(
                                "/options/" + OPTION + "/impacts/1/quantity/effect",
                                JsonText.object().put("value", 0.05).put("standardError", 0.02))));
    }

    @Test
    void evidenceAndUnitValuesCanBeMultipliedAndRampUpIsAListOfShares() {
        ownEffect();
        DocumentSheet impacts = sheet(Section.IMPACTS);
        int effect = column(impacts, "Effect each");
        int worth = column(impacts, "Value of one");
        int rampUp = column(impacts, "Ramp-up");
        impacts.put(1, effect, List.of(List.of("falls-programme × -0.001")));
        impacts.put(1, worth, List.of(List.of("uk-services/ambulance-callout * 1.5")));
        impacts.put(1, rampUp, List.of(List.of("50%; 0.8")));
        assertThat(OpenSession.problems(session)).isEmpty();
        assertThat(impacts.text(1, effect)).isEqualTo("falls-programme × -0.001");
        assertThat(impacts.text(1, worth)).isEqualTo("uk-services/ambulance-callout × 1.5");
        assertThat(impacts.text(1, rampUp)).isEqualTo("50%; 80%");
        impacts.put(1, rampUp, List.of(List.of("")));
        assertThat(impacts.text(1, rampUp)).isEmpty();
        assertThat(OpenSession.problems(session)).isEmpty();
    }

    @Test
    void aCostCanBeInThePricesOfEachYear() {
        session.selectedProperty().set("falls-prevention");
        double real = npsv();
        DocumentSheet costs = sheet(Section.COSTS);
        int cash = column(costs, "Cash prices");
        costs.put(0, cash, List.of(List.of("true")));
        assertThat(costs.text(0, cash)).isEqualTo("✓");
        assertThat(OpenSession.problems(session)).isEmpty();
        costs.put(1, cash, List.of(List.of("true")));
        assertThat(npsv()).as("cash is worth less than real money").isGreaterThan(real);
        costs.put(0, cash, List.of(List.of("")));
        costs.put(1, cash, List.of(List.of("")));
        assertThat(npsv()).isEqualTo(real);
    }

    @Test
    void numbersGoTogetherByTheirNamesAndScenariosCanBeRemoved() {
        session.selectedProperty().set("falls-prevention");
        DocumentSheet correlations = sheet(Section.CORRELATIONS);
        assertThat(correlations.text(0, 0))
                .isEqualTo("Emergency admissions for falls avoided, take-up (Community strength and balance)");
        correlations.put(0, 2, List.of(List.of("0.4")));
        assertThat(OpenSession.problems(session)).isEmpty();
        correlations.put(0, 2, List.of(List.of("1.4")));
        assertThat(correlations.problem(0, 2)).isPresent();
        correlations.put(0, 2, List.of(List.of("0.4")));
        session.edit(
                "added",
                List.of(Rows.added(
                        Section.CORRELATIONS, session.selected().orElseThrow().document(), 0)));
        assertThat(correlations.rows()).isEqualTo(2);
        RowPlace scenario = sheet(Section.SCENARIOS).places().getFirst();
        session.edit("removed", List.of(scenario.document().remove(scenario.pointer())));
        assertThat(OpenSession.problems(session)).isEmpty();
    }

    @Test
    void everyPageOfEverySampleShowsWithoutAProblem() {
        for (Outcome outcome : session.snapshot().orElseThrow().outcomes()) {
            session.selectedProperty().set(outcome.name());
            for (Section section : Section.values()) {
                if (section == Section.CASE || section == Section.UNCERTAINTY || section == Section.EVIDENCE) {
                    continue;
                }
                DocumentSheet sheet = sheet(section);
                for (int row = 0; row < sheet.rows(); row++) {
                    for (int column = 0; column < sheet.columns().size(); column++) {
                        assertThat(sheet.problem(row, column)).isEmpty();
                        // What is put back as it is written changes nothing.
                        Appraised before = new Appraised(npsvs());
                        if (sheet.isEditable(row, column) && isExact(sheet, row, column)) {
                            type(sheet, row, column, value(sheet, row, column));
                        }
                        assertThat(npsvs())
                                .as("%s %s %d %d", outcome.name(), section, row, column)
                                .isEqualTo(before.npsvs());
                    }
                }
            }
        }
    }

    private record Appraised(List<Double> npsvs) {}

    private List<Double> npsvs() {
        return OpenSession.appraisal(session).options().stream()
                .map(option -> option.npsv())
                .toList();
    }

    /** Numbers with an error are written with more than their value. */
    private static boolean isExact(Sheet sheet, int row, int column) {
        return !sheet.text(row, column).contains("±");
    }

    private static String value(Sheet sheet, int row, int column) {
        String text = sheet.text(row, column);
        return sheet.columns().get(column).kind() != Sheet.Kind.CHOICE
                ? text
                : sheet.choices(row, column).stream()
                        .filter(choice -> choice.title().equals(text))
                        .map(Sheet.Choice::value)
                        .findFirst()
                        .orElse(text);
    }

    @Test
    void peopleTakenInYearByYearAreShownAndEnteredWhereAmountsByYearAre() {
        Document proposal = session.selected().orElseThrow().document();
        String quantity = "/options/" + OPTION + "/impacts/0/quantity";
        ObjectNode byYear = JsonText.object().put("2026/27", 12_000).put("2027/28", 6_000);
        session.edit(
                "Intake",
                List.of(
                        proposal.remove("/options/" + OPTION + "/impacts/0/profile/start"),
                        proposal.remove(quantity + "/population"),
                        proposal.set(quantity + "/intake", byYear)));
        assertThat(session.selected()).containsInstanceOf(Outcome.Appraised.class);
        DocumentSheet impacts = sheet(Section.IMPACTS);
        assertThat(impacts.isEditable(0, column(impacts, "People"))).isFalse();
        assertThat(impacts.isEditable(0, column(impacts, "People a year"))).isFalse();
        assertThat(impacts.isEditable(1, column(impacts, "People"))).isTrue();
        DocumentSheet years = sheet(Section.BY_YEAR);
        int row = years.rows() - 1;
        assertThat(List.of(years.text(row, 1), years.text(row, 2), years.text(row, 3)))
                .containsExactly("12,000", "6,000", "");
        double before = npsv();
        type(years, row, 3, "6,000");
        assertThat(session.selected()).containsInstanceOf(Outcome.Appraised.class);
        assertThat(npsv()).isGreaterThan(before);
        session.edit(
                "So many a year",
                List.of(session.selected()
                        .orElseThrow()
                        .document()
                        .set(quantity + "/intake", JsonText.object().put("annual", 3_000))));
        assertThat(years.rows()).isEqualTo(row);
        type(impacts, 0, column(impacts, "People a year"), "4,000");
        type(impacts, 0, column(impacts, "Intake to"), "2029/30");
        assertThat(session.selected()).containsInstanceOf(Outcome.Appraised.class);
        assertThat(impacts.text(0, column(impacts, "People a year"))).isEqualTo("4,000");
    }

    @Test
    void aFigureThatLinesShareIsShownByNameAndNotTypedOver() {
        Document proposal = session.selected().orElseThrow().document();
        ObjectNode parameter =
                JsonText.object().put("id", "uptake").put("title", "Uptake").put("value", 0.3);
        session.edit(
                "Uptake",
                List.of(
                        proposal.set(
                                "/parameters",
                                ((ArrayNode) proposal.tree().get("parameters").deepCopy()).add(parameter)),
                        proposal.set(
                                "/options/" + OPTION + "/impacts/0/quantity/engagement",
                                JsonText.object().put("parameter", "uptake").put("times", 2))));
        assertThat(session.selected()).containsInstanceOf(Outcome.Appraised.class);
        DocumentSheet impacts = sheet(Section.IMPACTS);
        int engagement = column(impacts, "Take-up");
        assertThat(impacts.text(0, engagement)).isEqualTo("uptake × 2");
        assertThat(impacts.isEditable(0, engagement)).isFalse();
        assertThat(impacts.isEditable(1, engagement)).isTrue();
    }
}
