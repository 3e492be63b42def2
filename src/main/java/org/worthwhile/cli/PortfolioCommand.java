package org.worthwhile.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.Appraiser;
import org.worthwhile.exchange.ConstraintsReader;
import org.worthwhile.exchange.WholeFile;
import org.worthwhile.portfolio.Candidate;
import org.worthwhile.portfolio.Constraints;
import org.worthwhile.portfolio.PortfolioChoice;
import org.worthwhile.portfolio.PortfolioChooser;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.report.PortfolioReport;
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

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write portfolio.json.")
    private Optional<Path> out = Optional.empty();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        List<Path> files = paths.stream().flatMap(PortfolioCommand::proposals).toList();
        List<Appraisal> appraisals = Home.proposalFiles().load(files, evidence, Optional.empty()).stream()
                .map(Appraiser::appraise)
                .toList();
        print(choose(appraisals, constraints, budget), out, spec.commandLine());
        return 0;
    }

    /** A choice with the budget that it kept to and the currency of its money. */
    record Chosen(PortfolioChoice choice, double budget, String currency) {}

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
        List<String> ids = appraisals.stream()
                .map(appraisal -> appraisal.basis().proposal().id())
                .toList();
        Constraints read = file.map(path -> new ConstraintsReader(Home.models()).read(path, ids))
                .orElse(new Constraints(
                        Constraints.Objective.NPSV,
                        OptionalDouble.empty(),
                        new TreeMap<>(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()));
        Constraints complete = budget.map(read::withBudget).orElse(read);
        if (complete.budget().isEmpty()) {
            throw new InvalidInput(new Problem(
                    Place.of("portfolio"), "there is no budget", "give --budget, or a budget in the constraints"));
        }
        return new Chosen(
                PortfolioChooser.choose(Candidate.of(appraisals), complete),
                complete.budget().getAsDouble(),
                appraisals.getFirst().basis().proposal().appraisal().currency());
    }

    static void print(Chosen chosen, Optional<Path> out, CommandLine commandLine) {
        PortfolioReport.lines(chosen.choice(), chosen.budget(), chosen.currency())
                .forEach(commandLine.getOut()::println);
        out.ifPresent(folder -> {
            Path file = folder.resolve("portfolio.json");
            WholeFile.write(file, PortfolioReport.json(chosen.choice(), chosen.budget()));
            commandLine.getOut().println("Wrote " + file);
        });
    }

    private static Stream<Path> proposals(Path path) {
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
