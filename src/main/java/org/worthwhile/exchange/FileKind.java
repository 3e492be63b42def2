package org.worthwhile.exchange;

import java.nio.file.Path;
import java.util.Locale;
import org.worthwhile.problem.InvalidInput;

/** What a file says it is, by its {@code format}. */
public enum FileKind {
    PROPOSAL,
    STUDY,
    EVIDENCE,
    CONSTRAINTS,
    META_ANALYSIS,
    MONITORING,
    TRACK_RECORD;

    /** The kind of a file; one that does not say, or cannot be read, is taken for a proposal. */
    public static FileKind of(Path file) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
            return PROPOSAL;
        }
        try {
            String format = Fields.text(SourceText.read(file).tree(), "format");
            return switch (format.replaceFirst("/.*", "")) {
                case "worthwhile-study" -> STUDY;
                case "worthwhile-evidence" -> EVIDENCE;
                case "worthwhile-constraints" -> CONSTRAINTS;
                case "worthwhile-meta-analysis" -> META_ANALYSIS;
                case "worthwhile-monitoring" -> MONITORING;
                case "worthwhile-track-record" -> TRACK_RECORD;
                default -> PROPOSAL;
            };
        } catch (InvalidInput unreadable) {
            return PROPOSAL;
        }
    }
}
