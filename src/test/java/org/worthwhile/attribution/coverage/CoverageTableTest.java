package org.worthwhile.attribution.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.attribution.Diagnostic.Outcome;
import org.worthwhile.attribution.coverage.Answer.Check;
import org.worthwhile.attribution.coverage.Setting.Standard;

class CoverageTableTest {

    private static final Setting SETTING = new Setting(
            Method.SEGMENTED, new SeriesSource(24, Memory.NONE), Standard.HELD, NullCheck.limits("autocorrelation"));

    /** Of a truth of 0. */
    private static Answer.Found answer(double estimate, double p, Outcome check) {
        return new Answer.Found(
                0, estimate, 1, estimate - 2, estimate + 2, p, Map.of("autocorrelation", new Check(check, Double.NaN)));
    }

    @Test
    void whatIsWrongWithoutAWarningIsCountedApartFromWhatIsWrongWithOne() {
        Tally tally = Tally.of(List.of(
                answer(3, 0.01, Outcome.PASS),
                answer(3, 0.01, Outcome.WARN),
                answer(1, 0.3, Outcome.FAIL),
                answer(-1, 0.3, Outcome.PASS),
                new Answer.Refused()));
        assertThat(tally.refused()).isEqualTo(1);
        assertThat(tally.coverage().value()).isEqualTo(0.5);
        assertThat(tally.wrongAndClean().value()).isEqualTo(0.25);
        assertThat(tally.falsePositives().orElseThrow().value()).isEqualTo(0.5);
        assertThat(tally.rejections(SETTING.nulls().getFirst()).value()).isEqualTo(0.5);
        assertThat(tally.rejections(new NullCheck("placebo-date", NullCheck.Judges.BY_TEST))
                        .of())
                .isZero();
        // Estimates 3, 3, 1, -1 have a standard deviation of the square root of 11/3.
        assertThat(tally.errorOverSpread()).isEqualTo(1 / Math.sqrt(11 / 3.0));
        assertThat(tally.bias()).isEqualTo(1.5 / Math.sqrt(11 / 3.0));
    }

    @Test
    void aCoverageOf80OfAHundredBreaksTheStandardAndOneOf91MayBeChance() {
        assertThat(verdict(80).broken()).contains("coverage", "wrong and clean");
        assertThat(verdict(91).broken()).isEmpty();
        assertThat(verdict(91).open()).contains("coverage");
        assertThat(verdict(95).text()).isEqualTo("cautious: autocorrelation");
    }

    private static Verdict verdict(int covered) {
        return Verdict.of(
                SETTING,
                Tally.of(IntStream.range(0, 100)
                        .<Answer>mapToObj(
                                set -> set < covered ? answer(0, 1, Outcome.PASS) : answer(3, 0.01, Outcome.PASS))
                        .toList()));
    }

    @Test
    void answersAreReadAsTheyWereKeptAndALineThatWasCutShortIsLeftOut(@TempDir Path folder) throws IOException {
        ResultFolder results = new ResultFolder(folder);
        List<Answer> answers = List.of(
                new Answer.Found(
                        0,
                        1.5,
                        0.1,
                        Double.NEGATIVE_INFINITY,
                        2,
                        0.25,
                        Map.of("density", new Check(Outcome.INFO, 0.5))),
                new Answer.Refused());
        results.append(SETTING, "abc", answers);
        Path file = folder.resolve(SETTING.id() + ".tsv");
        Files.writeString(file, Files.readString(file) + "abc\t2026-01-0");
        results.append(SETTING, "abc", List.of());
        assertThat(results.read(SETTING)).extracting(ResultFolder.Line::answer).isEqualTo(answers);
        results.append(SETTING, "def", List.of(new Answer.Refused()));
        assertThat(results.read(SETTING)).extracting(ResultFolder.Line::commit).containsExactly("abc", "abc", "def");
    }

    @Test
    void theSameNumbersGiveTheSameAnswers() {
        assertThat(SETTING.answers(3, 5)).isEqualTo(SETTING.answers(0, 5).subList(3, 5));
    }

    @Test
    void theTableInTheDocumentsHasEverySettingOnce() throws IOException {
        String table = Files.readString(CoverageMatrix.TABLE);
        String rows = CoverageTable.of(
                Settings.all().stream()
                        .map(setting -> new CoverageTable.Cell(setting, List.of()))
                        .toList(),
                new EarlierTable(List.of()),
                LocalDate.EPOCH,
                "");
        assertThat(names(table)).isEqualTo(names(rows)).hasSizeGreaterThan(200);
        assertThat(Settings.all()).extracting(Setting::id).doesNotHaveDuplicates();
    }

    @Test
    void aRowWithoutAnswersStaysAsTheTableHasItAndOneWithAnswersIsWrittenAnew() {
        Setting other = new Setting(Method.POISSON, new SeriesSource(24, Memory.NONE), Standard.HELD, List.of());
        List<ResultFolder.Line> bad = IntStream.range(0, 100)
                .mapToObj(_ -> new ResultFolder.Line("abc", LocalDate.EPOCH, answer(3, 0.01, Outcome.PASS)))
                .toList();
        List<ResultFolder.Line> good = IntStream.range(0, 100)
                .mapToObj(_ -> new ResultFolder.Line("def", LocalDate.EPOCH, answer(0, 1, Outcome.PASS)))
                .toList();
        EarlierTable earlier = new EarlierTable(
                table(bad, bad, other, new EarlierTable(List.of())).lines().toList());

        String kept = table(List.of(), good, other, earlier);

        assertThat(kept)
                .contains("0 of 2 settings are not yet")
                .contains("| 100 | 0 | 0.0 ± ")
                .contains("- Interrupted series, segmented, 24 times, correlation 0: coverage, false positives")
                .doesNotContain("- Interrupted series, Poisson")
                .containsPattern("100\\.0 ± .*def \\|");
        assertThat(table(List.of(), List.of(), other, earlier)).isEqualTo(String.join("\n", earlier.lines()) + "\n");
    }

    private static String table(
            List<ResultFolder.Line> lines, List<ResultFolder.Line> ofOther, Setting other, EarlierTable earlier) {
        return CoverageTable.of(
                List.of(new CoverageTable.Cell(SETTING, lines), new CoverageTable.Cell(other, ofOther)),
                earlier,
                LocalDate.EPOCH,
                "xyz");
    }

    /** What stands in the first column, with the headings between. */
    private static List<String> names(String table) {
        return Arrays.stream(table.substring(table.indexOf("## Interrupted series, segmented"))
                        .split("\n"))
                .filter(line -> line.startsWith("|") || line.startsWith("##"))
                .map(line -> line.replaceAll("^(\\|[^|]*)\\|.*", "$1"))
                .toList();
    }
}
