package org.worthwhile.platform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Sends what is logged through Java's own logging to the log instead of the console. Java makes one of these when
 * something is logged that way for the first time.
 */
public final class JavaLogging {

    private static final String SETTING = "java.util.logging.config.class";
    private static final String CONFIGURATION = "handlers=org.slf4j.bridge.SLF4JBridgeHandler\n.level=WARNING\n";

    /** Called by Java, which looks for the class by its name. */
    public JavaLogging() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(CONFIGURATION.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static void goesToTheLog() {
        System.setProperty(SETTING, JavaLogging.class.getName());
    }
}
