package org.worthwhile.proposal;

/** Who an organisation answers to; the costs of public organisations make up the public cost. */
public enum Sector {
    PUBLIC,
    PRIVATE,
    THIRD_SECTOR,
    /** Residents who pay, in time or in money, as a body: what they bear is a cost and no public cost. */
    HOUSEHOLD
}
