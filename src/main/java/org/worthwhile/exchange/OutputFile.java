package org.worthwhile.exchange;

/**
 * A file to be written into a folder.
 *
 * @param name in the folder
 * @param contents written when all is known of every file beside it
 */
public record OutputFile(String name, AtomicFile.Contents contents) {

    /** A file of text, which is complete before any file is written. */
    public static OutputFile of(String name, String text) {
        return new OutputFile(name, AtomicFile.text(text));
    }
}
