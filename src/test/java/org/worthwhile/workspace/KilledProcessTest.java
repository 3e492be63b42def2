package org.worthwhile.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed loses nothing that it acknowledged. */
class KilledProcessTest {

    @TempDir
    private Path folder;

    @Test
    void threeKillsLoseNoAcknowledgedEdit() throws Exception {
        ChildProcess children = ChildProcess.startingFast(folder);
        KilledProcess.losesNoAcknowledgedEdit(folder.resolve("case.worthwhile"), children, 3, 1);
    }

    @Test
    @Tag("proof")
    void aThousandKillsLoseNoAcknowledgedEdit(TestReporter reporter) throws Exception {
        int files = 2;
        try (ExecutorService threads = Executors.newFixedThreadPool(files)) {
            List<Callable<Integer>> kills = IntStream.range(0, files)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        Path own = Files.createDirectory(folder.resolve("file" + i));
                        return KilledProcess.losesNoAcknowledgedEdit(
                                own.resolve("case.worthwhile"), ChildProcess.startingFast(own), 1000 / files, i);
                    })
                    .toList();
            int acknowledged = 0;
            for (Future<Integer> done : threads.invokeAll(kills)) {
                acknowledged += done.get();
            }
            reporter.publishEntry("1000 kills", acknowledged + " acknowledged edits");
            assertThat(acknowledged).isGreaterThan(1000);
        }
    }
}
