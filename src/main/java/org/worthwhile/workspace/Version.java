package org.worthwhile.workspace;

import java.time.Instant;

/** The state of all documents at one time, under a name. */
public record Version(String name, Instant at, String who) {}
