package org.worthwhile.report.workbook;

/** Where the years stand: in the same columns of every sheet that has them. */
final class Years {

    /** Column G, from 0. */
    static final int FIRST_COLUMN = 6;

    private Years() {}

    static int column(int t) {
        return FIRST_COLUMN + t;
    }
}
