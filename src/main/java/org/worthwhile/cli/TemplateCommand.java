package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.TemplateWriter;
import org.worthwhile.proposal.Proposal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the Excel input template. */
@Command(
        name = "template",
        description = "Writes the Excel input template with a worked example, or filled with a proposal.",
        mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "FILE.xlsx", description = "Where to write it.")
    private Path file = Path.of("");

    @Option(names = "--from", paramLabel = "PROPOSAL", description = "Fill it with this proposal.")
    private Optional<Path> from = Optional.empty();

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Path example = Home.models().resolve("templates").resolve("worked-example.proposal.json");
        Proposal proposal =
                new ProposalReader(Home.models()).read(from.orElse(example)).value();
        overwrite.write(file, out -> TemplateWriter.write(proposal, out));
        spec.commandLine().getOut().println("Wrote " + file);
        return 0;
    }
}
