package org.worthwhile.proposal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.worthwhile.generated.GeneratedProposals;

/** The names of inputs, by which scenarios, correlations and sensitivity analysis speak of them. */
class InputPathsTest {

    @Property(tries = 60, seed = "11")
    void everyInputIsOfAKnownKindAndChangesByItsNameAndByNoOther(
            @ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Proposal proposal = GeneratedProposals.of(seed);
        InputPaths.of(proposal).forEach((path, figure) -> {
            if (Parameter.named(path).isPresent()) {
                assertThat(InputPaths.of(InputChange.apply(proposal, Map.of(path, 0.3))))
                        .hasEntrySatisfying(
                                path, read -> assertThat(read.value()).isEqualTo(0.3));
                return;
            }
            InputKind kind = InputKind.of(path.split("/", 3)[2]);
            double other = figure.value() == 0.25 ? 0.5 : 0.25;
            Proposal changed = InputChange.apply(proposal, Map.of(path, other));
            if (isReadBack(proposal, path, kind)) {
                assertThat(InputPaths.of(changed))
                        .hasEntrySatisfying(
                                path, read -> assertThat(read.value()).isCloseTo(other, within(1e-12)));
            }
            assertThat(changed).as(path).isNotEqualTo(proposal);
        });
    }

    /** A factor on the library's value is 1 before and after; an amount a year beside its line is there while uncertain. */
    private static boolean isReadBack(Proposal proposal, String path, InputKind kind) {
        return kind != InputKind.ANNUAL
                && (kind != InputKind.VALUE || InputPaths.of(proposal).get(path) != Figure.ONE);
    }
}
