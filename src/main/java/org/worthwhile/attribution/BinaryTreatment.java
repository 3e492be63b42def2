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
        String name = studyCase.required(studyCase.study().roles().treatment(), "treatment");
        double[] values = sample.numbers("/columns/treatment", name);
        boolean[] treated = new boolean[values.length];
        int count = 0;
        for (int row = 0; row < values.length; row++) {
            if (values[row] != 0 && values[row] != 1) {
                throw studyCase.unusable(
                        "/columns/treatment",
                        "'" + name + "' holds " + values[row] + " where 0 or 1 is needed",
                        "write 1 for treated and 0 for untreated rows");
            }
            treated[row] = values[row] == 1;
            count += treated[row] ? 1 : 0;
        }
        if (count < 2 || count > values.length - 2) {
            throw studyCase.unusable(
                    "/columns/treatment",
                    count + " of " + values.length + " rows are treated",
                    "use data with at least two treated and two untreated rows");
        }
        return treated;
    }
}
