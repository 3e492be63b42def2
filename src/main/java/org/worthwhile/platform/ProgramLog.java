package org.worthwhile.platform;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where failures of the program are written, with what libraries warn of: a file of limited size. */
public final class ProgramLog {

    static final String FILE = "worthwhile.log";
    private static final String LOGGER = "org.worthwhile";

    private final Path file;
    /** Found when it is needed: finding it takes time that a start has not. */
    private final Supplier<Logger> logger;

    private ProgramLog(Path file, Supplier<Logger> logger) {
        this.file = file;
        this.logger = logger;
    }

    /**
     * The log of whoever uses the program. Sends there what libraries log too, so that nothing of it comes on the console;
     * call it before they are used. Neither makes the file nor takes time until something is logged.
     */
    public static ProgramLog ofUser() {
        JavaLogging.goesToTheLog();
        return new ProgramLog(UserFolders.here().state().resolve(FILE), () -> LoggerFactory.getLogger(LOGGER));
    }

    /** A log in a folder of its own. */
    public static ProgramLog in(Path folder) {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        LogConfigurator.configure(context, folder.resolve(FILE));
        return new ProgramLog(folder.resolve(FILE), () -> context.getLogger(LOGGER));
    }

    /** Loads what logging needs, which takes a while, so that libraries which ask for it need not wait. */
    public void prepare() {
        Logger _ = logger.get();
    }

    /**
     * Writes a failure with its trace.
     *
     * @param during what the program was doing, in words
     * @return the file it was written to; nothing when it could not be written
     */
    public Optional<Path> failure(String during, Throwable failure) {
        long before = size();
        logger.get().error(during, failure);
        return size() == before ? Optional.empty() : Optional.of(file);
    }

    /** Writes what is worth knowing when something fails later. */
    public void warning(String what) {
        logger.get().warn(what);
    }

    public Path file() {
        return file;
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException none) {
            return 0;
        }
    }
}
