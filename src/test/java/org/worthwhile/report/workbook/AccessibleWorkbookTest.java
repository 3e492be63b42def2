package org.worthwhile.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.drawingml.x2006.spreadsheetDrawing.CTTwoCellAnchor;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.appraisal.FigureStandings;
import org.worthwhile.appraisal.References;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.generated.GeneratedProposals;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.samples.LibreOffice;
import org.worthwhile.samples.Samples;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.UncertaintyAnalysis;

/**
 * The points of the Government Analysis Function's advice on accessible spreadsheets and of good modelling practice, read off
 * the file.
 */
class AccessibleWorkbookTest {

    private static final Pattern REFERENCE = Pattern.compile("(\\$?)([A-Z]{1,3})(\\$?)([0-9]+)");
    private static final Pattern VOLATILE =
            Pattern.compile("(?i)\\b(NOW|TODAY|RAND|RANDBETWEEN|OFFSET|INDIRECT|INFO|CELL)\\(");

    private final XSSFWorkbook workbook = read(Samples.appraisals().stream()
            .filter(appraisal -> appraisal.basis().proposal().id().equals("falls-prevention"))
            .findFirst()
            .orElseThrow());

    @Test
    void everySheetHasATitleInItsFirstCellAndIsOpenToTheEye() {
        for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
            XSSFSheet sheet = workbook.getSheetAt(i);
            assertThat(workbook.isSheetHidden(i)).isFalse();
            assertThat(workbook.isSheetVeryHidden(i)).isFalse();
            assertThat(sheet.getRow(sheet.getFirstRowNum()).getCell(0).getStringCellValue())
                    .as(sheet.getSheetName())
                    .isNotBlank();
            assertThat(sheet.getNumMergedRegions())
                    .as("merged cells in " + sheet.getSheetName())
                    .isZero();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        }
        assertThat(workbook.getProperties().getCoreProperties().getTitle()).isEqualTo("Falls prevention in Fenland");
        assertThat(workbook.getSheetName(workbook.getActiveSheetIndex())).isEqualTo("Summary");
    }

    @Test
    void everyChartHasATitleAndATextInItsPlace() {
        int charts = 0;
        for (Sheet sheet : workbook) {
            if (sheet.getDrawingPatriarch() != null) {
                for (CTTwoCellAnchor anchor :
                        ((XSSFSheet) sheet).getDrawingPatriarch().getCTDrawing().getTwoCellAnchorList()) {
                    var named = anchor.getGraphicFrame().getNvGraphicFramePr().getCNvPr();
                    assertThat(named.getDescr()).isNotBlank();
                    assertThat(named.getName()).isNotBlank();
                    charts++;
                }
            }
        }
        assertThat(charts).isGreaterThanOrEqualTo(9);
    }

    @Test
    void nothingIsVolatileExternalOrAMacro() {
        for (Sheet sheet : workbook) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        assertThat(VOLATILE.matcher(cell.getCellFormula()).find())
                                .as(cell.getCellFormula())
                                .isFalse();
                        // TEXT writes the digits of the computer's own language.
                        assertThat(cell.getCellFormula()).doesNotContain("[").doesNotContain("TEXT(");
                    }
                }
            }
        }
        assertThat(workbook.isMacroEnabled()).isFalse();
        assertThat(workbook.getExternalLinksTable()).isEmpty();
    }

    /** A formula of a year, written by its distance from its own column, is the same in every year of the row. */
    @Test
    void formulasAreConstantAlongARow() {
        for (String name : List.of("By year", "Budget", "Factors", "1 bau", "2 home-checks")) {
            XSSFSheet sheet = workbook.getSheet(name);
            if (sheet == null) {
                continue;
            }
            for (Row row : sheet) {
                Optional<String> first = Optional.empty();
                for (int column = Years.FIRST_COLUMN + 1; column <= Years.FIRST_COLUMN + 9; column++) {
                    Cell cell = row.getCell(column);
                    if (cell != null && cell.getCellType() == CellType.FORMULA && isOfYears(row)) {
                        String relative = relative(cell);
                        first = first.or(() -> Optional.of(relative));
                        assertThat(relative)
                                .as(name + " row " + (row.getRowNum() + 1))
                                .isEqualTo(first.get());
                    }
                }
            }
        }
    }

    /** The steps to the net value stand in the same columns and are no years. */
    private static boolean isOfYears(Row row) {
        Cell amount = row.getCell(2);
        return amount == null || amount.getCellType() == CellType.STRING;
    }

    private static String relative(Cell cell) {
        Matcher matcher = REFERENCE.matcher(cell.getCellFormula());
        StringBuilder relative = new StringBuilder();
        while (matcher.find()) {
            String column = matcher.group(1).isEmpty()
                    ? "C" + (CellReference.convertColStringToIndex(matcher.group(2)) - cell.getColumnIndex())
                    : matcher.group(2);
            matcher.appendReplacement(relative, "<" + column + " R" + matcher.group(4) + ">");
        }
        return matcher.appendTail(relative).toString();
    }

    @Test
    void everySampleAgreesWithItself() {
        for (Appraisal appraisal : Samples.appraisals()) {
            XSSFWorkbook sample = Recalculation.withoutValues(appraisal);
            assertThat(Recalculation.textByPoi(sample, "Checks", 3, 1)).isEqualTo("The workbook agrees with itself");
            assertThat(sample.getSheet("Checks").getRow(3).getCell(0).getStringCellValue())
                    .isEqualTo("Consistency of formulas");
            assertThat(sample.getSheet("Checks").getRow(3).getCell(2).getStringCellValue())
                    .startsWith("Not verified or not in force, which no formula checks: ")
                    .contains(FigureStandings.of(appraisal).getFirst().title());
        }
    }

    @Test
    void hostileTextsStayTexts() {
        XSSFWorkbook hostile = read(hostile());
        for (Sheet sheet : hostile) {
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.FORMULA) {
                        assertThat(cell.getCellFormula()).doesNotContain("HYPERLINK", "cmd", "SUM(1)");
                    }
                    assertThat(cell.getHyperlink() == null
                                    || cell.getHyperlink().getAddress().endsWith("'!A1"))
                            .isTrue();
                }
            }
        }
        assertThat(hostile.getSheet("Cover").getRow(0).getCell(0).getStringCellValue())
                .isEqualTo("=1+1");
    }

    @Test
    void libreOfficeTakesHostileTextsForTextsToo(@TempDir Path folder) throws IOException, InterruptedException {
        assumeTrue(LibreOffice.isInstalled(), "skipped: LibreOffice (soffice) is not installed");
        Appraisal appraisal = hostile();
        Map<String, Double> results = Recalculation.byLibreOffice(
                        List.of(Recalculation.withoutValues(appraisal)), folder)
                .getFirst();
        assertThat(results.get("NPSV_a")).isCloseTo(appraisal.option("a").npsv(), within(1e-6));
        try (XSSFWorkbook opened =
                new XSSFWorkbook(Files.newInputStream(folder.resolve("out").resolve("0.xlsx")))) {
            Cell title = opened.getSheet("Cover").getRow(0).getCell(0);
            assertThat(title.getCellType()).isEqualTo(CellType.STRING);
            assertThat(title.getStringCellValue()).isEqualTo("=1+1");
        }
    }

    private static Appraisal hostile() {
        Located<Proposal> proposal = new ProposalReader(GeneratedProposals.MODELS).parse("hostile.json", """
                {"format": "worthwhile-proposal/1", "id": "h", "title": "=1+1", "summary": "@SUM(1)\\u0007 \\t-2",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 5},
                 "organisations": [{"id": "county", "title": "+cmd|' /C calc'!A0", "sector": "public"}],
                 "options": [
                   {"id": "a", "title": "=HYPERLINK(\\"http://evil.example\\")", "role": "preferred",
                    "costs": [{"id": "c", "title": "-1+1", "bearer": "county", "kind": "revenue", "amount": {"annual": 1000}}]},
                   {"id": "a-very-long-name-that-is-longer-than-a-sheets-name-may-be", "title": "=HYPERLINK(\\"http://evil.example\\")",
                    "role": "alternative"}]}""");
        return Appraiser.appraise(
                References.resolve(proposal.value(), proposal.places(), GeneratedProposals.LIBRARY, Map.of()));
    }

    private static XSSFWorkbook read(Appraisal appraisal) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            AppraisalWorkbook.write(
                    appraisal,
                    Optional.of(
                            UncertaintyAnalysis.of(appraisal.basis(), 500, 1, Sampling.LATIN_HYPERCUBE, 2, _ -> true)),
                    List.of(),
                    out);
            return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
    }
}
