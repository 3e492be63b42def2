package org.worthwhile.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** A command that may take long, and that says what it is doing unless it is asked not to. */
abstract class LongCommand implements Callable<Integer> {

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing of what is being done while it takes long.")
    private boolean quiet;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    @Override
    public final Integer call() {
        try (Progress progress = Progress.start(spec.commandLine().getErr(), quiet)) {
            return call(progress);
        }
    }

    /** Does what the command is for, says how far it is, and returns the exit status. */
    abstract int call(Progress progress);

    /** How the command was called. */
    final CommandLine.Model.CommandSpec spec() {
        return spec;
    }

    /** Requires of an option a whole number that it can take. */
    final void require(String option, int given, int least, int most) {
        if (given < least || given > most) {
            throw unusable(option + " takes a whole number from " + least + " to " + most + ".");
        }
    }

    /** That the command was called in a way that it cannot be. */
    final CommandLine.ParameterException unusable(String message) {
        return new CommandLine.ParameterException(spec.commandLine(), message);
    }

    /** Where results are printed. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
