package org.worthwhile.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Problem;
import org.worthwhile.report.Software;

/** Says why a command could not do its work: a sentence for each problem, whatever was thrown, and the exit status. */
final class FailureReport {

    private static final int MOST_PROBLEMS = 1000;

    private FailureReport() {}

    /** Prints what went wrong and returns the exit status. */
    static int print(Throwable failure, PrintWriter err) {
        if (failure instanceof InvalidInput invalid) {
            print(invalid.problems(), err);
            return Main.INVALID_INPUT;
        }
        if (causes(failure).anyMatch(OutOfMemoryError.class::isInstance)) {
            err.println("worthwhile: this needs more memory than the program may use ("
                    + Runtime.getRuntime().maxMemory() / (1 << 20)
                    + " MB); give it fewer files, trials or rows at once, or more memory, as by JAVA_TOOL_OPTIONS=-Xmx8g.");
            return Main.INVALID_INPUT;
        }
        err.println("worthwhile: something failed that should not have" + details(failure) + ".");
        return Main.FAILURE;
    }

    private static void print(List<Problem> problems, PrintWriter err) {
        problems.stream().limit(MOST_PROBLEMS).map(Problem::sentence).forEach(err::println);
        if (problems.size() > MOST_PROBLEMS) {
            err.println("worthwhile: there are " + (problems.size() - MOST_PROBLEMS) + " more problems.");
        }
    }

    /** A failure and what it came of; parallel work throws what its parts threw inside another. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(100);
    }

    private static String details(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        try {
            Path file = Files.createTempFile("worthwhile-failure-", ".txt");
            Files.writeString(file, Software.NAME_AND_VERSION + "\n" + trace);
            return "; please report it with the file " + file;
        } catch (IOException nowhereToWrite) {
            return ": " + failure;
        }
    }
}
