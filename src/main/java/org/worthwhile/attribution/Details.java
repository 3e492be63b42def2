package org.worthwhile.attribution;

/** What one design finds beyond the headline. The names of a record's components are those of the result file. */
public interface Details {}
