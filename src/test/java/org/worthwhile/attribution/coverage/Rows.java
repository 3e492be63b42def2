package org.worthwhile.attribution.coverage;

import java.util.ArrayList;
import java.util.List;
import org.worthwhile.attribution.MadeData;

/** Rows of numbers as they are made. */
final class Rows {

    private final List<String> names;
    private final List<double[]> rows = new ArrayList<>();

    Rows(String... names) {
        this.names = List.of(names);
    }

    void add(double... values) {
        rows.add(values);
    }

    Source.Drawn withTruth(double truth) {
        MadeData data = new MadeData();
        for (int i = 0; i < names.size(); i++) {
            int column = i;
            data.and(names.get(i), rows.stream().mapToDouble(row -> row[column]).toArray());
        }
        return new Source.Drawn(data, truth);
    }
}
