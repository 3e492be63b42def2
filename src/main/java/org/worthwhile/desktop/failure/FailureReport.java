package org.worthwhile.desktop.failure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.worthwhile.report.Software;

/**
 * What is told of a failure.
 *
 * @param details for whoever mends the program
 * @param log where they were written; nothing when they could not be
 */
public record FailureReport(String sentence, String details, Optional<Path> log) {

    static FailureReport of(Failure failure, Optional<Path> log) {
        StringWriter trace = new StringWriter();
        failure.cause().printStackTrace(new PrintWriter(trace));
        String details = String.join(
                "\n",
                Software.NAME_AND_VERSION,
                "Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.version") + " " + System.getProperty("os.arch") + ", "
                        + (Runtime.getRuntime().maxMemory() >> 20) + " MiB",
                failure.during(),
                trace.toString());
        return new FailureReport(failure.sentence(), details, log);
    }
}
