package org.worthwhile.attribution;

/** What one design finds beyond the headline. */
public interface Details {

    /** Tells each field under its name in result files, which others rely on. */
    void describe(ResultFields to);
}
