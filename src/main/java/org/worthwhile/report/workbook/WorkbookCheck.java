package org.worthwhile.report.workbook;

/**
 * A check of the workbook by formula: what is found beside what should be.
 *
 * @param title what is checked
 * @param found a formula
 * @param within how far the two may be apart
 * @param what it looks at, in a sentence
 * @param ofAppraised whether it holds only while inputs are those that were appraised
 */
record WorkbookCheck(String title, String found, Expected expected, double within, String what, boolean ofAppraised) {

    /** A hundredth of a unit of money. */
    private static final double MONEY = 0.01;

    private static final double RELATIVE = 1e-12;

    /** What should be found. */
    sealed interface Expected {

        record Value(double value) implements Expected {}

        record Formula(String formula) implements Expected {}
    }

    /** That so many are counted. */
    static WorkbookCheck count(String title, String found, long expected, String what) {
        return new WorkbookCheck(title, found, new Expected.Value(expected), 0, what, false);
    }

    /** What the last digits of sums of amounts up to a largest leave open. */
    static double roundingOf(double largest) {
        return RELATIVE * largest;
    }

    /**
     * That two ways to a sum of money end at the same.
     *
     * @param largest of the workbook's amounts
     */
    static WorkbookCheck money(String title, String found, String expected, double largest, String what) {
        return new WorkbookCheck(
                title, found, new Expected.Formula(expected), Math.max(MONEY, roundingOf(largest)), what, false);
    }

    /** That a result is the engine's own, while inputs are those that it was given. */
    static WorkbookCheck engine(String title, String found, double engineValue, double within) {
        return new WorkbookCheck(
                title,
                found,
                new Expected.Value(engineValue),
                within,
                "The formulas come to what the engine made of these inputs.",
                true);
    }
}
