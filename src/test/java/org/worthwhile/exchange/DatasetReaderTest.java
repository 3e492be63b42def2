package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;

class DatasetReaderTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void theFirstValueAndThoseAfterItDecideWhatAColumnHolds() throws IOException {
        Dataset data = csv("""
                place, rate ,year,day,code,mixed
                Ely,1.5,2019/20,2020-03-31,7,NA
                Ely,NA,2020/21,01/04/2020,x9,1
                Soham,-2e1,NA,2020-04,8,
                """);
        assertThat(data.rows()).isEqualTo(3);
        assertThat(column(data, "rate").values()).containsExactly(1.5, Double.NaN, -20);
        assertThat(column(data, "year").scale()).isEqualTo(Column.Scale.FINANCIAL_YEAR);
        assertThat(column(data, "year").text(1)).isEqualTo("2020/21");
        assertThat(column(data, "day").scale()).isEqualTo(Column.Scale.DATE);
        assertThat(column(data, "day").values()[1])
                .isEqualTo(LocalDate.of(2020, 4, 1).toEpochDay());
        assertThat(column(data, "day").text(2)).isEqualTo("2020-04-01");
        assertThat(column(data, "mixed").values()).containsExactly(Double.NaN, 1, Double.NaN);
        Column code = data.column("code").orElseThrow();
        assertThat(code).isInstanceOf(Column.Categorical.class);
        assertThat(code.text(0)).isEqualTo("7");
        assertThat(code.text(1)).isEqualTo("x9");
        assertThat(data.column("place").orElseThrow().text(2)).isEqualTo("Soham");
        assertThat(data.sha256()).hasSize(64);
    }

    @Test
    void whatJavaWouldReadAsANumberAndPeopleWouldNotIsText() throws IOException {
        Dataset data = csv("a,b,c\n0x1p3,1d,Infinity\n1,2,3\n");
        assertThat(data.columns()).allMatch(Column.Categorical.class::isInstance);
    }

    @Test
    void semicolonsAByteOrderMarkAndQuotedBreaksAreUnderstood() throws IOException {
        Dataset data = csv("\uFEFFname;value\n\"a;\nb\";2\n\n'c';3\n");
        assertThat(data.columnNames()).containsExactly("name", "value");
        assertThat(data.column("name").orElseThrow().text(0)).isEqualTo("a;\nb");
        assertThat(column(data, "value").values()).containsExactly(2, 3);
    }

    @Test
    void everyRowOfTheWrongWidthIsNamed() {
        assertThatThrownBy(() -> csv("a,b\n1,2\n1\n1,2,3\n"))
                .hasMessageContaining("data.csv:3: has 1 values")
                .hasMessageContaining("data.csv:4: ")
                .hasMessageContaining("has 3 values where the header names 2 columns");
    }

    @Test
    void filesThatAreNoTablesSaySo() throws IOException {
        Path noText = Files.write(folder.resolve("none.csv"), new byte[] {'a', '\n', (byte) 0x81, '\n'});
        assertThatThrownBy(() -> DatasetReader.read(noText, "none.csv")).hasMessageContaining("not a UTF-8 text");
        Path empty = Files.writeString(folder.resolve("empty.csv"), "a,b\n");
        assertThatThrownBy(() -> DatasetReader.read(empty, "empty.csv")).hasMessageContaining("holds no data");
        Path broken = Files.writeString(folder.resolve("broken.xlsx"), "not a workbook");
        assertThatThrownBy(() -> DatasetReader.read(broken, "broken.xlsx"))
                .hasMessageContaining("not an Excel workbook");
        assertThatThrownBy(() -> DatasetReader.read(folder, "folder")).hasMessageContaining("is a folder");
    }

    @Test
    void aSheetOfExcelIsReadAsTheSameTableInCsv() throws IOException {
        Path file = folder.resolve("data.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet("data");
            CellStyle date = workbook.createCellStyle();
            date.setDataFormat(workbook.createDataFormat().getFormat("dd/mm/yyyy"));
            Row header = sheet.createRow(1);
            for (int i = 0; i < 4; i++) {
                header.createCell(i).setCellValue(new String[] {"place", "value", "day", "double"}[i]);
            }
            Row first = sheet.createRow(2);
            first.createCell(0).setCellValue("Ely");
            first.createCell(1).setCellValue(2.25);
            first.createCell(2).setCellValue(LocalDate.of(2021, 5, 6));
            first.getCell(2).setCellStyle(date);
            first.createCell(3).setCellFormula("B3*2");
            workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
            sheet.createRow(5).createCell(0).setCellValue("March");
            workbook.write(out);
        }
        Dataset excel = DatasetReader.read(file, "data.xlsx");
        Dataset csv = csv("place,value,day,double\nEly,2.25,2021-05-06,4.5\nMarch,,,\n");
        assertThat(excel.columns()).isEqualTo(csv.columns());
    }

    private Dataset csv(String text) throws IOException {
        return DatasetReader.read(Files.writeString(folder.resolve("data.csv"), text), "data.csv");
    }

    private static Column.Numeric column(Dataset data, String name) {
        return (Column.Numeric) data.column(name).orElseThrow();
    }
}
