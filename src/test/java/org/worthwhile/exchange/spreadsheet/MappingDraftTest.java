package org.worthwhile.exchange.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.samples.Samples;
import tools.jackson.databind.node.ObjectNode;

/** A first mapping by what headings and labels say. */
class MappingDraftTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private final XSSFWorkbook workbook = new XSSFWorkbook();

    private SheetBuilder option(String name, double visits) {
        SheetBuilder sheet = SheetBuilder.on(workbook, name)
                .put("A1", name + ", £ thousands, 2026/27 prices")
                .put("C3", "2026/27", "2027/28", "2028/29", "Total")
                .put("A4", "Costs")
                .put("B5", "Works", -100, -20, "", "=SUM(C5:E5)")
                .put("B6", "Staff", -10, -10, -10, "=SUM(C6:E6)")
                .put("A7", "Total costs", "", "=SUM(C5:C6)", "=SUM(D5:D6)", "=SUM(E5:E6)", "=SUM(F5:F6)")
                .put("A9", "Social benefits")
                .put("B10", "Visits", "", visits, visits, "=SUM(C10:E10)")
                .put("B11", "Learning", 1, 2, 3, "=SUM(C11:E11)")
                .put("A12", "Total benefits", "", "=SUM(C10:C11)", "=SUM(D10:D11)", "=SUM(E10:E11)", "=SUM(F10:F11)")
                .put("B13", "Net benefits", "=C7+C12", "=D7+D12", "=E7+E12", "=F7+F12")
                .put("B14", "Discount factor", 1, "=C14/1.035", "=D14/1.035")
                .put("B15", "Present value", "=C13*C14", "=D13*D14", "=E13*E14")
                .put("B17", "Net present value", "=SUM(C15:E15)");
        return sheet;
    }

    private static double npv(ImportedProposal imported, String option) {
        return imported.appraisal().options().stream()
                .filter(result -> result.option().id().equals(option))
                .mapToDouble(OptionResult::npsv)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theDraftOfTwoOptionsReadsTheWorkbookAsItStands() throws IOException {
        SheetBuilder large = option("Large library", 90);
        SheetBuilder small = option("Small library", 70);
        Path file = SheetBuilder.save(workbook, folder.resolve("libraries.xlsx"));
        MappingDraft draft = MappingDraft.of(file);
        assertThat(draft.tree().at("/options/0/blocks/0").toString())
                .isEqualTo(
                        "{\"holds\":\"costs\",\"years\":\"C3:E3\",\"labels\":\"B5:B6\",\"sign\":\"negative\",\"scale\":\"thousands\","
                                + "\"totals\":{\"byYear\":\"C7:E7\",\"byLine\":\"F5:F6\",\"all\":\"F7\"}}");
        assertThat(draft.tree().at("/options/1/totals").toString()).isEqualTo("{\"net\":\"F13\",\"npv\":\"C17\"}");
        assertThat(draft.tree().at("/prices").toString()).isEqualTo("{\"real\":true,\"priceYear\":\"2026/27\"}");
        ImportedProposal imported = read(file, draft.tree());
        assertThat(npv(imported, "large-library"))
                .isCloseTo(1000 * large.at("C17").getNumericCellValue(), within(1e-6));
        assertThat(npv(imported, "small-library"))
                .isCloseTo(1000 * small.at("C17").getNumericCellValue(), within(1e-6));
        assertThat(imported.unread())
                .as("discount factors, present values and nets by year alone")
                .containsExactly(
                        "sheet 'Large library', cells C13:E15: 9 numbers",
                        "sheet 'Small library', cells C13:E15: 9 numbers");
    }

    private ImportedProposal read(Path file, ObjectNode tree) throws IOException {
        return new SpreadsheetImport(Samples.MODELS, PackReader.read(Samples.MODELS))
                .read(file, Files.writeString(folder.resolve("libraries.mapping.json"), JsonText.of(tree)));
    }

    @Test
    void whatHeadingsDoNotSayIsAskedAndNotGuessed() throws IOException {
        SheetBuilder.on(workbook, "Figures")
                .put("B2", "FY26", "FY27", "FY28")
                .put("A3", "Works", 100, 20, 5)
                .put("A4", "Staff", 10, 10, 10);
        Path file = SheetBuilder.save(workbook, folder.resolve("figures.xlsx"));
        MappingDraft draft = MappingDraft.of(file);
        assertThat(draft.tree().at("/options/0/blocks/0").toString())
                .isEqualTo("{\"years\":\"B2:D2\",\"labels\":\"A3:A4\"}");
        assertThat(draft.questions())
                .anySatisfy(question -> assertThat(question).contains("real").contains("nominal"))
                .anySatisfy(question -> assertThat(question).contains("'singleYear'"))
                .anySatisfy(question -> assertThat(question)
                        .contains("sheet 'Figures', cells A3:A4: do these lines hold costs or benefits?"));
        assertThatThrownBy(() -> read(file, draft.tree()))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("holds");
    }

    @Test
    void ofTwoColumnsOfWordsTheLabelsAreThoseBesideAmountsAndYearsMayBeNumbered() {
        SheetBuilder.on(workbook, "Hub")
                .put("A2", "Year", "", 0, 1, 2)
                .put("A3", "COSTS")
                .put("A4", "Capital", "Building", 500, 100, 0)
                .put("A5", "Revenue", "Staff", 50, 60, 60)
                .put("B6", "Heating", 5, 6, 6)
                .put("A7", "Total costs", "", 555, 166, 66)
                .put("A8", "Net", "", -555, -166, -66)
                .put("A9", "Discount factor", "", 1, 0.9662, 0.9335);
        MappingDraft draft = MappingDraft.of(SheetBuilder.save(workbook, folder.resolve("hub.xlsx")));
        assertThat(draft.tree().at("/options/0/blocks").toString())
                .isEqualTo(
                        "[{\"holds\":\"costs\",\"years\":\"C2:E2\",\"labels\":\"B4:B6\",\"totals\":{\"byYear\":\"C7:E7\"}}]");
        assertThat(draft.questions())
                .anySatisfy(question -> assertThat(question).contains("'yearZero'"));
    }

    @Test
    void presentValuesBelowTheSameYearsAreLeftOutAndTheNextYearsBeginAnew() {
        option("Large library", 90)
                .put("A20", "Present values")
                .put("B21", "Works", 100, 19, 0)
                .put("B22", "NPV", 12)
                .put("A24", "Costs of upkeep")
                .put("C24", "2026/27", "2027/28", "2028/29")
                .put("B25", "Cleaning", 1, 1, 1);
        MappingDraft draft = MappingDraft.of(SheetBuilder.save(workbook, folder.resolve("library.xlsx")));
        assertThat(draft.tree().at("/options/0/blocks").toString())
                .doesNotContain("B21")
                .contains("\"labels\":\"B25\"");
        assertThat(draft.questions())
                .anySatisfy(
                        question -> assertThat(question).contains("'Present values' seems to say that what follows"));
    }

    @Test
    void sectionsBesideLabelsPartBlocksAndARowThatSumsUpSeveralIsTheTotalOfNone() {
        SheetBuilder.on(workbook, "Figures")
                .put("A1", "Option 1: do nothing, 2025/26 prices")
                .put("C2", "2026/27", "2027/28", "2028/29", "Total")
                .put("A3", "Costs", "Works", 100, 20, 5, 125)
                .put("B4", "Phase two")
                .put("B5", "Staff", 10, 10, 10, 30)
                .put("B6", "Total costs", 110, 30, 15, 155)
                .put("A7", "Social benefits", "Visits", 9, 9, 9, 27);
        MappingDraft draft = MappingDraft.of(SheetBuilder.save(workbook, folder.resolve("figures.xlsx")));
        assertThat(draft.tree()
                        .at("/options/0/blocks")
                        .valueStream()
                        .map(block -> block.at("/labels").asString()))
                .containsExactly("B3", "B5", "B7");
        assertThat(draft.tree().at("/options/0/blocks/1/totals").has("byYear")).isFalse();
        assertThat(draft.tree().at("/options/0/blocks/1/holds").asString()).isEqualTo("costs");
        assertThat(draft.tree().at("/options/0/blocks/2/holds").asString()).isEqualTo("benefits");
        assertThat(draft.tree().at("/options/0/totals/costs").asString()).isEqualTo("F6");
        assertThat(draft.tree().at("/options/0/role").asString()).isEqualTo("business-as-usual");
        assertThat(draft.tree().at("/proposal/appraisal/priceYear").asString()).isEqualTo("2025/26");
    }

    @Test
    void yearsInAColumnOrWithGapsAreToldAsSuch() throws IOException {
        Path down = Files.writeString(folder.resolve("down.csv"), "Year,Works\n2026/27,1\n2027/28,2\n2028/29,3\n");
        assertThatThrownBy(() -> MappingDraft.of(down)).hasMessageContaining("has years in a column");
        Path gap = Files.writeString(folder.resolve("gap.csv"), "Year,2026/27,2027/28,2029/30\nWorks,1,2,3\n");
        assertThatThrownBy(() -> MappingDraft.of(gap))
                .hasMessageContaining("has years that do not follow one another in row 1");
    }

    @Test
    void linesBelowAHeadingThatSpeaksOfDiscountingAreLeftOut() {
        option("Large library", 90)
                .put("A20", "Discounted costs")
                .put("C21", "2026/27", "2027/28", "2028/29")
                .put("B22", "Works", 100, 19, 0);
        MappingDraft draft = MappingDraft.of(SheetBuilder.save(workbook, folder.resolve("library.xlsx")));
        assertThat(draft.tree().at("/options/0/blocks")).hasSize(2);
        assertThat(draft.questions())
                .anySatisfy(question -> assertThat(question).contains("cell A20: 'Discounted costs' seems to say"));
    }

    @Test
    void aFileWithoutYearsIsToldSo() throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), "a,b\n1,2\n");
        assertThatThrownBy(() -> MappingDraft.of(file)).hasMessageContaining("no row of at least three years");
    }

    private MappingDraft draft(String csv) throws IOException {
        return MappingDraft.of(Files.writeString(folder.resolve("figures.csv"), csv));
    }

    @Test
    void ofTwoRunsOfYearsBesideOneAnotherTheFirstIsRead() throws IOException {
        MappingDraft draft = draft(
                "Costs,2026/27,2027/28,2028/29,,2026/27,2027/28,2028/29\nWorks,1,2,3,,7,8,9\nStaff,1,1,1,,7,7,7\n");
        assertThat(draft.tree().at("/options/0/blocks").toString())
                .isEqualTo("[{\"holds\":\"costs\",\"years\":\"B1:D1\",\"labels\":\"A2:A3\"}]");
    }

    @Test
    void yearsMayBeNumberedFromOneAndNotFromTwo() throws IOException {
        MappingDraft draft = draft("Year,1,2,3\nCosts\nWorks,5,6,7\n");
        assertThat(draft.tree().at("/options/0/blocks/0/years").asString()).isEqualTo("B1:D1");
        assertThatThrownBy(() -> draft("Year,2,3,4\nCosts\nWorks,5,6,7\n"))
                .hasMessageContaining("no row of at least three years");
    }

    /** 3 and 4 are 7 in the first two years and 8 is stated in the last. */
    @Test
    void aRowThatIsNotTheSumInEveryYearIsNotTheTotalOfItsLines() throws IOException {
        String table = "Costs,2026/27,2027/28,2028/29\nWorks,3,3,3\nStaff,4,4,4\nTotal costs,7,7,%d\n";
        assertThat(draft(table.formatted(7))
                        .tree()
                        .at("/options/0/blocks/0/totals/byYear")
                        .asString())
                .isEqualTo("B4:D4");
        assertThat(draft(table.formatted(8)).tree().at("/options/0/blocks/0").has("totals"))
                .isFalse();
    }

    @Test
    void ofTwoColumnsWithAsManyWordsTheLabelsAreNextToTheYears() throws IOException {
        MappingDraft draft = draft("Costs,,2026/27,2027/28,2028/29\nEstates,Works,3,3,3\nPeople,Staff,4,4,4\n");
        assertThat(draft.tree().at("/options/0/blocks/0/labels").asString()).isEqualTo("B2:B3");
    }

    @Test
    void costsAreNegativeOnlyWhereNoneIsPositive() throws IOException {
        String table = "Costs,2026/27,2027/28,2028/29\nWorks,%s,0,0\nResale,-4,-4,-4\n";
        assertThat(draft(table.formatted("-3"))
                        .tree()
                        .at("/options/0/blocks/0/sign")
                        .asString())
                .isEqualTo("negative");
        assertThat(draft(table.formatted("3")).tree().at("/options/0/blocks/0").has("sign"))
                .isFalse();
    }

    @Test
    void benefitsOfTwoCategoriesAreAskedFor() throws IOException {
        MappingDraft draft = draft("Social and economic benefits,2026/27,2027/28,2028/29\nVisits,3,3,3\n");
        assertThat(draft.tree().at("/options/0/blocks/0").has("line")).isFalse();
        assertThat(draft.questions())
                .anySatisfy(question ->
                        assertThat(question).contains("are these benefits fiscal, economic, social or environmental?"));
    }

    @Test
    void pricesOfTwoYearsAreAskedFor() throws IOException {
        String table = "%s\nCosts,2026/27,2027/28,2028/29\nWorks,3,3,3\n";
        MappingDraft one = draft(table.formatted("All at 2025/26 prices"));
        MappingDraft two = draft(table.formatted("Works at 2025/26 prices\nStaff at 2024/25 prices"));
        assertThat(one.tree().at("/prices/priceYear").asString()).isEqualTo("2025/26");
        assertThat(two.tree().has("prices")).isFalse();
        assertThat(two.tree().at("/proposal/appraisal").has("priceYear")).isFalse();
        assertThat(two.questions())
                .anySatisfy(question -> assertThat(question).contains("Are amounts real, and of which year's prices"));
    }
}
