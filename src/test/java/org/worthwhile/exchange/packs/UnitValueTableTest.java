package org.worthwhile.exchange.packs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.samples.Samples;

/** What of a table of unit values is read, and what is told of the rest. */
class UnitValueTableTest {

    private static final Path MODELS = Samples.MODELS;

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private ImportedPack pack(String rows) throws IOException {
        String table = "Service,Cost,Lowest,Highest,NHS,Council\n" + rows;
        String mapping = """
                format: worthwhile-unit-value-mapping/1
                columns: {title: Service, value: Cost, low: Lowest, high: Highest}
                fixed: {category: fiscal, unit: visit, priceYear: 2024/25}
                agencies: {nhs: NHS, local-authority: Council}
                source: {document: Unit costs, publisher: County Council, date: "2025-11-01", licence: own, verified: false}
                """;
        return MappedImport.read(MODELS, file("costs.csv", table), file("costs.mapping.yaml", mapping))
                .packs()
                .getFirst();
    }

    private static List<String> unread(ImportedPack pack) {
        return pack.unread().stream()
                .map(cell -> cell.sentence().replaceFirst("^.*costs\\.(csv|xlsx)", ""))
                .toList();
    }

    private static List<String> values(ImportedPack pack) {
        return pack.tree()
                .get("values")
                .valueStream()
                .map(value ->
                        value.get("title").asString() + " " + value.get("value").asDouble())
                .toList();
    }

    @Test
    void aValueOutsideItsRangeAndALowAboveItsHighAreNotReadAndAreTold() throws IOException {
        ImportedPack pack = pack("""
                Crossed,1200,1500,900,,
                Below,70,80,90,,
                Above,95,80,90,,
                Above alone,95,,90,,
                Right,85,80,90,,
                At its ends,80,80,80,,
                A saving,-85,-90,-80,,
                """);
        assertThat(unread(pack))
                .containsExactly(
                        ":2 column C: the low of 1500 is above the high of 900",
                        ":3 column B: the value of 70 is below its low of 80",
                        ":4 column B: the value of 95 is above its high of 90",
                        ":5 column B: the value of 95 is above its high of 90");
        assertThat(values(pack)).containsExactly("Right 85.0", "At its ends 80.0", "A saving -85.0");
    }

    @Test
    void aNegativeValueIsReadAndToldAndSoIsATitleThatStandsTwice() throws IOException {
        ImportedPack pack = pack("Home visit,41.5,,,,\nPenalty,(950),,,,\nHOME visit,45,,,,\n");
        assertThat(values(pack)).containsExactly("Home visit 41.5", "Penalty -950.0", "HOME visit 45.0");
        assertThat(pack.unread()).isEmpty();
        assertThat(pack.remarks())
                .satisfiesExactly(
                        negative -> assertThat(negative)
                                .endsWith(
                                        "costs.csv:3 column B: the unit value is negative; it is read as -950, a loss for"
                                                + " each visit"),
                        twice -> assertThat(twice)
                                .contains("costs.csv:4 column A: the title 'HOME visit' stands in ")
                                .endsWith(
                                        "costs.csv:2 column A too; both values are read, this one as 'home-visit-2'"));
    }

    @Test
    void anAmountInAnotherCurrencyIsNotTakenForPounds() throws IOException {
        ImportedPack pack = pack("""
                Euros,€52,,,,
                Dollars,$5,,,,
                Code,52 EUR,,,,
                Pounds,£52,€40,GBP 60,,
                Plain,53,,,,
                """);
        assertThat(unread(pack))
                .containsExactly(
                        ":2 column B: '€52' is in another currency, and unit values are in pounds",
                        ":3 column B: '$5' is in another currency, and unit values are in pounds",
                        ":4 column B: '52 EUR' is in another currency, and unit values are in pounds",
                        ":5 column C: '€40' is in another currency, and unit values are in pounds: the value is read without"
                                + " its low");
        assertThat(values(pack)).containsExactly("Pounds 52.0", "Plain 53.0");
        assertThat(pack.tree().at("/values/0/high").asDouble()).isEqualTo(60);
        assertThat(pack.tree().at("/values/0").has("low")).isFalse();
    }

    @Test
    void sharesThatDoNotAddUpLeaveTheValueWithoutThem() throws IOException {
        ImportedPack pack = pack("Review,300,,,60%,60%\n");
        assertThat(unread(pack))
                .containsExactly(
                        ":2 column E: the shares of agencies add up to 1.2 and not to 1: the value is read without"
                                + " its shares");
        assertThat(values(pack)).containsExactly("Review 300.0");
        assertThat(pack.tree().at("/values/0").has("agencies")).isFalse();
        ImportedPack negative = pack("Review,300,,,150%,-50%\n");
        assertThat(unread(negative)).hasSize(1);
        assertThat(negative.tree().at("/values/0").has("agencies")).isFalse();
    }

    @Test
    void aPerCentIsNoAmount() throws IOException {
        Path file = folder.resolve("costs.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Costs");
            fill(sheet, List.of("Service", "Cost"), List.of("Uplift", 15), List.of("Visit", 40));
            CellStyle percent = workbook.createCellStyle();
            percent.setDataFormat(workbook.createDataFormat().getFormat("0%"));
            sheet.getRow(1).getCell(1).setCellStyle(percent);
            workbook.write(out);
        }
        ImportedPack pack =
                MappedImport.read(MODELS, file, twoColumns()).packs().getFirst();
        assertThat(unread(pack)).containsExactly(" Costs!B2: is in per cent");
        assertThat(values(pack)).containsExactly("Visit 40.0");
    }

    @Test
    void anAmountThatItsFormatShowsInAnotherCurrencyIsNotReadAsPounds() throws IOException {
        Path file = folder.resolve("costs.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Costs");
            List<String> formats = List.of(
                    "[$€-407]#,##0.00",
                    "\"$\"#,##0",
                    "[$USD] #,##0",
                    "\"£\"#,##0",
                    "[$£-809]#,##0",
                    "[$-409]#,##0",
                    BuiltinFormats.getBuiltinFormat(5));
            fill(
                    sheet,
                    List.of("Service", "Cost"),
                    List.of("Visit A", 1),
                    List.of("Visit B", 2),
                    List.of("Visit C", 3),
                    List.of("Visit D", 4),
                    List.of("Visit E", 5),
                    List.of("Visit F", 6),
                    List.of("Visit G", 7));
            for (int i = 0; i < formats.size(); i++) {
                CellStyle style = workbook.createCellStyle();
                style.setDataFormat(workbook.createDataFormat().getFormat(formats.get(i)));
                sheet.getRow(i + 1).getCell(1).setCellStyle(style);
            }
            workbook.write(out);
        }
        ImportedPack pack =
                MappedImport.read(MODELS, file, twoColumns()).packs().getFirst();
        assertThat(unread(pack))
                .containsExactly(
                        " Costs!B2: is shown in €, and unit values are in pounds",
                        " Costs!B3: is shown in $, and unit values are in pounds",
                        " Costs!B4: is shown in USD, and unit values are in pounds");
        assertThat(values(pack)).containsExactly("Visit D 4.0", "Visit E 5.0", "Visit F 6.0", "Visit G 7.0");
    }

    @Test
    void everyShownSheetWithTheHeadingsIsReadIntoOnePackAndTheOthersAreTold() throws IOException {
        Path file = folder.resolve("costs.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill(workbook.createSheet("Notes"), List.of("About", "Service"));
            fill(
                    workbook.createSheet("Adults"),
                    List.of("Service", "Cost"),
                    List.of("Visit", 40),
                    List.of("Stay", 900));
            workbook.createSheet("Blank");
            fill(workbook.createSheet("Children"), List.of("By age"), List.of("Cost", "Service"), List.of(80, "Visit"));
            fill(workbook.createSheet("Old"), List.of("Service", "Cost"), List.of("Visit", 10));
            workbook.setSheetHidden(4, true);
            workbook.write(out);
        }
        MappedImport imported = MappedImport.read(MODELS, file, twoColumns());
        ImportedPack pack = imported.packs().getFirst();
        assertThat(imported.packs()).hasSize(1);
        assertThat(values(pack)).containsExactly("Visit 40.0", "Stay 900.0", "Visit 80.0");
        assertThat(pack.read()).containsExactly("Adults: 2 unit values", "Children: 1 unit values");
        assertThat(unread(pack))
                .containsExactly(
                        " sheet Notes: there is no column 'Cost', so that the sheet is not read",
                        " sheet Old: the sheet is hidden");
        assertThat(pack.places().apply("/values/2/value")).hasToString(file + " Children!A3");

        imported.remember(MODELS, folder.resolve("own"));
        assertThat(values(MappedImport.readAsRemembered(MODELS, folder.resolve("own"), file)
                        .orElseThrow()
                        .packs()
                        .getFirst()))
                .isEqualTo(values(pack));
    }

    private Path twoColumns() throws IOException {
        return file("two.mapping.yaml", """
                format: worthwhile-unit-value-mapping/1
                columns: {title: Service, value: Cost}
                fixed: {category: fiscal, unit: visit, priceYear: 2024/25}
                source: {document: Unit costs, publisher: County Council, date: "2025-11-01", licence: own, verified: false}
                """);
    }

    @SafeVarargs
    private static void fill(Sheet sheet, List<Object>... rows) {
        for (int i = 0; i < rows.length; i++) {
            Row row = sheet.createRow(i);
            for (int j = 0; j < rows[i].size(); j++) {
                switch (rows[i].get(j)) {
                    case Integer number -> row.createCell(j).setCellValue(number);
                    case Object text -> row.createCell(j).setCellValue(text.toString());
                }
            }
        }
    }
}
