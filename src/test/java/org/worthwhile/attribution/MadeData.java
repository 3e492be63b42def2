package org.worthwhile.attribution;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Data made for a test, of which studies are asked. */
public final class MadeData {

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private int rows;

    public static MadeData of(String name, double... values) {
        return new MadeData().and(name, values);
    }

    /** Adds a column of numbers, or puts another in its place. */
    public MadeData and(String name, double... values) {
        return and(new Column.Numeric(name, values));
    }

    /** Adds a column, or puts it in the place of one of its name. */
    public MadeData and(Column column) {
        columns.put(column.name(), column);
        rows = column.rows();
        return this;
    }

    /** Adds a column of texts. */
    public MadeData and(String name, List<String> values) {
        List<String> levels = values.stream().distinct().toList();
        columns.put(
                name,
                new Column.Categorical(
                        name, levels, values.stream().mapToInt(levels::indexOf).toArray()));
        rows = values.size();
        return this;
    }

    public Dataset dataset() {
        return new Dataset("made", new ArrayList<>(columns.values()), rows, "");
    }

    /**
     * Answers a study of the data.
     *
     * @param study what follows its format, id and data
     */
    public Attribution answer(String study) {
        return Attributor.attribute(ReferenceCase.studyCase(dataset(), study));
    }
}
