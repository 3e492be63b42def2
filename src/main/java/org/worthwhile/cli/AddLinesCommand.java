package org.worthwhile.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.worthwhile.exchange.LinesCsv;
import org.worthwhile.exchange.ProposalReader;
import org.worthwhile.exchange.ProposalWriter;
import org.worthwhile.proposal.Proposal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds cost lines and impacts from CSV files to a proposal. */
@Command(
        name = "add-lines",
        description = "Adds cost lines and impacts from CSV to a proposal. The columns are those of the template's"
                + " sheets Costs and Impacts.",
        mixinStandardHelpOptions = true)
final class AddLinesCommand implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "PROPOSAL", description = "The proposal to add to; it is not changed.")
    private Path file = Path.of("");

    @Option(names = "--costs", paramLabel = "FILE.csv", description = "Cost lines.")
    private Optional<Path> costs = Optional.empty();

    @Option(names = "--impacts", paramLabel = "FILE.csv", description = "Impacts.")
    private Optional<Path> impacts = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where to write the new proposal.")
    private Path out = Path.of("");

    @CommandLine.Mixin
    private OverwriteOption overwrite = new OverwriteOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        Proposal proposal = new ProposalReader(Home.models()).read(file).value();
        String added = ProposalWriter.text(
                new LinesCsv(Home.models()).add(proposal, costs, impacts).value());
        overwrite.write(out, file -> file.write(added.getBytes(StandardCharsets.UTF_8)));
        spec.commandLine().getOut().println("Wrote " + out);
        return 0;
    }
}
