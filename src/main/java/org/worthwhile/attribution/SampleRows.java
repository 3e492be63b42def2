package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.worthwhile.attribution.estimation.Grouping;
import org.worthwhile.attribution.period.WrittenTimes;

/**
 * Which rows of a dataset a study uses.
 *
 * @param rows rising
 * @param dropped the others, by what keeps them out
 */
record SampleRows(int[] rows, List<Dropped> dropped) {

    /**
     * Takes the rows that the study's filter admits, without those of totals.
     *
     * @param complete columns in which no value may be missing
     * @throws org.worthwhile.problem.InvalidInput when no row is left
     */
    static SampleRows of(StudyCase studyCase, List<Column> complete) {
        Dataset dataset = studyCase.dataset();
        int[] admitted = admitted(dataset, studyCase.study().where());
        List<Dropped> dropped = new ArrayList<>();
        if (admitted.length < dataset.rows()) {
            dropped.add(new Dropped("rows outside the study's filter", dataset.rows() - admitted.length));
        }
        int[] parts = withoutTotals(studyCase, admitted, dropped);
        int[] rows = parts;
        for (Column column : complete) {
            rows = without(column, rows);
        }
        if (rows.length < parts.length) {
            dropped.add(new Dropped("rows with a missing value in a column of the study", parts.length - rows.length));
        }
        if (rows.length == 0) {
            throw studyCase.unusable(
                    "/data",
                    admitted.length == 0
                            ? "no row passes the filter"
                            : "no row has a value in every column of the study",
                    "check the filter, the columns and the data");
        }
        return new SampleRows(rows, dropped);
    }

    /** The rows in which a column has a value; the same ones where it always has. */
    private static int[] without(Column column, int[] rows) {
        int missing = 0;
        for (int row : rows) {
            missing += column.isMissing(row) ? 1 : 0;
        }
        int[] left = missing == 0 ? rows : new int[rows.length - missing];
        int place = 0;
        for (int i = 0; missing > 0 && i < rows.length; i++) {
            if (!column.isMissing(rows[i])) {
                left[place++] = rows[i];
            }
        }
        return left;
    }

    /** The rows without those that add up others, which are counted among what was dropped. */
    private static int[] withoutTotals(StudyCase studyCase, int[] admitted, List<Dropped> dropped) {
        int[] left = admitted;
        for (TotalRows totals :
                TotalRows.of(studyCase.dataset(), studyCase.study().where().keySet())) {
            int[] of = totals.rows();
            int before = left.length;
            left = IntStream.of(left)
                    .filter(row -> Arrays.binarySearch(of, row) < 0)
                    .toArray();
            if (left.length < before) {
                dropped.add(new Dropped(
                        "rows of totals ('" + totals.text() + "' in the column '" + totals.column()
                                + "'; a filter on the column keeps them)",
                        before - left.length));
            }
        }
        return left;
    }

    /** The rows that pass every condition, which is asked once for all rows of the same value. */
    private static int[] admitted(Dataset dataset, Map<String, List<String>> where) {
        int[] rows = IntStream.range(0, dataset.rows()).toArray();
        for (Map.Entry<String, List<String>> condition : where.entrySet()) {
            Grouping values = dataset.column(condition.getKey()).orElseThrow().grouping(rows);
            int[] left = rows;
            boolean[] known = new boolean[values.size()];
            boolean[] admitted = new boolean[values.size()];
            rows = IntStream.range(0, left.length)
                    .filter(i -> {
                        int value = values.codes()[i];
                        if (!known[value]) {
                            known[value] = true;
                            admitted[value] = admits(dataset, condition, left[i]);
                        }
                        return admitted[value];
                    })
                    .map(i -> left[i])
                    .toArray();
        }
        return rows;
    }

    private static boolean admits(Dataset dataset, Map.Entry<String, List<String>> condition, int row) {
        Column column = dataset.column(condition.getKey()).orElseThrow();
        return condition.getValue().contains(column.text(row))
                || (column instanceof Column.Numeric numeric
                        && numeric.scale() != Column.Scale.DATE
                        && condition.getValue().stream()
                                .anyMatch(text -> isValue(text, numeric.values()[row], numeric.scale())));
    }

    /** Whether a text such as 01 writes the number, or one such as 2010-11 the financial year. */
    private static boolean isValue(String text, double number, Column.Scale scale) {
        return scale == Column.Scale.FINANCIAL_YEAR
                ? WrittenTimes.financialYear(text).orElse(-1) == number
                : text.matches("[+-]?[0-9]+([.][0-9]+)?") && Double.parseDouble(text) == number;
    }
}
