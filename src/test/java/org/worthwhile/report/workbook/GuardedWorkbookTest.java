package org.worthwhile.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.samples.LibreOffice;
import org.worthwhile.samples.Samples;

/** A workbook holds those who type to what its inputs can be, and says when one is something else. */
class GuardedWorkbookTest {

    private static final String AGREES = "The workbook agrees with itself";

    /** An example to look at, and room for notes. */
    private static final Set<String> FREE = Set.of("How to read", "Change log");

    private static final Appraisal FALLS = Samples.appraisals().stream()
            .filter(appraisal -> appraisal.basis().proposal().id().equals("falls-prevention"))
            .findFirst()
            .orElseThrow();

    /** What is done to a workbook. */
    private record Corruption(String name, Consumer<XSSFWorkbook> done) {}

    private static Corruption put(String sheet, String heading, Object value) {
        return new Corruption(sheet + ", " + heading + " := " + value, workbook -> {
            Cell cell = first(workbook.getSheet(sheet), heading);
            switch (value) {
                case String text when text.isEmpty() -> cell.setBlank();
                case String text -> cell.setCellValue(text);
                case Number number -> cell.setCellValue(number.doubleValue());
                default -> throw new IllegalArgumentException(value.toString());
            }
        });
    }

    /** The first input beneath a heading, or beside one in a table of settings. */
    private static Cell first(XSSFSheet sheet, String heading) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING
                        && cell.getStringCellValue().equals(heading)) {
                    for (int next = row.getRowNum(); next <= sheet.getLastRowNum(); next++) {
                        int column = cell.getColumnIndex() + (next == row.getRowNum() ? 1 : 0);
                        Row line = sheet.getRow(next);
                        Cell found = line == null ? null : line.getCell(column);
                        if (found != null && !found.getCellStyle().getLocked()) {
                            return found;
                        }
                    }
                }
            }
        }
        throw new IllegalArgumentException("No input under " + heading);
    }

    private static final List<Corruption> KNOWN = List.of(
            put("Costs", "Amount a year", "abc"),
            put("Impacts", "Engaged", ""),
            put("Impacts", "Price year", "1899/00"),
            put("Costs", "Bearer", "councl"),
            put("Settings", "Sector", "Public sector"),
            put("Costs", "Kind", "reciept"),
            put("Impacts", "Eligible", 5),
            put("Impacts", "Deadweight", -5),
            put("Settings", "Timing of flows (end-year or mid-year)", "midyear"),
            put("Impacts", "Drop-off a year", 1.5),
            put("Savings", "Share saved", 3),
            new Corruption("a column put in at B of Factors", workbook -> {
                XSSFSheet factors = workbook.getSheet("Factors");
                factors.shiftColumns(1, factors.getRow(4).getLastCellNum(), 1);
            }));

    /** A seeded change of an input to what it cannot be: a word that is none of those it can be, nothing, or a number out of range. */
    private static Corruption random(long seed) {
        return new Corruption("seed " + seed, workbook -> {
            Random random = new Random(seed);
            List<Cell> inputs = new ArrayList<>();
            for (String sheet : List.of("Costs", "Impacts", "Savings", "Settings", "Who gains", "Prices", "Ramp-up")) {
                for (Row row : workbook.getSheet(sheet)) {
                    for (Cell cell : row) {
                        if (!cell.getCellStyle().getLocked() && cell.getCellType() != CellType.FORMULA) {
                            inputs.add(cell);
                        }
                    }
                }
            }
            Cell cell = inputs.get(random.nextInt(inputs.size()));
            if (random.nextBoolean()) {
                cell.setCellValue("not " + random.nextInt(1000) + " what it was");
            } else if (cell.getCellType() == CellType.STRING && random.nextBoolean()) {
                cell.setCellValue(random.nextInt());
            } else {
                cell.setBlank();
            }
        });
    }

    private static String light(XSSFWorkbook workbook) {
        XSSFFormulaEvaluator evaluator = new XSSFFormulaEvaluator(workbook);
        CellValue light =
                evaluator.evaluate(workbook.getSheet("Checks").getRow(3).getCell(1));
        return light.getCellType() == CellType.STRING ? light.getStringValue() : "an error";
    }

    @Test
    void theLightIsGreenUntilAnInputIsWhatItCannotBe() {
        assertThat(light(Recalculation.withoutValues(FALLS))).isEqualTo(AGREES);
        for (Corruption corruption : KNOWN) {
            XSSFWorkbook workbook = Recalculation.withoutValues(FALLS);
            corruption.done.accept(workbook);
            assertThat(light(workbook)).as(corruption.name).isNotEqualTo(AGREES);
        }
    }

    @Test
    void tenRandomCorruptionsTurnTheLightRed() {
        for (long seed = 0; seed < 10; seed++) {
            XSSFWorkbook workbook = Recalculation.withoutValues(FALLS);
            random(seed).done.accept(workbook);
            assertThat(light(workbook)).as("seed " + seed).isNotEqualTo(AGREES);
        }
    }

    @Test
    @Tag("proof")
    void libreOfficeShowsTheLightRedForEveryCorruption(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(LibreOffice.isInstalled(), "skipped: LibreOffice (soffice) is not installed");
        List<Corruption> corruptions = new ArrayList<>(KNOWN.subList(0, KNOWN.size() - 1));
        for (long seed = 0; seed < 100; seed++) {
            corruptions.add(random(seed));
        }
        corruptions.add(new Corruption("none", _ -> {}));
        List<Path> files = new ArrayList<>();
        Path in = Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < corruptions.size(); i++) {
            XSSFWorkbook workbook = Recalculation.withoutValues(FALLS);
            corruptions.get(i).done.accept(workbook);
            Path file = in.resolve(i + ".xlsx");
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
            files.add(file);
        }
        Path recalculated = LibreOffice.convert(files, "xlsx", folder);
        for (int i = 0; i < corruptions.size(); i++) {
            try (InputStream file = Files.newInputStream(recalculated.resolve(i + ".xlsx"));
                    XSSFWorkbook workbook = new XSSFWorkbook(file)) {
                Cell light = workbook.getSheet("Checks").getRow(3).getCell(1);
                String shown =
                        light.getCachedFormulaResultType() == CellType.STRING ? light.getStringCellValue() : "an error";
                assertThat(shown.equals(AGREES))
                        .as(corruptions.get(i).name)
                        .isEqualTo(corruptions.get(i).name.equals("none"));
            }
        }
    }

    @Test
    void everyInputHasAValidationAndNothingElseCanBeTypedIn() {
        XSSFWorkbook workbook = Recalculation.withoutValues(FALLS);
        workbook.forEach(each -> {
            XSSFSheet sheet = (XSSFSheet) each;
            assertThat(sheet.isSheetLocked()).as(sheet.getSheetName()).isTrue();
            assertThat(sheet.getCTWorksheet().getSheetProtection().isSetPassword())
                    .isFalse();
            List<? extends DataValidation> validations = sheet.getDataValidations();
            for (Row row : sheet) {
                for (Cell cell : row) {
                    boolean validated = validations.stream()
                            .flatMap(validation ->
                                    List.of(validation.getRegions().getCellRangeAddresses()).stream())
                            .anyMatch(range -> range.isInRange(cell));
                    assertThat(validated)
                            .as(sheet.getSheetName() + "!" + new CellReference(cell).formatAsString())
                            .isEqualTo(!cell.getCellStyle().getLocked() && !FREE.contains(sheet.getSheetName()));
                }
            }
        });
    }
}
