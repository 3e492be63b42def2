package org.worthwhile.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

/** What a choice makes of interactions and uses of limits with them, against its options one by one. */
final class InteractionsCheck {

    private InteractionsCheck() {}

    static void check(long seed, GeneratedChoice problem, PortfolioChoice choice) {
        checkInteractions(seed, problem, choice);
        checkLimits(seed, problem, choice);
    }

    /** Those take effect of which both sides are chosen. */
    private static void checkInteractions(long seed, GeneratedChoice problem, PortfolioChoice choice) {
        List<Interaction> together = problem.constraints().interactions().stream()
                .filter(each -> choice.chosen().stream().anyMatch(each.one()::includes)
                        && choice.chosen().stream().anyMatch(each.other()::includes))
                .toList();
        assertThat(choice.interactions().stream()
                        .filter(InteractionEffect::takesEffect)
                        .map(InteractionEffect::interaction))
                .as("seed %d: interactions", seed)
                .containsExactlyElementsOf(together);
    }

    /** What is used of each limit is what chosen options and interactions take of it. */
    private static void checkLimits(long seed, GeneratedChoice problem, PortfolioChoice choice) {
        Enumeration.Way way = Enumeration.way(choice.chosen(), problem.constraints());
        for (Constraints.Limit limit : problem.constraints().limits()) {
            double use = Enumeration.taken(limit, way, problem.constraints());
            assertThat(choice.limits().stream()
                            .filter(each -> each.words().equals(limit.words()))
                            .findFirst()
                            .orElseThrow()
                            .use())
                    .as("seed %d: use of %s", seed, limit.words())
                    .isCloseTo(use, within(1e-9 * (1 + Math.abs(use)) + 1e-3));
        }
    }
}
