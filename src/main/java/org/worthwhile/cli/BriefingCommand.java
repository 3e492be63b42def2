package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.attribution.Attribution;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.report.ResultDate;
import org.worthwhile.report.briefing.Briefing;
import org.worthwhile.uncertainty.InformationQuestion;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.UncertaintyAnalysis;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the committee briefing pack of proposals, studies and the choice within a budget. */
@Command(
        name = "briefing",
        description = "Writes a committee briefing pack, for Word and as PDF.",
        mixinStandardHelpOptions = true)
final class BriefingCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Proposals, or folders of them.")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--study", paramLabel = "STUDY", description = "A study whose finding to tell of; may be repeated.")
    private List<Path> studies = new ArrayList<>();

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description = "A folder of evidence records, besides the proposals' own.")
    private List<Path> evidence = new ArrayList<>();

    @Option(names = "--budget", paramLabel = "AMOUNT", description = "Choose among the proposals within this budget.")
    private Optional<Double> budget = Optional.empty();

    @Option(names = "--constraints", paramLabel = "FILE", description = "Limits on the choice.")
    private Optional<Path> constraints = Optional.empty();

    @Option(
            names = "--trials",
            paramLabel = "N",
            description = "Trials of the simulation, ${DEFAULT-VALUE} unless given.")
    private int trials = 10_000;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulation; 1 unless given.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Where to write the pack.")
    private Path out = Path.of("");

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    @CommandLine.Mixin
    private ProgressOption progressOption = new ProgressOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        try (Progress progress = progressOption.start()) {
            return call(progress);
        }
    }

    private int call(Progress progress) {
        AppraiseCommand.requireTrials(trials, AppraiseCommand.LEAST_TRIALS, AppraiseCommand.MOST_TRIALS, spec);
        List<Path> proposals =
                files.stream().flatMap(PortfolioCommand::proposals).toList();
        overwrite.require(out, ReportFiles.briefingNames());
        progress.doing("Reading " + proposals.size() + " proposals");
        List<Appraisal> appraisals = Home.cases(proposals, evidence, Optional.empty()).stream()
                .map(Appraiser::appraise)
                .toList();
        List<Briefing.Appraised> appraised = appraisals.stream()
                .map(appraisal ->
                        new Briefing.Appraised(appraisal, Optional.of(uncertainty(appraisal, trials, seed, progress))))
                .toList();
        List<Attribution> found = studies.stream()
                .map(study -> AppraiseCommand.attribute(study, progress))
                .toList();
        progress.doing("Choosing the portfolio");
        Optional<Briefing.Portfolio> portfolio = budget.isEmpty() && constraints.isEmpty()
                ? Optional.empty()
                : Optional.of(new Briefing.Portfolio(
                        PortfolioCommand.choose(appraisals, constraints, budget, progress)
                                .choice(),
                        Optional.empty()));
        progress.doing("Writing the briefing");
        List<Path> written = overwrite.write(
                out, ReportFiles.of(new Briefing(appraised, found, portfolio, ResultDate.of(appraisals))));
        progress.print(
                spec.commandLine().getOut(),
                written.stream().map(path -> "Wrote " + path).toList());
        return 0;
    }

    static UncertaintyAnalysis uncertainty(Appraisal appraisal, int trials, long seed, Progress progress) {
        return AppraiseCommand.uncertainty(
                appraisal, trials, seed, Sampling.LATIN_HYPERCUBE, progress, InformationQuestion.NONE);
    }
}
