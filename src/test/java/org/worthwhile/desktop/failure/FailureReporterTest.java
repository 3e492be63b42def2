package org.worthwhile.desktop.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.desktop.OpenSession;
import org.worthwhile.desktop.session.Session;
import org.worthwhile.platform.ProgramLog;

/** What the client does when it fails itself. */
class FailureReporterTest {

    @TempDir
    private Path folder;

    private final List<FailureReport> shown = new ArrayList<>();
    private FailureReporter reporter;
    private ProgramLog log;

    @BeforeEach
    void make() {
        log = ProgramLog.in(folder);
        reporter = new FailureReporter(log, Runnable::run, shown::add);
    }

    @Test
    void aFailureIsLoggedAndToldInPlainWordsWithDetailsToPassOn() throws IOException {
        reporter.report(new Failure("Simulating", new IllegalStateException("odd")));
        assertThat(shown).singleElement().satisfies(report -> {
            assertThat(report.sentence())
                    .isEqualTo("“Simulating” was not finished: there is a fault in Worthwhile. What was saved before"
                            + " is kept; the details are in the log.");
            assertThat(report.details()).contains("Worthwhile 0").contains("IllegalStateException: odd");
            assertThat(report.log()).contains(log.file());
        });
        assertThat(Files.readString(log.file())).contains("Simulating").contains("IllegalStateException: odd");
    }

    @Test
    void memoryThatRanOutIsSaidToHaveRunOut() {
        reporter.report(new Failure("Simulating", new OutOfMemoryError()));
        assertThat(shown)
                .singleElement()
                .satisfies(report -> assertThat(report.sentence()).contains("there was not enough memory"));
    }

    @Test
    void aFailureThatNobodyCaughtIsToldOnceHoweverOftenItComes() throws IOException {
        IllegalStateException thrown = new IllegalStateException("at each beat");
        for (int beat = 0; beat < 1_000; beat++) {
            reporter.uncaughtException(Thread.currentThread(), thrown);
        }
        assertThat(shown).hasSize(1);
        assertThat(Files.readString(log.file()).split("IllegalStateException: at each beat", -1))
                .as("logged when it came 1, 10, 100 and 1,000 times")
                .hasSize(5);
    }

    @Test
    void withoutALogTheDetailsAreStillThere() throws IOException {
        Path noFolder = Files.writeString(folder.resolve("file"), "");
        new FailureReporter(ProgramLog.in(noFolder), Runnable::run, shown::add)
                .report(new Failure("Saving", new IllegalStateException("odd")));
        assertThat(shown).singleElement().satisfies(report -> {
            assertThat(report.log()).isEmpty();
            assertThat(report.details()).contains("odd");
        });
    }

    @Test
    void aTaskOfTheSessionThatFailsIsReportedAndTheSessionIsNoLongerBusy() {
        Session session = OpenSession.empty(folder);
        reporter.follow(session.failureProperty());
        session.ask(
                "Counting",
                _ -> {
                    throw new OutOfMemoryError();
                },
                _ -> {});
        assertThat(session.busyProperty().get()).isFalse();
        assertThat(shown)
                .singleElement()
                .satisfies(report -> assertThat(report.sentence()).startsWith("“Counting” was not finished"));
        assertThat(session.problems()).singleElement().asString().startsWith("“Counting” was not finished");
        session.close();
    }
}
