package org.worthwhile.report.workbook;

import java.util.List;
import org.worthwhile.framework.PriceIndex;
import org.worthwhile.proposal.FinancialYear;

/** The price index, year by year, as far as the appraisal needs it. */
final class PriceSheet {

    private static final int START = 1;
    private static final int GROWTH = 2;
    private static final int INDEX = 3;

    private final SheetWriter sheet;
    private final int first;
    private final int last;

    /** @param lastNeeded the last year whose prices the appraisal uses */
    PriceSheet(SheetWriter sheet, Styles styles, PriceIndex index, FinancialYear lastNeeded) {
        this.sheet = sheet;
        sheet.title(
                "Inputs: " + index.title(),
                (index.provisional() ? "Provisional: put in the published series before relying on it. " : "")
                        + "Beyond its last year the last growth goes on.");
        sheet.headings(List.of("Financial year", "Begins in", "Growth into the year", "Index"));
        this.first = sheet.next();
        sheet.inputs().rule(GROWTH, InputRule.within(-0.99, 10));
        sheet.inputs().rule(INDEX, InputRule.within(0.0001, InputRule.ANY));
        FinancialYear end = !index.isKnown()
                ? index.firstYear()
                : lastNeeded.compareTo(index.lastYear()) > 0 ? lastNeeded : index.lastYear();
        for (FinancialYear year = index.firstYear(); year.compareTo(end) <= 0; year = year.plus(1)) {
            int row = sheet.row();
            sheet.text(row, 0, year.label());
            sheet.number(row, START, year.start(), styles.number("0"));
            if (year.equals(index.firstYear())) {
                sheet.number(row, INDEX, 100, styles.input(Styles.DECIMAL));
                continue;
            }
            if (year.compareTo(index.lastYear()) <= 0) {
                sheet.number(row, GROWTH, index.growthInto(year), styles.input("0.00%"));
            } else {
                sheet.formula(row, GROWTH, SheetWriter.here(row - 1, GROWTH), styles.number("0.00%"));
            }
            sheet.formula(
                    row,
                    INDEX,
                    SheetWriter.here(row - 1, INDEX) + "*(1+" + SheetWriter.here(row, GROWTH) + ")",
                    styles.number(Styles.DECIMAL));
        }
        this.last = sheet.next() - 1;
        sheet.widths(16, 12, 22, 14);
        sheet.freeze(1, first);
    }

    /** What money of one year is in the prices of another, for one of it; each by the calendar year in which it begins. */
    String factor(String from, String to) {
        return at(to) + "/" + at(from);
    }

    /** The index of the year that begins in the calendar year that an expression gives. */
    String at(String start) {
        return "INDEX(" + sheet.block(first, INDEX, last, INDEX) + ",MATCH(" + start + ","
                + sheet.block(first, START, last, START) + ",0))";
    }
}
