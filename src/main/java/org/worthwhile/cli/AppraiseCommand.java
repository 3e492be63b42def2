package org.worthwhile.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.exchange.ChoiceInputs;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.report.AppraisalDetails;
import org.worthwhile.report.AppraisalTable;
import org.worthwhile.report.CheckText;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.report.ReportFiles.Format;
import org.worthwhile.report.ResultDate;
import org.worthwhile.report.StandingText;
import org.worthwhile.report.UncertaintyText;
import org.worthwhile.uncertainty.InformationQuestion;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.SimulationQuestion;
import org.worthwhile.uncertainty.SpendingLimit;
import org.worthwhile.uncertainty.UncertaintyAnalysis;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Appraises proposals, prints their results and writes them as files. */
@Command(name = "appraise", description = "Appraises proposals.", mixinStandardHelpOptions = true)
final class AppraiseCommand extends LongCommand {

    @CommandLine.Mixin
    private ProposalOptions proposals = new ProposalOptions();

    @Option(
            names = "--model",
            paramLabel = "ID",
            description = "Appraise under this framework instead of the proposal's.")
    private Optional<String> framework = Optional.empty();

    @Option(
            names = "--study",
            paramLabel = "STUDY",
            description = "A study whose finding and checks to tell of in workbook and briefing; may be repeated.")
    private List<Path> studies = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write the results. Without it they are only printed.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "What to write: ${COMPLETION-CANDIDATES}; json and xlsx unless given.")
    private List<Format> formats = List.of(Format.JSON, Format.XLSX);

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Simulate the uncertainty of the results with N trials.")
    private Optional<Integer> trials = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulation; 1 unless given.")
    private long seed = 1;

    @Option(
            names = "--sampling",
            paramLabel = "KIND",
            description = "How trials are drawn: ${COMPLETION-CANDIDATES}; LATIN_HYPERCUBE unless given.")
    private Sampling sampling = Sampling.LATIN_HYPERCUBE;

    @CommandLine.Mixin
    private InformationOptions information = new InformationOptions();

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "With --trials: how likely the net public cost of an option is to be more, in present value.")
    private Optional<Double> budget = Optional.empty();

    @Option(
            names = "--constraints",
            paramLabel = "FILE",
            description = "With --trials: how likely an option is to break the budget and each limit of this file.")
    private Optional<Path> constraints = Optional.empty();

    @Option(names = "--details", description = "Print everything that was found, and not only the main results.")
    private boolean details;

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    @Override
    int call(Progress progress) {
        trials.ifPresent(
                count -> require("--trials", count, SimulationOptions.LEAST_TRIALS, SimulationOptions.MOST_TRIALS));
        if (trials.isEmpty() && (budget.isPresent() || constraints.isPresent())) {
            throw unusable((budget.isPresent() ? "--budget" : "--constraints")
                    + " is about simulated trials; give --trials too.");
        }
        InformationQuestion question = information.question(trials.isPresent(), spec());
        List<AppraisalCase> cases = proposals.cases(framework, progress);
        SimulationQuestion asked = new SimulationQuestion(question, limits(cases));
        List<String> stems = cases.stream().map(each -> each.proposal().id()).toList();
        out.ifPresent(folder -> overwrite.require(folder, ReportFiles.names(stems, formats)));
        progress.doing("Appraising");
        List<Appraisal> appraisals = cases.stream().map(Appraiser::appraise).toList();
        List<Optional<UncertaintyAnalysis>> uncertainties = appraisals.stream()
                .map(appraisal ->
                        trials.map(count -> Steps.simulate(appraisal, count, seed, sampling, asked, progress)))
                .toList();
        List<Attribution> found =
                studies.stream().map(study -> Steps.attribute(study, progress)).toList();
        progress.doing("Writing the results");
        PrintWriter printed = out();
        LocalDate date = ResultDate.of(appraisals);
        List<OutputFile> results = IntStream.range(0, appraisals.size())
                .boxed()
                .flatMap(i ->
                        ReportFiles.of(stems.get(i), appraisals.get(i), uncertainties.get(i), found, date, formats)
                                .stream())
                .toList();
        List<Path> written = out.map(folder -> overwrite.write(folder, results)).orElse(List.of());
        progress.print(printed, AppraisalTable.lines(appraisals));
        for (int i = 0; i < appraisals.size(); i++) {
            Appraisal appraisal = appraisals.get(i);
            StandingText.lines(appraisal)
                    .forEach(
                            line -> printed.println(appraisal.basis().proposal().title() + ": " + line));
            if (details) {
                AppraisalDetails.lines(appraisal).forEach(printed::println);
            }
            uncertainties
                    .get(i)
                    .ifPresent(
                            result -> UncertaintyText.lines(appraisal, result).forEach(printed::println));
        }
        if (!details) {
            CheckText.counts(appraisals).forEach(printed::println);
        }
        written.forEach(file -> printed.println("Wrote " + file));
        return 0;
    }

    /** Of the budget and the limits that are given. */
    private List<SpendingLimit> limits(List<AppraisalCase> cases) {
        return ChoiceInputs.limits(
                        Home.models(),
                        constraints,
                        budget.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                        cases.stream().map(AppraisalCase::proposal).toList())
                .spendingLimits();
    }
}
