package org.worthwhile.workspace;

/**
 * A dataset that a study of the file uses.
 *
 * @param sha256 of its bytes
 * @param kept whether its bytes are in the file
 */
public record StoredDataset(String name, String sha256, long bytes, boolean kept) {}
