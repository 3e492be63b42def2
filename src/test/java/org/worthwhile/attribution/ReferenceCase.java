package org.worthwhile.attribution;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.worthwhile.exchange.DatasetReader;

/** Published datasets with published results, kept outside the project; without them their tests are skipped. */
final class ReferenceCase {

    private static final Path FOLDER = Path.of("..", "shared", "reference-data", "attribution");

    private ReferenceCase() {}

    /** Answers a study of the case's data; the text holds what follows the format, id and data. */
    static Attribution attribute(String name, String study) {
        return attribute(name, "data.csv", study);
    }

    /** The same of another file of the case. */
    static Attribution attribute(String name, String file, String study) {
        Path data = FOLDER.resolve(name).resolve(file);
        assumeTrue(Files.exists(data), "skipped: the reference data " + name + " are not there");
        return Attributor.attribute(studyCase(DatasetReader.read(data, name), study));
    }

    static StudyCase studyCase(Dataset dataset, String study) {
        return StudyCases.of(study, dataset);
    }
}
