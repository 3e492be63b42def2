package org.worthwhile.proposal;

import java.util.Optional;
import java.util.OptionalDouble;

/** What the proposal sets out to change, how that is measured, from where to where and by when. */
public record Objective(
        String title, String measure, OptionalDouble baseline, OptionalDouble target, Optional<FinancialYear> by) {}
