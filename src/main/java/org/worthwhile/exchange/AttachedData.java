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
 * @param sha256 the fingerprint of the bytes that the study is about, where it is known
 * @param content its bytes, where they are kept with the study
 * @param format as far as the study states it
 */
public record AttachedData(
        String path, Path beside, Optional<String> sha256, Optional<byte[]> content, DatasetFormat format) {

    /**
     * Reads the dataset.
     *
     * @throws InvalidInput if it is not there, is another by now, or cannot be used
     */
    public Dataset read() {
        Dataset dataset = present();
        if (isOther(dataset)) {
            throw changed(Place.of(path), "bring back the file as it was, or take its changed data into the study");
        }
        return dataset;
    }

    /**
     * Reads what is there now, which may be other data than the study is about.
     *
     * @throws InvalidInput if it is not there or cannot be used
     */
    public Dataset present() {
        if (content.isEmpty()) {
            return DatasetReader.read(file(), path, format);
        }
        Path copy = copy(content.get());
        try {
            return DatasetReader.read(copy, path, format);
        } finally {
            discard(copy);
        }
    }

    /** Where the dataset is, unless it is kept with the study. */
    public Path file() {
        return DataPath.resolve(path, beside, Place.of(path));
    }

    /** Whether what was read is not what the study is about. */
    public boolean isOther(Dataset dataset) {
        return !sha256.map(dataset.sha256()::equals).orElse(true);
    }

    /**
     * Another file by the same name is not what a study file is about.
     *
     * @param sha256 as the study file gives it
     */
    static void requireSame(Dataset dataset, Optional<String> sha256, Place place) {
        if (!sha256.map(dataset.sha256()::equals).orElse(true)) {
            throw changed(
                    place,
                    "bring back the data as they were, or, if the change is meant, delete the field 'sha256' under 'data' in the"
                            + " study file: it is the fingerprint of the data that the study was made with, and without it the"
                            + " study takes the data as they are");
        }
    }

    private static InvalidInput changed(Place place, String remedy) {
        return new InvalidInput(new Problem(
                place,
                "has changed since the study was made: its SHA-256 is no longer the one that the study gives",
                remedy));
    }

    /** Data about people do not stay behind in the folder of temporary files. */
    private static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException inUse) {
            copy.toFile().deleteOnExit();
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
