package org.worthwhile.proposal;

/** Who an organisation answers to; the costs of public organisations make up the public cost. */
public enum Sector {
    PUBLIC,
    PRIVATE,
    THIRD_SECTOR
}
