package org.worthwhile.proposal;

/** The share of an impact that comes to a group. */
public record Beneficiary(String group, Figure share) {}
