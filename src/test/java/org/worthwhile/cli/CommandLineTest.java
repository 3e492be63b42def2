package org.worthwhile.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.platform.ProgramLog;

class CommandLineTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @BeforeEach
    void clear() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    @Test
    void appraiseWritesResultsAndWorkbookAndPrintsATable() {
        assertThat(run("appraise", "sample-data/rural-bus.proposal.json", "--out", folder.toString()))
                .isZero();
        assertThat(out.toString()).contains("NPSV").contains("Six on-demand minibuses");
        assertThat(folder.resolve("rural-bus.appraisal.json"))
                .content()
                .contains("\"format\" : \"worthwhile-appraisal/1\"");
        assertThat(folder.resolve("rural-bus.xlsx")).isNotEmptyFile();
    }

    @Test
    void aPackageIsComputedAgainAndTheExitStatusSaysWhetherItIsIdentical() throws IOException {
        String file = folder.resolve("bus.zip").toString();
        assertThat(run("pack", "sample-data/rural-bus.proposal.json", "--trials", "100", "--out", file))
                .as("%s", err)
                .isZero();
        assertThat(out.toString()).contains("Wrote " + file);
        assertThat(run("verify", file)).isZero();
        assertThat(out.toString()).contains("Identical: 6 results");
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("bus.zip"))) {
            Files.delete(zip.getPath("results", "briefing.pdf"));
        }
        assertThat(run("verify", file)).isEqualTo(1);
        assertThat(out.toString())
                .contains("Not identical: 5 of 6", "results/briefing.pdf: is listed in the manifest and missing");
        assertThat(run("pack", "sample-data/rural-bus.proposal.json", "--choice-trials", "3", "--out", file))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--choice-trials takes a whole number from 10 to");
    }

    @Test
    void adviceIsNotGivenOnATreatmentWhoseColumnHoldsAText() throws IOException {
        Files.writeString(folder.resolve("letters.csv"), "paid,letter\n1,1\n0,0\n1,yes\n0,0\n1,1\n0,0\n1,1\n0,1\n");
        Path study = Files.writeString(folder.resolve("letters.study.json"), """
                {"format": "worthwhile-study/1", "id": "letters", "question": "Do letters help?", "data": {"path": "letters.csv"},
                 "design": "randomised-trial", "columns": {"outcome": "paid", "treatment": "letter"}}
                """);
        assertThat(run("advise", study.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("/columns/treatment: row 3 of the data has 'yes' in the column 'letter'")
                .contains("write a number there");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void whatOnlyTrialsAnswerIsNotAskedWithoutThem() {
        String bus = "sample-data/rural-bus.proposal.json";
        assertThat(run("appraise", bus, "--know", "all=on-demand")).isEqualTo(2);
        assertThat(err.toString()).contains("--know is about simulated trials; give --trials too");
        assertThat(run("appraise", bus, "--decisions", "4")).isEqualTo(2);
        assertThat(err.toString()).contains("--decisions is about simulated trials; give --trials too");
        assertThat(run("appraise", bus, "--trials", "100", "--decision-years", "4"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--decision-years is about --decisions; give --decisions too");
        assertThat(run("appraise", bus, "--trials", "100", "--know", "all=on-demand,nonsense/value"))
                .isEqualTo(1);
        assertThat(err.toString())
                .contains("rural-bus: the group 'all' names 'nonsense/value', which is no input that is uncertain");
    }

    @Test
    void dataAdviceAndPowerComeBeforeAStudy() {
        assertThat(run("data", "sample-data/falls-programme.csv")).isZero();
        assertThat(out.toString())
                .contains("1,080 rows, 5 columns")
                .contains("A panel of 120 units ('district') at 9 times ('year'): every unit at every time.");
        assertThat(run("advise", "sample-data/speed-limit.study.json")).isZero();
        assertThat(out.toString())
                .contains("the most credible is: Synthetic control")
                .contains("[not possible] Difference-in-differences")
                .contains("Lacks a column treatmentStart of when each unit's treatment begins")
                .contains("Lacks a column runningVariable");
        assertThat(run("power", "trial", "--units", "128", "--sd", "1", "--effect", "0.5"))
                .isZero();
        assertThat(out.toString()).contains("Probability of finding an effect of 0.5: 80.");
        assertThat(run("power", "trial", "--units", "1", "--sd", "1")).isEqualTo(1);
        assertThat(err.toString()).contains("at least 4 units").doesNotContain("Usage");
    }

    @Test
    void whatACarefulReaderWouldAskIsSaidByValidateAndCountedByAppraise() throws IOException {
        Path proposal = folder.resolve("shares.proposal.json");
        Files.writeString(
                proposal,
                Files.readString(Path.of("sample-data/rural-bus.proposal.json"))
                        .replaceFirst("\"share\" *: *0.45", "\"share\": 0.95"));

        assertThat(run("validate", proposal.toString())).isZero();
        assertThat(out.toString())
                .contains(
                        "rural-bus: Six on-demand minibuses: The impact 'Trips that could not be made before': the"
                                + " beneficiary shares sum to 150%; name every group that gains, with shares that sum to 100%.");

        assertThat(run("appraise", proposal.toString())).isZero();
        assertThat(out.toString())
                .containsPattern("Rural on-demand bus: \\d+ checks to read with --details, or in the workbook");
    }

    @Test
    void aStudyIsSetBesideWhatItsProposalCountsOn() {
        assertThat(run(
                        "attribute",
                        "sample-data/falls-programme.study.json",
                        "--against",
                        "sample-data/falls-prevention.proposal.json"))
                .isZero();
        assertThat(out.toString())
                .contains("Forecast and outcome of community/admissions/effect: the proposal counts on ")
                .contains("the comparison is circular: what it counts on comes from this study by the evidence record"
                        + " falls-programme, so that their agreement confirms nothing");
        assertThat(run(
                        "attribute",
                        "sample-data/falls-programme.study.json",
                        "--against",
                        "sample-data/rural-bus.proposal.json"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("does not name an effect that rural-bus.proposal.json has");
    }

    @Test
    void trialsTellHowSureTheResultsAre() {
        assertThat(run(
                        "appraise",
                        "sample-data/falls-prevention.proposal.json",
                        "--trials",
                        "2000",
                        "--seed",
                        "7",
                        "--out",
                        folder.toString(),
                        "--format",
                        "json"))
                .isZero();
        assertThat(out.toString()).contains("2,000 trials, seed 7").contains("Monte Carlo standard error");
        assertThat(folder.resolve("falls-prevention.appraisal.json"))
                .content()
                .contains("\"probabilityBest\"", "\"tornado\"", "\"switching\"", "\"evppi\"")
                .doesNotContain("NaN");
        assertThat(run("appraise", "sample-data/falls-prevention.proposal.json", "--trials", "5"))
                .isEqualTo(2);
    }

    @Test
    void thePortfolioIsChosenWithinItsBudget() {
        assertThat(run("portfolio", "sample-data", "--budget", "12000000", "--out", folder.toString()))
                .isZero();
        assertThat(out.toString()).contains("proven to be the best");
        assertThat(folder.resolve("portfolio.json")).content().contains("\"frontier\"");
        assertThat(run(
                        "portfolio",
                        "sample-data",
                        "--constraints",
                        "sample-data/budget.constraints.json",
                        "--trials",
                        "20",
                        "--out",
                        folder.toString()))
                .isZero();
        assertThat(out.toString()).contains("belongs in");
        assertThat(folder.resolve("portfolio.json")).content().contains("\"shadowPrice\"", "\"minimax-regret\"");
        assertThat(folder.resolve("portfolio.xlsx")).isNotEmptyFile();
        assertThat(run("portfolio", "sample-data")).isEqualTo(1);
        assertThat(err.toString()).contains("there is no budget; give --budget");
    }

    @Test
    void theTemplateIsWrittenWithAnExampleThatIsValid() {
        Path template = folder.resolve("template.xlsx");
        assertThat(run("template", template.toString())).isZero();
        assertThat(run("validate", template.toString())).isZero();
        assertThat(run("appraise", template.toString())).isZero();
        assertThat(out.toString()).contains("Warm homes service");
    }

    @Test
    void onlyTheFormatsAskedForAreWritten() {
        run("appraise", "sample-data/rural-bus.proposal.json", "--out", folder.toString(), "--format", "json");
        assertThat(folder.resolve("rural-bus.xlsx")).doesNotExist();
        assertThat(folder.resolve("rural-bus.appraisal.json")).exists();
    }

    @Test
    void aStudysEstimateWrittenAsEvidenceMovesTheProposalThatNamesIt() throws IOException {
        assertThat(run(
                        "attribute",
                        "sample-data/falls-programme.study.json",
                        "--out",
                        folder.toString(),
                        "--evidence",
                        "falls-programme"))
                .isZero();
        Path evidence = folder.resolve("falls-programme.evidence.json");
        String found = Files.readString(evidence);
        String doubled = found.replaceFirst("\"estimate\" : -[0-9.]+", "\"estimate\" : -60.0");
        assertThat(doubled).isNotEqualTo(found);
        run("appraise", "sample-data/falls-prevention.proposal.json", "--evidence", folder.toString());
        String before = out.toString();
        Files.writeString(evidence, doubled);
        clear();
        run("appraise", "sample-data/falls-prevention.proposal.json", "--evidence", folder.toString());
        assertThat(out.toString()).isNotEqualTo(before);
    }

    @Test
    void wrongInputIsExitOneWithALineForEachProblemOfEveryFileAndNothingWritten() throws IOException {
        Path first = Files.writeString(folder.resolve("first.json"), "{\"format\": \"worthwhile-proposal/1\"}");
        Path second = Files.writeString(
                folder.resolve("second.study.json"),
                "{\"format\": \"worthwhile-study/1\", \"id\": \"s\", \"data\": {\"path\": \"nowhere.csv\"},"
                        + " \"design\": \"panel-regression\", \"columns\": {\"outcome\": \"y\"}}");
        assertThat(run("validate", first.toString(), second.toString())).isEqualTo(1);
        assertThat(err.toString().lines())
                .contains(first + ":1: 'title' is missing; add it.")
                .contains("nowhere.csv: there is no such file; check the name and the folder.");
        Path target = folder.resolve("results");
        assertThat(run("appraise", first.toString(), "--out", target.toString()))
                .isEqualTo(1);
        assertThat(target).doesNotExist();
    }

    @Test
    void whatCouldNotBeSimulatedIsToldByEveryCommandThatReadsIt() throws IOException {
        Path proposal = Files.writeString(folder.resolve("wide.proposal.json"), """
                {"format": "worthwhile-proposal/1", "id": "wide", "title": "Wide",
                 "appraisal": {"framework": "uk-green-book-2026", "baseYear": "2026/27", "years": 1},
                 "options": [{"id": "a", "title": "A", "role": "preferred", "impacts": [{"id": "x", "title": "X",
                  "category": "social", "value": {"amount": 1}, "quantity": {"population": 1, "effect": 1, "eligible":
                   {"value": 0.3, "uncertainty": {"distribution": "uniform", "low": 0, "high": 4}}}}]}]}""");
        for (List<String> command :
                List.of(List.of("validate"), List.of("appraise"), List.of("portfolio", "--budget", "1"))) {
            List<String> arguments = new ArrayList<>(command);
            arguments.add(1, proposal.toString());
            assertThat(run(arguments.toArray(String[]::new)))
                    .as(command.getFirst())
                    .isEqualTo(1);
            assertThat(err.toString())
                    .contains("wide a/x/eligible: 75% of its distribution lies above 1, which it cannot be; give it a"
                            + " distribution that lies within.");
            clear();
        }
    }

    @Test
    void aColumnThatIsNotThereIsToldWithTheNearestOne() throws IOException {
        String study = Files.readString(Path.of("sample-data", "falls-programme.study.json"))
                .replace("\"joined\"", "\"joint\"")
                .replace(
                        "falls-programme.csv",
                        Path.of("sample-data", "falls-programme.csv")
                                .toAbsolutePath()
                                .toString());
        Path file = Files.writeString(folder.resolve("s.study.json"), study);
        assertThat(run("attribute", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .contains("/columns/treatmentStart: there is no column 'joint'")
                .contains("did you mean 'joined'?");
    }

    @Test
    void aFolderStandsForTheProposalsInIt(@TempDir Path folder) throws IOException {
        for (String name : List.of("rural-bus", "family-hubs")) {
            String file = name + ".proposal.json";
            Files.copy(Path.of("sample-data", file), folder.resolve(file));
        }
        assertThat(run("appraise", folder.toString())).isZero();
        String ofFolder = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run(
                        "appraise",
                        folder.resolve("family-hubs.proposal.json").toString(),
                        folder.resolve("rural-bus.proposal.json").toString()))
                .isZero();
        assertThat(ofFolder).isEqualTo(out.toString()).contains("bus");
    }

    @Test
    void wrongUsageIsExitTwo() {
        assertThat(run("appraise")).isEqualTo(2);
        assertThat(run("apraise", "file.json")).isEqualTo(2);
        assertThat(run("appraise", "file.json", "--format", "odt")).isEqualTo(2);
        assertThat(run("portfolio", "x.json", "--bugdet", "3")).isEqualTo(2);
        assertThat(run("portfolio", "x.json", "--budget", "NaN")).isEqualTo(2);
        assertThat(run("portfolio", "x.json", "--budget", "lots")).isEqualTo(2);
        assertThat(run("appraise", "x.json", "--trials")).isEqualTo(2);
        assertThat(run("appraise", "x.json", "--seed", "1.5")).isEqualTo(2);
        assertThat(run("power", "trial", "--sd", "1")).isEqualTo(2);
        assertThat(run("template", "a.xlsx", "b.xlsx")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "worthwhile appraise: FILE|DIR is missing; see worthwhile appraise --help.",
                        "worthwhile: 'apraise' is neither a command nor a .worthwhile file; did you mean 'appraise'? See"
                                + " worthwhile --help.",
                        "worthwhile appraise: --format takes one of json, xlsx, docx, pdf, csv, which 'odt' is not; see"
                                + " worthwhile appraise --help.",
                        "worthwhile portfolio: there is no option '--bugdet'; did you mean '--budget'? See worthwhile"
                                + " portfolio --help.",
                        "worthwhile portfolio: --budget takes a number, which 'NaN' is not; see worthwhile portfolio"
                                + " --help.",
                        "worthwhile portfolio: --budget takes a number, which 'lots' is not; see worthwhile portfolio"
                                + " --help.",
                        "worthwhile appraise: --trials needs N; see worthwhile appraise --help.",
                        "worthwhile appraise: --seed takes a whole number, which '1.5' is not; see worthwhile appraise"
                                + " --help.",
                        "worthwhile power: --units is missing; see worthwhile power --help.",
                        "worthwhile template: 'b.xlsx' is more than it takes; see worthwhile template --help.");
    }

    @Test
    void everySampleIsValid() {
        assertThat(run(
                        "validate",
                        "sample-data/family-hubs.proposal.json",
                        "sample-data/breakfast-clubs.study.json",
                        "sample-data/falls-programme.evidence.json"))
                .isZero();
        assertThat(out.toString().strip()).endsWith("No problems in 3 files.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void modelsListAndShowNameTheirSources() {
        assertThat(run("models", "list")).isZero();
        assertThat(out.toString()).contains("uk-green-book-2026").contains("check against the source before use");
        clear();
        assertThat(run("models", "show", "uk-services/inpatient-episode")).isZero();
        assertThat(out.toString()).contains("Unit Cost Database");
        assertThat(run("models", "show", "uk-services/inpatient-episod")).isEqualTo(1);
        assertThat(err.toString()).contains("did you mean 'uk-services/inpatient-episode'?");
    }

    @Test
    void aFileThatSomebodyChangedIsOnlyReplacedWhenAskedTo() throws IOException {
        String[] appraise = {
            "appraise", "sample-data/rural-bus.proposal.json", "--format", "csv", "--out", folder.toString()
        };
        assertThat(run(appraise)).isZero();
        assertThat(run(appraise)).isZero();
        Files.writeString(folder.resolve("rural-bus.flows.csv"), "mine");
        Files.writeString(folder.resolve("flows.dictionary.csv"), "mine too");
        assertThat(run(appraise)).isEqualTo(1);
        assertThat(err.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.endsWith("move it, choose another folder, or replace it with --overwrite."));
        assertThat(folder.resolve("rural-bus.flows.csv")).hasContent("mine");
        String[] anyway = java.util.Arrays.copyOf(appraise, appraise.length + 1);
        anyway[appraise.length] = "--overwrite";
        assertThat(run(anyway)).isZero();
        assertThat(folder.resolve("rural-bus.flows.csv")).content().startsWith("proposal,");
    }

    @Test
    void whateverIsThrownIsOneSentence() {
        ProgramLog log = ProgramLog.in(folder);
        Throwable memory = new IllegalStateException(new OutOfMemoryError("Java heap space"));
        assertThat(FailureReport.print(memory, new PrintWriter(err, true), log)).isEqualTo(1);
        assertThat(err.toString())
                .contains("needs more memory than the program may use")
                .hasLineCount(1);
        for (Throwable fault :
                java.util.List.of(new StackOverflowError(), new NoClassDefFoundError("x"), new ArithmeticException())) {
            clear();
            assertThat(FailureReport.print(fault, new PrintWriter(err, true), log))
                    .isEqualTo(3);
            assertThat(err.toString())
                    .contains("something failed that should not have")
                    .hasLineCount(1);
        }
    }

    @Test
    void aTitleCannotMoveTheCursor() throws IOException {
        String proposal = Files.readString(Path.of("sample-data", "rural-bus.proposal.json"))
                .replaceFirst("\"title\": \"", "\"title\": \"\\\\u001b[2J\\\\u0007");
        Path file = Files.writeString(folder.resolve("p.proposal.json"), proposal);
        assertThat(run("appraise", file.toString())).isZero();
        assertThat(out.toString()).contains("[2J").doesNotContain("\u001b", "\u0007");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
