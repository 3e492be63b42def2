package org.worthwhile.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Properties;

/** What made a result, so that it can be made again. */
public final class Software {

    /** Such as {@code Worthwhile 0.1.0}. */
    public static final String NAME_AND_VERSION = "Worthwhile " + property("version");

    /** When this version was released. */
    public static final LocalDate RELEASED = LocalDate.parse(property("released"));

    private Software() {}

    private static String property(String name) {
        try (InputStream in = Software.class.getResourceAsStream("/worthwhile.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty(name);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
