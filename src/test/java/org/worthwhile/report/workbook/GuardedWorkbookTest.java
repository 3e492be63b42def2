package org.worthwhile.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.samples.LibreOffice;
import org.worthwhile.samples.Samples;

/** A workbook holds those who type to what its inputs can be, and one light says when something in it is wrong or changed. */
class GuardedWorkbookTest {

    private static final String AGREES = "The workbook agrees with itself";
    private static final String DIFFERS = "Inputs differ from those appraised";
    private static final String LOOK = "Look at the checks that are not marked pass";
    private static final String TIMING = "Timing of flows (end-year or mid-year)";

    /** An example to look at, and room for notes. */
    private static final Set<String> FREE = Set.of("How to read", "Change log");

    /** Of few lines and years, with every sheet of inputs. */
    private static final Appraisal SMALL = small();

    private static Appraisal small() {
        Located<Proposal> proposal = new ProposalReader(GeneratedProposals.MODELS).parse("small.json", """
                {"format": "worthwhile-proposal/1", "id": "small", "title": "Small",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 4},
                 "organisations": [{"id": "council", "title": "Council", "sector": "public"},
                                   {"id": "nhs", "title": "Board", "sector": "public"},
                                   {"id": "firm", "title": "Firm", "sector": "private"}],
                 "groups": [{"id": "low", "title": "Low incomes", "incomeIndex": 0.5}],
                 "parameters": [{"id": "gain", "title": "Gain", "unit": "effect", "value": 0.2}],
                 "options": [
                   {"id": "bau", "title": "As now", "role": "business-as-usual", "costs": [
                     {"id": "now", "title": "Now", "bearer": "council", "kind": "revenue", "amount": {"annual": 10000}}]},
                   {"id": "do", "title": "Do", "role": "preferred",
                    "costs": [
                      {"id": "run", "title": "Run", "bearer": "council", "kind": "revenue",
                       "amount": {"annual": 30000, "from": "2026/27", "to": "2028/29"}},
                      {"id": "build", "title": "Build", "bearer": "council", "kind": "capital",
                       "amount": {"schedule": {"2026/27": 50000}}},
                      {"id": "fees", "title": "Fees", "bearer": "firm", "kind": "receipt", "amount": {"annual": 500}}],
                    "impacts": [
                      {"id": "stays", "title": "Stays", "category": "fiscal", "unit": "stay",
                       "quantity": {"population": 1000, "eligible": 0.9, "engagement": 0.5, "effect": {"parameter": "gain"}},
                       "profile": {"start": "2026/27", "rampUp": [0.5, 1.0], "dropOff": 0.1},
                       "additionality": {"deadweight": 0.2},
                       "value": {"amount": 900, "priceYear": "2024/25"},
                       "savings": [{"organisation": "nhs", "share": 0.6, "cashable": 0.5, "cashableFrom": "2027/28"}],
                       "beneficiaries": [{"group": "low", "share": 0.4}]}]}]}""");
        return Appraiser.appraise(
                References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of()));
    }

    private static final XSSFWorkbook SOUND = Recalculation.withoutValues(SMALL);

    /** Writes into the first input beneath a heading; a number, a text, or nothing. */
    private static Corruption put(String sheet, String heading, Object value) {
        return new Corruption(sheet + ", " + heading + " := " + value, workbook -> {
            Cell cell = first(workbook.getSheet(sheet), heading);
            switch (value) {
                case String text when text.isEmpty() -> cell.setBlank();
                case String text -> {
                    cell.setBlank();
                    cell.setCellValue(text);
                }
                case Number number -> {
                    cell.setBlank();
                    cell.setCellValue(number.doubleValue());
                }
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

    private static Corruption on(String name, String sheet, Consumer<XSSFSheet> done) {
        return new Corruption(name, workbook -> done.accept(workbook.getSheet(sheet)));
    }

    private static void overwrite(Cell cell, double value) {
        cell.removeFormula();
        cell.setCellValue(value);
    }

    /** By one that comes to 9. */
    private static void replaceLastFormula(XSSFSheet sheet) {
        List<Cell> formulas = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA && cell.getCachedFormulaResultType() == CellType.NUMERIC) {
                formulas.add(cell);
            }
        }));
        formulas.getLast().setCellFormula("4+5");
    }

    private static void swap(Row row, int one, int other) {
        String text = row.getCell(one).getStringCellValue();
        row.getCell(one).setCellValue(row.getCell(other).getStringCellValue());
        row.getCell(other).setCellValue(text);
    }

    private static List<Cell> numbers(XSSFSheet sheet) {
        List<Cell> numbers = new ArrayList<>();
        sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.NUMERIC) {
                numbers.add(cell);
            }
        }));
        return numbers;
    }

    /** A formula in place of each of the first and the last of a row of formulas, all over the workbook. */
    private static List<Corruption> otherFormulas() {
        List<Corruption> others = new ArrayList<>();
        SOUND.forEach(sheet -> {
            if (List.of("Checks", "As appraised", "Cross-checks").contains(sheet.getSheetName())) {
                return;
            }
            sheet.forEach(row -> {
                List<Cell> formulas = new ArrayList<>();
                row.forEach(cell -> {
                    // What a cell that shows the light says, nothing else can know.
                    boolean isLight = sheet.getSheetName().equals("Summary") && row.getRowNum() == 3;
                    if (cell.getCellType() == CellType.FORMULA && !isLight) {
                        formulas.add(cell);
                    }
                });
                if (!formulas.isEmpty()) {
                    for (Cell cell :
                            new LinkedHashSet<>(List.of(formulas.get(formulas.size() / 2), formulas.getLast()))) {
                        int column = cell.getColumnIndex();
                        others.add(on(
                                "another formula in " + sheet.getSheetName() + "!"
                                        + new CellReference(cell).formatAsString(),
                                sheet.getSheetName(),
                                changed -> changed.getRow(row.getRowNum())
                                        .getCell(column)
                                        .setCellFormula("1234+5")));
                    }
                }
            });
        });
        return others;
    }

    /** A cost of 100,000 a year in a row that nothing was in. */
    private static void cost(XSSFSheet costs, int row) {
        Row line = costs.createRow(row);
        line.createCell(0).setCellValue("do");
        line.createCell(1).setCellValue("more");
        line.createCell(3).setCellValue("council");
        line.createCell(11).setCellValue(100_000);
    }

    private static final Corruption NOTHING = new Corruption("nothing", _ -> {});

    /** What an analyst found that the light did not show, and their siblings. */
    private static final List<Corruption> KNOWN = List.of(
            put("Costs", "Amount a year", "abc"),
            put("Costs", "Amount a year", "10000"),
            put("Costs", "Amount a year", ""),
            put("Costs", "Bearer", "councl"),
            put("Costs", "Kind", "reciept"),
            put("Costs", "From", "2026/28"),
            put("Costs", "From", 2026),
            put("Costs", "From", "2031/32"),
            put("Impacts", "Engaged", ""),
            put("Impacts", "Price year", "1899/00"),
            put("Impacts", "Price year", "1989/90"),
            put("Impacts", "Eligible", 5),
            put("Impacts", "Eligible", -0.1),
            put("Impacts", "Deadweight", -5),
            put("Impacts", "Drop-off a year", 1.5),
            put("Impacts", "Lag, years", 2.5),
            put("Impacts", "Duration, years", 2.5),
            put("Savings", "Share saved", 3),
            put("Who gains", "Share", 1.1),
            put("Settings", "Sector", "Public sector"),
            put("Settings", TIMING, "midyear"),
            put("Settings", "Rate a year", "3.5%"),
            put("Parameters", "Value", "none"),
            on("a cost beneath the last", "Costs", costs -> cost(costs, costs.getLastRowNum() + 1)),
            on("a cost put in between others", "Costs", costs -> {
                costs.shiftRows(5, costs.getLastRowNum(), 1);
                cost(costs, 5);
            }),
            on(
                    "the line of a cost written over that of the next",
                    "Costs",
                    costs -> costs.getRow(6)
                            .getCell(1)
                            .setCellValue(costs.getRow(5).getCell(1).getStringCellValue())),
            on(
                    "a result typed in",
                    "Results",
                    results -> overwrite(results.getRow(4).getCell(8), 1e6)),
            on("a result on Summary typed in", "Summary", summary -> {
                for (Row row : summary) {
                    Cell cell = row.getCell(3);
                    if (cell != null && cell.getCellType() == CellType.FORMULA) {
                        overwrite(cell, 1e6);
                    }
                }
            }),
            on(
                    "an amount of a year typed in as it was",
                    "2 do",
                    sheet -> overwrite(sheet.getRow(5).getCell(6), 30_000)),
            on(
                    "another formula of the net value",
                    "Results",
                    results -> results.getRow(4).getCell(8).setCellFormula("2*(G5-H5)+1")),
            on("another formula of what Summary shows", "Summary", GuardedWorkbookTest::replaceLastFormula),
            on("another formula of a step", "Step by step", GuardedWorkbookTest::replaceLastFormula),
            on("another formula of a year", "By year", GuardedWorkbookTest::replaceLastFormula),
            on("another formula of a budget", "Budget", GuardedWorkbookTest::replaceLastFormula),
            on("two headings swapped", "Results", results -> swap(results.getRow(3), 6, 7)),
            on("the names of two steps swapped", "By year", sheet -> {
                String first = sheet.getRow(29).getCell(1).getStringCellValue();
                sheet.getRow(29)
                        .getCell(1)
                        .setCellValue(sheet.getRow(30).getCell(1).getStringCellValue());
                sheet.getRow(30).getCell(1).setCellValue(first);
            }),
            on(
                    "the title of a line of a calculation changed",
                    "2 do",
                    sheet -> sheet.getRow(5).getCell(1).setCellValue("Build")),
            on(
                    "a figure typed over on the sheet of other rates",
                    "Other rates",
                    rates -> numbers(rates).getLast().setCellValue(9)),
            on("a check marked as passed by a formula", "Checks", checks -> {
                checks.getRow(6).getCell(3).setCellFormula("1+1");
                checks.getRow(6).getCell(1).setCellFormula("\"pass\"");
            }),
            on("a check marked as passed", "Checks", checks -> {
                Cell cell = checks.getRow(6).getCell(1);
                cell.removeFormula();
                cell.setCellValue("pass");
            }));

    /** What could have been appraised as well, and was not. */
    private static final List<Corruption> OTHER_INPUTS = List.of(
            put("Costs", "Amount a year", 1),
            put("Costs", "Bearer", "firm"),
            // The price index goes back to 1990/91, so that this is a year like others.
            put("Impacts", "Price year", "1999/00"),
            put("Settings", TIMING, "mid-year"),
            put("Settings", "Sector", "private"),
            put("Who gains", "Share", 0.3),
            put("Parameters", "Value", 0.3),
            put("Impacts", "Eligible", 0.8),
            put("Amounts by year", "2026/27", ""));

    private static String light(XSSFWorkbook workbook) {
        return Recalculation.textByPoi(workbook, "Summary", 3, 1);
    }

    private static String lightAfter(Corruption... corruptions) {
        XSSFWorkbook workbook = Recalculation.copy(SOUND);
        List.of(corruptions).forEach(corruption -> corruption.done().accept(workbook));
        return light(workbook);
    }

    @Test
    void theLightIsGreenOnlyUntilSomethingIsWrong() {
        assertThat(light(SOUND)).isEqualTo(AGREES);
        for (Corruption corruption : KNOWN) {
            assertThat(lightAfter(corruption)).as(corruption.name()).isEqualTo(LOOK);
        }
    }

    @Test
    void aCheckCannotBeToldToBeOfOtherInputsWhileNoneDiffers() {
        assertThat(lightAfter(on(
                        "told so",
                        "Checks",
                        checks -> checks.getRow(6).getCell(1).setCellFormula("\"inputs differ\""))))
                .isEqualTo(LOOK);
    }

    @Test
    void otherInputsThatCouldBeAreToldApartFromWhatIsWrong() {
        for (Corruption corruption : OTHER_INPUTS) {
            assertThat(lightAfter(corruption)).as(corruption.name()).isEqualTo(DIFFERS);
        }
    }

    /** While the figures of sheets cannot be held to those that were written. */
    @Test
    void whatIsDamagedIsToldWhileInputsDiffer() {
        Corruption otherInput = put("Costs", "Amount a year", 20_000);
        for (Corruption corruption : KNOWN) {
            assertThat(lightAfter(otherInput, corruption)).as(corruption.name()).isEqualTo(LOOK);
        }
    }

    /** A part of all in turn, in an order of chance; the proof has more of them. */
    @Test
    void anyOtherFormulaIsToldWhileInputsDiffer() {
        assertOtherFormulasAreTold(15);
    }

    @Test
    @Tag("proof")
    void everyOtherFormulaIsToldWhileInputsDiffer() {
        assertOtherFormulasAreTold(Integer.MAX_VALUE);
    }

    private static void assertOtherFormulasAreTold(int most) {
        Corruption otherInput = put("Costs", "Amount a year", 20_000);
        List<Corruption> others = new ArrayList<>(otherFormulas());
        Collections.shuffle(others, new Random(7));
        for (Corruption corruption : others.subList(0, Math.min(most, others.size()))) {
            assertThat(lightAfter(otherInput, corruption)).as(corruption.name()).isEqualTo(LOOK);
        }
    }

    @Test
    void whatChangesNothingLeavesTheLightGreen() {
        for (Corruption corruption : List.of(
                put("Costs", "Amount a year", 10_000),
                put("Costs", "Bearer", "Council"),
                put("Amounts by year", "2027/28", 0),
                on("an empty row put in", "Costs", costs -> costs.shiftRows(5, costs.getLastRowNum(), 1)),
                on(
                        "an empty row put in among prices",
                        "Prices",
                        prices -> prices.shiftRows(20, prices.getLastRowNum(), 1)))) {
            assertThat(lightAfter(corruption)).as(corruption.name()).isEqualTo(AGREES);
        }
    }

    /** Years were once counted by where columns stand, so that a column before them moved every year by one. */
    @Test
    void aColumnPutInBeforeTheYearsMovesNoResult() {
        XSSFWorkbook workbook = Recalculation.withoutValues(SMALL);
        XSSFSheet factors = workbook.getSheet("Factors");
        factors.shiftColumns(1, factors.getRow(4).getLastCellNum(), 1);
        assertThat(Recalculation.byPoi(workbook).get("NPSV_do"))
                .isCloseTo(SMALL.option("do").npsv(), within(1e-6));
    }

    @Test
    void randomCorruptionsTurnTheLightRed() {
        for (long seed = 24; seed < 44; seed++) {
            Corruption corruption = Corruption.random(SOUND, seed);
            assertThat(lightAfter(corruption)).as(corruption.name()).isEqualTo(LOOK);
        }
    }

    /** A few of every sample, which are large, and the others of the small workbook: a hundred in all. */
    @Test
    @Tag("proof")
    void libreOfficeShowsTheLightRedOfAHundredRandomCorruptions(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(LibreOffice.isInstalled(), "skipped: LibreOffice (soffice) is not installed");
        int ofEachSample = 4;
        List<Appraisal> samples = Samples.appraisals();
        for (int sample = 0; sample < samples.size(); sample++) {
            XSSFWorkbook sound = Recalculation.withoutValues(samples.get(sample));
            assertLights(
                    sound,
                    corruptions(sound, sample * ofEachSample, (sample + 1) * ofEachSample),
                    folder.resolve("sample" + sample));
        }
        assertLights(SOUND, corruptions(SOUND, samples.size() * ofEachSample, 100), folder.resolve("small"));
    }

    /** What leaves the light green, and then random ones by their seeds. */
    private static List<Corruption> corruptions(XSSFWorkbook sound, int from, int to) {
        List<Corruption> corruptions = new ArrayList<>(List.of(NOTHING));
        for (long seed = from; seed < to; seed++) {
            corruptions.add(Corruption.random(sound, seed));
        }
        return corruptions;
    }

    @Test
    @Tag("proof")
    void libreOfficeShowsTheLightRedOfEveryKnownCorruption(@TempDir Path folder)
            throws IOException, InterruptedException {
        assumeTrue(LibreOffice.isInstalled(), "skipped: LibreOffice (soffice) is not installed");
        List<Corruption> corruptions = new ArrayList<>(KNOWN);
        corruptions.addFirst(NOTHING);
        assertLights(SOUND, corruptions, folder);
    }

    /** That the first leaves the light green, and all others turn it red. */
    private static void assertLights(XSSFWorkbook sound, List<Corruption> corruptions, Path folder)
            throws IOException, InterruptedException {
        List<XSSFWorkbook> workbooks = new ArrayList<>();
        for (Corruption corruption : corruptions) {
            XSSFWorkbook workbook = Recalculation.copy(sound);
            corruption.done().accept(workbook);
            workbooks.add(workbook);
        }
        List<String> lights = Recalculation.textByLibreOffice(workbooks, "Checks", 3, 1, folder);
        for (int i = 0; i < corruptions.size(); i++) {
            assertThat(lights.get(i))
                    .as(sound.getProperties().getCoreProperties().getTitle() + ": "
                            + corruptions.get(i).name())
                    .isEqualTo(i == 0 ? AGREES : LOOK);
        }
    }

    @Test
    void everyInputHasAValidationAndNothingElseCanBeTypedIn() {
        XSSFWorkbook workbook = Recalculation.withoutValues(SMALL);
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
