package org.worthwhile.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * The date that results bear: when the newest of their inputs was last changed, or what SOURCE_DATE_EPOCH says. Results of the same
 * inputs are the same bytes, whenever and wherever they are made.
 */
final class InputDate {

    private static final String VARIABLE = "SOURCE_DATE_EPOCH";

    private InputDate() {}

    /** Of results of these files, in universal time. */
    static LocalDate of(Collection<Path> inputs) {
        String given = System.getenv(VARIABLE);
        return given == null || given.isBlank() ? lastChanged(inputs) : parse(given);
    }

    static LocalDate lastChanged(Collection<Path> inputs) {
        return date(
                inputs.stream().map(InputDate::changed).max(Instant::compareTo).orElse(Instant.EPOCH));
    }

    static LocalDate parse(String seconds) {
        try {
            return date(Instant.ofEpochSecond(Long.parseLong(seconds.strip())));
        } catch (NumberFormatException | java.time.DateTimeException noTime) {
            throw new InvalidInput(new Problem(
                    Place.of(VARIABLE),
                    "is '" + seconds + "', which is no time",
                    "give it as a whole number of seconds since 1970, or remove it"));
        }
    }

    private static LocalDate date(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant changed(Path input) {
        try {
            return Files.getLastModifiedTime(input).toInstant();
        } catch (IOException unknown) {
            return Instant.EPOCH;
        }
    }
}
