package org.worthwhile.attribution.period;

/** What lies between one period and the next. */
public enum Step {
    /** Plain numbers that are no years. */
    PERIOD("period"),
    YEAR("year"),
    FINANCIAL_YEAR("financial year"),
    QUARTER("quarter"),
    MONTH("month"),
    WEEK("week"),
    DAY("day"),

    /** Times that fit no regular calendar, of which only the order is known. */
    ORDER("time");

    private final String word;

    Step(String word) {
        this.word = word;
    }

    /** The word for one of them. */
    public String word() {
        return word;
    }

    /** So many of them in words, such as {@code 3 months}. */
    public String count(long count) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
