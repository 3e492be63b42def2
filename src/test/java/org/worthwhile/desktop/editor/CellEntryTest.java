package org.worthwhile.desktop.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.session.Draft;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.desktop.table.CellPlace;
import org.worthwhile.desktop.table.Sheet;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.samples.Samples;
import org.worthwhile.workspace.Document;
import tools.jackson.databind.JsonNode;

/** An entry begins from what its cell held, whatever is typed on the way, and is one edit. */
@SuppressWarnings("NullAway.Init") // set before each test
class CellEntryTest {

    @TempDir
    private Path folder;

    private Session session;
    private static final int OPTION = 2;

    @BeforeEach
    void open() {
        session = OpenSession.empty(folder);
        session.importFiles(
                List.of(
                        Samples.FOLDER.resolve("falls-programme.evidence.json"),
                        Samples.FOLDER.resolve("falls-prevention.proposal.json")),
                false);
        session.selectedProperty().set("falls-prevention");
    }

    @AfterEach
    void close() {
        session.close();
    }

    private Document proposal() {
        return session.selected().orElseThrow().document();
    }

    private String json(String pointer) {
        return JsonText.compact(proposal().tree().at(pointer));
    }

    private Sheet sheet(Section section) {
        return section == Section.UNCERTAINTY
                ? new UncertaintySheet(session, () -> OPTION)
                : new DocumentSheet(session, section, () -> OPTION);
    }

    private static int column(Sheet sheet, String title) {
        return sheet.columns().stream().map(Sheet.Column::title).toList().indexOf(title);
    }

    private static void type(Sheet sheet, int row, int column, List<String> texts) {
        Draft entry = sheet.draft(row, column).orElseThrow();
        texts.forEach(entry::type);
        entry.finish();
    }

    private void set(String pointer, String json) {
        session.edit("set", List.of(proposal().set(pointer, JsonText.parse(json))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "£", "-", ".", "2"})
    void anAmountThatIsTypedAnewKeepsItsYearsAndItsGrowth(String first) {
        String amount = "/options/2/costs/1/amount";
        set(amount, "{\"annual\":190000,\"from\":\"2027/28\",\"to\":\"2030/31\",\"realGrowth\":0.01}");
        String before = json(amount);
        Sheet costs = sheet(Section.COSTS);
        type(costs, 1, column(costs, "Amount a year"), List.of(first, "1", "19", "200000"));
        assertThat(json(amount)).isEqualTo(before.replace("190000", "200000"));
        session.undo();
        assertThat(json(amount)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "£", "-", "7"})
    void aValueOfOneThatIsTypedAnewKeepsItsPriceYearAndItsGrowth(String first) {
        String value = "/options/2/impacts/0/value";
        set(value, "{\"amount\":6.9,\"priceYear\":\"2024/25\",\"realGrowth\":0.015}");
        Sheet impacts = sheet(Section.IMPACTS);
        type(impacts, 0, column(impacts, "Value of one"), List.of(first, first + "7", "£7"));
        assertThat(json(value)).isEqualTo("{\"amount\":7,\"priceYear\":\"2024/25\",\"realGrowth\":0.015}");
    }

    @Test
    void anEntryThatEndedAsNoNumberKeepsTheRestForTheNextOne() {
        String value = "/options/2/impacts/0/value";
        set(value, "{\"amount\":6.9,\"priceYear\":\"2024/25\"}");
        set("/options/2/impacts/0/quantity/effect", "{\"value\":-0.4,\"standardError\":0.2}");
        Sheet impacts = sheet(Section.IMPACTS);
        for (String text : List.of("£", "7")) {
            type(impacts, 0, column(impacts, "Value of one"), List.of(text));
        }
        for (String text : List.of("-", "-0.5")) {
            type(impacts, 0, column(impacts, "Effect each"), List.of(text));
        }
        assertThat(json(value)).isEqualTo("{\"amount\":7,\"priceYear\":\"2024/25\"}");
        assertThat(json("/options/2/impacts/0/quantity/effect")).isEqualTo("{\"value\":-0.5,\"standardError\":0.2}");
    }

    @Test
    void aTakeUpAnEffectAndARampUpThatAreTypedAnewKeepTheirDistributions() {
        Sheet impacts = sheet(Section.IMPACTS);
        set(
                "/options/2/impacts/0/profile/rampUp",
                "[{\"value\":0.5,\"uncertainty\":{\"distribution\":\"uniform\",\"low\":0.4,\"high\":0.7}},0.8]");
        type(impacts, 0, column(impacts, "Take-up"), List.of("", "3", "32%"));
        assertThat(json("/options/2/impacts/0/quantity/engagement"))
                .startsWith("{\"value\":0.32,\"uncertainty\":{\"distribution\":\"triangular\"");
        type(impacts, 0, column(impacts, "Ramp-up"), List.of("", "6", "60%; 90%"));
        assertThat(json("/options/2/impacts/0/profile/rampUp"))
                .isEqualTo(
                        "[{\"value\":0.6,\"uncertainty\":{\"distribution\":\"uniform\",\"low\":0.4,\"high\":0.7}},0.9]");
    }

    @Test
    void aCellThatEndsEmptyLosesItsNumberAndItsDistributionWhichIsTold() {
        Sheet impacts = sheet(Section.IMPACTS);
        String before = json("/options/2/impacts/0/quantity/engagement");
        type(impacts, 0, column(impacts, "Take-up"), List.of(""));
        assertThat(proposal().at("/options/2/impacts/0/quantity/engagement")).isEmpty();
        assertThat(session.statusProperty().get()).endsWith("Take-up: emptied; its uncertainty is removed with it");
        session.undo();
        assertThat(json("/options/2/impacts/0/quantity/engagement")).isEqualTo(before);
        Sheet costs = sheet(Section.COSTS);
        set("/options/2/costs/1/amount", "{\"annual\":190000,\"from\":\"2027/28\"}");
        type(costs, 1, column(costs, "Amount a year"), List.of(""));
        assertThat(json("/options/2/costs/1/amount")).isEqualTo("{\"from\":\"2027/28\"}");
        assertThat(costs.problem(1, column(costs, "Amount a year")))
                .contains("Amount a year: Nothing is filled in here; fill it in.");
    }

    @Test
    void anEntryIsOneEditAndTheTrailSaysWhatWasTyped() {
        Sheet costs = sheet(Section.COSTS);
        int amount = column(costs, "Amount a year");
        JsonNode before = proposal().tree();
        type(costs, 1, amount, List.of("", "£", "£2", "£2,450,000.5", "£2,450,000.50"));
        assertThat(session.snapshot().orElseThrow().undo()).contains("Classes, Amount a year: £2,450,000.50");
        session.undo();
        assertThat(proposal().tree()).isEqualTo(before);
        Draft entry = costs.draft(1, amount).orElseThrow();
        List.of("", "1", "").forEach(entry::type);
        entry.takeBack();
        assertThat(proposal().tree()).isEqualTo(before);
        assertThat(session.snapshot().orElseThrow().redo()).isEmpty();
    }

    @Test
    void moneyAndNumbersOfPeopleAndYearsTakeNoPercentagesTypedOrPasted() {
        Sheet byYear = sheet(Section.BY_YEAR);
        int year = 1;
        byYear.put(0, year, List.of(List.of("30%")));
        assertThat(byYear.problem(0, year))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .endsWith("“30%” is a percentage where an amount of money belongs; write the amount."));
        session.undo();
        type(byYear, 0, year, List.of("3", "30", "30%"));
        assertThat(byYear.problem(0, year)).isPresent();
        session.undo();
        Sheet impacts = sheet(Section.IMPACTS);
        for (String title : List.of("Value of one", "People", "Lag, years")) {
            impacts.put(0, column(impacts, title), List.of(List.of("30%")));
            assertThat(impacts.problem(0, column(impacts, title)))
                    .as(title)
                    .hasValueSatisfying(problem -> assertThat(problem).contains("“30%” is a percentage"));
            session.undo();
        }
        Sheet uncertainty = sheet(Section.UNCERTAINTY);
        int amount = IntStream.range(0, uncertainty.rows())
                .filter(row -> uncertainty.text(row, 0).equals("Classes")
                        && uncertainty.text(row, 2).equals("240,000"))
                .findFirst()
                .orElseThrow();
        uncertainty.put(amount, 3, List.of(List.of("uniform", "no", "80%", "120%")));
        assertThat(OpenSession.problems(session)).isNotEmpty();
    }

    @Test
    void aValueWithItsStandardErrorIsReadAsItIsWritten() {
        Sheet impacts = sheet(Section.IMPACTS);
        int effect = column(impacts, "Effect each");
        set("/options/2/impacts/1/quantity/effect", "{\"value\": 0.05, \"standardError\": 0.02}");
        type(impacts, 1, effect, List.of("0", "0.8", "0.8 ", "0.8 ±", "0.8 ± 0.2"));
        assertThat(json("/options/2/impacts/1/quantity/effect")).isEqualTo("{\"value\":0.8,\"standardError\":0.2}");
        assertThat(impacts.text(1, effect)).isEqualTo("0.8 ± 0.2");
        assertThat(OpenSession.problems(session)).isEmpty();
    }

    @Test
    void whatDoesNotFitIsNotPastedAndToldAndACountIsOfCells() {
        Sheet byYear = sheet(Section.BY_YEAR);
        JsonNode before = proposal().tree();
        int last = byYear.columns().size() - 2;
        byYear.put(0, last, List.of(List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10")));
        assertThat(proposal().tree()).isEqualTo(before);
        assertThat(session.problems())
                .containsExactly(Section.BY_YEAR.title()
                        + ": 8 of 10 pasted values have no cell to go into, so nothing was pasted; choose a cell"
                        + " further up or further left, or paste the 2 that fit.");
        Sheet costs = sheet(Section.COSTS);
        costs.put(costs.rows(), 0, List.of(List.of("Kit", "County Council", "capital", "4000"), List.of("Venue")));
        assertThat(session.snapshot().orElseThrow().undo())
                .as("rows are not counted, nor what a new row begins with")
                .contains("Filled in 4 cells");
    }

    @Test
    void severalCellsAreEmptiedAsOneEdit() {
        Sheet costs = sheet(Section.COSTS);
        JsonNode before = proposal().tree();
        int source = column(costs, "Source");
        costs.put(0, source, List.of(List.of("a"), List.of("b")));
        JsonNode filled = proposal().tree();
        costs.empty(List.of(new CellPlace(0, source), new CellPlace(1, source), new CellPlace(1, source - 1)));
        assertThat(costs.text(0, source) + costs.text(1, source)).isEmpty();
        session.undo();
        assertThat(proposal().tree()).isEqualTo(filled).isNotEqualTo(before);
    }

    @Test
    void aCentralValueOutsideItsDistributionIsSaidInEveryCellOfIt() {
        Sheet costs = sheet(Section.COSTS);
        Sheet uncertainty = sheet(Section.UNCERTAINTY);
        for (String factors :
                List.of("\"low\":90000,\"mode\":100000,\"high\":180000", "\"low\":1.2,\"mode\":1.3,\"high\":1.4")) {
            set(
                    "/options/2/costs/1/uncertainty",
                    "{\"distribution\":\"triangular\"," + factors + ",\"relative\":true}");
            assertThat(costs.problem(1, column(costs, "Amount a year")))
                    .hasValueSatisfying(
                            problem -> assertThat(problem).contains("240,000 lies outside its distribution"));
            int row = IntStream.range(0, uncertainty.rows())
                    .filter(each -> uncertainty.text(each, 0).equals("Classes"))
                    .findFirst()
                    .orElseThrow();
            assertThat(uncertainty.problem(row, 5)).isPresent();
        }
        set("/options/2/costs/1/uncertainty/low", "0.9");
        assertThat(costs.problem(1, column(costs, "Amount a year"))).isEmpty();
        set(
                "/options/2/impacts/0/quantity/engagement",
                "{\"value\":0.125,\"uncertainty\":{\"distribution\":\"uniform\",\"low\":0.15,\"high\":0.6}}");
        Sheet impacts = sheet(Section.IMPACTS);
        assertThat(impacts.problem(0, column(impacts, "Take-up"))).isPresent();
    }

    @Test
    void sharesOfThoseWhoGainThatAreMoreThanAllAreSaidOnTheirSheet() {
        Sheet gains = sheet(Section.BENEFICIARIES);
        int share = column(gains, "Share");
        assertThat(gains.problem(0, share)).isEmpty();
        double present = proposal()
                .tree()
                .at("/options/2/impacts/0/beneficiaries/0/share")
                .asDouble();
        gains.put(0, share, List.of(List.of(Entry.percent(present + 0.2))));
        assertThat(gains.problem(0, share))
                .contains("Share: the beneficiary shares sum to 120%; name every group that gains, with shares that"
                        + " sum to 100%.");
    }

    @Test
    void whatCannotBeChosenIsAnsweredWithWhatCan() {
        Sheet costs = sheet(Section.COSTS);
        int bearer = column(costs, "Paid by");
        for (String wrong : List.of("12", "Nobody we know", "x".repeat(100))) {
            costs.put(1, bearer, List.of(List.of(wrong)));
            assertThat(costs.problem(1, bearer))
                    .hasValueSatisfying(problem -> assertThat(problem)
                            .startsWith("Paid by: “" + wrong + "” cannot be chosen here; choose one of “")
                            .contains("“County Council”"));
        }
        costs.put(1, bearer, List.of(List.of("County Council")));
        costs.put(1, column(costs, "From"), List.of(List.of("12")));
        assertThat(costs.problem(1, column(costs, "From")))
                .contains("From: “12” is not a financial year; write one such as 2026/27.");
        costs.put(1, column(costs, "From"), List.of(List.of("")));
        costs.put(1, column(costs, "Sunk"), List.of(List.of("perhaps")));
        assertThat(costs.problem(1, column(costs, "Sunk")))
                .contains("Sunk: “perhaps” is neither yes nor no; write yes or no.");
    }

    /** What a sheet shows it reads back. */
    @Test
    void everyRowOfEverySheetThatIsCopiedAndPastedBackChangesNothing() {
        JsonNode before = proposal().tree();
        for (Section section : Section.values()) {
            Sheet sheet = section == Section.CASE ? sheet(Section.COSTS) : sheet(section);
            for (int row = 0; row < sheet.rows(); row++) {
                int copied = row;
                List<String> texts = IntStream.range(0, sheet.columns().size())
                        .mapToObj(column -> sheet.text(copied, column))
                        .toList();
                sheet.put(row, 0, List.of(texts));
                assertThat(session.problems()).as("%s %d", section, row).isEmpty();
                assertThat(proposal().tree())
                        .as("%s %d: %s", section, row, texts)
                        .isEqualTo(before);
            }
        }
    }
}
