package org.worthwhile.attribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.worthwhile.exchange.DatasetReader;

/**
 * What packages of R found in data made for it: scripts, data and output stand in src/test/resources/r, whose README says how they
 * are run and with which versions.
 */
public final class RecordedValues {

    private static final Path FOLDER = Path.of("src", "test", "resources", "r");

    private final String script;
    private final Map<String, Double> values;

    private RecordedValues(String script, Map<String, Double> values) {
        this.script = script;
        this.values = values;
    }

    /** The output of a script: a name and a value on each line, and remarks that begin with a hash. */
    public static RecordedValues of(String script) {
        try {
            return new RecordedValues(
                    script,
                    Files.readAllLines(FOLDER.resolve(script + ".txt")).stream()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split(" "))
                            .collect(Collectors.toMap(words -> words[0], words -> Double.parseDouble(words[1]))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A value, which must be there. */
    public double of(String first, String second) {
        return value(first + "." + second);
    }

    public double value(String name) {
        Double value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(script + ".txt has no value '" + name + "'");
        }
        return value;
    }

    /** The data that the scripts read. */
    public static Dataset data(String name) {
        return DatasetReader.read(FOLDER.resolve(name + ".csv"), name);
    }

    /** Answers a study of the data; the text holds what follows the format, id and data. */
    public static Attribution answer(String data, String study) {
        return Attributor.attribute(StudyCases.of(study, data(data)));
    }
}
