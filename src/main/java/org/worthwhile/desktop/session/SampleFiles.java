package org.worthwhile.desktop.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;
import org.worthwhile.workspace.DocumentKind;

/** The sample proposals, studies, evidence and constraints. */
public final class SampleFiles {

    private SampleFiles() {}

    /** Every sample that can be imported, in the order of their names. */
    public static List<Path> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Arrays.stream(DocumentKind.values())
                            .anyMatch(kind -> file.toString().endsWith(kind.suffix())))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            throw new InvalidInput(
                    new Problem(Place.of(folder.toString()), "the samples are not there", "install Worthwhile again"));
        }
    }
}
