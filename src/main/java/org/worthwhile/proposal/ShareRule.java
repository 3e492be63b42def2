package org.worthwhile.proposal;

import java.util.Optional;
import org.worthwhile.problem.Fault;
import org.worthwhile.problem.NumberText;

/** Whether the shares of an impact's money come to all of it. */
public final class ShareRule {

    private static final double ROUNDING = 1e-6;

    private ShareRule() {}

    /** What is wrong with the shares of those who gain; nothing where none are named. */
    public static Optional<Fault> ofGains(Impact impact) {
        double sum = impact.beneficiaries().stream()
                .mapToDouble(beneficiary -> beneficiary.share().value())
                .sum();
        return impact.beneficiaries().isEmpty() || Math.abs(sum - 1) <= ROUNDING
                ? Optional.empty()
                : Optional.of(new Fault(
                        "the beneficiary shares sum to " + NumberText.of(sum * 100) + "%",
                        "name every group that gains, with shares that sum to 100%"));
    }
}
