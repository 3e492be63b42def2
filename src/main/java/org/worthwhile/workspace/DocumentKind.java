package org.worthwhile.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a document of the analyst's file is. */
public enum DocumentKind {
    PROPOSAL("proposals", ".proposal.json"),
    STUDY("studies", ".study.json"),
    EVIDENCE("evidence", ".evidence.json"),
    CONSTRAINTS("constraints", ".constraints.json");

    private final String folder;
    private final String suffix;

    DocumentKind(String folder, String suffix) {
        this.folder = folder;
        this.suffix = suffix;
    }

    /** The folder of such documents in an exported workspace. */
    String folder() {
        return folder;
    }

    /** How the files of such documents end. */
    public String suffix() {
        return suffix;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DocumentKind> from(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }

    static DocumentKind of(String code) {
        return from(code).orElseThrow(() -> new IllegalArgumentException("No such kind of document: " + code));
    }
}
