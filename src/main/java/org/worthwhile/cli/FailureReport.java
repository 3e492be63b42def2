package org.worthwhile.cli;

import java.io.PrintWriter;
import java.util.stream.Stream;
import org.worthwhile.platform.ProgramLog;
import org.worthwhile.problem.InvalidInput;

/** Says why a command could not do its work: a sentence for each problem, whatever was thrown, and the exit status. */
final class FailureReport {

    private FailureReport() {}

    /**
     * Prints what went wrong and returns the exit status.
     *
     * @param log that faults of the program are written to with their trace
     */
    static int print(Throwable failure, PrintWriter err, ProgramLog log) {
        if (failure instanceof InvalidInput invalid) {
            invalid.sentences().forEach(err::println);
            return Main.INVALID_INPUT;
        }
        if (causes(failure).anyMatch(OutOfMemoryError.class::isInstance)) {
            err.println(
                    "worthwhile: this needs more memory than the program may use ("
                            + Runtime.getRuntime().maxMemory() / (1 << 20)
                            + " MB); give it fewer files, trials or rows at once, or more memory, as by JAVA_TOOL_OPTIONS=-Xmx8g.");
            return Main.INVALID_INPUT;
        }
        String reported = log.failure("Running a command", failure)
                .map(file -> "; report it with the file " + file + ".")
                .orElseGet(() -> "; report it: " + failure);
        err.println("worthwhile: something failed that should not have" + reported);
        return Main.FAILURE;
    }

    /** A failure and what it came of; parallel work throws what its parts threw inside another. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(100);
    }
}
