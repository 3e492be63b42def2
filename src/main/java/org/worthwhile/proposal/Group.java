package org.worthwhile.proposal;

import java.util.OptionalDouble;

/**
 * People told apart in the distributional analysis.
 *
 * @param incomeIndex the group's equivalised income over the median, where the group is told apart by income
 */
public record Group(String id, String title, OptionalDouble incomeIndex) {}
