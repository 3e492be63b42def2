package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.workspace.WorkspaceFile;

/** A file that is not the text or table that was asked for is called what it is, and never to be saved in UTF-8. */
class FileSignatureTest {

    private static final Path MODELS = Path.of("models");

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    private Path file(String name, Content content) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            content.write(out);
        }
        return file;
    }

    private static void assertRefused(ThrowingCallable reading, String what) {
        Assertions.assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        invalid -> assertThat(invalid.sentences())
                                .singleElement()
                                .asString()
                                .contains(what)
                                .doesNotContain("UTF-8"));
    }

    /** Under the names of a proposal and of a table of either kind. */
    private void assertNamed(Path file, String what) throws IOException {
        for (String ending : List.of(".proposal.json", ".proposal.yaml", ".csv")) {
            Path named = Files.copy(file, folder.resolve(file.getFileName() + ending));
            assertRefused(
                    () -> {
                        if (ending.equals(".csv")) {
                            DatasetReader.read(named, named.toString());
                        } else {
                            new ProposalReader(MODELS).read(named);
                        }
                    },
                    what);
        }
    }

    @Test
    void anAnalystsFileIsToBeOpenedInTheClient() throws IOException {
        Path file = folder.resolve("case.worthwhile");
        WorkspaceFile.create(file, Clock.systemUTC()).close();
        String what =
                "is an analyst's file of the desktop client; open it in the client, and export its contents from there";
        assertNamed(file, what);
        assertRefused(() -> new ProposalReader(MODELS).read(file), what);
        assertRefused(() -> new ProposalReader(MODELS).read(Files.copy(file, folder.resolve("case.xlsx"))), what);
        assertRefused(() -> DatasetReader.read(folder.resolve("case.xlsx"), "case.xlsx"), what);
    }

    @Test
    void aDatabaseOfAnotherProgramIsCalledOne() throws Exception {
        Path file = folder.resolve("other.db");
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("CREATE TABLE a (b)");
        }
        assertNamed(file, "is a database (SQLite)");
    }

    @Test
    void documentsArchivesAndPicturesAreCalledWhatTheyAre() throws IOException {
        assertNamed(
                file("a.pdf", out -> out.write("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII))), "is a PDF document");
        assertNamed(file("a.gz", out -> new GZIPOutputStream(out).close()), "is compressed (gzip)");
        assertNamed(
                file("a.png", out -> out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10})),
                "is a picture");
        assertNamed(
                file("a.zip", out -> {
                    ZipOutputStream zip = new ZipOutputStream(out);
                    zip.putNextEntry(new ZipEntry("a.csv"));
                    zip.close();
                }),
                "is a ZIP archive");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                XWPFDocument document = new XWPFDocument();
                HSSFWorkbook old = new HSSFWorkbook()) {
            workbook.createSheet("a");
            old.createSheet("a");
            assertNamed(file("workbook", workbook::write), "is a workbook or another document of an office program");
            assertNamed(file("document", document::write), "is a workbook or another document of an office program");
            assertNamed(file("old", old::write), "in the format used until 2003");
        }
    }
}
