package org.worthwhile.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log that failures leave. */
class ProgramLogTest {

    @TempDir
    private Path folder;

    @Test
    void aFailureIsWrittenWithItsTraceAndWhatTheProgramWasDoing() throws IOException {
        ProgramLog log = ProgramLog.in(folder.resolve("made"));
        assertThat(log.failure("Saving", new IllegalStateException("odd"))).contains(log.file());
        assertThat(Files.readString(log.file()))
                .contains("Saving")
                .contains("IllegalStateException: odd")
                .contains("at org.worthwhile.platform.ProgramLogTest");
    }

    @Test
    void thereIsNoFileUntilSomethingIsLogged() {
        ProgramLog log = ProgramLog.in(folder);
        log.prepare();
        assertThat(log.file()).doesNotExist();
    }

    @Test
    void errorsOfTheMachineAreFailuresToo() throws IOException {
        ProgramLog log = ProgramLog.in(folder);
        assertThat(log.failure("Simulating", new OutOfMemoryError("heap"))).contains(log.file());
        assertThat(log.failure("Reading", new StackOverflowError())).contains(log.file());
        assertThat(Files.readString(log.file()))
                .contains("OutOfMemoryError: heap")
                .contains("StackOverflowError");
    }

    @Test
    void whereNothingCanBeWrittenItIsSaidSo() throws IOException {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        assertThat(ProgramLog.in(file).failure("Saving", new IllegalStateException()))
                .isEmpty();
    }

    @Test
    void aFullLogIsSetAsideAndOnlyTheLastFewAreKept() throws IOException {
        ProgramLog log = ProgramLog.in(folder);
        String longLine = "x".repeat(64 << 10);
        for (int i = 0; i < 100; i++) {
            log.failure(longLine, new IllegalStateException());
        }
        log.failure("Last of all", new IllegalStateException());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.toList())
                    .hasSize(1 + LogFile.KEPT)
                    .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(LogFile.LARGEST + (128 << 10)));
        }
        assertThat(Files.readString(log.file())).contains("Last of all");
    }

    @Test
    void aLineBreakInAMessageBeginsNoEntryOfItsOwn() throws IOException {
        ProgramLog log = ProgramLog.in(folder);
        log.warning("first\n2026-01-01 ERROR forged");
        assertThat(Files.readAllLines(log.file())).singleElement().asString().contains("first | 2026");
    }
}
