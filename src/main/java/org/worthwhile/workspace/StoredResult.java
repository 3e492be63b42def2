package org.worthwhile.workspace;

import java.time.Instant;

/**
 * A result, with what it was computed from.
 *
 * @param name of the document that was appraised or answered
 * @param inputsSha256 of the texts of all documents that went into it
 * @param text the result as its file format writes it
 */
public record StoredResult(
        Instant at, DocumentKind kind, String name, String inputsSha256, String software, String text) {}
