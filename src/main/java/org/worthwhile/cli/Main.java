package org.worthwhile.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.worthwhile.desktop.DesktopApplication;
import org.worthwhile.desktop.NoWindow;
import org.worthwhile.platform.ProgramLog;
import org.worthwhile.problem.Nearest;
import org.worthwhile.report.Software;
import org.worthwhile.workspace.WorkspaceFile;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Where the program starts. Without a command it opens the desktop client. */
@Command(
        name = "worthwhile",
        description = "Social cost-benefit appraisal and outcome attribution, offline.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
public final class Main implements Callable<Integer> {

    private static final List<Class<?>> COMMANDS = List.of(
            AppraiseCommand.class,
            AttributeCommand.class,
            SynthesiseCommand.class,
            TrackRecordCommand.class,
            DataCommand.class,
            AdviseCommand.class,
            PowerCommand.class,
            PortfolioCommand.class,
            BriefingCommand.class,
            MonitorCommand.class,
            DemoCommand.class,
            ValidateCommand.class,
            TemplateCommand.class,
            AddLinesCommand.class,
            ImportSpreadsheetCommand.class,
            PackCommand.class,
            VerifyCommand.class,
            ModelsCommand.class);

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
        drawWithoutADisplay();
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        // Without arguments there is nothing to interpret, and the window is there sooner.
        System.exit(arguments.length == 0 ? openClient(err) : run(out, err, arguments));
    }

    /** Pictures of reports need no display, and a display that cannot be reached must not keep them from being drawn. */
    private static void drawWithoutADisplay() {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
    }

    private static int openClient(PrintWriter err) {
        try {
            return openClient(List.of(), err);
        } catch (Throwable failure) {
            return FailureReport.print(failure, err, ProgramLog.ofUser());
        }
    }

    /** Runs a command and returns the exit status; whatever is thrown is told in a sentence. */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(AttributeCommand.NAME)) {
            AttributeCommand.readAhead();
        }
        ProgramLog log = ProgramLog.ofUser();
        PrintWriter printable = new PrintWriter(new PrintableWriter(out), true);
        PrintWriter printableErr = new PrintWriter(new PrintableWriter(err), true);
        try {
            return commandLine(arguments)
                    .setOut(printable)
                    .setErr(printableErr)
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .registerConverter(Double.class, Main::number)
                    .registerConverter(double.class, Main::number)
                    .setParameterExceptionHandler((wrong, _) -> UsageErrors.print(wrong, printableErr))
                    .setExecutionExceptionHandler((failure, _, _) -> FailureReport.print(failure, printableErr, log))
                    .execute(arguments);
        } catch (Throwable failure) {
            return FailureReport.print(failure, printableErr, log);
        } finally {
            printable.flush();
            printableErr.flush();
        }
    }

    /**
     * The program's commands; of words that begin with one of them, that one alone, since what the others take need not be found out.
     */
    static CommandLine commandLine(String... words) {
        CommandLine program = new CommandLine(new Main());
        List<Class<?>> asked = COMMANDS.stream()
                .filter(command -> words.length > 0
                        && command.getAnnotation(Command.class).name().equals(words[0]))
                .toList();
        (asked.isEmpty() ? COMMANDS : asked).forEach(program::addSubcommand);
        return program;
    }

    private static double number(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new CommandLine.TypeConversionException("'" + text + "' is no number");
        }
        return number;
    }

    @Override
    public Integer call() {
        for (Path file : files) {
            if (!file.toString().endsWith(WorkspaceFile.SUFFIX)) {
                throw new CommandLine.ParameterException(
                        spec.commandLine(),
                        "'" + file + "' is neither a command nor a .worthwhile file"
                                + Nearest.to(file.toString(), spec.subcommands().keySet())
                                        .map(command -> "; did you mean '" + command + "'?")
                                        .orElse(""));
            }
        }
        return openClient(files, spec.commandLine().getErr());
    }

    private static int openClient(List<Path> files, PrintWriter err) {
        try {
            DesktopApplication.open(Home.models(), Home.ownModels(), Home.samples(), files);
            return 0;
        } catch (NoWindow none) {
            err.println(
                    "worthwhile: " + none.getMessage() + ", or use one of the commands that worthwhile --help lists.");
            return WRONG_USAGE;
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
