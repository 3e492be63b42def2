package org.worthwhile.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.worthwhile.attribution.Dataset;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * The dataset that a study names, where it is kept with the study or in a file.
 *
 * @param path as the study names it
 * @param beside the file beside which a relative path begins
 * @param content its bytes, where they are kept with the study
 */
public record AttachedData(String path, Path beside, Optional<byte[]> content) {

    /**
     * Reads the dataset.
     *
     * @throws InvalidInput if it is not there or cannot be used
     */
    public Dataset read() {
        if (content.isEmpty()) {
            return DatasetReader.read(file(), path);
        }
        Path copy = copy(content.get());
        try {
            return DatasetReader.read(copy, path);
        } finally {
            discard(copy);
        }
    }

    /** Data about people do not stay behind in the folder of temporary files. */
    private static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException inUse) {
            copy.toFile().deleteOnExit();
        }
    }

    private Path file() {
        try {
            return beside.toAbsolutePath().resolveSibling(path);
        } catch (java.nio.file.InvalidPathException impossible) {
            throw new InvalidInput(new Problem(Place.of(path), "is no name that a file can have", "mend data/path"));
        }
    }

    private Path copy(byte[] bytes) {
        String ending = path.contains(".") ? path.substring(path.lastIndexOf('.')) : ".csv";
        try {
            Path file = Files.createTempFile("worthwhile-", ending.replaceAll("[^A-Za-z0-9.]", ""));
            return Files.write(file, bytes);
        } catch (IOException noSpace) {
            throw new InvalidInput(new Problem(
                    Place.of(path), "cannot be unpacked to be read", "make space on the disk of temporary files"));
        }
    }
}
