package org.worthwhile.exchange;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/**
 * Where a file is that another file names. A colleague's file must not make the program contact a computer on the network,
 * which would be told of it and asked for the user's credentials.
 */
public final class DataPath {

    private static final String REMEDY = "name a file beside the study, such as data.csv";

    private DataPath() {}

    /**
     * The file that a path means.
     *
     * @param path as it is written, from the folder of the file that names it unless it is absolute
     * @param beside the file that names it
     * @param place where the path is written
     * @throws InvalidInput if it cannot be a file's path, or leads to another computer than the naming file is on
     */
    public static Path resolve(String path, Path beside, Place place) {
        Path from = beside.toAbsolutePath();
        Path file;
        try {
            file = from.resolveSibling(path);
        } catch (InvalidPathException impossible) {
            throw new InvalidInput(new Problem(place, "is no name that a file can have", REMEDY));
        }
        if (isOnNetwork(path) && !(isOnNetwork(from.toString()) && sameRoot(file, from))) {
            throw new InvalidInput(new Problem(place, "'" + path + "' is on another computer", REMEDY));
        }
        return file;
    }

    /** What begins with two slashes of either kind is a computer's name, or a device. */
    private static boolean isOnNetwork(String path) {
        return path.length() > 1 && isSlash(path.charAt(0)) && isSlash(path.charAt(1));
    }

    private static boolean isSlash(char character) {
        return character == '/' || character == '\\';
    }

    private static boolean sameRoot(Path file, Path other) {
        return file.getRoot() != null && file.getRoot().equals(other.getRoot());
    }
}
