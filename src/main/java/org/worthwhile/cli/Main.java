package org.worthwhile.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.worthwhile.desktop.DesktopApplication;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.report.Software;
import org.worthwhile.workspace.WorkspaceFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the program starts. Without a command it opens the desktop client. */
@Command(
        name = "worthwhile",
        description = "Social cost-benefit appraisal and outcome attribution, offline.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            AppraiseCommand.class,
            AttributeCommand.class,
            DataCommand.class,
            AdviseCommand.class,
            PowerCommand.class,
            PortfolioCommand.class,
            BriefingCommand.class,
            DemoCommand.class,
            ValidateCommand.class,
            TemplateCommand.class,
            AddLinesCommand.class,
            ModelsCommand.class
        })
public final class Main implements Callable<Integer> {

    /** The input is wrong. */
    static final int INVALID_INPUT = 1;

    /** The command line is wrong. */
    static final int WRONG_USAGE = 2;

    /** Something failed that should not have. */
    static final int FAILURE = 3;

    @CommandLine.Parameters(
            arity = "0..*",
            paramLabel = "FILE.worthwhile",
            description = "Opens the desktop client with this file.")
    private List<Path> files = new ArrayList<>();

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        // Without arguments there is nothing to interpret, and the window is there sooner.
        System.exit(arguments.length == 0 ? openClient(err) : run(out, err, arguments));
    }

    private static int openClient(PrintWriter err) {
        try {
            return openClient(List.of(), err);
        } catch (RuntimeException failure) {
            return report(failure, err);
        }
    }

    /** Runs a command and returns the exit status. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, _) -> report(failure, command.getErr()))
                .execute(arguments);
    }

    @Override
    public Integer call() {
        for (Path file : files) {
            if (!file.toString().endsWith(WorkspaceFile.SUFFIX)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(), "'" + file + "' is neither a command nor a .worthwhile file.");
            }
        }
        return openClient(files, spec.commandLine().getErr());
    }

    private static int openClient(List<Path> files, PrintWriter err) {
        if (DesktopApplication.isWithoutDisplay()) {
            err.println("worthwhile: there is no display to open a window on; set DISPLAY, or use one of the"
                    + " commands that worthwhile --help lists.");
            return WRONG_USAGE;
        }
        DesktopApplication.open(Home.models(), Home.ownModels(), Home.samples(), files);
        return 0;
    }

    /** Says what is wrong, one line a problem; a failure of ours leaves its details in a file and no trace on screen. */
    private static int report(Exception failure, PrintWriter err) {
        if (failure instanceof InvalidInput invalid) {
            invalid.problems().stream().map(Problem::sentence).forEach(err::println);
            return INVALID_INPUT;
        }
        err.println("worthwhile: something failed that should not have" + details(failure) + ".");
        return FAILURE;
    }

    private static String details(Exception failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Path file = Files.createTempFile("worthwhile-failure-", ".txt");
            Files.writeString(file, Software.NAME_AND_VERSION + "\n" + trace);
            return "; please report it with the file " + file;
        } catch (java.io.IOException nowhereToWrite) {
            return ": " + failure;
        }
    }

    /** What {@code --version} says. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Software.NAME_AND_VERSION};
        }
    }
}
