package org.worthwhile.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.exchange.ConstraintsReader;
import org.worthwhile.exchange.OutputFile;
import org.worthwhile.portfolio.Candidate;
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
    private OverwriteOption overwrite = new OverwriteOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        out.ifPresent(folder -> overwrite.require(folder, ReportFiles.portfolioNames()));
        List<Path> files = paths.stream().flatMap(PortfolioCommand::proposals).toList();
        List<Appraisal> appraisals = Home.proposalFiles().load(files, evidence, Optional.empty()).stream()
                .map(Appraiser::appraise)
                .toList();
        trials.ifPresent(count -> AppraiseCommand.requireTrials(count, LEAST_TRIALS, MOST_TRIALS, spec));
        Chosen chosen = choose(appraisals, constraints, budget);
        Optional<RobustChoice> robust = trials.map(count -> robust(chosen, count, seed));
        print(chosen, robust, spec.commandLine());
        out.ifPresent(folder -> overwrite
                .write(folder, results(chosen, robust))
                .forEach(file -> spec.commandLine().getOut().println("Wrote " + file)));
        return 0;
    }

    /** A choice with what it was made among. */
    record Chosen(List<Appraisal> appraisals, List<Candidate> candidates, PortfolioChoice choice) {
        String currency() {
            return appraisals.getFirst().basis().proposal().appraisal().currency();
        }
    }

    /** How the choice holds up when each proposal's values are drawn for themselves, on streams of their own. */
    static RobustChoice robust(Chosen chosen, int trials, long seed) {
        if (chosen.choice().constraints().objective() != Objective.NPSV) {
            throw new InvalidInput(new Problem(
                    Place.of("--trials"),
                    "only net present social value is simulated, and the objective is another",
                    "leave --trials out or set the objective to npsv"));
        }
        List<double[]> draws = new ArrayList<>();
        for (int proposal = 0; proposal < chosen.appraisals().size(); proposal++) {
            Appraisal appraisal = chosen.appraisals().get(proposal);
            double[][] npsv = Uncertainty.draws(
                    appraisal.basis(),
                    trials,
                    seed + proposal,
                    Sampling.LATIN_HYPERCUBE,
                    Runtime.getRuntime().availableProcessors());
            for (int option = 0; option < npsv.length; option++) {
                if (appraisal.options().get(option).option().role() != Role.BUSINESS_AS_USUAL) {
                    draws.add(npsv[option]);
                }
            }
        }
        return RobustChooser.choose(
                chosen.candidates(),
                draws.toArray(double[][]::new),
                chosen.choice().constraints());
    }

    static Chosen choose(List<Appraisal> appraisals, Optional<Path> file, Optional<Double> budget) {
        List<String> currencies = appraisals.stream()
                .map(appraisal -> appraisal.basis().proposal().appraisal().currency() + " at "
                        + appraisal.basis().proposal().appraisal().priceYear() + " prices from "
                        + appraisal.basis().proposal().appraisal().baseYear())
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            throw new InvalidInput(new Problem(
                    Place.of("portfolio"),
                    "the proposals are not in the same money: " + String.join("; ", currencies),
                    "appraise all in one currency, price year and base year"));
        }
        List<Proposal> proposals = appraisals.stream()
                .map(appraisal -> appraisal.basis().proposal())
                .toList();
        Constraints read = file.map(path -> new ConstraintsReader(Home.models()).read(path, proposals))
                .orElse(Constraints.NONE);
        Constraints complete = budget.map(read::withBudget).orElse(read);
        if (complete.budget().isEmpty()) {
            throw new InvalidInput(new Problem(
                    Place.of("portfolio"), "there is no budget", "give --budget, or a budget in the constraints"));
        }
        List<Candidate> candidates = Candidate.of(appraisals);
        return new Chosen(appraisals, candidates, PortfolioChooser.choose(candidates, complete));
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
            return files
                    .filter(file -> file.getFileName().toString().matches(".*\\.proposal\\.(json|ya?ml)|.*\\.xlsx"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new InvalidInput(
                    new Problem(Place.of(path.toString()), "the folder cannot be read", "name one that you may read"));
        }
    }
}
