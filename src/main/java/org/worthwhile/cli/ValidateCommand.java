package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.worthwhile.exchange.ProposalFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says every problem of the files it is given. */
@Command(
        name = "validate",
        description = "Says every problem of proposals, with its place and its remedy.",
        mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Proposal files.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--evidence",
            paramLabel = "DIR",
            description = "A folder of evidence records, besides the proposal's own.")
    private List<Path> evidence = new ArrayList<>();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        new ProposalFiles(Home.models()).load(files, evidence, Optional.empty());
        spec.commandLine()
                .getOut()
                .println(files.size() == 1 ? "No problems." : "No problems in " + files.size() + " files.");
        return 0;
    }
}
