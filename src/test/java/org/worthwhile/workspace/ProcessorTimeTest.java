package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.problem.InvalidInput;

/** A file is refused for the work that it makes, and not for how busy the computer is. */
class ProcessorTimeTest {

    private static final String COUNT =
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n %s)" + " SELECT count(*) FROM n";

    @TempDir
    private Path folder;

    private Path file() {
        Path file = folder.resolve("case.worthwhile");
        FallsFile.create(file, 1);
        return file;
    }

    @Test
    void waitingIsNoWork() {
        try (Database database = Database.open(file(), Database.Mode.READ)) {
            int counted = database.within(Duration.ofSeconds(2), () -> {
                long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
                while (System.nanoTime() < end) {
                    LockSupport.parkNanos(end - System.nanoTime());
                }
                return database.number(COUNT.formatted("WHERE i < 5000"));
            });
            assertThat(counted).isEqualTo(5000);
        }
    }

    @Test
    void workWithoutEndIsEnded() {
        try (Database database = Database.open(file(), Database.Mode.READ)) {
            assertThatThrownBy(
                            () -> database.within(Duration.ofMillis(100), () -> database.number(COUNT.formatted(""))))
                    .isInstanceOf(InvalidInput.class)
                    .hasMessageContaining("takes more time or memory to read than a file of Worthwhile of its size");
        }
    }
}
