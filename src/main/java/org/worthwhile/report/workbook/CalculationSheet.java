package org.worthwhile.report.workbook;

import java.util.Map;
import org.worthwhile.proposal.Option;

/**
 * What the sheet of an option's calculation comes to, by formulas for other sheets.
 *
 * @param first row of the calculation
 * @param last row
 * @param years a column each
 */
record CalculationSheet(SheetWriter sheet, int first, int last, int years) {

    static final int LINE = 0;
    static final int STEP = 2;
    static final int KEY = 3;
    static final int STANDING = 4;
    static final int PRESENT_VALUE = 5;

    static final String COST = "Cost";
    static final String VALUE = "Value";
    static final String SAVING = "Saving";
    static final String CASHABLE = "Cashable saving";

    /** The calculation of an option. */
    static CalculationSheet of(Option option, Map<String, CalculationSheet> calculations) {
        CalculationSheet found = calculations.get(option.id());
        if (found == null) {
            throw new IllegalStateException("No calculation of " + option.id());
        }
        return found;
    }

    /** The present value of what public organisations pay less what they receive. */
    String publicCost() {
        return costOf("public");
    }

    /** The same of all others. */
    String otherCost() {
        return costOf("other");
    }

    /** The present value of all cost lines, sunk ones and transfers among them. */
    String cost() {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, COST));
    }

    /** The same of those that count under a heading. */
    String costOf(String standing) {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, COST), sums().where(STANDING, standing));
    }

    /** The same of all that is not sunk. */
    String budgetCost() {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, COST), sums().unless(STANDING, "sunk"));
    }

    String benefit() {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, VALUE));
    }

    /** The present value of impacts of a category. */
    String benefitOf(String category) {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, VALUE), sums().where(KEY, category));
    }

    /** The present value of one impact. */
    String benefitOfLine(String reference) {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, VALUE), sums().whereCell(LINE, reference));
    }

    /** Benefits in the year of a column. */
    String benefitIn(int column) {
        return sums().of(column, sums().where(STEP, VALUE));
    }

    /** Costs less receipts in the year of a column, of everybody, without transfers and what is sunk. */
    String costIn(int column) {
        return sums().of(column, sums().where(STEP, COST), sums().where(STANDING, "public")) + "+"
                + sums().of(column, sums().where(STEP, COST), sums().where(STANDING, "other"));
    }

    /** Benefits in all years together. */
    String benefitInAll() {
        return sums().across(Years.FIRST_COLUMN, lastYear(), sums().where(STEP, VALUE));
    }

    /** The same of costs less receipts. */
    String costInAll() {
        return sums().across(Years.FIRST_COLUMN, lastYear(), sums().where(STEP, COST), sums().where(STANDING, "public"))
                + "+"
                + sums().across(
                                Years.FIRST_COLUMN,
                                lastYear(),
                                sums().where(STEP, COST),
                                sums().where(STANDING, "other"));
    }

    String publicSavings() {
        return sums().ofFixed(PRESENT_VALUE, sums().where(STEP, SAVING), sums().where(STANDING, "public"));
    }

    /** An organisation's costs less receipts, transfers among them, in the year of a column. */
    String budgetCost(String organisation, int column) {
        return sums().of(
                        column,
                        sums().where(STEP, COST),
                        sums().whereCell(KEY, organisation),
                        sums().unless(STANDING, "sunk"));
    }

    String saving(String organisation, int column) {
        return sums().of(column, sums().where(STEP, SAVING), sums().whereCell(KEY, organisation));
    }

    String cashable(String organisation, int column) {
        return sums().of(column, sums().where(STEP, CASHABLE), sums().whereCell(KEY, organisation));
    }

    /** An organisation's costs less receipts, present value and all years together. */
    String budgetCostInAll(String organisation) {
        return sums().across(
                        PRESENT_VALUE,
                        lastYear(),
                        sums().where(STEP, COST),
                        sums().whereCell(KEY, organisation),
                        sums().unless(STANDING, "sunk"));
    }

    /** The same of what it saves or can cash. */
    String ofAll(String step, String organisation) {
        return sums().across(PRESENT_VALUE, lastYear(), sums().where(STEP, step), sums().whereCell(KEY, organisation));
    }

    private int lastYear() {
        return Years.column(years - 1);
    }

    private ConditionalSums sums() {
        return new ConditionalSums(sheet, first, last);
    }
}
