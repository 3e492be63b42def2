package org.worthwhile.attribution.estimation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.worthwhile.attribution.Sample;

/** Builds a regression's terms from a study's columns. */
public final class LinearModel {

    private LinearModel() {}

    /** The column of ones. */
    public static Term intercept(int rows) {
        return new Term("(Intercept)", ones(rows));
    }

    /**
     * A term for each column of numbers; for a column of texts, one for each level but the first in alphabetical order,
     * which is the reference.
     */
    public static List<Term> covariates(Sample sample, List<String> names) {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            sample.requireNoStrayText("/columns/covariates/" + i, name);
            if (sample.isNumeric(name)) {
                terms.add(new Term(name, sample.numbers("/columns/covariates/" + i, name)));
            } else {
                terms.addAll(indicators(name, sample.grouping(name)));
            }
        }
        return terms;
    }

    /** A term for each group but the first in alphabetical order. */
    public static List<Term> indicators(String name, Grouping grouping) {
        List<String> levels = grouping.labels().stream().sorted().toList();
        return levels.stream()
                .skip(1)
                .map(level -> {
                    int code = grouping.labels().indexOf(level);
                    double[] values = new double[grouping.codes().length];
                    Arrays.setAll(values, row -> grouping.codes()[row] == code ? 1 : 0);
                    return new Term(name + " = " + level, values);
                })
                .toList();
    }

    /** Equal weights. */
    public static double[] ones(int rows) {
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        return ones;
    }
}
