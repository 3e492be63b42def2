package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.worthwhile.replication.Verification;
import org.worthwhile.replication.VerificationText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Computes the results of a replication package again and says whether they are the same. */
@Command(
        name = "verify",
        description =
                "Computes the results of a replication package again, from its own inputs and model packs, and says"
                        + " whether they are identical, or where they are not. The exit status is 1 where they are not.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Parameters(arity = "1", paramLabel = "PACKAGE", description = "A zip file that worthwhile pack wrote.")
    private Path file = Path.of("");

    @CommandLine.Mixin
    private ProgressOption progressOption = new ProgressOption();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        try (Progress progress = progressOption.start()) {
            Verification found = Verification.of(Home.models(), file, progress::doing);
            List<String> lines = VerificationText.lines(found);
            progress.print(spec.commandLine().getOut(), lines);
            return found.isIdentical() ? 0 : Main.INVALID_INPUT;
        }
    }
}
