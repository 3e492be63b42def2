package org.worthwhile.proposal;

/** What an option is to the choice. */
public enum Role {
    BUSINESS_AS_USUAL,
    DO_MINIMUM,
    PREFERRED,
    ALTERNATIVE
}
