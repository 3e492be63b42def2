package org.worthwhile.platform;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.Duration;
import ch.qos.logback.core.util.FileSize;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The file of the log, made when the first thing is logged; when it is full it is set aside, and the last few are kept. */
final class LogFile extends AppenderBase<ILoggingEvent> {

    static final long LARGEST = 1L << 20;
    static final int KEPT = 3;

    /** A line break in a message, which may come from a file, begins no entry of its own. */
    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{40} - %replace(%msg){'[\\r\\n]+', ' | '}%n%ex";

    private final Path file;
    private @Nullable RollingFileAppender<ILoggingEvent> rolling;

    LogFile(Path file) {
        this.file = file;
    }

    @Override
    protected void append(ILoggingEvent event) {
        RollingFileAppender<ILoggingEvent> appender = rolling;
        if (appender == null) {
            appender = rolling();
            rolling = appender;
        }
        appender.doAppend(event);
    }

    private RollingFileAppender<ILoggingEvent> rolling() {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(getContext());
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setPattern(PATTERN);
        encoder.start();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(getContext());
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        FixedWindowRollingPolicy earlier = new FixedWindowRollingPolicy();
        earlier.setContext(getContext());
        earlier.setParent(appender);
        earlier.setFileNamePattern(file + ".%i");
        earlier.setMinIndex(1);
        earlier.setMaxIndex(KEPT);
        earlier.start();
        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(getContext());
        size.setMaxFileSize(new FileSize(LARGEST));
        size.setCheckIncrement(Duration.buildByMilliseconds(0));
        size.start();
        appender.setRollingPolicy(earlier);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    @Override
    public void stop() {
        if (rolling != null) {
            rolling.stop();
        }
        super.stop();
    }
}
