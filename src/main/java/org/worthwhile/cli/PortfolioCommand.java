package org.worthwhile.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.exchange.ConstraintsReader;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.ChoiceProgress;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.Objective;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.portfolio.RobustChoice;
import org.worthwhile.portfolio.RobustChooser;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Proposal;
import org.worthwhile.proposal.Role;
import org.worthwhile.report.PortfolioReport;
import org.worthwhile.report.ReportFiles;
import org.worthwhile.uncertainty.Sampling;
import org.worthwhile.uncertainty.Uncertainty;
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
            description = "Choose anew for each of N simulated sets of values, to see how the choice holds up.")
    private Optional<Integer> trials = Optional.empty();

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
        trials.ifPresent(count -> AppraiseCommand.requireTrials(count, LEAST_TRIALS, MOST_TRIALS, spec));
        try (Progress progress = progressOption.start()) {
            return call(progress);
        }
    }

    private int call(Progress progress) {
        List<Path> files = paths.stream().flatMap(PortfolioCommand::proposals).toList();
        progress.doing("Reading " + (files.size() == 1 ? files.getFirst() : files.size() + " proposals"));
        List<AppraisalCase> cases = Home.proposalFiles().load(files, evidence, Optional.empty());
        Chosen chosen = choose(cases, candidates(cases, progress), constraints, budget, progress);
        Optional<RobustChoice> robust = trials.map(count ->
                progress.doing("Choosing for each of " + count + " simulated sets", () -> robust(chosen, count, seed)));
        progress.doing("Writing the results");
        List<Path> written = out.map(folder -> overwrite.write(folder, results(chosen, robust)))
                .orElse(List.of());
        progress.close();
        print(chosen, robust, spec.commandLine());
        written.forEach(file -> spec.commandLine().getOut().println("Wrote " + file));
        return 0;
    }

    /** The candidates of cases, of whose appraisals nothing else is kept. */
    private static List<Candidate> candidates(List<AppraisalCase> cases, Progress progress) {
        progress.doing("Appraising " + cases.size() + " proposals");
        DoublePredicate share = progress.share();
        AtomicInteger done = new AtomicInteger();
        return cases.parallelStream()
                .flatMap(each -> {
                    List<Candidate> candidates = Candidate.of(List.of(Appraiser.appraise(each)));
                    share.test((double) done.incrementAndGet() / cases.size());
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

    /** How the choice holds up when values are drawn; what proposals share is drawn once. */
    static RobustChoice robust(Chosen chosen, int trials, long seed) {
        if (chosen.choice().constraints().objective() != Objective.NPSV) {
            throw new InvalidInput(new Problem(
                    Place.of("--trials"),
                    "only net present social value is simulated, and the objective is another",
                    "leave --trials out or set the objective to npsv"));
        }
        List<double[][]> simulated = Uncertainty.draws(
                chosen.cases(),
                trials,
                seed,
                Sampling.LATIN_HYPERCUBE,
                Runtime.getRuntime().availableProcessors());
        List<double[]> draws = new ArrayList<>();
        for (int proposal = 0; proposal < simulated.size(); proposal++) {
            double[][] npsv = simulated.get(proposal);
            Proposal drawn = chosen.cases().get(proposal).proposal();
            for (int option = 0; option < npsv.length; option++) {
                if (drawn.options().get(option).role() != Role.BUSINESS_AS_USUAL) {
                    draws.add(npsv[option]);
                }
            }
        }
        return RobustChooser.choose(
                chosen.candidates(),
                draws.toArray(double[][]::new),
                chosen.choice().constraints());
    }

    static Chosen choose(List<Appraisal> appraisals, Optional<Path> file, Optional<Double> budget, Progress progress) {
        return choose(
                appraisals.stream().map(Appraisal::basis).toList(), Candidate.of(appraisals), file, budget, progress);
    }

    private static Chosen choose(
            List<AppraisalCase> cases,
            List<Candidate> candidates,
            Optional<Path> file,
            Optional<Double> budget,
            Progress progress) {
        List<Proposal> proposals = cases.stream().map(AppraisalCase::proposal).toList();
        List<String> currencies = proposals.stream()
                .map(proposal -> proposal.appraisal().currency() + " at "
                        + proposal.appraisal().priceYear() + " prices from "
                        + proposal.appraisal().baseYear())
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw new InvalidInput(new Problem(
                    Place.of("portfolio"),
                    "the proposals are not in the same money: " + String.join("; ", currencies),
                    "appraise all in one currency, price year and base year"));
        }
        Constraints read = file.map(path -> new ConstraintsReader(Home.models()).read(path, proposals))
                .orElse(Constraints.NONE);
        Constraints complete = budget.map(read::withBudget).orElse(read);
        if (complete.budget().isEmpty()) {
            throw new InvalidInput(new Problem(
                    Place.of("portfolio"), "there is no budget", "give --budget, or a budget in the constraints"));
        }
        return new Chosen(cases, candidates, PortfolioChooser.choose(candidates, complete, (stage, done, of) -> {
            progress.doing(words(stage, candidates.size()));
            if (of > 1) {
                progress.share().test((double) done / of);
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
