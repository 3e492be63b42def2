package org.worthwhile.exchange.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.OptionResult;
import org.worthwhile.exchange.JsonText;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.exchange.ProposalFiles;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.proposal.Amount;
import org.worthwhile.proposal.CostLine;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.proposal.Valuation;
import org.worthwhile.samples.Samples;

/** A workbook as analysts make it, with formulas that the library of workbooks computes. */
class SpreadsheetImportTest {

    private static final String MAPPING = """
            {"format": "worthwhile-spreadsheet-mapping/1",
             "proposal": {"id": "library", "title": "A new library",
               "appraisal": {"framework": "uk-green-book-2026", "priceYear": "2026/27"},
               "organisations": [{"id": "county", "title": "County Council", "sector": "public"}]},
             "discounted": false, "scale": "thousands", "prices": {"real": true, "priceYear": "2026/27"},
             "options": [{"id": "build", "title": "Build", "role": "preferred", "sheet": "Option A",
               "blocks": [
                 {"holds": "costs", "sign": "negative", "years": "C4:G4", "labels": "A6:B8", "line": {"kind": "capital"},
                  "totals": {"byYear": "C9:G9", "byLine": "H6:H8", "all": "H9"}},
                 {"holds": "benefits", "years": "C4:G4", "labels": "B12:B14", "except": ["B13"], "line": {"category": "social"},
                  "totals": {"byYear": "C15:G15", "all": "H15"}}],
               "totals": {"net": "H16", "npv": "C20"}}]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private XSSFWorkbook workbook = new XSSFWorkbook();
    private SheetBuilder sheet = SheetBuilder.on(workbook, "Option A");

    @BeforeEach
    void fill() {
        fill(sheet);
    }

    private static void fill(SheetBuilder sheet) {
        sheet.put("A1", "Option A: costs and benefits (£000)")
                .put("C4", "2026/27", "2027-28", "2028/2029", "29/30", "FY2030/31", "Total")
                .put("A5", "Costs")
                .put("A6", "Building", "Works", -1200.5, -300, "", "-", "", "=SUM(C6:G6)")
                .put("A7", "", "Fees", "(1,000.25)", -20, 0, "=D7/2", "=E7", "=VALUE(-1000.25)+SUM(D7:G7)")
                .put("A8", "Staff", "Librarians", -10, "=C8*1.02", "=D8*1.02", "=E8*1.02", "=F8*1.02", "=SUM(C8:G8)")
                .put("A9", "Total costs")
                .put("B12", "Visits", 0, 100, 400, "=E12*1.1", "=F12*1.1", "=SUM(C12:G12)")
                .put("B13", "Subtotal", "=C12", "=D12", "=E12", "=F12", "=G12", "=H12")
                .put("B14", "Learning", "", 50, 250.75, 900, 900, "=SUM(C14:G14)")
                .put("B15", "Total benefits")
                .put("B16", "Net benefits")
                .put("B17", "Discount factor", 1)
                .put("B20", "NPV", "=SUMPRODUCT(C16:G16,C17:G17)")
                .put("J2", 7, 8)
                .put("J3", 9, 10);
        for (String column : List.of("C", "D", "E", "F", "G", "H")) {
            sheet.put(column + "9", "=SUM(" + column + "6:" + column + "8)" + (column.equals("C") ? "-1000.25" : ""))
                    .put(column + "15", "=" + column + "12+" + column + "14")
                    .put(column + "16", "=" + column + "9+" + column + "15");
        }
        for (String pair : List.of("CD", "DE", "EF", "FG")) {
            sheet.put(pair.charAt(1) + "17", "=" + pair.charAt(0) + "17/1.035");
        }
    }

    private ImportedProposal read(Path file, String mapping) throws IOException {
        return new SpreadsheetImport(Samples.MODELS, PackReader.read(Samples.MODELS))
                .read(file, Files.writeString(folder.resolve("layout.mapping.json"), mapping));
    }

    private ImportedProposal read(String mapping) throws IOException {
        return read(SheetBuilder.save(workbook, folder.resolve("library.xlsx")), mapping);
    }

    @Test
    void anAmountThatItsFormatShowsInAnotherCurrencyIsRefusedUnlessTheProposalIsInIt() throws IOException {
        CellStyle euros = workbook.createCellStyle();
        euros.setDataFormat(workbook.createDataFormat().getFormat("[$€-407]#,##0"));
        sheet.at("D12").setCellStyle(euros);
        assertThatThrownBy(() -> read(MAPPING))
                .hasMessageContaining("D12")
                .hasMessageContaining("is shown in €, and the proposal is in GBP")
                .hasMessageContaining("convert the amount");
        String inEuros = MAPPING.replace("\"framework\"", "\"currency\": \"EUR\", \"framework\"");
        assertThat(inEuros).isNotEqualTo(MAPPING);
        assertThat(read(inEuros).appraisal().basis().proposal().appraisal().currency())
                .isEqualTo("EUR");
    }

    private static OptionResult result(ImportedProposal imported) {
        return imported.appraisal().options().stream()
                .filter(option -> option.option().id().equals("build"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Double> amounts(CostLine cost) {
        return ((Amount.Schedule) cost.amount())
                .amounts().entrySet().stream()
                        .collect(Collectors.toMap(
                                entry -> entry.getKey().label(),
                                entry -> entry.getValue().value()));
    }

    @Test
    void theNetPresentValueIsThatOfTheWorkbookItself() throws IOException {
        ImportedProposal imported = read(MAPPING);
        double npv = 1000 * sheet.at("C20").getNumericCellValue();
        assertThat(npv).isNotZero();
        assertThat(result(imported).npsv()).isCloseTo(npv, within(1e-6));
        assertThat(imported.agreeing())
                .as("5 years and 3 lines and 1; 5 and 1; net and NPV")
                .isEqualTo(17);
    }

    @Test
    void whatIsWrittenIsAProposalThatAppraisesToTheSame() throws IOException {
        ImportedProposal imported = read(MAPPING);
        Path written = Files.writeString(folder.resolve("library.proposal.json"), JsonText.of(imported.tree()));
        AppraisalCase again = new ProposalFiles(Samples.MODELS)
                .load(List.of(written), List.of(), Optional.empty())
                .getFirst();
        assertThat(again.proposal()).isEqualTo(imported.appraisal().basis().proposal());
        assertThat(Appraiser.appraise(again).options().getLast().npsv())
                .isEqualTo(result(imported).npsv());
    }

    @Test
    void linesHaveTheirAmountsInPoundsByYearAndSayWhereTheyAreFrom() throws IOException {
        List<CostLine> costs = result(read(MAPPING)).option().costs();
        assertThat(costs).extracting(CostLine::title).containsExactly("Building - Works", "Fees", "Staff - Librarians");
        assertThat(amounts(costs.get(0))).isEqualTo(Map.of("2026/27", 1_200_500.0, "2027/28", 300_000.0));
        assertThat(amounts(costs.get(1)))
                .isEqualTo(Map.of(
                        "2026/27",
                        1_000_250.0,
                        "2027/28",
                        20_000.0,
                        "2028/29",
                        0.0,
                        "2029/30",
                        10_000.0,
                        "2030/31",
                        0.0));
        assertThat(costs.get(0).source())
                .isEqualTo("Imported from library.xlsx, sheet 'Option A', C6:G6; not verified");
        assertThat(costs.get(0).basis().priceYear()).isEqualTo(FinancialYear.of("2026/27"));
        var benefit = (Valuation.Schedule)
                result(read(MAPPING)).option().impacts().getLast().valuation();
        assertThat(Objects.requireNonNull(benefit.amounts().get(FinancialYear.of("2028/29")))
                        .value())
                .isEqualTo(250_750);
    }

    @Test
    void theSameMappingReadsAnotherWorkbookOfTheSameLayout() throws IOException {
        read(MAPPING);
        workbook = new XSSFWorkbook();
        SheetBuilder other = SheetBuilder.on(workbook, "Option A");
        fill(other);
        other.put("D12", 777);
        ImportedProposal imported = new SpreadsheetImport(Samples.MODELS, PackReader.read(Samples.MODELS))
                .read(
                        SheetBuilder.save(workbook, folder.resolve("second.xlsx")),
                        folder.resolve("layout.mapping.json"));
        assertThat(result(imported).npsv()).isCloseTo(1000 * other.at("C20").getNumericCellValue(), within(1e-6));
    }

    @Test
    void aWorkbookOfTheOldFormatIsReadLikewise() throws IOException {
        try (Workbook old = new HSSFWorkbook()) {
            SheetBuilder cells = SheetBuilder.on(old, "Option A");
            fill(cells);
            ImportedProposal imported = read(SheetBuilder.save(old, folder.resolve("library.xls")), MAPPING);
            assertThat(result(imported).npsv()).isCloseTo(1000 * cells.at("C20").getNumericCellValue(), within(1e-6));
        }
    }

    @Test
    void aTotalThatDiffersIsAProblemAtItsCellUnlessTheMappingAcceptsIt() throws IOException {
        sheet.put("D9", -349.2);
        assertThatThrownBy(() -> read(MAPPING))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(
                        "sheet 'Option A', cell D9: the total of 2027/28 is -349.2, and what was read comes to -330.2,"
                                + " a difference of -19");
        String accepting = MAPPING.replace(
                "\"options\"",
                "\"accept\": [{\"cells\": \"'Option A'!D9\", \"within\": 20, \"why\": \"an old figure\"},"
                        + " {\"cells\": \"'Option A'!C20:H20\", \"why\": \"follows it\"},"
                        + " {\"cells\": \"'Option A'!H9:H16\", \"why\": \"likewise\"}], \"options\"");
        assertThat(read(accepting).accepted())
                .anySatisfy(sentence -> assertThat(sentence).contains("D9").endsWith("accepted: an old figure"));
        assertThatThrownBy(() -> read(accepting.replace("\"within\": 20", "\"within\": 18")))
                .hasMessageContaining("cell D9");
    }

    @Test
    void aTotalThatCountsALineThatWasNotReadDiffersByIt() throws IOException {
        assertThatThrownBy(() -> read(MAPPING.replace("\"A6:B8\"", "\"A6:B7\"").replace("H6:H8", "H6:H7")))
                .hasMessageContaining(
                        "cell C9: the total of 2026/27 is -2210.75, and what was read comes to -2200.75, a difference of -10");
    }

    @Test
    void everyNumberThatWasNotReadIsListedByRange() throws IOException {
        assertThat(read(MAPPING).unread())
                .containsExactly(
                        "sheet 'Option A', cells J2:K3: 4 numbers",
                        "sheet 'Option A', cell H12",
                        "sheet 'Option A', cells C13:H13: 6 numbers",
                        "sheet 'Option A', cell H14",
                        "sheet 'Option A', cells C16:G17: 10 numbers");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceByCell() throws IOException {
        sheet.put("C8", "about 10")
                .put("D6", "=1/0")
                .put("E14", "5%")
                .put("F4", "soon")
                .put("C12", "n/a");
        CellStyle percent = workbook.createCellStyle();
        percent.setDataFormat(workbook.createDataFormat().getFormat("0.0%"));
        sheet.at("D14").setCellStyle(percent);
        assertThatThrownBy(() -> read(MAPPING))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.sentences())
                                .anySatisfy(sentence -> assertThat(sentence)
                                        .contains("sheet 'Option A', cell C8: 'about 10' is no number"))
                                .anySatisfy(
                                        sentence -> assertThat(sentence).contains("cell D6: its formula gives #DIV/0!"))
                                .anySatisfy(sentence -> assertThat(sentence).contains("cell E14: '5%' is no number"))
                                .anySatisfy(sentence -> assertThat(sentence).contains("cell F4: 'soon' is no year"))
                                .anySatisfy(sentence -> assertThat(sentence).contains("cell C12: holds 'n/a'"))
                                .anySatisfy(sentence ->
                                        assertThat(sentence).contains("cell D14: holds a number in per cent"))
                                .as("these, three formulas that rest on C8, and no totals of what could not be read")
                                .hasSize(9));
    }

    @Test
    void amountsThatAreDiscountedAlreadyAreRefused() {
        assertThatThrownBy(() -> read(MAPPING.replace("\"discounted\": false", "\"discounted\": true")))
                .hasMessageContaining("/discounted")
                .hasMessageContaining("would be discounted twice");
        sheet.put("A3", "Discounted amounts");
        assertThatThrownBy(() -> read(MAPPING))
                .hasMessageContaining("cell A3: 'Discounted amounts' seems to say that amounts are discounted already");
        sheet.put("A3", "Undiscounted amounts, not discounted");
        assertThat(noProblem(MAPPING)).isTrue();
    }

    private boolean noProblem(String mapping) {
        try {
            return read(mapping).agreeing() > 0;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Test
    void aHeadingThatSaysThousandsIsHeldAgainstTheScale() {
        assertThatThrownBy(() -> read(MAPPING.replace("\"scale\": \"thousands\", ", "")))
                .hasMessageContaining(
                        "cell A1: 'Option A: costs and benefits (£000)' seems to say that amounts are in thousands");
    }

    @Test
    void aHeadingBetweenYearsAndLinesAndALabelAreHeldAgainstTheScaleToo() {
        sheet.put("A5", "Costs (£m)");
        assertThatThrownBy(() -> read(MAPPING))
                .hasMessageContaining("cell A5: 'Costs (£m)' seems to say that amounts are in millions");
        sheet.put("A5", "Costs").put("B14", "Learning, £m");
        assertThatThrownBy(() -> read(MAPPING))
                .hasMessageContaining("cell B14: 'Learning, £m' seems to say that amounts are in millions");
    }

    @Test
    void aHeadingThatSpeaksOfPresentValuesBetweenYearsAndLinesIsRefused() {
        sheet.put("A11", "Present values");
        assertThatThrownBy(() -> read(MAPPING))
                .hasMessageContaining("cell A11: 'Present values' seems to say that amounts are discounted already");
    }

    @Test
    void aHeadingThatSaysNominalIsHeldAgainstRealPrices() {
        sheet.put("A11", "Benefits in cash terms");
        assertThatThrownBy(() -> read(MAPPING))
                .hasMessageContaining("cell A11: 'Benefits in cash terms' seems to say that amounts are nominal")
                .hasMessageContaining("set 'prices' of the block");
    }

    @Test
    void aHeadingInPoundsEndsWhatOneAboveSaysOfTheScale() {
        sheet.put("A11", "Benefits (£)");
        assertThatThrownBy(() -> read(MAPPING))
                .hasMessageContaining("cell A11: 'Benefits (£)' seems to say that amounts are in ones");
    }

    @Test
    void aLineThatCountsSomethingElseThanMoneyIsRefused() {
        sheet.put("B14", "Number of learners");
        assertThatThrownBy(() -> read(MAPPING))
                .hasMessageContaining("cell B14: 'Number of learners' seems to count something else than money");
    }

    @Test
    void amountsThatAreRestatedAtOtherPricesAreNoted() throws IOException {
        String other = MAPPING.replace(
                        "\"real\": true, \"priceYear\": \"2026/27\"", "\"real\": true, \"priceYear\": \"2025/26\"")
                .replace(", \"npv\": \"C20\"", "");
        assertThat(read(other).notes())
                .anySatisfy(note ->
                        assertThat(note).contains("amounts at 2025/26 prices are restated at those of 2026/27"));
    }

    @Test
    void theSameLinesInAnotherBlockForTheSameYearsAreRefused() {
        sheet.put("B24", "visits", 0, 110, 440).put("B25", "Learning", "", 55, 275);
        String twice = MAPPING.replace(
                "\"blocks\": [",
                "\"blocks\": [{\"holds\": \"benefits\", \"years\": \"C4:G4\", \"labels\": \"B24:B25\", \"line\": {\"category\": \"social\"}},");
        assertThatThrownBy(() -> read(twice))
                .hasMessageContaining(
                        "cell B12: these lines stand in sheet 'Option A', cells B24:B25 too, for the same years");
    }

    @Test
    void aLineThatSumsUpTheLinesAboveIsRefusedWhateverItIsCalled() {
        assertThatThrownBy(() -> read(MAPPING.replace("A6:B8", "A6:B9").replace("\"byYear\": \"C9:G9\", ", "")))
                .hasMessageContaining("'Total costs' seems to be a total");
        sheet.put("A9", "All of it").put("C9", "=SUM(C6:C8)-1000.25");
        assertThatThrownBy(() -> read(MAPPING.replace("A6:B8", "A6:B9")))
                .hasMessageContaining("cell B9: 'All of it' is in every year the sum of the 3 lines above");
    }

    @Test
    void costsThatAreAllOfTheOtherSignAreNotTakenForReceipts() {
        assertThatThrownBy(() -> read(MAPPING.replace("\"sign\": \"negative\", ", "")))
                .hasMessageContaining("every amount of this block of costs is negative; set its 'sign' to negative");
    }

    @Test
    void aTotalAmongTheLinesWouldCountTwice() {
        assertThatThrownBy(() -> read(MAPPING.replace("\"except\": [\"B13\"], ", "")))
                .hasMessageContaining("cell B13: 'Subtotal' seems to be a total, whose lines would count twice");
    }

    @Test
    void hiddenColumnsOfYearsAreReadAndTold() throws IOException {
        assertThat(read(MAPPING).notes()).noneMatch(note -> note.contains("hidden in the sheet, and amounts"));
        sheet.sheet().setColumnHidden(3, true);
        assertThat(read(MAPPING).notes())
                .anyMatch(note -> note.endsWith("is hidden in the sheet, and amounts there were read"));
    }

    @Test
    void aHiddenRowCountsAsTheSheetCountsItAndIsTold() throws IOException {
        sheet.sheet().getRow(7).setZeroHeight(true);
        assertThat(read(MAPPING).notes())
                .contains("sheet 'Option A', cell B8: 'Librarians' is hidden in the sheet and was read");
    }

    @Test
    void aSheetThatIsNotThereIsNamedWithTheOneThatIsMeant() {
        assertThatThrownBy(() -> read(MAPPING.replace("\"sheet\": \"Option A\"", "\"sheet\": \"Optoin A\"")))
                .hasMessageContaining("has no sheet 'Optoin A'; did you mean 'Option A'?");
    }

    @Test
    void amountsOutsideTheAppraisalPeriodAreNotLost() {
        assertThatThrownBy(
                        () -> read(MAPPING.replace("\"uk-green-book-2026\",", "\"uk-green-book-2026\", \"years\": 4,")))
                .hasMessageContaining(
                        "cell G4: amounts of 2030/31 lie outside the appraisal period from 2026/27 to 2029/30");
    }

    @Test
    void aFileOfSemicolonsWhoseNumbersMayBeTwoIsRefused() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("costs.csv"), "Line;2026/27;2027/28\nWorks;1.234;2.500\nVisits;5.000;6.000\n");
        String mapping = MAPPING.substring(0, MAPPING.indexOf("\"options\"")).replace("thousands", "ones") + """
                "options": [{"id": "build", "title": "Build", "role": "preferred", "blocks": [
                  {"holds": "costs", "years": "B1:C1", "labels": "A2"},
                  {"holds": "benefits", "years": "B1:C1", "labels": "A3", "line": {"category": "social"}}]}]}
                """;
        assertThatThrownBy(() -> read(csv, mapping))
                .hasMessageContaining("cell B2: '1.234' may be one number or another");
        Path commas = Files.writeString(
                folder.resolve("costs.csv"), "Line,2026/27,2027/28\nWorks,\"1,234\",2500\nVisits,5000,6000.5\n");
        assertThat(amounts(result(read(commas, mapping)).option().costs().getFirst()))
                .isEqualTo(Map.of("2026/27", 1_234.0, "2027/28", 2_500.0));
    }

    @Test
    void linesMayStandSideBySideAndYearsBeNumbered() throws IOException {
        SheetBuilder.on(workbook, "Tall")
                .put("A1", "Year", "Works", "Visits")
                .put("A2", 0, 1000, "")
                .put("A3", 1, 500, 900)
                .put("A4", "Year 2", "", 900)
                .put("A5", "Total", "=SUM(B2:B4)", "=SUM(C2:C4)")
                .put("A6", "NPV", "=C2-B2+(C3-B3)/1.035+(C4-B4)/1.035^2");
        String mapping = MAPPING.substring(0, MAPPING.indexOf("\"options\"")).replace("thousands", "ones") + """
                "yearZero": "2027/28",
                "options": [{"id": "build", "title": "Build", "role": "preferred", "sheet": "Tall", "blocks": [
                  {"holds": "costs", "years": "A2:A4", "labels": "B1", "totals": {"all": "B5"}},
                  {"holds": "benefits", "years": "A2:A4", "labels": "C1", "totals": {"all": "C5"}, "line": {"category": "social"}}],
                  "totals": {"npv": "B6"}}]}
                """;
        ImportedProposal imported = read(mapping);
        assertThat(imported.agreeing()).isEqualTo(3);
        assertThat(amounts(result(imported).option().costs().getFirst()))
                .isEqualTo(Map.of("2027/28", 1_000.0, "2028/29", 500.0));
        assertThatThrownBy(() -> read(mapping.replace("\"yearZero\": \"2027/28\",", "")))
                .hasMessageContaining("cell A2: '0' numbers a year; state the financial year of year 0 as 'yearZero'");
    }

    /** Nothing counts twice. */
    @Test
    void aLineOfZerosBelowLinesOfZerosIsNotTheirSum() throws IOException {
        Path csv = Files.writeString(
                folder.resolve("costs.csv"),
                "Line,2026/27,2027/28\nWorks,0,0\nStaff,0,0\nFees,0,0\nRent,5,6\nVisits,5000,6000\n");
        String mapping = MAPPING.substring(0, MAPPING.indexOf("\"options\"")).replace("thousands", "ones") + """
                "options": [{"id": "build", "title": "Build", "role": "preferred", "blocks": [
                  {"holds": "costs", "years": "B1:C1", "labels": "A2:A5"},
                  {"holds": "benefits", "years": "B1:C1", "labels": "A6", "line": {"category": "social"}}]}]}
                """;
        assertThat(result(read(csv, mapping)).option().costs().getLast().title())
                .isEqualTo("Rent");
        Files.writeString(csv, Files.readString(csv).replace("Staff,0,0", "Staff,5,6"));
        assertThatThrownBy(() -> read(csv, mapping))
                .hasMessageContaining("'Rent' is in every year the sum of the 2 lines above, which would count twice");
    }
}
