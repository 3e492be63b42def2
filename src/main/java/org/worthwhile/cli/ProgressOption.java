package org.worthwhile.cli;

import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The option of every command that may take long: whether it says what it is doing. */
final class ProgressOption {

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing of what is being done while it takes long.")
    private boolean quiet;

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    /** Begins to watch the command that has this option. */
    Progress start() {
        return Progress.start(spec.commandLine().getErr(), quiet);
    }
}
