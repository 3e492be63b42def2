package org.worthwhile.proposal;

/** When in its year a flow falls: as the framework tabulates its factors, or in the middle of the year. */
public enum Timing {
    END_YEAR,
    MID_YEAR
}
