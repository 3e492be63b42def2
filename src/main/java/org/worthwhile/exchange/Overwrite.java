package org.worthwhile.exchange;

/** Which files an export may replace. */
public enum Overwrite {
    /** Those that an export wrote and nobody changed since. */
    UNCHANGED_EXPORTS,
    /** Any of the names it writes, as the user agreed. */
    ANY_FILE
}
