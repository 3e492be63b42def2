package org.worthwhile.desktop.failure;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.worthwhile.desktop.Words;
import org.worthwhile.platform.ProgramLog;
import org.worthwhile.report.Software;

/** Logs failures of the client and tells of them, those that nobody caught among them. */
public final class FailureReporter implements UncaughtExceptionHandler {

    private static final int TELLING_FRAMES = 4;

    private final ProgramLog log;
    private final Executor screen;
    private final Consumer<FailureReport> show;
    private final Map<String, Integer> times = new ConcurrentHashMap<>();

    /** @param show shows a report, on the screen's thread */
    public FailureReporter(ProgramLog log, Executor screen, Consumer<FailureReport> show) {
        this.log = log;
        this.screen = screen;
        this.show = show;
    }

    /** From now on takes what is caught nowhere else, on whatever thread. */
    public void install() {
        Thread.setDefaultUncaughtExceptionHandler(this);
    }

    /** Reports each failure that comes to be the last one. */
    public void follow(ReadOnlyObjectProperty<@Nullable Failure> failures) {
        failures.subscribe(failure -> {
            if (failure != null) {
                report(failure);
            }
        });
    }

    /** Logs a failure of something that the analyst asked for, and tells of it. */
    public void report(Failure failure) {
        try {
            FailureReport report = FailureReport.of(
                    failure, log.failure(Software.NAME_AND_VERSION + ": " + failure.during(), failure.cause()));
            screen.execute(() -> show.accept(report));
        } catch (Throwable failedAgain) {
            failure.cause().addSuppressed(failedAgain);
            failure.cause().printStackTrace();
        }
    }

    /**
     * What fails at every beat of the screen would fill the log and the screen: it is told once, and logged when it has
     * come 1, 10, 100, ... times.
     */
    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        int time = times.merge(place(cause), 1, Integer::sum);
        Failure failure = new Failure(Words.of("failure.somewhere"), cause);
        if (time == 1) {
            report(failure);
        } else if (isPowerOfTen(time)) {
            log.failure(Software.NAME_AND_VERSION + ": " + failure.during() + " (" + time + ")", cause);
        }
    }

    private static String place(Throwable cause) {
        return Stream.concat(
                        Stream.of(cause.getClass().getName()),
                        Arrays.stream(cause.getStackTrace())
                                .limit(TELLING_FRAMES)
                                .map(StackTraceElement::toString))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isPowerOfTen(int number) {
        int power = 1;
        while (power < number && power <= Integer.MAX_VALUE / 10) {
            power *= 10;
        }
        return power == number;
    }
}
