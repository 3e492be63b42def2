package org.worthwhile.cli;

import java.nio.file.Path;
import java.util.List;
import org.worthwhile.replication.Verification;
import org.worthwhile.replication.VerificationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Computes the results of a replication package again and says whether they are the same. */
@Command(
        name = "verify",
        description =
                "Computes the results of a replication package again, from its own inputs and model packs, and says"
                        + " whether they are identical, or where they are not. The exit status is 1 where they are not.",
        mixinStandardHelpOptions = true)
final class VerifyCommand extends LongCommand {

    @Parameters(arity = "1", paramLabel = "PACKAGE", description = "A zip file that worthwhile pack wrote.")
    private Path file = Path.of("");

    @Override
    int call(Progress progress) {
        Verification found = Verification.of(Home.models(), file, progress::doing);
        List<String> lines = VerificationText.lines(found);
        progress.print(out(), lines);
        return found.isIdentical() ? 0 : Main.INVALID_INPUT;
    }
}
