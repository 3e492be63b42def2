package org.worthwhile.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What made a result, so that it can be made again. */
public final class Software {

    /** Such as {@code Worthwhile 0.1.0}. */
    public static final String NAME_AND_VERSION = "Worthwhile " + version();

    private Software() {}

    private static String version() {
        try (InputStream in = Software.class.getResourceAsStream("/worthwhile.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
