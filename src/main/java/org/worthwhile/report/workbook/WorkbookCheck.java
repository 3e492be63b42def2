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
record WorkbookCheck(String title, String found, Figure expected, Figure within, String what, boolean ofAppraised) {

    /** A hundredth of a unit of money. */
    private static final double MONEY = 0.01;

    private static final double RELATIVE = 1e-12;

    /** What sums of the figures of a sheet may differ by from program to program, as a share of the root of their squares. */
    private static final double SHEET_RELATIVE = 1e-9;

    private static final double SMALL = 1e-9;

    /** The same of what is reached twice by one program. */
    private static final double SECOND_RELATIVE = 1e-12;

    /** What should be found, or how far from it. */
    sealed interface Figure {

        record Value(double value) implements Figure {}

        record Formula(String formula) implements Figure {}

        /** What was found when the workbook was written. */
        record AsWritten() implements Figure {}
    }

    /** That so many are counted. */
    static WorkbookCheck count(String title, String found, long expected, String what) {
        return new WorkbookCheck(title, found, new Figure.Value(expected), new Figure.Value(0), what, false);
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
                title,
                found,
                new Figure.Formula(expected),
                new Figure.Value(Math.max(MONEY, roundingOf(largest))),
                what,
                false);
    }

    /** That a result is the engine's own, while inputs are those that it was given. */
    static WorkbookCheck engine(String title, String found, double engineValue, double within) {
        return new WorkbookCheck(
                title,
                found,
                new Figure.Value(engineValue),
                new Figure.Value(within),
                "The formulas come to what the engine made of these inputs.",
                true);
    }

    /** That amounts of a block of a sheet, reached a second time, come to the same, whatever the inputs. */
    static WorkbookCheck secondRoute(String title, String found, String block) {
        return new WorkbookCheck(
                title,
                found,
                new Figure.Value(0),
                new Figure.Formula(SMALL + "+" + SECOND_RELATIVE + "*SQRT(SUMSQ(" + block + "))"),
                "Formulas come to what they do by a second route, whatever the inputs.",
                false);
    }

    /** That the figures of a block of a sheet are those with which it was written, while inputs are. */
    static WorkbookCheck figures(String title, String block, String what) {
        return new WorkbookCheck(
                title,
                "SUM(" + block + ")",
                new Figure.AsWritten(),
                new Figure.Formula(SHEET_RELATIVE + "*SQRT(SUMSQ(" + block + "))"),
                what,
                true);
    }
}
