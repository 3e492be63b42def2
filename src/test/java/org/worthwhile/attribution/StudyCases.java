package org.worthwhile.attribution;

import java.nio.file.Path;
import java.util.List;
import org.worthwhile.exchange.Located;
import org.worthwhile.exchange.StudyReader;

/** Studies of data made in a test. */
public final class StudyCases {

    private StudyCases() {}

    /** A study of the columns; the text holds what follows the format, id and data. */
    public static StudyCase of(String study, Column... columns) {
        return of(study, new Dataset("made", List.of(columns), columns[0].rows(), ""));
    }

    /** The same of a dataset. */
    public static StudyCase of(String study, Dataset dataset) {
        Located<Study> located = new StudyReader(Path.of("models"))
                .parse(
                        "study.json",
                        "{\"format\": \"worthwhile-study/1\", \"id\": \"s\", \"data\": {\"path\": \"d.csv\"}, " + study
                                + "}");
        return new StudyCase(located.value(), dataset, located.places());
    }
}
