package org.worthwhile.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.exchange.ChoiceInputs;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.ChoiceProgress;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.portfolio.RobustChoice.Criteria;
import org.worthwhile.portfolio.RobustChooser;
import org.worthwhile.portfolio.Scenarios;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.NumberText;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.report.PortfolioReport;
import org.worthwhile.report.ReportFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Chooses among proposals within a budget. */
@Command(
        name = "portfolio",
        description = "Chooses at most one option of each proposal within a budget.",
        mixinStandardHelpOptions = true)
final class PortfolioCommand implements Callable<Integer> {

    private static final int LEAST_TRIALS = 10;
    private static final int MOST_TRIALS = 10_000;

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Proposals, or folders of them.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "The most that the present value of net public cost may come to.")
    private Optional<Double> budget = Optional.empty();

    @Option(
            names = "--constraints",
            paramLabel = "FILE",
            description = "Budgets by year, what must be chosen and more.")
    private Optional<Path> constraints = Optional.empty();

    @Option(names = "--evidence", paramLabel = "DIR", description = "A folder of evidence records.")
    private List<Path> evidence = new ArrayList<>();

    @Option(
            names = "--trials",
            paramLabel = "N",
            description =
                    "Choose anew for each of N simulated sets of values and costs, to see how the choice holds up.")
    private Optional<Integer> trials = Optional.empty();

    @Option(
            names = "--tail",
            paramLabel = "SHARE",
            description =
                    "With --trials: the share of trials, the worst for a set, over which its conditional value at risk is"
                            + " the mean; 0.1 unless given.")
    private Optional<Double> tail = Optional.empty();

    @Option(
            names = "--keep-limits",
            paramLabel = "P",
            description =
                    "With --trials: the least probability with which a set must keep to the budget and to each limit.")
    private Optional<Double> keeping = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulation; 1 unless given.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write portfolio.json and portfolio.xlsx.")
    private Optional<Path> out = Optional.empty();

    @CommandLine.Mixin
    private ProgressOption progressOption = new ProgressOption();

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        out.ifPresent(folder -> overwrite.require(folder, ReportFiles.portfolioNames()));
        trials.ifPresent(count -> requireTrials("--trials", count, spec));
        requireShare("--tail", tail, 0.001);
        requireShare("--keep-limits", keeping, 0);
        try (Progress progress = progressOption.start()) {
            return call(progress);
        }
    }

    /** Requires a number of trials that a choice under uncertainty can do. */
    static void requireTrials(String option, int trials, CommandLine.Model.CommandSpec spec) {
        AppraiseCommand.requireTrials(option, trials, LEAST_TRIALS, MOST_TRIALS, spec);
    }

    /** Without trials there is nothing that a share could be of. */
    private void requireShare(String option, Optional<Double> share, double least) {
        share.ifPresent(given -> {
            if (!(given >= least && given <= 1)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), option + " takes a share from " + NumberText.of(least) + " to 1.");
            }
            if (trials.isEmpty()) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), option + " is about simulated trials; give --trials too.");
            }
        });
    }

    private Criteria criteria() {
        return new Criteria(
                tail.orElse(Criteria.USUAL.tail()),
                keeping.map(OptionalDouble::of).orElse(OptionalDouble.empty()));
    }

    private int call(Progress progress) {
        List<Path> files = paths.stream().flatMap(PortfolioCommand::proposals).toList();
        progress.doing("Reading " + (files.size() == 1 ? files.getFirst() : files.size() + " proposals"));
        List<AppraisalCase> cases = Home.cases(files, evidence, Optional.empty());
        Constraints complete = constraints(cases, constraints, budget);
        requireOneStart(complete);
        Chosen chosen = choose(cases, candidates(cases, complete, progress), complete, progress);
        Optional<RobustChoice> robust = trials.map(count -> progress.doing(
                "Choosing for each of " + count + " simulated sets", () -> robust(chosen, count, seed, criteria())));
        progress.doing("Writing the results");
        List<Path> written = out.map(folder -> overwrite.write(folder, results(chosen, robust)))
                .orElse(List.of());
        progress.close();
        print(chosen, robust, spec.commandLine());
        written.forEach(file -> spec.commandLine().getOut().println("Wrote " + file));
        return 0;
    }

    /** The candidates of cases, of whose appraisals nothing else is kept. */
    private static List<Candidate> candidates(List<AppraisalCase> cases, Constraints constraints, Progress progress) {
        progress.doing("Appraising " + cases.size() + " proposals");
        AtomicInteger done = new AtomicInteger();
        return cases.parallelStream()
                .flatMap(each -> {
                    List<Candidate> candidates = Candidate.of(List.of(Appraiser.appraise(each)), constraints);
                    progress.done((double) done.incrementAndGet() / cases.size());
                    return candidates.stream();
                })
                .toList();
    }

    /** A choice with what it was made among. */
    record Chosen(List<AppraisalCase> cases, List<Candidate> candidates, PortfolioChoice choice) {
        String currency() {
            return cases.getFirst().proposal().appraisal().currency();
        }
    }

    /** How the choice holds up when values and costs are drawn; what proposals share is drawn once. */
    static RobustChoice robust(Chosen chosen, int trials, long seed, Criteria criteria) {
        Scenarios scenarios = Scenarios.simulate(
                chosen.cases(),
                chosen.choice().constraints(),
                trials,
                seed,
                Runtime.getRuntime().availableProcessors());
        return RobustChooser.choose(chosen.candidates(), chosen.choice(), scenarios, criteria);
    }

    static Chosen choose(List<Appraisal> appraisals, Optional<Path> file, Optional<Double> budget, Progress progress) {
        List<AppraisalCase> cases = appraisals.stream().map(Appraisal::basis).toList();
        Constraints complete = constraints(cases, file, budget);
        return choose(cases, Candidate.of(appraisals, complete), complete, progress);
    }

    /** Simulated trials are of proposals as they are written. */
    private void requireOneStart(Constraints constraints) {
        if (trials.isPresent() && !constraints.startYears().isEmpty()) {
            throw new InvalidInput(new Problem(
                    Place.of("constraints"),
                    "a choice among start years is not simulated",
                    "leave --trials or startYears out"));
        }
    }

    /** What the choice keeps to, with a budget, of proposals in one money. */
    private static Constraints constraints(List<AppraisalCase> cases, Optional<Path> file, Optional<Double> budget) {
        List<Proposal> proposals = cases.stream().map(AppraisalCase::proposal).toList();
        return ChoiceInputs.constraints(
                Home.models(), file, budget.map(OptionalDouble::of).orElse(OptionalDouble.empty()), proposals);
    }

    private static Chosen choose(
            List<AppraisalCase> cases, List<Candidate> candidates, Constraints complete, Progress progress) {
        return new Chosen(cases, candidates, PortfolioChooser.choose(candidates, complete, (stage, done, of) -> {
            progress.doing(words(stage, candidates.size()));
            if (of > 1) {
                progress.done((double) done / of);
            }
        }));
    }

    private static String words(ChoiceProgress.Stage stage, int options) {
        return switch (stage) {
            case BEST -> "Choosing among " + options + " options";
            case FRONTIER -> "Choosing within other budgets";
            case CONSTRAINTS -> "Choosing without each constraint";
        };
    }

    static void print(Chosen chosen, Optional<RobustChoice> robust, CommandLine commandLine) {
        PortfolioReport.lines(chosen.choice(), robust, chosen.currency()).forEach(commandLine.getOut()::println);
    }

    static List<OutputFile> results(Chosen chosen, Optional<RobustChoice> robust) {
        return ReportFiles.of(chosen.candidates(), chosen.choice(), robust);
    }

    static Stream<Path> proposals(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> proposals = files.filter(
                            file -> file.getFileName().toString().matches(".*\\.proposal\\.(json|ya?ml)|.*\\.xlsx"))
                    .sorted()
                    .toList();
            if (proposals.isEmpty()) {
                throw new InvalidInput(new Problem(
                        Place.of(path.toString()),
                        "the folder holds no proposals",
                        "name one with files that end in .proposal.json, .proposal.yaml or .xlsx"));
            }
            return proposals.stream();
        } catch (IOException unreadable) {
            throw new InvalidInput(
                    new Problem(Place.of(path.toString()), "the folder cannot be read", "name one that you may read"));
        }
    }
}
