package org.worthwhile.attribution;

/** Treatment as each row has it or not. */
public final class BinaryTreatment {

    private BinaryTreatment() {}

    /**
     * The treatment column as truth values.
     *
     * @throws org.worthwhile.problem.InvalidInput if it holds anything but 0 and 1, or only one of them
     */
    public static boolean[] of(StudyCase studyCase, Sample sample) {
        boolean[] treated = of(studyCase, sample, "write 1 for treated and 0 for untreated rows");
        int count = 0;
        for (boolean each : treated) {
            count += each ? 1 : 0;
        }
        if (count < 2 || count > treated.length - 2) {
            throw studyCase.unusable(
                    "/columns/treatment",
                    count + " of " + treated.length + " rows are treated",
                    "use data with at least two treated and two untreated rows");
        }
        return treated;
    }

    /**
     * The treatment column as truth values, of which there may be one alone.
     *
     * @param remedy what to write in its place
     * @throws org.worthwhile.problem.InvalidInput if it holds anything but 0 and 1
     */
    public static boolean[] of(StudyCase studyCase, Sample sample, String remedy) {
        String name = studyCase.required(studyCase.study().roles().treatment(), "treatment");
        double[] values = sample.numbers("/columns/treatment", name);
        sample.rowsOf(name, values, value -> value != 0 && value != 1).ifPresent(wrong -> {
            throw studyCase.unusable(
                    "/columns/treatment",
                    "'" + name + "' holds " + wrong + " of the data where 0 or 1 is needed",
                    remedy);
        });
        boolean[] treated = new boolean[values.length];
        for (int row = 0; row < values.length; row++) {
            treated[row] = values[row] == 1;
        }
        return treated;
    }
}
