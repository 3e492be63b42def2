package org.worthwhile.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.attribution.Column;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;

/** Files from elsewhere: each is read as what it is, or refused in one sentence before it can do harm. */
class HostileFilesTest {

    private static final Path MODELS = Path.of("models");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aDeviceOrAPipeIsRefusedBeforeItIsOpened() throws Exception {
        Path pipe = folder.resolve("pipe.csv");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        assertThatThrownBy(() -> DatasetReader.read(pipe, "pipe.csv"))
                .hasMessage(
                        "pipe.csv: is a device, a pipe or a socket and not a file; save what it gives as a file first.");
        assertThatThrownBy(() -> new ProposalReader(MODELS).read(Path.of("/dev/zero")))
                .hasMessageContaining("/dev/zero: is a device");
    }

    /** Zstandard (93), XZ (95) and bzip2 (12) may stand in an archive, and no office program writes them. */
    @ParameterizedTest
    @ValueSource(ints = {93, 95, 12, 99})
    void aWorkbookInAnotherCompressionIsRefusedInASentence(int method) throws IOException {
        Path file = folder.resolve("other.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("Proposal").createRow(0).createCell(0).setCellValue("x");
            workbook.write(out);
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int at = 0; at < bytes.length - 12; at++) {
            boolean isEntry = bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 3] == bytes[at + 2] + 1;
            if (isEntry && (bytes[at + 2] == 1 || bytes[at + 2] == 3)) {
                bytes[at + (bytes[at + 2] == 1 ? 10 : 8)] = (byte) method;
            }
        }
        Files.write(file, bytes);

        assertThatThrownBy(() -> DatasetReader.read(file, "other.xlsx"))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("is not an Excel workbook that can be read");
        assertThatThrownBy(() -> new ProposalReader(MODELS).read(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("cannot be read as an Excel workbook");
    }

    @Test
    void aFileIsReadNoFurtherThanItsLimit() throws IOException {
        Path file = Files.write(folder.resolve("large.csv"), new byte[3 << 20]);
        assertThatThrownBy(() -> new InputFile(file, "large.csv", 2 << 20).bytes())
                .hasMessageStartingWith("large.csv: is larger than 2 MB");
    }

    @Test
    void memoryThatRunsOutIsAProblemOfTheFile() {
        assertThatThrownBy(() -> InputFile.withinMemory("big.csv", () -> {
                    throw new OutOfMemoryError();
                }))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("big.csv: is too large for the ")
                .hasMessageContaining("MB of memory given");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\host\\share\\data.csv",
                "//host/share/data.csv",
                "\\/host/data.csv",
                "\\\\?\\UNC\\host\\data.csv",
                "a\u0000b.csv"
            })
    void aStudyMayNotNameDataOfAnotherComputerOrNoFileAtAll(String path) throws IOException {
        Path study = Files.writeString(folder.resolve("s.study.json"), study(path));
        assertThatThrownBy(() -> new StudyReader(MODELS).read(study))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("/data/path: ")
                .hasMessageContaining("name a file beside the study, such as data.csv");
        assertThatThrownBy(
                        () -> new AttachedData(path, study, Optional.empty(), Optional.empty(), DatasetFormat.DETECTED)
                                .read())
                .isInstanceOf(InvalidInput.class);
    }

    @Test
    void aPathBesideTheStudyOrAnAbsoluteOneOfThisComputerIsAllowed() {
        Path study = folder.resolve("a").resolve("s.study.json");
        assertThat(DataPath.resolve("../b/data.csv", study, Place.of("s")).normalize())
                .isEqualTo(folder.resolve("b").resolve("data.csv"));
        Path absolute = folder.resolve("data.csv").toAbsolutePath();
        assertThat(DataPath.resolve(absolute.toString(), study, Place.of("s"))).isEqualTo(absolute);
    }

    @Test
    void excelsFirstLineThatNamesTheSeparatorIsNoHeader() throws IOException {
        Dataset data = csv("sep=;\nname;value\na,b;2\nc;3\n");
        assertThat(data.columnNames()).containsExactly("name", "value");
        assertThat(data.column("name").orElseThrow().text(0)).isEqualTo("a,b");
        assertThat(csv("\uFEFF\"SEP=|\"\r\nname|value\r\na|2\r\n").columnNames())
                .containsExactly("name", "value");
        assertThatThrownBy(() -> csv("sep=;\nname;value\na;2\nc\n")).hasMessageContaining("data.csv:4: has 1 values");
    }

    @Test
    void anUnclosedQuotationMarkIsToldWithItsRow() {
        assertThatThrownBy(() -> csv("a,b\n1,2\n3,\"x\n4,5\n6,7\n"))
                .hasMessageContaining("data.csv:3: has a row that cannot be parted into values")
                .hasMessageContaining("mend the quotation marks there");
        assertThatThrownBy(() -> csv("sep=,\na,b\n1,\"x\"y\n")).hasMessageContaining("data.csv:3: ");
    }

    @Test
    void tooManyColumnsAreToldAsSuch() throws IOException {
        String header = IntStream.rangeClosed(1, 5_001).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        assertThatThrownBy(() -> csv(header + "\n"))
                .hasMessage("data.csv: has more than 5,000 columns; keep those that the study needs.");
        Path wide = folder.resolve("wide.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(wide)) {
            var row = workbook.createSheet().createRow(0);
            IntStream.rangeClosed(1, 5_001).forEach(i -> row.createCell(i - 1).setCellValue("c" + i));
            workbook.write(out);
        }
        assertThatThrownBy(() -> DatasetReader.read(wide, "wide.xlsx"))
                .hasMessageContaining("has more than 5,000 columns");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xl/worksheets/sheet1.xml | <sheetData>         | <sheetData
            xl/worksheets/sheet1.xml | <?xml               | <!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><?xml
            xl/worksheets/sheet1.xml | <v>0</v>            | <v>99999</v>
            xl/worksheets/sheet1.xml | <v>0</v>            | <v>x</v>
            xl/worksheets/sheet1.xml | r="A1"              | r="ZZZZ1"
            xl/worksheets/sheet1.xml | r="A1"              | r="ZZZZZZZZZZZZZZ1"
            xl/sharedStrings.xml     | <si>                | <si
            xl/styles.xml            | <styleSheet         | <!DOCTYPE a><styleSheet
            xl/workbook.xml          | sheets              | sheats
            xl/_rels/workbook.xml.rels | worksheets/sheet1.xml | worksheets/sheet9.xml
            _rels/.rels              | xl/workbook.xml     | xl/missing.xml
            [Content_Types].xml      | <Types              | <Typos
            """)
    void aDamagedWorkbookIsOneSentence(String part, String from, String to) throws IOException {
        Path damaged = workbook(Map.of(part, text -> text.replaceFirst(java.util.regex.Pattern.quote(from), to)));
        assertOneSentence(() -> DatasetReader.read(damaged, "damaged.xlsx"));
        assertThatThrownBy(() -> new ProposalReader(MODELS).read(damaged)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void aWorkbookThatInflatesToFarMoreThanItIsIsRefused() throws IOException {
        String blanks = " ".repeat(100 << 20);
        Path bomb = workbook(
                Map.of("xl/worksheets/sheet1.xml", text -> text.replace("<sheetData>", "<sheetData>" + blanks)));
        assertThat(Files.size(bomb)).isLessThan(1 << 20);
        assertOneSentence(() -> DatasetReader.read(bomb, "bomb.xlsx"));
        assertOneSentence(() -> new ProposalReader(MODELS).read(bomb));
    }

    @Test
    void cellsOfEveryKindAreReadAsTheyAreShown() throws IOException {
        Path file = workbook(
                Map.of("xl/worksheets/sheet1.xml", text -> text.replaceFirst("<sheetData>.*</sheetData>", """
                        <sheetData><row><c t="inlineStr"><is><r><t>na</t></r><r><t>me</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>\
                        <c t="inlineStr"><is><t>value</t></is></c><c t="inlineStr"><is><t>day</t></is></c></row>\
                        <row r="4"><c r="C4" t="d"><v>2026-04-01T00:00:00</v></c><c r="A4" t="str"><f>A1</f><v>Ely</v></c><c r="B4"><v>1.5E-1</v></c></row>\
                        <row r="5"><c r="A5" t="b"><v>1</v></c><c r="B5" t="e"><v>#N/A</v></c></row></sheetData>""")));
        Dataset data = DatasetReader.read(file, "kinds.xlsx");
        assertThat(data.columnNames()).containsExactly("name", "value", "day");
        assertThat(data.column("name").orElseThrow().text(0)).isEqualTo("Ely");
        assertThat(data.column("name").orElseThrow().text(1)).isEqualTo("1");
        assertThat(((Column.Numeric) data.column("value").orElseThrow()).values())
                .containsExactly(0.15, Double.NaN);
        assertThat(data.column("day").orElseThrow().text(0)).isEqualTo("2026-04-01");
    }

    private Dataset csv(String text) throws IOException {
        return DatasetReader.read(Files.writeString(folder.resolve("data.csv"), text), "data.csv");
    }

    private static String study(String path) {
        return JsonText.of(JsonText.object()
                .put("format", "worthwhile-study/1")
                .put("id", "s")
                .put("design", "randomised-trial")
                .setAll(Map.of(
                        "data", JsonText.object().put("path", path),
                        "columns", JsonText.object().put("outcome", "y").put("treatment", "t"))));
    }

    private static void assertOneSentence(org.assertj.core.api.ThrowableAssert.ThrowingCallable reading) {
        InvalidInput invalid = catchThrowableOfType(InvalidInput.class, reading);
        assertThat(invalid).isNotNull();
        assertThat(invalid.problems()).hasSize(1);
        assertThat(invalid.problems().getFirst().sentence())
                .matches(".*(is not an Excel workbook that can be read|cannot be read as an Excel workbook"
                        + "|has no sheet Proposal).*");
    }

    /** A small workbook whose parts are changed on the way into its file. */
    private Path workbook(Map<String, java.util.function.UnaryOperator<String>> changes) throws IOException {
        Path sound = folder.resolve("sound.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(sound)) {
            XSSFSheet sheet = workbook.createSheet("Proposal");
            sheet.createRow(0).createCell(0).setCellValue("name");
            sheet.createRow(1).createCell(0).setCellValue(2.5);
            workbook.write(out);
        }
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(sound))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        changes.forEach((part, change) -> parts.computeIfPresent(
                part,
                (_, bytes) ->
                        change.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
        Path changed = folder.resolve("changed.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return changed;
    }
}
