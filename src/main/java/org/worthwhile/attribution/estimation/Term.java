package org.worthwhile.attribution.estimation;

/** A regressor: its name and its value in each row. */
public record Term(String name, double[] values) {

    @Override
    public boolean equals(Object other) {
        return other instanceof Term term && name.equals(term.name) && java.util.Arrays.equals(values, term.values);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + java.util.Arrays.hashCode(values);
    }
}
