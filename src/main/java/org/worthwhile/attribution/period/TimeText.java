package org.worthwhile.attribution.period;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time as people write it.
 *
 * @param value the number, the year in which a financial year begins, or the first day in days since 1 January 1970
 */
record TimeText(Kind kind, double value) {

    /** What a value stands for. */
    enum Kind {
        NUMBER("numbers"),
        FINANCIAL_YEAR("financial years"),
        WEEK("weeks"),
        MONTH("months"),
        QUARTER("quarters"),
        DAY("dates");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }

        /** Whether values are days since 1 January 1970. */
        boolean isDate() {
            return this != NUMBER && this != FINANCIAL_YEAR;
        }
    }

    private static final Set<String> NEVER = Set.of(
            "",
            "0",
            "-",
            "never",
            "never treated",
            "not treated",
            "untreated",
            "none",
            "no",
            "control",
            "inf",
            "infinity",
            "na",
            "n/a");

    /** Years of two digits up to this are of this century, as in most spreadsheets. */
    private static final int LAST_SHORT_YEAR = 68;

    private static final int FIRST_MONTH_OF_FINANCIAL_YEAR = 4;

    private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+(\\.\\d+)?");
    private static final Pattern FINANCIAL_YEAR = Pattern.compile("(?:FY ?)?(\\d{4}) ?[/-] ?(\\d{2}|\\d{4})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})");
    private static final Pattern BRITISH_DAY = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final Pattern NAMED_DAY = Pattern.compile("(\\d{1,2})[ -]([A-Z]{3,9})\\.?[ -](\\d{4}|\\d{2})");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})(?:-| ?M)(\\d{1,2})");
    private static final Pattern NAMED_MONTH = Pattern.compile("([A-Z]{3,9})\\.?[ -]?'?(\\d{4}|\\d{2})");
    private static final Pattern MONTH_LAST = Pattern.compile("(\\d{4})[ -]?([A-Z]{3,9})\\.?");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})(?:[/-](\\d{2}))?[ :-]?Q(?:UARTER)? ?([1-4])");
    private static final Pattern QUARTER_FIRST =
            Pattern.compile("Q(?:UARTER)? ?([1-4])[ :/-]?(\\d{4})(?:[/-](\\d{2}))?");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})[ -]?W(?:EEK)? ?(\\d{1,2})");

    /** Whether a start of treatment says that there is none. */
    static boolean isNever(String text) {
        return NEVER.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** What the text says, a text such as {@code 2010-11} being a month; empty when it is no time. */
    static Optional<TimeText> parse(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        try {
            return parseUpper(upper);
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<TimeText> parseUpper(String text) {
        Matcher match;
        if (PLAIN.matcher(text).matches()) {
            return Optional.of(new TimeText(Kind.NUMBER, Double.parseDouble(text)));
        }
        if ((match = ISO_DAY.matcher(text)).matches()) {
            return day(Kind.DAY, number(match, 1), number(match, 2), number(match, 3));
        }
        if ((match = BRITISH_DAY.matcher(text)).matches()) {
            return day(Kind.DAY, number(match, 3), number(match, 2), number(match, 1));
        }
        if ((match = NAMED_DAY.matcher(text)).matches() && month(match.group(2)) > 0) {
            return day(Kind.DAY, year(match.group(3)), month(match.group(2)), number(match, 1));
        }
        if ((match = QUARTER.matcher(text)).matches()) {
            return quarter(number(match, 1), Optional.ofNullable(match.group(2)), number(match, 3));
        }
        if ((match = QUARTER_FIRST.matcher(text)).matches()) {
            return quarter(number(match, 2), Optional.ofNullable(match.group(3)), number(match, 1));
        }
        if ((match = WEEK.matcher(text)).matches()) {
            return week(number(match, 1), number(match, 2));
        }
        if ((match = ISO_MONTH.matcher(text)).matches() && number(match, 2) <= 12) {
            return day(Kind.MONTH, number(match, 1), number(match, 2), 1);
        }
        if ((match = MONTH_LAST.matcher(text)).matches() && month(match.group(2)) > 0) {
            return day(Kind.MONTH, number(match, 1), month(match.group(2)), 1);
        }
        if ((match = NAMED_MONTH.matcher(text)).matches() && month(match.group(1)) > 0) {
            return day(Kind.MONTH, year(match.group(2)), month(match.group(1)), 1);
        }
        return financialYear(text);
    }

    /** The financial year that the text may stand for: {@code 2010/11}, {@code 2010-11} or {@code 2010/2011}. */
    static Optional<TimeText> financialYear(String text) {
        Matcher match = FINANCIAL_YEAR.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!match.matches()) {
            return Optional.empty();
        }
        int first = number(match, 1);
        return isNextYear(first, match.group(2))
                ? Optional.of(new TimeText(Kind.FINANCIAL_YEAR, first))
                : Optional.empty();
    }

    private static boolean isNextYear(int first, String second) {
        return Integer.parseInt(second) == (second.length() == 2 ? (first + 1) % 100 : first + 1);
    }

    private static Optional<TimeText> quarter(int year, Optional<String> second, int quarter) {
        if (second.isPresent() && !isNextYear(year, second.get())) {
            return Optional.empty();
        }
        LocalDate first = LocalDate.of(year, second.isPresent() ? FIRST_MONTH_OF_FINANCIAL_YEAR : 1, 1);
        return Optional.of(
                new TimeText(Kind.QUARTER, first.plusMonths(3L * (quarter - 1)).toEpochDay()));
    }

    private static Optional<TimeText> week(int year, int week) {
        LocalDate monday = LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY).plusWeeks(week - 1L);
        return week >= 1 && monday.get(IsoFields.WEEK_BASED_YEAR) == year
                ? Optional.of(new TimeText(Kind.WEEK, monday.toEpochDay()))
                : Optional.empty();
    }

    private static Optional<TimeText> day(Kind kind, int year, int month, int day) {
        return Optional.of(new TimeText(kind, LocalDate.of(year, month, day).toEpochDay()));
    }

    private static int number(Matcher match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 4 ? year : year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
    }

    /** From 1; 0 for no month. A name may be cut short after three letters. */
    private static int month(String name) {
        for (Month month : Month.values()) {
            if (month.name().startsWith(name)) {
                return month.getValue();
            }
        }
        return 0;
    }
}
