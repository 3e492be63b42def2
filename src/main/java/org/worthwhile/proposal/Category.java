package org.worthwhile.proposal;

/** To whom an impact comes: public budgets, firms and individuals, wellbeing, or the environment. */
public enum Category {
    FISCAL,
    ECONOMIC,
    SOCIAL,
    ENVIRONMENTAL
}
