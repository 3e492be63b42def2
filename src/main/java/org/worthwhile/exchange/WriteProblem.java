package org.worthwhile.exchange;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import org.worthwhile.problem.InvalidInput;
import org.worthwhile.problem.Place;
import org.worthwhile.problem.Problem;

/** Why a file cannot be written, in the words of its user. */
final class WriteProblem {

    /** A disk with less room than this is told as full. */
    private static final long LEAST_ROOM = 1 << 14;

    private WriteProblem() {}

    /** @param folder that the file would be in */
    static InvalidInput of(Path file, Path folder, IOException failure) {
        Place place = Place.of(file.toString());
        if (isFull(folder, failure)) {
            return new InvalidInput(new Problem(
                    place,
                    "cannot be written: the disk is full",
                    "free some space, or choose a folder on another disk"));
        }
        return new InvalidInput(
                switch (failure) {
                    case AccessDeniedException _ ->
                        new Problem(
                                place,
                                "cannot be written: you may not write there",
                                "choose a folder that you may write to");
                    case FileAlreadyExistsException _ ->
                        new Problem(
                                place,
                                "cannot be written: a file has the name of its folder",
                                "choose another folder, or rename the file");
                    case NotDirectoryException _ ->
                        new Problem(
                                place,
                                "cannot be written: a file has the name of its folder",
                                "choose another folder, or rename the file");
                    default ->
                        new Problem(
                                place,
                                "cannot be written",
                                "check that its folder is there, that you may write to it and that the name is not too long");
                });
    }

    /** By the message too: a quota is reached while the disk has room, and what was written so far may be gone. */
    private static boolean isFull(Path folder, IOException failure) {
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("no space left") || message.contains("not enough space") || message.contains("quota")) {
            return true;
        }
        try {
            return Files.isDirectory(folder) && Files.getFileStore(folder).getUsableSpace() < LEAST_ROOM;
        } catch (IOException unknown) {
            return false;
        }
    }
}
