package org.worthwhile.report.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Texts stay texts in a workbook's cells, even when somebody edits the cell. */
class QuotedTextTest {

    private static final int LONGEST = 32_767;

    private record Read(String text, CellType type, boolean quoted) {}

    private static List<Read> throughAWorkbook(List<String> texts) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            SheetWriter sheet = new Sheets(workbook, new Styles(workbook)).add("Texts");
            texts.forEach(text -> sheet.text(sheet.row(), 0, text));
            workbook.write(file);
        }
        List<Read> read = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            for (int row = 0; row < texts.size(); row++) {
                Cell cell = workbook.getSheet("Texts").getRow(row).getCell(0);
                read.add(new Read(
                        cell.getStringCellValue(),
                        cell.getCellType(),
                        cell.getCellStyle().getQuotePrefixed()));
            }
        }
        return read;
    }

    @Test
    void whatBeginsLikeAFormulaIsQuoted() throws IOException {
        List<String> active =
                List.of("=1+1", "+1", "-2", "@SUM(A1)", " =1", "\n=1", "＝1", "－2", "=" + drawn(40_000, 'a', 26));
        List<Read> read = throughAWorkbook(active);
        assertThat(read).allMatch(cell -> cell.type() == CellType.STRING).allMatch(Read::quoted);
        assertThat(read.stream().map(Read::text).limit(8)).isEqualTo(active.subList(0, 8));
    }

    @Test
    void controlCharactersDoNotHideAFormula() throws IOException {
        assertThat(throughAWorkbook(List.of("\u0007=1", "\t@x", "\r-3", "\u0000+4", "\uFFFF=5")))
                .extracting(Read::text, Read::quoted)
                .containsExactly(
                        tuple("=1", true), tuple("@x", true), tuple("-3", true), tuple("+4", true), tuple("=5", true));
    }

    @Test
    void otherTextsAreNotQuoted() throws IOException {
        List<String> plain = List.of("Bus", "1=1", "a-b", "£2", "'tis", drawn(LONGEST, 'a', 26));
        assertThat(throughAWorkbook(plain))
                .isEqualTo(plain.stream()
                        .map(text -> new Read(text, CellType.STRING, false))
                        .toList());
    }

    @Test
    void aTextThatACellCannotHoldEndsInAnEllipsisAndInNoHalfCharacter() throws IOException {
        String letters = drawn(LONGEST + 1, 'a', 26);
        String faces = drawn(20_000, 0x1F600, 64);
        List<Read> read = throughAWorkbook(List.of(letters, faces, "z" + faces));
        assertThat(read.stream().map(Read::text))
                .containsExactly(
                        letters.substring(0, LONGEST - 1) + "…",
                        faces.substring(0, LONGEST - 1) + "…",
                        "z" + faces.substring(0, LONGEST - 3) + "…");
    }

    /** Characters at random, as a workbook that shrinks too well is not opened. */
    private static String drawn(int count, int first, int many) {
        return new Random(1)
                .ints(count, first, first + many)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
