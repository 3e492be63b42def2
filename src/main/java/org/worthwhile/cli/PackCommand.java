package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.replication.PackageRequest;
import org.worthwhile.replication.ReplicationPackage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes inputs, model packs and results as one file that anybody can compute again. */
@Command(
        name = "pack",
        description =
                "Writes a replication package: proposals, evidence, studies with their data, model packs and all results"
                        + " in one zip file, which verify computes again.",
        mixinStandardHelpOptions = true)
final class PackCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Proposals, or folders of them.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--study",
            paramLabel = "STUDY",
            description =
                    "A study to pack with its data and to answer; may be repeated. Whoever has the package has the data.")
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

    @Option(
            names = "--choice-trials",
            paramLabel = "N",
            description =
                    "Trials of the choice under uncertainty, ${DEFAULT-VALUE} unless given; 0 for none. A choice among start"
                            + " years is not simulated.")
    private int choiceTrials = 200;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulations; 1 unless given.")
    private long seed = 1;

    @Option(names = "--out", paramLabel = "PACKAGE", required = true, description = "The zip file to write.")
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
        if (choiceTrials != 0) {
            PortfolioCommand.requireTrials("--choice-trials", choiceTrials, spec);
        }
        List<Path> proposals =
                files.stream().flatMap(PortfolioCommand::proposals).toList();
        overwrite.require(out);
        progress.doing("Reading " + proposals.size() + " proposals");
        List<AppraisalCase> cases = Home.cases(proposals, evidence, Optional.empty());
        overwrite.write(
                out,
                ReplicationPackage.of(
                        Home.models(),
                        Home.ownModels(),
                        new PackageRequest(
                                proposals,
                                evidence,
                                studies,
                                constraints,
                                budget.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                                trials,
                                choiceTrials,
                                seed),
                        cases,
                        progress::doing));
        progress.print(spec.commandLine().getOut(), List.of("Wrote " + out));
        return 0;
    }
}
