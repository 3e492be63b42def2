package org.worthwhile.framework;

/** How far a published figure can be relied on. */
public enum Standing {
    /** Read in the source. */
    VERIFIED("verified"),
    /** Read where somebody else copied it from the source. */
    SEEN_IN_A_TRANSCRIPTION("seen in a transcription of the source, not verified"),
    /** From memory of the source. */
    RECALLED("recalled, not verified"),
    /** Not held against anything yet. */
    UNVERIFIED("not verified"),
    /** To be replaced with the published figure. */
    PROVISIONAL("provisional, not verified"),
    /** A newer edition has taken its place. */
    SUPERSEDED("superseded"),
    /** Its publisher has taken it back. */
    WITHDRAWN("withdrawn"),
    /** Not in force yet. */
    PROPOSED("proposed, not in force");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    /** As a sentence says it. */
    public String words() {
        return words;
    }

    /** Whether the figure was compared with its source and is in force. */
    public boolean isVerified() {
        return this == VERIFIED;
    }
}
