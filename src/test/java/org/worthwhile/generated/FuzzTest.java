package org.worthwhile.generated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.worthwhile.problem.InvalidInput;

/** Files that went wrong are told as problems in plain words, or used with finite results; nothing else ever happens. */
class FuzzTest {

    /** Of a processor's time, for one file of these sizes. */
    private static final double LONGEST_SECONDS = 5;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** How often each target was used to the end, what it took, and each different failure with one example. */
    private static final class Tally {

        private final Map<FuzzTargets.Target, Integer> used = new EnumMap<>(FuzzTargets.Target.class);
        private final Map<String, String> failures = new TreeMap<>();

        private final Map<FuzzTargets.Target, Double> seconds = new EnumMap<>(FuzzTargets.Target.class);

        private synchronized void took(FuzzTargets.Target target, double of) {
            seconds.merge(target, of, Double::sum);
        }

        private synchronized void use(FuzzTargets.Target target) {
            used.merge(target, 1, Integer::sum);
        }

        private synchronized void fail(FuzzTargets.Target target, long seed, Throwable failure) {
            failures.putIfAbsent(target + " " + where(failure), "seed " + seed + "\n" + trace(failure));
        }

        /** The failure's kind and the two innermost places of ours. */
        private static String where(Throwable failure) {
            return failure.getClass().getSimpleName() + " at "
                    + Stream.of(failure.getStackTrace())
                            .filter(frame -> frame.getClassName().startsWith("org.worthwhile"))
                            .limit(2)
                            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                            .collect(Collectors.joining(" < "));
        }

        private static String trace(Throwable failure) {
            StringWriter trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            return trace.toString().lines().limit(25).collect(Collectors.joining("\n"));
        }
    }

    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    private Path folder;

    @Test
    void twoThousandSpoiltFilesAreUsedOrRefused() throws Exception {
        Tally tally = new Tally();
        run(1, 2_000, folder, tally, Double.MAX_VALUE);
        // So few are workbooks of the template, which hardly ever stay readable, that none of these may be.
        report(tally, EnumSet.complementOf(EnumSet.of(FuzzTargets.Target.TEMPLATE_WORKBOOK)));
    }

    @Test
    @Tag("proof")
    void twoHundredThousandSpoiltFilesAreUsedOrRefusedWithinSeconds(TestReporter reporter) throws Exception {
        Tally tally = new Tally();
        int threads = 2;
        int each = Integer.getInteger("worthwhile.fuzz", 200_000) / threads;
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Callable<Void>> parts = IntStream.range(0, threads)
                    .<Callable<Void>>mapToObj(part -> () -> {
                        run(1_000_000L * (part + 1), each, folder.resolve("part" + part), tally, LONGEST_SECONDS);
                        return null;
                    })
                    .toList();
            for (Future<Void> part : pool.invokeAll(parts)) {
                part.get();
            }
        }
        reporter.publishEntry("seconds of a processor", tally.seconds.toString());
        report(tally, EnumSet.allOf(FuzzTargets.Target.class));
    }

    private static void run(long firstSeed, int count, Path folder, Tally tally, double longest) throws IOException {
        FuzzTargets targets = new FuzzTargets(folder);
        for (long seed = firstSeed; seed < firstSeed + count; seed++) {
            Random random = new Random(seed);
            FuzzTargets.Target target = FuzzTargets.Target.of(random);
            long begun = THREADS.getCurrentThreadCpuTime();
            try {
                targets.run(target, random);
                tally.use(target);
            } catch (InvalidInput invalid) {
                try {
                    PlainWords.require(invalid);
                } catch (AssertionError unplain) {
                    tally.fail(target, seed, unplain);
                }
            } catch (RuntimeException | IOException | AssertionError | StackOverflowError failure) {
                tally.fail(target, seed, failure);
            }
            double seconds = (THREADS.getCurrentThreadCpuTime() - begun) / 1e9;
            tally.took(target, seconds);
            if (seconds > longest) {
                tally.fail(target, seed, new AssertionError("took " + seconds + " seconds"));
            }
        }
    }

    private static void report(Tally tally, Set<FuzzTargets.Target> used) {
        assertThat(tally.failures.entrySet().stream()
                        .map(failure -> failure.getKey() + "\n" + failure.getValue())
                        .collect(Collectors.joining("\n\n")))
                .isEmpty();
        assertThat(tally.used)
                .as("files that were used in spite of all")
                .containsKeys(used.toArray(FuzzTargets.Target[]::new));
    }
}
