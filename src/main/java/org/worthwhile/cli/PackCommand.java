package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.replication.PackageRequest;
import org.worthwhile.replication.ReplicationPackage;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes inputs, model packs and results as one file that anybody can compute again. */
@Command(
        name = "pack",
        description =
                "Writes a replication package: proposals, evidence, studies with their data, model packs and all results"
                        + " in one zip file, which verify computes again.",
        mixinStandardHelpOptions = true)
final class PackCommand extends LongCommand {

    @CommandLine.Mixin
    private ProposalOptions proposals = new ProposalOptions();

    @Option(
            names = "--study",
            paramLabel = "STUDY",
            description =
                    "A study to pack with its data and to answer; may be repeated. Whoever has the package has the data.")
    private List<Path> studies = new ArrayList<>();

    @CommandLine.Mixin
    private ChoiceOptions limits = new ChoiceOptions();

    @CommandLine.Mixin
    private SimulationOptions simulation = new SimulationOptions();

    @Option(
            names = "--choice-trials",
            paramLabel = "N",
            description =
                    "Trials of the choice under uncertainty, ${DEFAULT-VALUE} unless given; 0 for none. A choice among start"
                            + " years is not simulated.")
    private int choiceTrials = 200;

    @Option(names = "--out", paramLabel = "PACKAGE", required = true, description = "The zip file to write.")
    private Path out = Path.of("");

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    @Override
    int call(Progress progress) {
        simulation.require(this);
        if (choiceTrials != 0) {
            require("--choice-trials", choiceTrials, PortfolioCommand.LEAST_TRIALS, PortfolioCommand.MOST_TRIALS);
        }
        overwrite.require(out);
        List<AppraisalCase> cases = proposals.cases(progress);
        overwrite.write(
                out,
                ReplicationPackage.of(
                        Home.models(),
                        Home.ownModels(),
                        new PackageRequest(
                                proposals.files(),
                                proposals.evidence(),
                                studies,
                                limits.constraints(),
                                limits.budget(),
                                simulation.trials(),
                                choiceTrials,
                                simulation.seed()),
                        cases,
                        progress::doing));
        progress.print(out(), List.of("Wrote " + out));
        return 0;
    }
}
