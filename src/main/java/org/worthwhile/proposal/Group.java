package org.worthwhile.proposal;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * People told apart in the distributional analysis, such as an income decile.
 *
 * @param income where the group is told apart by income
 */
public record Group(String id, String title, Optional<GroupIncome> income) {

    /** The group's equivalised income over the median. */
    public OptionalDouble incomeIndex() {
        return income.map(each -> OptionalDouble.of(each.index())).orElse(OptionalDouble.empty());
    }
}
