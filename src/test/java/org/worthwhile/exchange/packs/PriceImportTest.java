package org.worthwhile.exchange.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.Overwrite;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.Standing;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.proposal.FinancialYear;

/** Published price indices and carbon values, in the layouts that they are published in. */
class PriceImportTest {

    private static final Path MODELS = Path.of("models");

    /** HM Treasury's layout: an empty first column, both kinds of years, forecasts without an index, notes. */
    private static final List<List<Object>> DEFLATORS = List.of(
            List.of("GDP DEFLATORS AT MARKET PRICES, AND MONEY GDP: March 2026 (Quarterly National Accounts)"),
            List.of("This page updated: 31 March 2026"),
            List.of(),
            List.of(
                    "",
                    "Financial year",
                    "GDP deflator at market prices\n2024-25 = 100",
                    "GDP deflator\nper cent change on previous year",
                    "Money GDP\nCash: £ million",
                    "Money GDP per cent change",
                    "",
                    "Calendar year",
                    "GDP deflator at market prices\n2024 = 100",
                    "per cent change on previous year",
                    "Money GDP"),
            List.of("", "2012-13", 71.9, 2.0, "1,600,000", 4.0, "", 2012, 71.9, 1.5, "1,590,000"),
            List.of("", "2013-14", 73.1, 1.7, "1,780,000", 4.0, "", 2013, 73.48, 2.2, "1,700,000"),
            List.of("", "2024-25", 100.0, 3.9, "2,900,000", 4.0, "", 2024, 100.0, 3.9, "2,880,000"),
            List.of("", "2025-26 (1)", "-", 2.8, "-", 4.0, "", "2025 (1)", "-", 3.4, "-"),
            List.of("", "2026-27 (1), (2)", "-", 2.0, "-", 4.0, "", "2026 (1), (2)", "-", 2.3, "-"),
            List.of("Notes: (1) forecast. (2) OBR March 2026"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Path csv(List<List<Object>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<Object> row : rows) {
            text.append(String.join(
                            ",",
                            row.stream()
                                    .map(value -> value instanceof String ? "\"" + value + "\"" : value.toString())
                                    .toList()))
                    .append(row.isEmpty() ? ",\n" : "\n");
        }
        return Files.writeString(folder.resolve("published.dat"), text);
    }

    private static void fill(XSSFSheet sheet, List<List<Object>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            XSSFRow row = sheet.createRow(i);
            for (int j = 0; j < rows.get(i).size(); j++) {
                switch (rows.get(i).get(j)) {
                    case Number number -> row.createCell(j).setCellValue(number.doubleValue());
                    case Object text -> row.createCell(j).setCellValue(text.toString());
                }
            }
        }
    }

    private Path save(XSSFWorkbook workbook) throws IOException {
        Path file = folder.resolve("published.bin");
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private ModelLibrary imported(Path file) {
        PackImport.write(PackImport.read(file), MODELS, folder.resolve("own"), Overwrite.UNCHANGED_EXPORTS);
        ModelLibrary library = PackReader.read(MODELS, Optional.of(folder.resolve("own")));
        assertThat(library.unusable()).isEmpty();
        return library;
    }

    private static PriceIndex index(ModelLibrary library, String id) {
        return Objects.requireNonNull(library.priceIndices().get(id));
    }

    private static FinancialYear year(String label) {
        return FinancialYear.of(label);
    }

    private static void requireDeflators(ModelLibrary library) {
        PriceIndex financial = index(library, "uk-gdp-deflator");
        assertThat(financial.factor(year("2013/14"), year("2024/25"))).isCloseTo(100 / 73.1, within(1e-12));
        assertThat(financial.growthInto(year("2025/26"))).isCloseTo(0.028, within(1e-12));
        assertThat(financial.growthInto(year("2026/27"))).isCloseTo(0.02, within(1e-12));
        assertThat(financial.growthInto(year("2040/41")))
                .as("the forecast goes on and not the last outturn")
                .isCloseTo(0.02, within(1e-12));
        assertThat(financial.provisionalFrom()).contains(year("2025/26"));
        assertThat(financial.standingTo(year("2024/25"))).isEqualTo(Standing.VERIFIED);
        assertThat(financial.standingTo(year("2025/26"))).isEqualTo(Standing.PROVISIONAL);
        assertThat(financial.covers(year("2018/19")))
                .as("a year that is not in the table")
                .isFalse();
        assertThat(financial.source().edition()).isEqualTo("March 2026 (Quarterly National Accounts)");
        assertThat(financial.source().date()).isEqualTo("31 March 2026");
        PriceIndex calendar = index(library, "uk-gdp-deflator-calendar");
        assertThat(calendar.factor(year("2013/14"), year("2024/25"))).isCloseTo(100 / 73.48, within(1e-12));
        assertThat(calendar.growthInto(year("2025/26"))).isCloseTo(0.034, within(1e-12));
    }

    @Test
    void deflatorsWithForecastsAreReadFromCsvByWhatItHolds() throws IOException {
        requireDeflators(imported(csv(DEFLATORS)));
    }

    @Test
    void theSameDeflatorsAreReadFromAWorkbookAndHiddenSheetsAreToldAsNotRead() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Contents").createRow(0).createCell(0).setCellValue("Contents");
            fill(workbook.createSheet("Data"), DEFLATORS);
            fill(workbook.createSheet("Old"), DEFLATORS);
            workbook.setSheetHidden(2, true);
            Path file = save(workbook);
            requireDeflators(imported(file));
            assertThat(PackImport.read(file).getFirst().unread())
                    .extracting(UnreadCell::sentence)
                    .contains(file + " sheet Old: the sheet is hidden")
                    .anyMatch(sentence -> sentence.contains("Data!E5") && sentence.contains("money gdp"));
        }
    }

    @Test
    void growthThatAWorkbookHoldsAsFractionsIsNotTakenForPerCents() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Data");
            fill(sheet, DEFLATORS);
            for (int row = 4; row <= 8; row++) {
                for (int column : new int[] {3, 9}) {
                    var cell = sheet.getRow(row).getCell(column);
                    cell.setCellValue(cell.getNumericCellValue() / 100);
                }
            }
            requireDeflators(imported(save(workbook)));
        }
    }

    @Test
    void growthThatIsNotThatOfTheIndexIsRefusedAndNothingIsWritten() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Data");
            fill(sheet, DEFLATORS);
            sheet.getRow(5).getCell(3).setCellValue(17);
            Path file = save(workbook);
            assertThatThrownBy(() -> imported(file))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("Data!D6: the change on the year before is not that of the index beside it");
            assertThat(folder.resolve("own")).doesNotExist();
        }
    }

    @Test
    void aDifferentPackOfOnesOwnIsReplacedOnlyWhenThatIsAgreed() throws IOException {
        Path file = csv(DEFLATORS);
        imported(file);
        imported(file);
        Path pack = folder.resolve("own").resolve("prices").resolve("uk-gdp-deflator.json");
        Files.writeString(pack, Files.readString(pack).replace("31 March 2026", "my own"));
        assertThatThrownBy(() -> imported(file))
                .hasMessageContaining("uk-gdp-deflator.json: is there already and differs from what was imported");
        assertThat(Files.readString(pack)).contains("my own");
        PackImport.write(PackImport.read(file), MODELS, folder.resolve("own"), Overwrite.ANY_FILE);
        assertThat(Files.readString(pack)).doesNotContain("my own");
    }

    @Test
    void calendarYearsStandForFinancialYearsOnlyWhereTheMonthsAreNotThereAndThisIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), """
                "Title","CPIH INDEX 00: ALL ITEMS 2015=100"
                "CDID","L522"
                "Source dataset ID","MM23"
                "PreUnit",""
                "Unit","Index, base year = 100"
                "Release date","18-11-2026"
                "Next release","16 December 2026"
                "Important notes",
                "2022","120.5"
                "2023","128.6"
                "2024","132.9"
                "2025","137.9"
                "2025 Q1","135.1"
                "2025 JAN","135.1"
                """);
        PriceIndex index = index(imported(file), "uk-cpih");
        assertThat(index.factor(year("2022/23"), year("2025/26"))).isCloseTo(137.9 / 120.5, within(1e-12));
        assertThat(index.lastYear()).isEqualTo(year("2025/26"));
        assertThat(index.source().date()).isEqualTo("18-11-2026");
        assertThat(index.standing()).isEqualTo(Standing.UNVERIFIED);
        ImportedPack pack = PackImport.read(file).getFirst();
        assertThat(pack.read())
                .anyMatch(line -> line.contains(
                        "not verified, since calendar years stand for the financial years that begin in them"));
        assertThat(pack.unread())
                .extracting(UnreadCell::why)
                .contains("2 quarters and months, of which no three financial years are whole");
    }

    private static final String SERIES = """
            "Title","CPIH INDEX 00: ALL ITEMS 2023=100"
            "CDID","L522"
            "Unit","Index, base year = 100"
            "Release date","18-11-2026"
            """;

    /** The index of month m from January 2020 is 100 + m, but for those that are given another figure or none. */
    private static String monthly(Map<String, String> others) {
        String[] names = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
        StringBuilder text = new StringBuilder(SERIES);
        for (int year = 2020; year < 2026; year++) {
            text.append("\"%d\",\"%s\"\n".formatted(year, others.getOrDefault("" + year, "100")));
        }
        for (int month = 0; month < 72; month++) {
            String label = (2020 + month / 12) + " " + names[month % 12];
            String figure = others.getOrDefault(label, String.valueOf(100 + month));
            text.append(figure.isEmpty() ? "" : "\"" + label + "\",\"" + figure + "\"\n");
        }
        return text.toString();
    }

    /** April to March of 2020/21 are months 3 to 14, whose mean is 108.5; each year later it is 12 more. */
    @Test
    void aFinancialYearIsTheMeanOfItsMonths() throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), monthly(Map.of()));
        PriceIndex index = index(imported(file), "uk-cpih");
        assertThat(index.firstYear()).isEqualTo(year("2020/21"));
        assertThat(index.lastYear()).isEqualTo(year("2024/25"));
        assertThat(index.factor(year("2020/21"), year("2024/25"))).isCloseTo(156.5 / 108.5, within(1e-12));
        assertThat(index.growthInto(year("2022/23"))).isCloseTo(132.5 / 120.5 - 1, within(1e-12));
        assertThat(index.standing()).isEqualTo(Standing.VERIFIED);
        assertThat(PackImport.read(file).getFirst().unread())
                .extracting(UnreadCell::why)
                .containsExactly("2019/20 has 3 of 12 months", "2025/26 has 9 of 12 months");
    }

    @Test
    void aFinancialYearWithoutOneOfItsMonthsHasNoFigure() throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), monthly(Map.of("2022 JUL", "")));
        PriceIndex index = index(imported(file), "uk-cpih");
        assertThat(index.covers(year("2022/23"))).isFalse();
        assertThat(index.factor(year("2021/22"), year("2023/24"))).isCloseTo(144.5 / 120.5, within(1e-12));
        assertThat(PackImport.read(file).getFirst().unread())
                .extracting(UnreadCell::why)
                .contains("2022/23 has 11 of 12 months");
    }

    @Test
    void aMonthThatIsThereTwiceIsToldAtItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), monthly(Map.of()) + "\"2022 JUL\",\"999\"\n");
        assertThatThrownBy(() -> PackImport.read(file))
                .hasMessageContaining(
                        "series.csv:83 column B: 2022-07 is there twice, with 130 and here with 999; keep the one"
                                + " that is published");
    }

    @Test
    void aMonthThatIsThereTwiceWithOneFigureIsReadOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), monthly(Map.of()) + "\"2022 JUL\",\"130\"\n");
        assertThat(index(imported(file), "uk-cpih").growthInto(year("2022/23")))
                .isCloseTo(132.5 / 120.5 - 1, within(1e-12));
    }

    /** What stands for 100 is neither less than half nor more than twice as much. */
    @Test
    void anIndexOfAnotherBaseIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), monthly(Map.of("2023", "373.4")));
        assertThatThrownBy(() -> PackImport.read(file))
                .hasMessageContaining("the title says 2023=100, but the figure of 2023 is 373.4");
    }

    @Test
    void anIndexThatIsNot100WhereItsTitleSaysSoIsNotVerified() throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), monthly(Map.of("2023", "103.4")));
        assertThat(index(imported(file), "uk-cpih").standing()).isEqualTo(Standing.UNVERIFIED);
        assertThat(PackImport.read(file).getFirst().read())
                .anyMatch(line ->
                        line.endsWith("not verified, since the title says 2023=100, but the figure of 2023 is 103.4"));
    }

    @Test
    void anEmptyFileIsToldAsEmpty() throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), "");
        assertThatThrownBy(() -> PackImport.read(file))
                .hasMessageContaining("series.csv: is empty; check that it is the file you meant.");
    }

    @Test
    void ratesThatAreHeadedAsAnIndexAreRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), monthly(Map.of("2023", "7.3")));
        assertThatThrownBy(() -> PackImport.read(file))
                .hasMessageContaining(
                        "series.csv:8 column B: the title says 2023=100, but the figure of 2023 is 7.3; use the"
                                + " series of the index itself and not of its rates of change");
    }

    @Test
    void yearsThatATitleCallsForecastAreProvisionalThoughTheyHaveAnIndex() throws IOException {
        Path file =
                deflatorsWith(2, 0, "OUTTURN DATA FROM 2012-13 TO 2013-14 AND FORECAST DATA FROM 2024-25 TO 2026-27");
        assertThat(index(imported(file), "uk-gdp-deflator").provisionalFrom()).contains(year("2024/25"));
    }

    /** Rates of change that are headed as an index: growth that no pack may have is told once, where the file has it. */
    @Test
    void whatCannotBeAnIndexIsToldAtTheLineOfTheFileAndOnce() throws IOException {
        Path file = Files.writeString(
                folder.resolve("rates.csv"),
                SERIES.replace("2023=100", "2015=100")
                        + "\"2020\",\"2.1\"\n\"2021\",\"8.8\"\n\"2022\",\"1.4\"\n\"2023\",\"9.0\"\n");
        assertThatThrownBy(() -> imported(file))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.problems())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.place().toString()).isEqualTo(file + ":6 column B");
                                    assertThat(problem.what())
                                            .startsWith("makes the pack's 'growth 2021/22', where 3.19")
                                            .endsWith(" is too large; it is the first of 3 such figures");
                                }));
        assertThat(folder.resolve("own")).doesNotExist();
    }

    private Path deflatorsWith(int row, int column, Object value) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Data");
            fill(sheet, DEFLATORS);
            var cell = sheet.getRow(row - 1).getCell(column);
            switch (value) {
                case FormulaError error -> cell.setCellErrorValue(error.getCode());
                case Number number -> cell.setCellValue(number.doubleValue());
                case Object text -> cell.setCellValue(text.toString());
            }
            return save(workbook);
        }
    }

    /** Row 6 is 2013/14, between 71.9 in 2012/13 and 100 in 2024/25; its change of 1.7% is rounded. */
    @Test
    void anIndexThatCannotBeReadIsNoForecastAndIsNotMadeUpFromTheRoundedChange() throws IOException {
        for (Object bad : List.of(FormulaError.NA, -5, "see note", "")) {
            Path file = deflatorsWith(6, 2, bad);
            ImportedPack pack = PackImport.read(file).getFirst();
            assertThat(pack.unread())
                    .extracting(UnreadCell::sentence)
                    .anyMatch(sentence -> sentence.startsWith(file + " Data!C6: the index of 2013-14: "));
            assertThat(pack.read())
                    .anyMatch(line -> line.endsWith("not verified, since 1 year has no index that can be read"))
                    .anyMatch(line -> line.contains("forecasts from 2025/26 on"));
            PriceIndex index = index(imported(file), "uk-gdp-deflator");
            assertThat(index.covers(year("2013/14"))).as("%s", bad).isFalse();
            assertThat(index.factor(year("2012/13"), year("2024/25"))).isCloseTo(100 / 71.9, within(1e-12));
            assertThat(index.provisionalFrom()).contains(year("2025/26"));
            assertThat(index.standing()).isEqualTo(Standing.UNVERIFIED);
            Files.delete(folder.resolve("own").resolve("prices").resolve("uk-gdp-deflator.json"));
            Files.delete(folder.resolve("own").resolve("prices").resolve("uk-gdp-deflator-calendar.json"));
        }
    }

    /** 2025/26 has no figure, so that growth into 2026/27 leads from nowhere. */
    @Test
    void aForecastAfterAnIndexThatCannotBeReadIsNotUsed() throws IOException {
        Path file = deflatorsWith(8, 2, FormulaError.REF);
        PriceIndex index = index(imported(file), "uk-gdp-deflator");
        assertThat(index.lastYear()).isEqualTo(year("2024/25"));
        assertThat(index.provisionalFrom()).isEmpty();
        assertThat(PackImport.read(file).getFirst().read())
                .anyMatch(line ->
                        line.endsWith("the growth of 2026/27 is not used, since the year before has no figure"));
    }

    @Test
    void aYearThatIsThereTwiceWithAnotherIndexIsToldAtItsCell() throws IOException {
        Path file = deflatorsWith(6, 1, "2012-13");
        assertThatThrownBy(() -> PackImport.read(file))
                .hasMessageContaining("Data!C6: 2012/13 is there twice, with 71.9 and here with 73.1");
    }

    /** HM Treasury's titles name the accounts beside the month. */
    @Test
    void aLongEditionWithoutADayGivesItsMonthAsDate() throws IOException {
        Path file = deflatorsWith(2, 0, "September 2026 (Quarterly National Accounts)");
        PriceIndex index = index(imported(file), "uk-gdp-deflator");
        assertThat(index.source().date()).isEqualTo("March 2026");
        assertThat(index.source().edition()).isEqualTo("March 2026 (Quarterly National Accounts)");
    }

    @Test
    void carbonValuesAreReadBelowMergedHeadingsAndCellsWithoutANumberAreTold() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Table 3");
            fill(
                    sheet,
                    List.of(
                            List.of(
                                    "Table 3: Carbon values and sensitivities 2020-2100 for appraisal, 2022 prices, £/tCO2e"),
                            List.of("", "Carbon values"),
                            List.of("Year", "Low series", "Central series", "High series"),
                            List.of(2024, 134.48, 268.97, 403.45),
                            List.of(2025, 136.53, "£273.06", 409.59),
                            List.of(2026, 138.61, 277.22, 415.83),
                            List.of(2027, "[x]", 281.44, 422.16)));
            sheet.addMergedRegion(new CellRangeAddress(1, 1, 1, 3));
            Path file = save(workbook);
            ModelLibrary library = imported(file);
            var central = Objects.requireNonNull(library.unitValues().get("uk-carbon/co2e-central"));
            assertThat(central.in(year("2025/26"))).isEqualTo(273.06);
            assertThat(central.priceYear()).isEqualTo(year("2022/23"));
            assertThat(Objects.requireNonNull(library.unitValues().get("uk-carbon/co2e-high"))
                            .in(year("2027/28")))
                    .isEqualTo(422.16);
            assertThat(PackImport.read(file).getFirst().unread())
                    .extracting(UnreadCell::sentence)
                    .contains(file + " Table 3!B7: holds '[x]'");
        }
    }
}
