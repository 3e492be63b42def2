package org.worthwhile.exchange.spreadsheet;

import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.worthwhile.exchange.YearText;
import org.worthwhile.problem.Fault;
import org.worthwhile.proposal.FinancialYear;

/**
 * How the years of a sheet are meant.
 *
 * @param zero the year that is numbered 0, where years are numbered
 * @param single what a single year such as 2026 or FY26 is, where that is stated
 */
record YearStyle(Optional<FinancialYear> zero, Optional<Single> single) {

    /** Whether a financial year is called by the calendar year in which it begins or by that in which it ends. */
    enum Single {
        BEGINS,
        ENDS
    }

    /** A year, or why it is none. */
    sealed interface Reading {

        /** @param note on how it was taken; empty where there is only one way */
        record Year(FinancialYear year, String note) implements Reading {}

        record None(Fault fault) implements Reading {}
    }

    private static final int MOST_YEARS = 300;
    private static final Pattern PREFIX =
            Pattern.compile("(?i)(?<prefix>FY|F/Y|Financial year|Fiscal year|Year)?\\s*(?<rest>.*)");
    private static final Pattern SHORT_PAIR = Pattern.compile("(?<first>\\d{2})\\s*[/–-]\\s*(?<next>\\d{2})");
    private static final Pattern SHORT_YEAR = Pattern.compile("'?(?<year>\\d{2})");
    private static final Pattern NUMBERED = Pattern.compile("(?i)(?:Yr?\\.?\\s*|t\\s*=?\\s*)?\\+?(?<number>\\d{1,3})");

    /** What a cell's text says, a date being written as 2026-04-01. */
    Reading read(String text) {
        Optional<LocalDate> date = day(text);
        if (date.isPresent()) {
            return date(date.get());
        }
        Matcher match = PREFIX.matcher(text);
        boolean named = match.matches() && match.group("prefix") != null;
        String prefix = named ? match.group("prefix").toUpperCase(Locale.ROOT) : "";
        String rest = named ? match.group("rest") : text;
        Optional<YearText> written = YearText.of(rest);
        Matcher pair = SHORT_PAIR.matcher(rest);
        if (written.isPresent()) {
            return written.get().calendar()
                    ? single(text, written.get().year().start(), !prefix.startsWith("F"))
                    : year(written.get().year(), "");
        }
        if (pair.matches()
                && (Integer.parseInt(pair.group("first")) + 1) % 100 == Integer.parseInt(pair.group("next"))) {
            return year(new FinancialYear(2000 + Integer.parseInt(pair.group("first"))), "");
        }
        Matcher shortYear = SHORT_YEAR.matcher(rest);
        if (shortYear.matches() && prefix.startsWith("F")) {
            return single(text, 2000 + Integer.parseInt(shortYear.group("year")), false);
        }
        OptionalInt number = numbered(text);
        if (number.isPresent()) {
            return zero.<Reading>map(first -> year(first.plus(number.getAsInt()), ""))
                    .orElseGet(() -> none(
                            "'" + text + "' numbers a year",
                            "state the financial year of year 0 as 'yearZero' in the mapping"));
        }
        return none(
                text.isEmpty() ? "is empty, and should be a year" : "'" + text + "' is no year",
                "write a year such as 2026/27, or point at the cells that hold years");
    }

    /** The number of a year that is counted, such as Year 3. */
    static OptionalInt numbered(String text) {
        Matcher match = PREFIX.matcher(text);
        if (!match.matches()) {
            return OptionalInt.empty();
        }
        Matcher number = NUMBERED.matcher(match.group("rest"));
        return number.matches() && Integer.parseInt(number.group("number")) <= MOST_YEARS
                ? OptionalInt.of(Integer.parseInt(number.group("number")))
                : OptionalInt.empty();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** The first and the last day of a calendar year stand for it; any other day, for the financial year that it is in. */
    private Reading date(LocalDate date) {
        boolean calendar = date.equals(date.withDayOfYear(1)) || date.equals(date.withDayOfYear(date.lengthOfYear()));
        if (calendar) {
            return single(date.toString(), date.getYear(), true);
        }
        int firstMonth = Month.APRIL.getValue();
        return year(new FinancialYear(date.getMonthValue() < firstMonth ? date.getYear() - 1 : date.getYear()), "");
    }

    private Reading single(String text, int year, boolean usual) {
        if (single.isEmpty() && !usual) {
            return none(
                    "'" + text + "' may be " + new FinancialYear(year - 1) + " or " + new FinancialYear(year),
                    "state in the mapping whether a 'singleYear' begins or ends the financial year");
        }
        FinancialYear read = new FinancialYear(single.orElse(Single.BEGINS) == Single.BEGINS ? year : year - 1);
        return year(
                read,
                single.isPresent()
                        ? ""
                        : "'" + text + "' is read as " + read + ", the financial year that begins in it");
    }

    private static Reading year(FinancialYear year, String note) {
        return new Reading.Year(year, note);
    }

    private static Reading none(String what, String remedy) {
        return new Reading.None(new Fault(what, remedy));
    }
}
