package org.worthwhile.desktop.values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.worthwhile.desktop.Words;
import org.worthwhile.framework.ModelLibrary;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.framework.UnitValue;
import org.worthwhile.proposal.FinancialYear;
import org.worthwhile.report.Wording;

/** Unit values as the screen lists them: searched, and at the prices of a year. */
final class UnitValueRows {

    private UnitValueRows() {}

    /** @param converted the value at the prices of the year asked for, or that there is none */
    record Row(UnitValue value, String written, String converted, String verified) {}

    /** Values in whose id, title, unit, source or note all the searched words occur. */
    static List<Row> matching(ModelLibrary library, String query, PriceIndex index, FinancialYear year) {
        List<String> words = Arrays.stream(
                        query.toLowerCase(Locale.ROOT).strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
        return library.unitValues().values().stream()
                .filter(value -> words.stream().allMatch(text(value)::contains))
                .map(value -> new Row(
                        value,
                        UnitValueText.of(value),
                        converted(value, index, year),
                        Words.of(value.verified() ? "values.verified" : "values.unverified")))
                .toList();
    }

    private static String text(UnitValue value) {
        return (value.id() + " " + value.title() + " " + value.unit() + " "
                        + value.source().citation() + " " + value.note())
                .toLowerCase(Locale.ROOT);
    }

    private static String percent(double share) {
        return Wording.here().fixed(100 * share, 0) + "%";
    }

    /** Of a value that changes by year, that of the year at whose prices it is asked for. */
    private static String converted(UnitValue value, PriceIndex index, FinancialYear year) {
        if (!index.covers(value.priceYear()) || !index.covers(year)) {
            return Words.of("values.notCovered");
        }
        String amount = UnitValueText.money(value, value.in(year) * index.factor(value.priceYear(), year));
        return value.byYear().isEmpty() ? amount : Words.of("values.inYear", amount, year.label());
    }

    /** Everything known about a value, a sentence each. */
    static List<String> details(UnitValue value) {
        List<String> lines = new ArrayList<>();
        lines.add(Words.of("values.source", value.source().citation()));
        if (!value.note().isEmpty()) {
            lines.add(value.note());
        }
        if (!value.source().note().isEmpty()) {
            lines.add(value.source().note());
        }
        if (value.low().isPresent() && value.high().isPresent()) {
            double low = value.low().getAsDouble();
            double high = value.high().getAsDouble();
            lines.add(
                    value.byYear().isEmpty()
                            ? Words.of(
                                    "values.range", UnitValueText.money(value, low), UnitValueText.money(value, high))
                            : Words.of("values.rangeOfYears", percent(low), percent(high)));
        }
        if (!value.byYear().isEmpty()) {
            lines.add(Words.of(
                    "values.byYear",
                    value.byYear().firstKey().label(),
                    UnitValueText.money(value, value.in(value.byYear().firstKey())),
                    value.byYear().lastKey().label(),
                    UnitValueText.money(value, value.in(value.byYear().lastKey()))));
        }
        if (value.realGrowth() != 0) {
            lines.add(Words.of("values.growth", value.realGrowth()));
        }
        return lines;
    }
}
