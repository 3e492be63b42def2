package org.worthwhile.proposal;

/** A body that pays, receives or saves. */
public record Organisation(String id, String title, Sector sector) {}
