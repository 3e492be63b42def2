package org.worthwhile.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.worthwhile.appraisal.Appraisal;
import org.worthwhile.appraisal.AppraisalCase;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.proposal.Evidence;

/**
 * The date that results bear: what SOURCE_DATE_EPOCH says, or that of the newest of what they were made from, the program, the
 * evidence and the analyst's file. No clock and no time of a file comes into it, so that results of the same inputs are the same bytes, whenever and
 * wherever they are made, and whenever the inputs were copied there.
 */
public final class ResultDate {

    private static final String VARIABLE = "SOURCE_DATE_EPOCH";

    private ResultDate() {}

    /** Of what was made from studies and data alone, which bear no date. */
    public static LocalDate ofStudies() {
        return given().orElse(Software.RELEASED);
    }

    /** Of results that rest on these appraisals; in universal time. */
    public static LocalDate of(Collection<Appraisal> appraisals) {
        return of(appraisals, Optional.empty());
    }

    /**
     * Of results that rest on these appraisals; in universal time.
     *
     * @param edited when the file that holds what they were made from was last edited
     */
    public static LocalDate of(Collection<Appraisal> appraisals, Optional<LocalDate> edited) {
        return of(appraisals.stream().map(Appraisal::basis), edited);
    }

    /** Of results that rest on these proposals; in universal time. */
    public static LocalDate ofCases(Collection<AppraisalCase> cases) {
        return of(cases.stream(), Optional.empty());
    }

    private static LocalDate of(Stream<AppraisalCase> cases, Optional<LocalDate> edited) {
        return given().orElseGet(() -> newest(Stream.concat(
                edited.stream(),
                cases.flatMap(basis -> basis.evidence().values().stream()).map(Evidence::date))));
    }

    static LocalDate newest(Stream<LocalDate> inputs) {
        return Stream.concat(Stream.of(Software.RELEASED), inputs)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Optional<LocalDate> given() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(given -> !given.isBlank())
                .map(ResultDate::parse);
    }

    static LocalDate parse(String seconds) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(seconds.strip()))
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate();
        } catch (NumberFormatException | DateTimeException noTime) {
            throw new InvalidInput(new Problem(
                    Place.of(VARIABLE),
                    "is '" + seconds + "', which is no time",
                    "give it as a whole number of seconds since 1970, or remove it"));
        }
    }
}
