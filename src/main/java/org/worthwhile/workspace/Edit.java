package org.worthwhile.workspace;

import java.time.Instant;

/**
 * Something that the analyst did, which is undone and done again as a whole.
 *
 * @param number counting from 1 in the order of doing
 * @param who by the operating system's name
 * @param what in words
 */
public record Edit(long number, Instant at, String who, String what) {}
