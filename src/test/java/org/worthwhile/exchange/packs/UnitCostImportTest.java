package org.worthwhile.exchange.packs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.exchange.Overwrite;
import org.worthwhile.exchange.PackReader;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.proposal.Category;

/** A workbook with the layout of the unit cost database: theme sheets, headings below a title, original figures with their years. */
class UnitCostImportTest {

    private static final Path MODELS = Path.of("models");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    private static void row(XSSFSheet sheet, int number, Object... cells) {
        XSSFRow row = sheet.createRow(number - 1);
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
                case Number value -> row.createCell(i).setCellValue(value.doubleValue());
                case Object text -> row.createCell(i).setCellValue(text.toString());
            }
        }
    }

    private static void headings(XSSFSheet sheet) {
        row(sheet, 1, "Unit Cost Database v3.0 - theme");
        row(
                sheet,
                3,
                "",
                "Category",
                "Code",
                "Cost/saving detail",
                "Unit",
                "Agency bearing the cost",
                "Agency detail",
                "Fiscal value: original estimate",
                "Year",
                "Fiscal value, current prices",
                "Economic value: original estimate",
                "Year of economic value",
                "NHS",
                "Local authority",
                "Comments");
    }

    private Path workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            row(workbook.createSheet("Introduction"), 1, "How to use this workbook");
            XSSFSheet crime = workbook.createSheet("Crime");
            headings(crime);
            row(
                    crime,
                    4,
                    "",
                    "Crime",
                    "CR1.0",
                    "Anti-social behaviour",
                    "Per incident",
                    "Police",
                    "",
                    "£1,234",
                    "2002/03",
                    1900.0);
            row(crime, 5, "", "Crime", "CR1.1", "Simple report", "Per incident", "Police", "", "n/a", "2002/03");
            row(crime, 6, "", "Crime", "CR1.2", "A formula", "Per incident", "Police", "", 0, "2013-14");
            crime.getRow(5).getCell(7).setCellFormula("100+23");
            workbook.getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(crime.getRow(5).getCell(7));
            row(crime, 7, "", "Crime", "CR1.3", "A dead link", "Per incident", "Police", "", 0, "2013/14");
            crime.getRow(6).getCell(7).setCellFormula("#REF!+1");
            workbook.getCreationHelper()
                    .createFormulaEvaluator()
                    .evaluateFormulaCell(crime.getRow(6).getCell(7));
            row(crime, 8, "", "Crime", "CR1.4", "Never computed", "Per incident", "Police", "", 0, "2013/14");
            crime.getRow(7).getCell(7).setCellFormula("1+1");
            crime.getRow(7).getCell(7).getCTCell().unsetV();
            XSSFSheet health = workbook.createSheet("Health");
            headings(health);
            row(
                    health,
                    4,
                    "",
                    "Health",
                    "HE1.0",
                    "Reablement",
                    "Per user",
                    "Multiple",
                    "",
                    2046,
                    "2012/13",
                    "",
                    310,
                    "2013/14",
                    0.25,
                    0.75,
                    "A median");
            row(
                    health,
                    5,
                    "",
                    "Health",
                    "HE1.1",
                    "Half a split",
                    "Per user",
                    "Multiple",
                    "",
                    10,
                    "2012/13",
                    "",
                    "",
                    "",
                    0.25,
                    0.25);
            row(health, 6, "", "Health", "HE1.2", "No year", "Per user", "NHS", "", 10, "recent");
            workbook.setSheetHidden(workbook.getSheetIndex(workbook.createSheet("Lookups")), true);
            Path file = folder.resolve("database.bin");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            return file;
        }
    }

    private static UnitValue value(ModelLibrary library, String id) {
        return Objects.requireNonNull(library.unitValues().get("unit-cost-database/" + id));
    }

    @Test
    void everyThemeGivesOriginalFiguresWithTheirOwnYearsAndAgencies() throws IOException {
        PackImport.write(PackImport.read(workbook()), MODELS, folder.resolve("own"), Overwrite.UNCHANGED_EXPORTS);
        ModelLibrary library = PackReader.read(MODELS, Optional.of(folder.resolve("own")));
        assertThat(library.unusable()).isEmpty();
        UnitValue behaviour = value(library, "cr1.0");
        assertThat(behaviour.value())
                .as("the original and not that at current prices")
                .isEqualTo(1234);
        assertThat(behaviour.priceYear().label()).isEqualTo("2002/03");
        assertThat(behaviour.unit()).isEqualTo("incident");
        assertThat(behaviour.category()).isEqualTo(Category.FISCAL);
        assertThat(behaviour.agencies()).isEqualTo(Map.of("police", 1.0));
        assertThat(behaviour.source().edition()).isEqualTo("version 3.0");
        assertThat(value(library, "cr1.2").value()).as("a formula's value").isEqualTo(123);
        assertThat(value(library, "he1.0").agencies()).isEqualTo(Map.of("nhs", 0.25, "local-authority", 0.75));
        assertThat(value(library, "he1.0").note()).contains("A median");
        UnitValue economic = value(library, "he1.0-economic");
        assertThat(economic.value()).isEqualTo(310);
        assertThat(economic.category()).isEqualTo(Category.ECONOMIC);
        assertThat(library.unitValues().keySet().stream().filter(id -> id.startsWith("unit-cost-database/")))
                .containsExactly(
                        "unit-cost-database/cr1.0",
                        "unit-cost-database/cr1.2",
                        "unit-cost-database/he1.0",
                        "unit-cost-database/he1.0-economic",
                        "unit-cost-database/he1.1");
    }

    @Test
    void whatIsNotReadIsToldByCell() throws IOException {
        Path file = workbook();
        assertThat(PackImport.read(file).getFirst().unread())
                .extracting(UnreadCell::sentence)
                .contains(
                        file + " Crime!H5: holds 'n/a'",
                        file + " Crime!H7: its formula gives #REF!",
                        file + " Crime!H8: its formula has not been computed: open the file in Excel and save it",
                        file
                                + " Health!M5: the shares of agencies add up to 0.5 and not to 1: the value is read without its shares",
                        file + " Health!I6: 'recent' is no year",
                        file + " sheet Lookups: the sheet is hidden");
    }

    @Test
    void aPackWhoseAgenciesHaveMoreThanAllIsNotWritten() throws IOException {
        var pack = PackImport.read(workbook()).getFirst();
        pack.tree().withArray("/values").get(0).withObject("/agencies").put("nhs", 0.5);
        assertThatThrownBy(() -> PackImport.write(
                        java.util.List.of(pack), MODELS, folder.resolve("own"), Overwrite.UNCHANGED_EXPORTS))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("the shares of agencies add up to 1.5");
        assertThat(folder.resolve("own")).doesNotExist();
    }
}
