package org.worthwhile.desktop.shell;

/** What is to be done before leaving a file that is nowhere but in this program. */
public enum Leaving {
    /** It is copied to a new file first. */
    SAVE_COPY,
    /** It is lost. */
    DISCARD,
    /** It stays open. */
    CANCEL
}
