package org.worthwhile.attribution.options;

import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A time, or another end of a comparison, as a study writes it.
 *
 * @param text a number, a label such as {@code 2016/17} or a date such as {@code 2016-04-01} or {@code 2016-04}
 */
public record TimePoint(String text) {

    /**
     * A number as it is, a financial year as the year in which it begins, a date in days since 1970; NaN for anything else.
     */
    public double value() {
        try {
            if (text.matches("[0-9]{4}-[0-9]{2}(-[0-9]{2})?")) {
                return LocalDate.parse(text.length() == 7 ? text + "-01" : text).toEpochDay();
            }
            return text.matches("[0-9]{4}/.*") ? Double.parseDouble(text.substring(0, 4)) : Double.parseDouble(text);
        } catch (NumberFormatException | DateTimeException neither) {
            return Double.NaN;
        }
    }
}
