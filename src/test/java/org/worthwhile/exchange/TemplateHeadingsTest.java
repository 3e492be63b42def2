package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The columns of the input template by their headings. */
class TemplateHeadingsTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void twoColumnsOfOneHeadingAreRefusedSinceOnlyOneCouldBeTaken() throws IOException {
        Path file = folder.resolve("case.xlsx");
        String heading;
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet(TemplateTables.PROPOSAL.sheet());
            XSSFRow headings =
                    workbook.createSheet(TemplateTables.COSTS.sheet()).createRow(0);
            heading = TemplateTables.COSTS.headings().getFirst();
            headings.createCell(0).setCellValue(heading);
            headings.createCell(1).setCellValue(" " + heading.toUpperCase(Locale.ROOT));
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
        assertThatThrownBy(() -> TemplateReader.read(file))
                .hasMessageContaining(TemplateTables.COSTS.sheet()
                        + "!B1: there is more than one column of this heading; keep the one that is" + " meant.");
    }
}
